#include "query/references.h"

#include "plan/value.h"
#include "query/table.h"

struct walk {
	scalar_visit *visit;
	void *user;
};

static bool value_walk(const struct walk *walk, const struct query_row *row,
	const struct schema_property *property, const struct schema_shape *shape,
	const struct node *value);

static bool mapping_walk(const struct walk *walk, const struct query_row *row)
{
	const struct schema_table *schema = plan_schema(row->plan);
	if (!row->object || row->value->kind != NODE_MAPPING)
		return true;
	for (const struct node *key = node_first(row->value); key;
		key = node_next_key(row->value, key)) {
		const struct schema_property *property =
			schema_find(schema, &schema->objects[row->object], key->word);
		if (!property || property->level)
			continue;
		const struct schema_shape *shape = query_shape(schema, property->shape);
		if (!value_walk(walk, row, property, shape, node_value(key)))
			return false;
	}
	return true;
}

static bool list_walk(const struct walk *walk, const struct query_row *row,
	const struct schema_property *property, const struct schema_shape *shape,
	const struct node *list)
{
	const struct schema_shape *item = query_shape(plan_schema(row->plan), shape->items);
	struct query_row inner = *row;
	inner.of = row;
	inner.object = item->object;
	inner.number = 0;
	for (inner.value = value_first_item(list); inner.value && !item->kind;
		inner.value = node_next_item(list, inner.value)) {
		inner.number++;
		if (!(item->object ? mapping_walk(walk, &inner)
				   : value_walk(walk, &inner, property, item, inner.value)))
			return false;
	}
	return true;
}

static bool value_walk(const struct walk *walk, const struct query_row *row,
	const struct schema_property *property, const struct schema_shape *shape,
	const struct node *value)
{
	if (shape->items)
		return list_walk(walk, row, property, shape, value);
	if (shape->object && !shape->kind) {
		struct query_row inner = *row;
		inner.of = row;
		inner.object = shape->object;
		inner.value = value;
		return mapping_walk(walk, &inner);
	}
	/* What a town likes to keep has no fields that the schema knows. */
	for (const struct node *at = value; at < value + value->size; at++) {
		const struct scalar_found found = {
			.row = row, .property = property, .shape = shape, .node = at};
		if (at->kind == NODE_SCALAR && !at->is_key && !walk->visit(walk->user, &found))
			return false;
	}
	return true;
}

bool scalars_walk(
	const struct plan *plan, const struct entity *entity, scalar_visit *visit, void *user)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct walk walk = {.visit = visit, .user = user};
	struct query_row row = query_record_row(plan, NULL, entity);
	row.object = query_shape(schema, schema->kinds[entity->kind].shape)->object;
	return mapping_walk(&walk, &row);
}

/* Of scalars, those that are references. */
struct referring {
	reference_visit *visit;
	void *user;
};

static bool scalar_take(void *user, const struct scalar_found *scalar)
{
	const struct referring *referring = user;
	if (!scalar->shape->targets.count)
		return true;
	const struct reference_found found = {.row = scalar->row,
		.property = scalar->property,
		.node = scalar->node,
		.target = plan_target(scalar->row->plan, scalar->node)};
	return referring->visit(referring->user, &found);
}

bool references_walk_in(const struct query_row *row, reference_visit *visit, void *user)
{
	struct referring referring = {.visit = visit, .user = user};
	const struct walk walk = {.visit = scalar_take, .user = &referring};
	return mapping_walk(&walk, row);
}

bool references_walk(
	const struct plan *plan, const struct entity *entity, reference_visit *visit, void *user)
{
	struct referring referring = {.visit = visit, .user = user};
	return scalars_walk(plan, entity, scalar_take, &referring);
}
