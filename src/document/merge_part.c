/* Collections taken apart into lines that belong to their fields and items. */
#include "document/merge_inside.h"

#include <stdlib.h>

#include "base/arena.h"
#include "document/layout.h"

/* What tells items without an id from each other, from the shortest that may do to all. */
enum identity_depth { BY_FIRST_TEXT, BY_TWO_TEXTS, BY_ALL, DEPTHS };

uint32_t merge_line_after(struct kpss_str bytes, uint32_t at)
{
	if (at > 0 && bytes.ptr[at - 1] == '\n')
		return at;
	const char *end = memchr(bytes.ptr + at, '\n', bytes.len - at);
	return end ? (uint32_t)(end - bytes.ptr) + 1 : (uint32_t)bytes.len;
}

/* The value of its field `id`; NULL when it has none. */
static const struct node *id_of(const struct node *item)
{
	if (item->kind != NODE_MAPPING)
		return NULL;
	for (const struct node *key = node_first(item); key; key = node_next_key(item, key))
		if (kpss_str_is(node_text(key), "id") && node_value(key)->kind == NODE_SCALAR &&
			node_value(key)->length > 0)
			return node_value(key);
	return NULL;
}

static struct kpss_str identity_of(const struct document *document, const struct node *item,
	enum identity_depth depth, struct arena *arena)
{
	const struct node *id = id_of(item);
	struct buf buf = {0};
	int texts = 0;
	if (id) {
		buf_add_text(&buf, "id:");
		buf_add(&buf, node_text(id));
	} else if (item->kind == NODE_SCALAR || item->kind == NODE_SEQUENCE || depth == BY_ALL) {
		struct kpss_str bytes = document->source->bytes;
		buf_add_text(&buf, "all:");
		buf_add(&buf, item->kind == NODE_SCALAR
				      ? node_text(item)
				      : (struct kpss_str){.ptr = bytes.ptr + item->begin,
						.len = item->end - item->begin});
	} else {
		for (const struct node *key = node_first(item); key && texts <= (int)depth;
			key = node_next_key(item, key)) {
			if (node_value(key)->kind != NODE_SCALAR)
				continue;
			buf_add_char(&buf, '\n');
			buf_add(&buf, node_text(key));
			buf_add_char(&buf, ':');
			buf_add(&buf, node_text(node_value(key)));
			texts++;
		}
	}
	struct kpss_str identity = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return identity;
}

static int text_order(struct kpss_str a, struct kpss_str b)
{
	int order = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int part_order(const void *left, const void *right)
{
	return text_order((*(struct merge_part *const *)left)->identity,
		(*(struct merge_part *const *)right)->identity);
}

struct merge_part *merge_part_find(const struct merge_parts *parts, struct kpss_str identity)
{
	size_t from = 0, to = parts->count;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = text_order(parts->sorted[middle]->identity, identity);
		if (order == 0)
			return parts->sorted[middle];
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

/* Where the dash of an item stands: the first thing from `at` on that is no comment. */
static uint32_t dash_find(struct kpss_str bytes, uint32_t at)
{
	while (at < bytes.len) {
		while (at < bytes.len && strchr(" \t\r\n", bytes.ptr[at]))
			at++;
		if (at == bytes.len || bytes.ptr[at] != '#')
			break;
		at = merge_line_after(bytes, at + 1);
	}
	return at;
}

static bool is_blank(struct kpss_str bytes, uint32_t from, uint32_t to)
{
	while (from < to && bytes.ptr[from] == ' ')
		from++;
	return from == to;
}

/* The lines of one part that begins at `part->begin`, behind what ends at `lead`. */
static bool part_place(struct merge_part *part, const struct merge_parts *parts, uint32_t lead)
{
	struct kpss_str bytes = parts->document->source->bytes;
	uint32_t column = (uint32_t)parts->column;
	bool line_begins = lead == 0 || bytes.ptr[lead - 1] == '\n';
	if (layout_column(bytes, part->begin) != parts->column || part->begin < lead)
		return false;
	part->lead = lead;
	part->line = line_begins ? part->begin - column : part->begin;
	part->end = merge_line_after(bytes, part->value->end);
	if (!line_begins)
		return part->begin == lead;
	return part->line >= lead && is_blank(bytes, part->line, part->begin);
}

static bool collection_split(struct merge_parts *parts, const struct document *document,
	const struct node *collection, uint32_t from, struct arena *arena)
{
	struct kpss_str bytes = document->source->bytes;
	bool is_list = collection->kind == NODE_SEQUENCE;
	size_t count = 0;
	for (const struct node *at = node_first(collection); at;
		at = is_list ? node_next_item(collection, at) : node_next_key(collection, at))
		count++;
	*parts = (struct merge_parts){
		.document = document,
		.items = arena_array(arena, count, sizeof *parts->items),
		.sorted = arena_array(arena, count, sizeof(struct merge_part *)),
		.column = layout_column(bytes, collection->begin),
	};
	for (const struct node *at = node_first(collection); at;
		at = is_list ? node_next_item(collection, at) : node_next_key(collection, at)) {
		struct merge_part *part = &parts->items[parts->count];
		part->key = is_list ? NULL : at;
		part->value = is_list ? at : node_value(at);
		part->begin = is_list ? dash_find(bytes, from) : at->begin;
		if (is_list && (part->begin == bytes.len || bytes.ptr[part->begin] != '-'))
			return false;
		if (!part_place(part, parts, from))
			return false;
		parts->sorted[parts->count++] = part;
		from = part->end;
	}
	return true;
}

/* Gives all parts what they are paired by; false when two of them have the same. */
static bool parts_name(struct merge_parts *parts, enum identity_depth depth, struct arena *arena)
{
	for (size_t i = 0; i < parts->count; i++) {
		struct merge_part *part = &parts->items[i];
		part->identity = part->key
					 ? node_text(part->key)
					 : identity_of(parts->document, part->value, depth, arena);
	}
	if (parts->count > 0)
		qsort(parts->sorted, parts->count, sizeof(struct merge_part *), part_order);
	for (size_t i = 1; i < parts->count; i++)
		if (part_order(&parts->sorted[i - 1], &parts->sorted[i]) == 0)
			return false;
	return true;
}

bool merge_parts_of(struct merge_parts parts[SIDES], const struct document *const documents[SIDES],
	const struct node *const collections[SIDES], const uint32_t from[SIDES],
	struct arena *arena)
{
	const struct merge_parts *known = NULL;
	for (int side = 0; side < SIDES; side++) {
		const struct node *collection = collections[side];
		parts[side] = (struct merge_parts){0};
		if (!collection)
			continue;
		if (collection->style != STYLE_BLOCK ||
			!collection_split(
				&parts[side], documents[side], collection, from[side], arena))
			return false;
		if (known && known->column != parts[side].column)
			return false;
		known = &parts[side];
	}
	for (int depth = 0; depth < DEPTHS; depth++) {
		bool good = true;
		for (int side = 0; side < SIDES; side++)
			good = parts_name(&parts[side], (enum identity_depth)depth, arena) && good;
		if (good)
			return true;
	}
	return false;
}
