/* Records for programs. */
#include <jansson.h>

#include "answer/neighbour.h"
#include "base/arena.h"
#include "base/buf.h"
#include "plan/load.h"
#include "plan/value.h"
#include "query/path.h"
#include "render/described.h"
#include "render/record.h"
#include "render/recorded.h"
#include "render/show.h"

enum { SCHEMA_VERSION = 1, HUNDREDTHS = 100 };

static json_t *mapping_json(const struct query_row *row, uint32_t object, struct arena *arena);

static json_t *money_json(int64_t hundredths)
{
	if (hundredths % HUNDREDTHS == 0)
		return json_integer(hundredths / HUNDREDTHS);
	return json_real((double)hundredths / HUNDREDTHS);
}

static json_t *cell_json(const struct cell *cell)
{
	switch (cell->type) {
	case CELL_TEXT:
		return described_text(cell->text);
	case CELL_INTEGER:
		return json_integer(cell->number);
	case CELL_REAL:
		return json_real(cell->real);
	case CELL_MONEY:
		return money_json(cell->number);
	case CELL_DATE:
		return described_date((struct kpss_date){.days = (int32_t)cell->number});
	case CELL_BOOLEAN:
		return json_boolean(cell->number);
	default:
		return json_null();
	}
}

static json_t *scalar_json(const struct query_row *row, const struct schema_property *property,
	const struct schema_shape *shape, struct arena *arena)
{
	const struct path_end end = path_end_of(property, shape);
	const struct path_value value = {
		.row = *row, .end = &end, .record = plan_target(row->plan, row->value)};
	struct cell cell = path_cell(&value, arena);
	return cell_json(&cell);
}

/* Whatever a town likes to keep: texts as they are written. */
static json_t *free_json(const struct node *value)
{
	if (value->kind == NODE_SCALAR)
		return record_text_json(value_text(value));
	json_t *made = value->kind == NODE_MAPPING ? json_object() : json_array();
	if (value->kind == NODE_MAPPING)
		for (const struct node *key = node_first(value); key;
			key = node_next_key(value, key)) {
			struct kpss_str name = node_text(key);
			json_object_setn_new(made, name.ptr, name.len, free_json(node_value(key)));
		}
	else
		for (const struct node *item = node_first(value); item;
			item = node_next_item(value, item))
			json_array_append_new(made, free_json(item));
	return made;
}

static json_t *value_json(const struct query_row *row, const struct schema_property *property,
	const struct schema_shape *shape, struct arena *arena)
{
	const struct node *value = row->value;
	if (shape->items) {
		json_t *list = json_array();
		struct query_row item = *row;
		const struct schema_shape *inner =
			query_shape(plan_schema(row->plan), shape->items);
		for (item.value = value_first_item(value); item.value;
			item.value = node_next_item(value, item.value))
			json_array_append_new(list, value_json(&item, property, inner, arena));
		return list;
	}
	if (is_absent(value))
		return json_null();
	if (shape->object)
		return value->kind == NODE_MAPPING ? mapping_json(row, shape->object, arena)
						   : json_null();
	if (value->kind != NODE_SCALAR)
		return free_json(value);
	return scalar_json(row, property, shape, arena);
}

/* Every field that there may be; records that stand in this one are named below it. */
static json_t *mapping_json(const struct query_row *row, uint32_t number, struct arena *arena)
{
	const struct schema_table *schema = plan_schema(row->plan);
	const struct schema_object *object = &schema->objects[number];
	json_t *fields = json_object();
	for (uint32_t i = 0; i < object->count; i++) {
		const struct schema_property *property = &schema->properties[object->first + i];
		const struct schema_shape *shape = query_shape(schema, property->shape);
		if (property->level || (shape->items && query_shape(schema, shape->items)->kind))
			continue;
		struct kpss_str name = schema_word(schema, property->word);
		struct query_row value = *row;
		value.of = row;
		value.value = field(row->value, property->word);
		json_object_setn_new(
			fields, name.ptr, name.len, value_json(&value, property, shape, arena));
	}
	return fields;
}

static void place_set(json_t *object, const struct entity *record, const struct node *node)
{
	struct source *source = record->document->source;
	json_object_set_new(object, "file", described_text(source->path));
	json_object_set_new(object, "line", json_integer(source_locate(source, node->begin).line));
}

static json_t *neighbours_json(const struct plan *plan, struct neighbours neighbours)
{
	json_t *list = json_array();
	for (size_t i = 0; i < neighbours.count; i++) {
		const struct neighbour *neighbour = &neighbours.items[i];
		json_t *object = record_json(plan, neighbour->record);
		struct buf way = {0};
		if (neighbour->reference) {
			way_add(&way, plan, neighbour->record, neighbour->reference);
			json_object_set_new(object, "field", described_text(buf_str(&way)));
		}
		place_set(object, neighbour->record,
			neighbour->reference ? neighbour->reference : neighbour->record->mapping);
		json_array_append_new(list, object);
		buf_clear(&way);
	}
	return list;
}

static json_t *shown_json(const struct show_options *options, const struct entity *record)
{
	const struct plan *plan = options->plan;
	const struct schema_table *schema = plan_schema(plan);
	json_t *object = record_json(plan, record);
	struct query_row row = query_record_row(plan, NULL, record);
	place_set(object, record, record->mapping);
	json_object_set_new(object, "fields",
		mapping_json(&row, query_shape(schema, schema->kinds[record->kind].shape)->object,
			options->arena));
	json_object_set_new(object, "under", record_json(plan, record->parent));
	json_object_set_new(object, "below",
		neighbours_json(plan, neighbours_below(plan, record, options->arena)));
	json_object_set_new(object, "referredToBy",
		neighbours_json(plan, neighbours_referring(plan, record, options->arena)));
	return object;
}

void show_json(struct buf *buf, const struct show_options *options,
	const struct entity *const *records, size_t count)
{
	json_t *document = json_object(), *list = json_array();
	for (size_t i = 0; i < count; i++)
		json_array_append_new(list, shown_json(options, records[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "asOf", described_date(options->as_of));
	json_object_set_new(document, "at", recorded_json(options->recorded));
	json_object_set_new(document, "town", record_text_json(plan_town(options->plan)));
	json_object_set_new(document, "records", list);
	described_add(buf, 0, document);
	buf_add_char(buf, '\n');
}
