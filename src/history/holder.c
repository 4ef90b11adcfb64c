#include "history/holder.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "schema/shape.h"

/* May records of a kind be written in a list of the other? */
static bool can_hold(const struct schema_table *table, uint16_t holder, uint16_t kind)
{
	const struct schema_object *object = shape_object(table, table->kinds[holder].shape);
	for (uint32_t i = 0; object && i < object->count; i++) {
		uint32_t items = shape_items(table, table->properties[object->first + i].shape);
		if (shape_kind(table, items) == kind + 1)
			return true;
	}
	return false;
}

static bool leads_to_holders(const struct schema_table *table, uint16_t kind, uint32_t shape)
{
	const struct schema_shape *reference = shape_with(table, shape, SHAPE_TARGETS);
	if (!reference || shape_items(table, shape))
		return false;
	for (uint32_t i = 0; i < reference->targets.count; i++) {
		uint16_t target = table->lists[reference->targets.first + i];
		if ((target & TARGET_LEVEL) || !can_hold(table, target, kind))
			return false;
	}
	return true;
}

const uint16_t *holder_fields_of(const struct schema_table *table, struct arena *arena)
{
	uint16_t *fields = arena_array(arena, table->kind_count, sizeof *fields);
	for (uint16_t kind = 0; kind < table->kind_count; kind++) {
		const struct schema_object *object = shape_object(table, table->kinds[kind].shape);
		for (uint32_t i = 0; object && i < object->count && !fields[kind]; i++) {
			const struct schema_property *property =
				&table->properties[object->first + i];
			if (leads_to_holders(table, kind, property->shape))
				fields[kind] = property->word;
		}
	}
	return fields;
}

const struct node *holder_id(const uint16_t *holder_fields, const struct entity *entity)
{
	uint16_t word = holder_fields[entity->kind];
	const struct entity *parent = entity->parent;
	const struct node *named = word ? field(entity->mapping, word) : value_none();
	/* The parent of an item that only names it is in reach of no more than its id. */
	if (parent && parent->document == entity->document && parent->node_at < entity->node_at &&
		entity->node_at < parent->node_at + parent->mapping->size)
		return field(parent->mapping, WORD_id);
	return named;
}
