#include "document/comment.h"

#include "document/line.h"

static const char addressed[] = "kpss:";

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The number of the first node that begins behind `at`; all before it begin at or before. */
static uint32_t node_after(const struct document *document, uint32_t at)
{
	uint32_t low = 0, high = document->root ? document->count : 0;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (document->root[middle].begin > at)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* Is the # at `at` part of a text? Texts over several lines may have a comment behind their | or >. */
static bool is_in_text(const struct document *document, uint32_t at)
{
	uint32_t after = node_after(document, at);
	const struct node *node = after ? &document->root[after - 1] : NULL;
	if (!node || node->kind != NODE_SCALAR || node->end <= at)
		return false;
	bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
	return !block || memchr(document->source->bytes.ptr + node->begin, '\n', at - node->begin);
}

/* Does the # at `at` begin a comment that speaks to the program? In *text, where it goes on. */
static bool is_addressed(const struct document *document, uint32_t at, uint32_t *text)
{
	struct kpss_str bytes = document->source->bytes;
	uint32_t length = sizeof addressed - 1;
	*text = at + 1;
	while (*text < bytes.len && is_blank(bytes.ptr[*text]))
		++*text;
	if (bytes.len - *text < length || memcmp(bytes.ptr + *text, addressed, length) != 0)
		return false;
	*text += length;
	return !is_in_text(document, at);
}

static bool is_alone(struct kpss_str bytes, const struct line *line, uint32_t at)
{
	static const char byte_order_mark[] = "\xEF\xBB\xBF";
	uint32_t begin = line->begin;
	if (begin == 0 && bytes.len >= 3 && memcmp(bytes.ptr, byte_order_mark, 3) == 0)
		begin = 3;
	while (begin < at && is_blank(bytes.ptr[begin]))
		begin++;
	return begin == at;
}

static struct comment comment_read(struct kpss_str bytes, uint32_t at, uint32_t text)
{
	struct line line = line_read(bytes, at);
	struct comment comment = {.begin = at, .end = line.end, .alone = is_alone(bytes, &line, at)};
	while (is_blank(bytes.ptr[comment.end - 1]))
		comment.end--;
	while (text < comment.end && is_blank(bytes.ptr[text]))
		text++;
	comment.text = (struct kpss_str){.ptr = bytes.ptr + text, .len = comment.end - text};
	return comment;
}

bool comment_find(const struct document *document, uint32_t from, struct comment *out)
{
	struct kpss_str bytes = document->source->bytes;
	const char *at = bytes.ptr + from, *end = bytes.ptr + bytes.len;
	for (; from < bytes.len && (at = memchr(at, '#', (size_t)(end - at))); at++) {
		uint32_t begin = (uint32_t)(at - bytes.ptr), text;
		if (!is_addressed(document, begin, &text))
			continue;
		*out = comment_read(bytes, begin, text);
		return true;
	}
	return false;
}

/* Does the dash of a list stand before it? */
static bool is_item(struct kpss_str bytes, const struct node *node)
{
	uint32_t at = node->begin;
	while (at > 0 && is_blank(bytes.ptr[at - 1]))
		at--;
	return at > 0 && bytes.ptr[at - 1] == '-';
}

/* A collection that begins below the comment is meant by its first part, unless it is itself one of several. */
static struct kpss_span reach_below(const struct document *document, const struct comment *comment)
{
	const struct node *node = document->root + node_after(document, comment->end);
	if (!document->root || node >= document->root + document->count)
		return (struct kpss_span){.source = document->source, .begin = comment->end, .end = comment->end};
	bool first = node == document->root;
	while (node->kind != NODE_SCALAR && node->size > 1 && !is_item(document->source->bytes, node))
		node++;
	struct line line = line_read(document->source->bytes, node->begin);
	const struct node *last = node->is_key ? node_value(node) : node;
	return (struct kpss_span){
		.source = document->source,
		/* What is found in the file as a whole has no better place than its top. */
		.begin = first ? 0 : line.begin,
		.end = last->end > line.end ? last->end : line.end + 1,
	};
}

struct kpss_span comment_reach(const struct document *document, const struct comment *comment)
{
	if (comment->alone)
		return reach_below(document, comment);
	struct line line = line_read(document->source->bytes, comment->begin);
	return (struct kpss_span){.source = document->source, .begin = line.begin, .end = comment->begin};
}
