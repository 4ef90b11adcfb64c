/* A plan as one JSON document: its records as the model has them, under English names. */
#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "query/row.h"
#include "render/described.h"
#include "render/export_json.h"
#include "render/plain.h"
#include "schema/bundle.h"

static bool value_add(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *node, struct setting setting);

static void key_add(struct json_writer *writer, struct kpss_str name)
{
	described_add_text(writer->out, name);
	buf_add_text(writer->out, ": ");
}

static bool list_add(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *list, struct setting setting)
{
	const struct schema_shape *items = query_shape(writer->schema, shape->items);
	bool any = false;
	buf_add_char(writer->out, '[');
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item)) {
		size_t before = writer->out->len;
		buf_add_text(writer->out, any ? ", " : "");
		if (value_add(writer, items, item, setting))
			any = true;
		else
			writer->out->len = before;
	}
	buf_add_char(writer->out, ']');
	return true;
}

/* The shape of a field's value; NULL when there is no such field. */
static const struct schema_shape *field_shape(const struct json_writer *writer,
	const struct schema_shape *shape, const struct node *key, struct setting *setting)
{
	static const struct schema_shape any = {0};
	const struct schema_object *object = &writer->schema->objects[shape->object];
	const struct schema_property *property =
		shape->object ? schema_find(writer->schema, object, key->word) : NULL;
	setting->level = property ? property->level : 0;
	if (property)
		return query_shape(writer->schema, property->shape);
	if (shape->object && object->others)
		return query_shape(writer->schema, object->others);
	/* Maps whose keys have no names, as `extra`. */
	return !shape->object || shape->has_patterns ? &any : NULL;
}

static struct kpss_str key_name(const struct json_writer *writer, const struct node *key)
{
	return key->word < writer->schema->word_count
		       ? schema_word(writer->schema, (uint16_t)key->word)
		       : node_text(key);
}

static bool is_first_of_its_name(
	const struct json_writer *writer, const struct node *mapping, const struct node *key)
{
	struct kpss_str name = key_name(writer, key);
	for (const struct node *earlier = node_first(mapping); earlier < key;
		earlier = node_next_key(mapping, earlier))
		if (kpss_str_equal(key_name(writer, earlier), name))
			return false;
	return true;
}

static struct setting setting_within(const struct node *mapping, struct setting setting)
{
	uint32_t unit = value_word(field(mapping, WORD_unit));
	if (unit == WORD_thousand_czk || unit == WORD_czk)
		setting.thousands = unit == WORD_thousand_czk;
	return setting;
}

static bool mapping_add(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *mapping, struct setting around)
{
	struct buf *out = writer->out;
	struct setting setting = setting_within(mapping, around);
	const char *between = "";
	buf_add_char(out, '{');
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		size_t before = out->len;
		const struct schema_shape *within = field_shape(writer, shape, key, &setting);
		if (!within || !is_first_of_its_name(writer, mapping, key))
			continue;
		buf_add_text(out, between);
		key_add(writer, key_name(writer, key));
		if (value_add(writer, within, node_value(key), setting))
			between = ", ";
		else
			out->len = before;
	}
	/* The list that an item stands in says its level; whoever reads the item alone is told too. */
	if (around.level && shape->kind && is_absent(field(mapping, WORD_level))) {
		buf_add_text(out, between);
		key_add(writer, kpss_str("level"));
		described_add_text(out, schema_word(writer->schema,
						writer->schema->levels[around.level - 1].singular));
	}
	buf_add_char(out, '}');
	return true;
}

static bool value_add(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *node, struct setting setting)
{
	switch (node->kind) {
	case NODE_MAPPING:
		return (shape->types == 0 || shape->types & TYPE_OBJECT) &&
		       mapping_add(writer, shape, node, setting);
	case NODE_SEQUENCE:
		return (shape->types == 0 || shape->types & TYPE_ARRAY) &&
		       list_add(writer, shape, node, setting);
	default:
		return export_scalar(writer, shape, node, setting);
	}
}

/* Finds, for records in the order of a document, whether each stands at the left margin or in another one. */
struct margin {
	const struct document *document;
	const struct node *key, *item;
};

static bool is_at_margin(struct margin *margin, const struct entity *record)
{
	const struct node *root = record->document->root;
	if (margin->document != record->document)
		*margin = (struct margin){.document = record->document, .key = node_first(root)};
	while (margin->key) {
		const struct node *list = node_value(margin->key);
		if (!margin->item)
			margin->item = value_first_item(list);
		while (margin->item && margin->item + margin->item->size <= record->mapping)
			margin->item = node_next_item(list, margin->item);
		if (margin->item)
			return margin->item == record->mapping;
		margin->key = node_next_key(root, margin->key);
	}
	return false;
}

static struct setting setting_of_town(const struct plan *plan)
{
	uint32_t unit = value_word(field(plan_profile(plan), WORD_money_unit));
	return (struct setting){.thousands = unit == WORD_thousand_czk};
}

static void records_add(struct json_writer *writer, uint16_t kind)
{
	const struct schema_kind *is = &writer->schema->kinds[kind];
	const struct schema_shape *shape = query_shape(writer->schema, is->shape);
	struct margin margin = {0};
	uint32_t count;
	const struct entity *const *records = plan_kind(writer->plan, kind, &count);
	bool any = false;
	key_add(writer, schema_word(writer->schema, is->plural));
	buf_add_char(writer->out, '[');
	for (uint32_t i = 0; i < count; i++) {
		struct setting setting = setting_of_town(writer->plan);
		setting.level = records[i]->level;
		if (!is_at_margin(&margin, records[i]))
			continue;
		buf_add_text(writer->out, any ? ",\n      " : "\n      ");
		value_add(writer, shape, records[i]->mapping, setting);
		arena_reset(writer->scratch);
		any = true;
	}
	buf_add_text(writer->out, any ? "\n    ]" : "]");
}

static void named_text_add(struct json_writer *writer, const char *name, struct kpss_str text)
{
	key_add(writer, kpss_str(name));
	if (text.len)
		described_add_text(writer->out, text);
	else
		buf_add_text(writer->out, "null");
}

static void header_add(struct json_writer *writer, const struct database_plan *plan)
{
	struct buf *out = writer->out;
	buf_addf(out, "{\n  \"schemaVersion\": %d,\n  \"asOf\": \"", SCHEMA_EXPORT_VERSION);
	plain_add_date(out, plan->as_of);
	buf_add_text(out, "\",\n  ");
	named_text_add(writer, "commit", plan->revision);
	buf_add_text(out, ",\n  \"town\": {");
	named_text_add(writer, "name", plan_town(plan->plan));
	buf_add_text(out, ", ");
	named_text_add(writer, "code", plan_town_code(plan->plan));
	buf_add_text(out, "},\n  \"profile\": ");
	if (!plan_profile_document(plan->plan) ||
		!value_add(writer, query_shape(writer->schema, writer->schema->profile),
			plan_profile(plan->plan), setting_of_town(plan->plan)))
		buf_add_text(out, "null");
}

void export_json(struct buf *out, const struct database_plan *plan)
{
	struct json_writer writer = {.out = out,
		.plan = plan->plan,
		.schema = plan_schema(plan->plan),
		.scratch = arena_new()};
	header_add(&writer, plan);
	buf_add_text(out, ",\n  \"records\": {");
	for (uint32_t kind = 0; kind < writer.schema->kind_count; kind++) {
		buf_add_text(out, kind ? ",\n    " : "\n    ");
		records_add(&writer, (uint16_t)kind);
	}
	buf_add_text(out, "\n  }\n}\n");
	arena_free(writer.scratch);
}
