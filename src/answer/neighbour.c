#include "answer/neighbour.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "plan/value.h"
#include "query/references.h"
#include "query/table.h"

enum { FIRST_NEIGHBOURS = 16 };

struct gathering {
	const struct entity *record, *from;
	struct neighbour *items;
	size_t count, capacity;
};

static void neighbour_add(
	struct gathering *gathering, const struct entity *record, const struct node *reference)
{
	if (gathering->count == gathering->capacity) {
		gathering->capacity =
			gathering->capacity ? gathering->capacity * 2 : FIRST_NEIGHBOURS;
		gathering->items = memory_resize(
			gathering->items, gathering->capacity, sizeof *gathering->items);
	}
	gathering->items[gathering->count++] =
		(struct neighbour){.record = record, .reference = reference};
}

static struct neighbours gathered(struct gathering *gathering, struct arena *arena)
{
	struct neighbour *items = arena_array(arena, gathering->count + 1, sizeof *items);
	if (gathering->count)
		memcpy(items, gathering->items, gathering->count * sizeof *items);
	free(gathering->items);
	return (struct neighbours){.items = items, .count = gathering->count};
}

static bool reference_take(void *user, const struct reference_found *found)
{
	struct gathering *gathering = user;
	if (found->target == gathering->record)
		neighbour_add(gathering, gathering->from, found->node);
	return true;
}

struct neighbours neighbours_referring(
	const struct plan *plan, const struct entity *record, struct arena *arena)
{
	struct gathering gathering = {.record = record};
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++) {
			gathering.from = records[i];
			references_walk(plan, records[i], reference_take, &gathering);
		}
	}
	return gathered(&gathering, arena);
}

struct neighbours neighbours_below(
	const struct plan *plan, const struct entity *record, struct arena *arena)
{
	struct gathering gathering = {.record = record};
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			if (records[i]->parent == record)
				neighbour_add(&gathering, records[i], NULL);
	}
	return gathered(&gathering, arena);
}

static bool is_within(const struct node *collection, const struct node *node)
{
	return node >= collection && node < collection + collection->size;
}

/* The item that holds the value, and its number. */
static const struct node *item_with(
	const struct node *list, const struct node *value, uint32_t *number)
{
	const struct node *item = value_first_item(list);
	for (*number = 1; item && !is_within(item, value); item = node_next_item(list, item))
		++*number;
	return item;
}

void way_walk(const struct plan *plan, const struct entity *record, const struct node *value,
	way_visit *visit, void *user)
{
	const struct schema_table *schema = plan_schema(plan);
	uint32_t object = query_shape(schema, schema->kinds[record->kind].shape)->object;
	const struct node *at = record->mapping;
	while (at && at != value && at->kind == NODE_MAPPING) {
		const struct node *key = node_first(at);
		while (key && !is_within(node_value(key), value))
			key = node_next_key(at, key);
		const struct schema_property *property =
			key && object ? schema_find(schema, &schema->objects[object], key->word)
				      : NULL;
		if (!property)
			return;
		const struct schema_shape *shape = query_shape(schema, property->shape);
		uint32_t number = 0;
		at = node_value(key);
		if (shape->items && at != value) {
			at = item_with(at, value, &number);
			shape = query_shape(schema, shape->items);
		}
		visit(user, property, number);
		object = shape->object;
	}
}

struct way {
	struct buf *buf;
	const struct schema_table *schema;
	bool begun;
};

static void way_step_add(void *user, const struct schema_property *property, uint32_t number)
{
	struct way *way = user;
	buf_add_text(way->buf, way->begun ? "/" : "");
	buf_add(way->buf, schema_word(way->schema, property->word));
	if (number)
		buf_addf(way->buf, "/%u", number);
	way->begun = true;
}

void way_add(struct buf *buf, const struct plan *plan, const struct entity *record,
	const struct node *value)
{
	struct way way = {.buf = buf, .schema = plan_schema(plan)};
	way_walk(plan, record, value, way_step_add, &way);
}
