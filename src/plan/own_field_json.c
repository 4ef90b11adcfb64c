/* The declaration of an own field as the schema that a programmer would have written for it. */
#include <jansson.h>
#include <stdlib.h>

#include "base/arena.h"
#include "plan/internal.h"
#include "plan/value.h"

/* The same shapes as in schemas/common.schema.json. */
static const struct {
	uint32_t type;
	const char *json;
} values[] = {
	{WORD_text, "{\"type\": \"string\", \"minLength\": 1}"},
	{WORD_number, "{\"type\": \"number\"}"},
	{WORD_integer, "{\"type\": \"integer\"}"},
	{WORD_amount, "{\"type\": \"number\", \"minimum\": 0, \"x-kpss-format\": \"money\"}"},
	{WORD_truth, "{\"type\": \"boolean\"}"},
	{WORD_date, "{\"type\": \"string\", \"format\": \"date\"}"},
	{WORD_year, "{\"type\": \"integer\", \"minimum\": 1990, \"maximum\": 2100}"},
	{WORD_choice, "{\"type\": \"string\"}"},
	{WORD_reference, "{\"type\": \"string\"}"},
};

static json_t *text_json(struct kpss_str text)
{
	return json_stringn(text.ptr, text.len);
}

/* The text of a field, that of the other where it is not given. */
static struct kpss_str either_text(const struct node *mapping, uint32_t word, uint32_t other)
{
	struct kpss_str text = value_text(field(mapping, word));
	return text.len > 0 ? text : value_text(field(mapping, other));
}

static void choices_set(json_t *schema, const struct node *choices)
{
	json_t *english = json_array(), *czech = json_array();
	for (const struct node *item = node_first(choices); item; item = node_next_item(choices, item)) {
		struct kpss_str text = either_text(item, WORD_value_en, WORD_value_cs);
		if (text.len == 0)
			continue;
		json_array_append_new(english, text_json(text));
		json_array_append_new(czech, text_json(either_text(item, WORD_value_cs, WORD_value_en)));
	}
	json_object_set_new(schema, "enum", english);
	json_object_set_new(schema, "x-kpss-enum-cs", czech);
}

static void targets_set(const struct plan *plan, json_t *schema, const struct node *targets)
{
	const struct schema_table *table = plan->tools->schema;
	json_t *list = json_array();
	for (const struct node *item = node_first(targets); item; item = node_next_item(targets, item)) {
		struct top_word target = plan_kind_named(plan, value_text(item));
		uint16_t word = target.level ? table->levels[target.level - 1].singular : table->kinds[target.kind - 1].singular;
		json_array_append_new(list, text_json(schema_word(table, word)));
	}
	json_object_set_new(schema, "x-kpss-ref", list);
}

static json_t *value_json(const struct plan *plan, const struct node *mapping)
{
	uint32_t type = value_word(field(mapping, WORD_value_type));
	json_t *schema = NULL;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (values[i].type == type)
			schema = json_loads(values[i].json, 0, NULL);
	if (type == WORD_choice)
		choices_set(schema, field(mapping, WORD_choices));
	if (type == WORD_reference)
		targets_set(plan, schema, field(mapping, WORD_refers_to));
	if (value_is_true(field(mapping, WORD_many)))
		schema = json_pack("{s:s, s:o}", "type", "array", "items", schema);
	return schema;
}

static void annotations_set(json_t *schema, const struct node *mapping)
{
	struct kpss_str key_en = either_text(mapping, WORD_key_en, WORD_key_cs);
	struct kpss_str key_cs = either_text(mapping, WORD_key_cs, WORD_key_en);
	struct kpss_str title_en = either_text(mapping, WORD_title_en, WORD_title_cs);
	struct kpss_str title_cs = either_text(mapping, WORD_title_cs, WORD_title_en);
	struct kpss_str description = value_text(field(mapping, WORD_description));
	json_object_set_new(schema, "x-kpss-cs", text_json(key_cs));
	json_object_set_new(schema, "title", text_json(title_en.len ? title_en : key_en));
	json_object_set_new(schema, "x-kpss-title-cs", text_json(title_cs.len ? title_cs : key_cs));
	if (description.len > 0) {
		json_object_set_new(schema, "description", text_json(description));
		json_object_set_new(schema, "x-kpss-description-cs", text_json(description));
	}
	json_object_set_new(schema, "x-kpss-own", json_true());
	if (value_is_true(field(mapping, WORD_public)))
		json_object_set_new(schema, "x-kpss-public", json_true());
}

const char *own_field_json(const struct plan *plan, const struct node *mapping, bool usable)
{
	json_t *schema = usable ? value_json(plan, mapping) : json_object();
	annotations_set(schema, mapping);
	char *text = json_dumps(schema, JSON_COMPACT);
	if (!text)
		memory_exhausted();
	const char *copy = arena_text(plan->arena, kpss_str(text)).ptr;
	free(text);
	json_decref(schema);
	return copy;
}
