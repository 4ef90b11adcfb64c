#include "document/compare.h"

#include "document/node.h"

static bool same_written(const struct node *a, const struct node *b, uint32_t larger)
{
	return a->kind == b->kind && a->style == b->style && a->size + larger == b->size && a->is_key == b->is_key &&
		(a->kind != NODE_SCALAR || kpss_str_equal(node_text(a), node_text(b)));
}

/* The scalar lies within the bytes that were put in its place; one that is no longer there has moved to its colon. */
static bool changed_is(const struct node *before, const struct node *after, int64_t longer, struct kpss_str text)
{
	bool gone = after->begin == after->end && after->end <= before->begin;
	bool inside = after->begin >= before->begin && after->end <= before->end + longer;
	return after->kind == NODE_SCALAR && (gone || inside) && kpss_str_equal(node_text(after), text);
}

bool document_same_but(const struct document *before, const struct document *after, uint32_t changed,
	struct kpss_str text)
{
	if (before->count != after->count)
		return false;
	const struct node *scalar = &before->root[changed];
	int64_t longer = (int64_t)after->source->bytes.len - (int64_t)before->source->bytes.len;
	if (!changed_is(scalar, &after->root[changed], longer, text))
		return false;
	for (uint32_t i = 0; i < before->count; i++) {
		const struct node *a = &before->root[i], *b = &after->root[i];
		if (i == changed)
			continue;
		bool holds = i < changed && changed < i + a->size;
		int64_t begin = a->begin + (i > changed ? longer : 0);
		int64_t end = a->end + (i > changed || holds ? longer : 0);
		/* A collection that ends with the scalar ends with what took its place, which may have a line end more. */
		if (holds && a->end == scalar->end)
			end = after->root[changed].end;
		if (!same_written(a, b, 0) || b->begin != begin || b->end != end)
			return false;
	}
	return true;
}

/* Does node `at` hold the place before node `index`? The end of the innermost collection is in it; of the collections around,
 * only what is before their own end. */
static bool holds_place(const struct document *before, const struct document *after, uint32_t at, uint32_t index)
{
	return at < index && index <= at + before->root[at].size && after->root[at].size > before->root[at].size;
}

bool document_same_with(const struct document *before, const struct document *after, uint32_t index,
	const struct document *piece)
{
	/* The collection around the piece alone is not in it. */
	uint32_t added = piece->count - 1;
	if (!piece->root || after->count != before->count + added)
		return false;
	for (uint32_t i = 0; i < added; i++)
		if (!same_written(&piece->root[i + 1], &after->root[index + i], 0))
			return false;
	for (uint32_t i = 0; i < before->count; i++) {
		uint32_t larger = holds_place(before, after, i, index) ? added : 0;
		if (!same_written(&before->root[i], &after->root[i < index ? i : i + added], larger))
			return false;
	}
	return true;
}
