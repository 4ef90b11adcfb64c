#include "history/canonical.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/jcs.h"
#include "history/holder.h"
#include "history/meaning.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "schema/shape.h"
#include "town/contents.h"

struct member {
	struct kpss_str name, json;
};

struct members {
	struct member *items;
	size_t count;
};

static struct kpss_str value_json(struct told value, struct arena *arena);

static int by_name(const void *left, const void *right)
{
	const struct member *a = left, *b = right;
	int order = jcs_names_order(a->name, b->name);
	return order ? order : meanings_order(a->json, b->json);
}

static int by_json(const void *left, const void *right)
{
	return meanings_order(
		((const struct member *)left)->json, ((const struct member *)right)->json);
}

static void member_add(struct members *members, struct kpss_str name, struct kpss_str json)
{
	if (json.len > 0)
		members->items[members->count++] = (struct member){.name = name, .json = json};
}

/* Empty where there are none. */
static struct kpss_str object_json(struct members members, struct arena *arena)
{
	struct buf buf = {0};
	qsort(members.items, members.count, sizeof *members.items, by_name);
	for (size_t i = 0; i < members.count; i++) {
		buf_add_char(&buf, i ? ',' : '{');
		jcs_add_text(&buf, members.items[i].name);
		buf_add_char(&buf, ':');
		buf_add(&buf, members.items[i].json);
	}
	buf_add_text(&buf, members.count ? "}" : "");
	struct kpss_str json = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return json;
}

static struct kpss_str array_json(struct members items, struct arena *arena)
{
	struct buf buf = {0};
	qsort(items.items, items.count, sizeof *items.items, by_json);
	for (size_t i = 0; i < items.count; i++) {
		buf_add_char(&buf, i ? ',' : '[');
		buf_add(&buf, items.items[i].json);
	}
	buf_add_text(&buf, items.count ? "]" : "");
	struct kpss_str json = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return json;
}

static struct kpss_str text_json(struct kpss_str text, struct arena *arena)
{
	struct buf buf = {0};
	if (text.len > 0)
		jcs_add_text(&buf, text);
	struct kpss_str json = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return json;
}

static struct kpss_str number_json(struct kpss_str digits, struct arena *arena)
{
	enum { EXACT_BITS = 53 };
	const double exact = (double)((int64_t)1 << EXACT_BITS);
	double number = strtod(arena_text(arena, digits).ptr, NULL);
	struct buf buf = {0};
	if (number >= exact || number <= -exact)
		return text_json(digits, arena);
	jcs_add_number(&buf, number);
	struct kpss_str json = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return json;
}

static struct kpss_str scalar_json(struct told value, struct arena *arena)
{
	enum told_type type;
	struct kpss_str meaning = scalar_meaning(value, arena, &type);
	switch (type) {
	case TOLD_NUMBER:
		return number_json(meaning, arena);
	case TOLD_TRUTH:
		return meaning;
	default:
		return text_json(meaning, arena);
	}
}

static struct kpss_str list_json(struct told list, struct arena *arena)
{
	struct members items = {.items = arena_array(arena, list.node->size, sizeof *items.items)};
	for (const struct node *item = node_first(list.node); item;
		item = node_next_item(list.node, item))
		member_add(&items, kpss_str(""), value_json(told_item(list, item), arena));
	return array_json(items, arena);
}

/* All fields but those in `left_out` (words, ends in 0) and lists of records. */
static struct kpss_str mapping_json(
	struct told mapping, const uint32_t *left_out, struct arena *arena)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_object *object = shape_object(table, mapping.shape);
	struct members members = {
		.items = arena_array(arena, mapping.node->size, sizeof *members.items)};
	for (const struct node *key = node_first(mapping.node); key;
		key = node_next_key(mapping.node, key)) {
		const struct schema_property *property =
			object ? schema_find(table, object, key->word) : NULL;
		struct told value = {.plan = mapping.plan,
			.shape = property ? property->shape : 0,
			.node = node_value(key)};
		const uint32_t *out = left_out;
		while (property && out && *out && *out != property->word)
			out++;
		if (property &&
			((out && *out) || shape_kind(table, shape_items(table, property->shape))))
			continue;
		member_add(&members, property ? schema_word(table, property->word) : node_text(key),
			value_json(value, arena));
	}
	return object_json(members, arena);
}

static struct kpss_str value_json(struct told value, struct arena *arena)
{
	switch (value.node->kind) {
	case NODE_MAPPING:
		return mapping_json(value, NULL, arena);
	case NODE_SEQUENCE:
		return list_json(value, arena);
	default:
		return scalar_json(value, arena);
	}
}

/* The level of an item: by the word under which it stands or that it names. */
static struct kpss_str level_json(const struct plan *plan, const struct entity *record,
	struct told whole, struct arena *arena)
{
	const struct schema_table *table = plan_schema(plan);
	if (record->kind != KIND_node)
		return kpss_str("");
	if (record->level)
		return text_json(
			schema_word(table, table->levels[record->level - 1].singular), arena);
	return scalar_json(told_word(whole, WORD_level), arena);
}

static struct kpss_str record_json(const struct plan *plan, const struct entity *record,
	const uint16_t *holder_fields, struct arena *arena)
{
	enum { MEMBERS = 5 };
	const struct schema_table *table = plan_schema(plan);
	const struct schema_kind *kind = &table->kinds[record->kind];
	const struct told whole = {.plan = plan, .shape = kind->shape, .node = record->mapping};
	const struct told under = {.plan = plan, .node = holder_id(holder_fields, record)};
	const uint32_t left_out[] = {WORD_id, record->kind == KIND_node ? WORD_level : WORD_id,
		holder_fields[record->kind], 0};
	struct member items[MEMBERS];
	struct members members = {.items = items};
	member_add(&members, kpss_str("fields"), mapping_json(whole, left_out, arena));
	member_add(&members, kpss_str("id"), text_json(record->id, arena));
	member_add(
		&members, kpss_str("kind"), text_json(schema_word(table, kind->singular), arena));
	member_add(&members, kpss_str("level"), level_json(plan, record, whole, arena));
	member_add(&members, kpss_str("under"), scalar_json(under, arena));
	return object_json(members, arena);
}

struct kpss_str canonical_document(
	const struct plan *plan, const struct entity *subject, struct arena *arena)
{
	const uint16_t *holder_fields = holder_fields_of(&schema_embedded, arena);
	uint16_t kinds = (uint16_t)schema_embedded.kind_count;
	uint32_t count;
	size_t most = 0;
	for (uint16_t kind = 0; kind < kinds; kind++) {
		plan_kind(plan, kind, &count);
		most += count;
	}
	struct members records = {.items = arena_array(arena, most + 1, sizeof *records.items)};
	for (uint16_t kind = 0; kind < kinds; kind++) {
		const struct entity *const *entities = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			if (document_has(plan, subject, entities[i]))
				member_add(&records, kpss_str(""),
					record_json(plan, entities[i], holder_fields, arena));
	}
	struct member items[] = {{kpss_str("document"), text_json(subject->id, arena)},
		{kpss_str("format"), kpss_str("\"kpss-sha256-v1\"")},
		{kpss_str("records"), array_json(records, arena)}};
	return object_json(
		(struct members){.items = items, .count = sizeof items / sizeof *items}, arena);
}

void canonical_hash(const struct plan *plan, const struct entity *subject, struct arena *arena,
	char text[SHA256_TEXT_SIZE])
{
	struct arena_mark mark = arena_mark(arena);
	sha256_text(canonical_document(plan, subject, arena), text);
	arena_release(arena, mark);
}
