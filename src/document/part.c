#include "document/part.h"

#include <string.h>

/* A walk along the value and along the bytes that it is written with, from one letter to the next: what lies between the
 * letters is the only thing that may differ. */
struct walk {
	struct kpss_str value, file;
	size_t value_at, file_at;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void blanks_skip(struct kpss_str text, size_t *at)
{
	while (*at < text.len && is_blank(text.ptr[*at]))
		++*at;
}

/* Goes to the first letter of the value at or behind a byte. False when the file says something else on the way. */
static bool walk_to(struct walk *walk, size_t byte)
{
	for (;; walk->value_at++, walk->file_at++) {
		blanks_skip(walk->value, &walk->value_at);
		blanks_skip(walk->file, &walk->file_at);
		if (walk->value_at >= walk->value.len || walk->file_at >= walk->file.len)
			return false;
		if (walk->value.ptr[walk->value_at] != walk->file.ptr[walk->file_at])
			return false;
		if (walk->value_at >= byte)
			return true;
	}
}

/* What the value is written with; of a block without its head (“|-  # comment”). Nothing where escapes may be in it. */
static struct kpss_str written(const struct document *document, const struct node *scalar)
{
	struct kpss_str bytes = {.ptr = document->source->bytes.ptr + scalar->begin,
		.len = scalar->end - scalar->begin};
	const char *line_end;
	size_t head;
	switch (scalar->style) {
	case STYLE_PLAIN:
		return bytes;
	case STYLE_LITERAL:
	case STYLE_FOLDED:
		line_end = memchr(bytes.ptr, '\n', bytes.len);
		head = line_end ? (size_t)(line_end - bytes.ptr) : bytes.len;
		return (struct kpss_str){.ptr = bytes.ptr + head, .len = bytes.len - head};
	default:
		return (struct kpss_str){0};
	}
}

static bool is_in_the_file(const struct document *document, const struct node *scalar)
{
	struct kpss_str bytes = document->source->bytes;
	return scalar->text >= bytes.ptr && scalar->text + scalar->length <= bytes.ptr + bytes.len;
}

struct kpss_span node_part(
	const struct document *document, const struct node *scalar, size_t begin, size_t end)
{
	struct kpss_span span = node_span(document, scalar);
	struct kpss_str value = node_text(scalar);
	if (end > value.len)
		return span;
	blanks_skip(value, &begin);
	while (end > begin && is_blank(value.ptr[end - 1]))
		end--;
	if (begin >= end)
		return span;
	if (is_in_the_file(document, scalar)) {
		uint32_t at = (uint32_t)(scalar->text - document->source->bytes.ptr);
		span.begin = at + (uint32_t)begin;
		span.end = at + (uint32_t)end;
		return span;
	}
	struct walk walk = {.value = value, .file = written(document, scalar)};
	if (!walk.file.len || !walk_to(&walk, begin))
		return span;
	uint32_t first = (uint32_t)(walk.file.ptr + walk.file_at - document->source->bytes.ptr);
	if (!walk_to(&walk, end - 1))
		return span;
	span.begin = first;
	span.end = (uint32_t)(walk.file.ptr + walk.file_at + 1 - document->source->bytes.ptr);
	return span;
}
