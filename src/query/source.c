#include "query/source.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "query/reserved.h"
#include "query/row.h"
#include "schema_words.h"

static void path_add(struct buf *buf, const struct plan *plan, const uint16_t *path, uint32_t depth)
{
	for (uint32_t i = 0; i < depth; i++) {
		struct kpss_str word = schema_word(plan_schema(plan), path[i]);
		buf_add_char(buf, '/');
		buf_add(buf, word);
	}
}

/* Where a record without an id stands in the one around it: which field, which item. False when it stands in none. */
static bool place_in_parent(struct buf *buf, const struct plan *plan, const struct entity *entity)
{
	const struct node *around = entity->parent ? entity->parent->mapping : NULL;
	if (!around || entity->mapping < around || entity->mapping >= around + around->size)
		return false;
	for (const struct node *key = node_first(around); key; key = node_next_key(around, key)) {
		const struct node *list = node_value(key);
		uint32_t number = 0;
		if (entity->mapping < list || entity->mapping >= list + list->size)
			continue;
		for (const struct node *item = value_first_item(list); item;
			item = node_next_item(list, item)) {
			number++;
			if (item != entity->mapping)
				continue;
			buf_add_char(buf, '/');
			buf_add(buf, schema_word(plan_schema(plan), (uint16_t)key->word));
			buf_addf(buf, "/%u", number);
			return true;
		}
	}
	return false;
}

static void record_add(struct buf *buf, const struct plan *plan, const struct entity *entity)
{
	if (entity->id.len) {
		buf_add(buf, entity->id);
		return;
	}
	struct buf within = {0};
	if (place_in_parent(&within, plan, entity)) {
		record_add(buf, plan, entity->parent);
		buf_add(buf, buf_str(&within));
	} else {
		struct source *source = entity->document->source;
		buf_add(buf, source->path);
		buf_addf(buf, ":%u", source_locate(source, entity->mapping->begin).line);
	}
	buf_clear(&within);
}

static void row_add(struct buf *buf, const struct query_row *row)
{
	if (row->of) {
		row_add(buf, row->of);
		path_add(buf, row->plan, row->table->path, row->table->depth);
		buf_addf(buf, "/%u", row->number);
	} else if (row->entity) {
		record_add(buf, row->plan, row->entity);
	} else {
		buf_add_text(buf, "profile");
	}
}

struct kpss_str source_id(const struct query_row *row, struct arena *arena)
{
	if (!row->of && row->entity && row->entity->id.len)
		return row->entity->id;
	struct buf buf = {0};
	row_add(&buf, row);
	struct kpss_str id = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return id;
}

/* Takes what stands before the next slash off the front. */
static struct kpss_str segment_take(struct kpss_str *rest)
{
	const char *slash = memchr(rest->ptr, '/', rest->len);
	struct kpss_str segment = {
		.ptr = rest->ptr, .len = slash ? (size_t)(slash - rest->ptr) : rest->len};
	size_t taken = segment.len + (slash != NULL);
	*rest = (struct kpss_str){.ptr = rest->ptr + taken, .len = rest->len - taken};
	return segment;
}

/* A number from 1; 0 when it is none. */
static uint32_t number_of(struct kpss_str text)
{
	uint32_t number = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9' || number > UINT32_MAX / 10 - 1)
			return 0;
		number = number * 10 + (uint32_t)(text.ptr[i] - '0');
	}
	return number;
}

static const struct node *item_at(const struct node *list, uint32_t number)
{
	const struct node *item = value_first_item(list);
	while (item && --number)
		item = node_next_item(list, item);
	return item;
}

static struct kpss_str key_name(const struct plan *plan, const struct node *key)
{
	const struct schema_table *schema = plan_schema(plan);
	return key->word < schema->word_count ? schema_word(schema, (uint16_t)key->word)
					      : node_text(key);
}

/* What a column is called after: the fields on the way to it, with `_` between them. NULL when there is none. */
static const struct node *column_value(
	const struct plan *plan, const struct node *mapping, struct kpss_str column)
{
	if (mapping->kind != NODE_MAPPING)
		return NULL;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		struct kpss_str name = key_name(plan, key);
		const struct node *value = node_value(key), *within;
		if (kpss_str_equal(name, column) || kpss_str_equal(node_text(key), column) ||
			kpss_str_equal(column, sql_name(name)))
			return value;
		if (name.len + 1 >= column.len || memcmp(name.ptr, column.ptr, name.len) != 0 ||
			column.ptr[name.len] != '_')
			continue;
		within = column_value(plan, value,
			(struct kpss_str){.ptr = column.ptr + name.len + 1,
				.len = column.len - name.len - 1});
		if (within)
			return within;
	}
	return NULL;
}

/* The record of a source id, and what of the id is left. */
static const struct entity *record_take(const struct plan *plan, struct kpss_str *rest)
{
	struct kpss_str whole = *rest, first = segment_take(rest);
	const struct entity *record = plan_find(plan, first);
	if (record)
		return record;
	/* A file and line: paths have slashes too. */
	for (uint32_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, (uint16_t)kind, &count);
		for (uint32_t i = 0; i < count; i++) {
			struct source *source = records[i]->document->source;
			struct kpss_str path = source->path;
			if (records[i]->id.len || whole.len <= path.len ||
				whole.ptr[path.len] != ':' ||
				memcmp(whole.ptr, path.ptr, path.len) != 0)
				continue;
			*rest = (struct kpss_str){
				.ptr = whole.ptr + path.len + 1, .len = whole.len - path.len - 1};
			struct kpss_str line = segment_take(rest);
			if (number_of(line) ==
				source_locate(source, records[i]->mapping->begin).line)
				return records[i];
		}
	}
	return NULL;
}

struct kpss_span source_place(
	const struct plan *plan, struct kpss_str source_id, struct kpss_str column)
{
	struct kpss_str rest = source_id;
	const struct document *document = plan_profile_document(plan);
	const struct node *at = plan_profile(plan);
	const struct entity *record = record_take(plan, &rest);
	if (record) {
		document = record->document;
		at = record->mapping;
	} else {
		rest = source_id;
		if (!kpss_str_is(segment_take(&rest), "profile") || !document)
			return (struct kpss_span){0};
	}
	while (rest.len && at) {
		struct kpss_str segment = segment_take(&rest);
		uint32_t number = number_of(segment);
		at = number && at->kind == NODE_SEQUENCE ? item_at(at, number)
							 : column_value(plan, at, segment);
	}
	if (!at)
		return (struct kpss_span){0};
	const struct node *value = column.len ? column_value(plan, at, column) : NULL;
	if (!value && record && at == record->mapping && record->id.len)
		value = field(at, WORD_id);
	return node_span(document, value ? value : at);
}
