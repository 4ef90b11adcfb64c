/* The proof of a merge: its result, read again, is made of the nodes that it was meant to have. */
#include "document/merge_inside.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"
#include "document/parse.h"

void merge_expect(struct merge_expected *expected, const struct node *node, size_t count)
{
	while (expected->count + count > expected->capacity) {
		expected->capacity = expected->capacity ? expected->capacity * 2 : 256;
		expected->items =
			memory_resize(expected->items, expected->capacity, sizeof *expected->items);
	}
	for (size_t i = 0; i < count; i++)
		expected->items[expected->count++] = node[i];
}

static bool is_same(const struct node *a, const struct node *b)
{
	return a->kind == b->kind && a->style == b->style && a->size == b->size &&
	       a->is_key == b->is_key &&
	       (a->kind != NODE_SCALAR || kpss_str_equal(node_text(a), node_text(b)));
}

bool merge_proves(
	const struct merge_expected *expected, struct reader *reader, struct kpss_str bytes)
{
	struct arena *arena = arena_new();
	struct findings findings;
	struct document document;
	findings_init(&findings);
	bool good = document_parse(reader, source_new(arena, kpss_str("merge"), bytes), arena,
			    &findings, &document) &&
		    document.count == expected->count;
	for (size_t i = 0; good && i < expected->count; i++)
		good = is_same(&document.root[i], &expected->items[i]);
	findings_clear(&findings);
	arena_free(arena);
	return good;
}

static int text_order(const void *left, const void *right)
{
	const struct kpss_str *a = left, *b = right;
	int order = memcmp(a->ptr, b->ptr, a->len < b->len ? a->len : b->len);
	return order ? order : (a->len > b->len) - (a->len < b->len);
}

struct ids {
	struct kpss_str *items; /* sorted */
	size_t count;
};

static struct ids ids_of(const struct node *nodes, size_t count, struct arena *arena)
{
	struct ids ids = {.items = arena_array(arena, count, sizeof *ids.items)};
	for (size_t i = 0; i + 1 < count; i++)
		if (nodes[i].is_key && kpss_str_is(node_text(&nodes[i]), "id") &&
			nodes[i + 1].kind == NODE_SCALAR && nodes[i + 1].length > 0)
			ids.items[ids.count++] = node_text(&nodes[i + 1]);
	if (ids.count > 0)
		qsort(ids.items, ids.count, sizeof *ids.items, text_order);
	return ids;
}

/* How often the id that stands at *at does, which goes behind it. */
static size_t ids_run(const struct ids *ids, size_t *at)
{
	size_t from = *at;
	while (*at < ids->count && kpss_str_equal(ids->items[*at], ids->items[from]))
		(*at)++;
	return *at - from;
}

static size_t ids_count(const struct ids *ids, struct kpss_str id)
{
	const struct kpss_str *found =
		ids->count ? bsearch(&id, ids->items, ids->count, sizeof id, text_order) : NULL;
	if (!found)
		return 0;
	size_t at = (size_t)(found - ids->items);
	while (at > 0 && kpss_str_equal(ids->items[at - 1], id))
		at--;
	return ids_run(ids, &at);
}

struct kpss_str merge_twice(
	const struct merge_expected *expected, const struct merge_wish *wish, struct arena *arena)
{
	const struct ids merged = ids_of(expected->items, expected->count, arena);
	const struct ids ours = ids_of(wish->ours->root, wish->ours->count, arena);
	const struct ids theirs = ids_of(wish->theirs->root, wish->theirs->count, arena);
	for (size_t at = 0; at < merged.count;) {
		struct kpss_str id = merged.items[at];
		size_t times = ids_run(&merged, &at);
		if (times > 1 && times > ids_count(&ours, id) && times > ids_count(&theirs, id))
			return id;
	}
	return kpss_str("");
}
