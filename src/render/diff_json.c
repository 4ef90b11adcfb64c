/* The difference as one JSON document: keys and enumerated values are English, whatever language anything is in. */
#include "render/described.h"
#include "render/diff_inside.h"
#include "render/record.h"
#include "render/recorded.h"
#include "schema/shape.h"

enum { SCHEMA_VERSION = 1 };

static json_t *value_json(const struct diff_options *options, struct told value);

static json_t *mapping_json(const struct diff_options *options, struct told mapping)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_object *object = shape_object(table, mapping.shape);
	json_t *result = json_object();
	for (const struct node *key = node_first(mapping.node); key;
		key = node_next_key(mapping.node, key)) {
		const struct schema_property *property =
			object ? schema_find(table, object, key->word) : NULL;
		struct kpss_str name =
			property ? schema_word(table, property->word) : node_text(key);
		struct told value = {.plan = mapping.plan,
			.shape = property ? property->shape : 0,
			.node = node_value(key)};
		json_object_setn_new(result, name.ptr, name.len, value_json(options, value));
	}
	return result;
}

static json_t *list_json(const struct diff_options *options, struct told list)
{
	json_t *result = json_array();
	for (const struct node *item = node_first(list.node); item;
		item = node_next_item(list.node, item))
		json_array_append_new(result, value_json(options, told_item(list, item)));
	return result;
}

/* Enumerated values in English, a status by its code. A text keeps its lines; a number that need not be whole is text, so that it
 * stays as exact as it is written. */
static json_t *scalar_json(const struct diff_options *options, struct told value)
{
	const struct schema_table *table = plan_schema(value.plan);
	const struct schema_shape *shape = shape_with(table, value.shape, SHAPE_TYPES);
	int64_t whole;
	if (shape && shape->types == TYPE_BOOLEAN && node_scalar_type(value.node) == SCALAR_BOOLEAN)
		return json_boolean(value.node->text[0] == 't' || value.node->text[0] == 'T');
	if (shape && shape->types == TYPE_INTEGER && value_integer(value.node, &whole))
		return json_integer(whole);
	if (shape_with(table, value.shape, SHAPE_VALUES) ||
		shape_format(table, value.shape) == FORMAT_STATUS)
		return described_text(meaning_of(value, options->arena));
	return described_text(value_text(value.node));
}

static json_t *value_json(const struct diff_options *options, struct told value)
{
	if (is_absent(value.node))
		return json_null();
	if (value.node->kind == NODE_MAPPING)
		return mapping_json(options, value);
	return value.node->kind == NODE_SEQUENCE ? list_json(options, value)
						 : scalar_json(options, value);
}

static json_t *unit_json(uint32_t unit)
{
	return unit ? described_text(schema_word(&schema_embedded, (uint16_t)unit)) : json_null();
}

static json_t *money_json(const struct diff_change *change)
{
	const struct diff_money *money = &change->money;
	if (!money->is_money)
		return json_null();
	json_t *object = json_object();
	bool was = !is_absent(change->before.node), is = !is_absent(change->after.node);
	json_object_set_new(
		object, "beforeHundredths", was ? json_integer(money->before) : json_null());
	json_object_set_new(object, "beforeUnit", unit_json(money->unit_before));
	json_object_set_new(
		object, "afterHundredths", is ? json_integer(money->after) : json_null());
	json_object_set_new(object, "afterUnit", unit_json(money->unit_after));
	return object;
}

static json_t *words_json(const struct diff_options *options, const struct diff_change *change)
{
	static const char *const fates[] = {"same", "removed", "added"};
	const struct word_run *runs;
	size_t count = diff_words(options, change, &runs);
	json_t *words = json_array();
	for (size_t i = 0; i < count; i++) {
		json_t *run = json_object();
		json_object_set_new(run, "fate", json_string(fates[runs[i].fate]));
		json_object_set_new(run, "text", described_text(runs[i].text));
		json_array_append_new(words, run);
	}
	return words;
}

static json_t *side_json(const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change, bool before)
{
	const struct entity *entity = before ? record->before : record->after;
	if (change->sort == DIFF_LEVEL)
		return described_text(
			record_kind_word(before ? diff->before : diff->after, entity));
	return value_json(options, before ? change->before : change->after);
}

static json_t *change_json(const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record, const struct diff_change *change)
{
	struct buf title = {0};
	json_t *object = json_object();
	diff_add_subject(&title, options, diff, change);
	json_object_set_new(object, "sort", json_string(diff_sort_word(change->sort)));
	json_object_set_new(object, "path", record_text_json(diff_path(change, options->arena)));
	json_object_set_new(object, "title", described_text(buf_str(&title)));
	json_object_set_new(object, "before", side_json(options, diff, record, change, true));
	json_object_set_new(object, "after", side_json(options, diff, record, change, false));
	json_object_set_new(object, "words", words_json(options, change));
	json_object_set_new(object, "money", money_json(change));
	json_object_set_new(object, "binding", json_boolean(change->binding));
	buf_clear(&title);
	return object;
}

static json_t *record_diff_json(const struct diff_options *options, const struct diff *diff,
	const struct diff_record *record)
{
	json_t *object = json_object(), *changes = json_array();
	for (size_t i = 0; i < record->count; i++)
		json_array_append_new(
			changes, change_json(options, diff, record, &record->changes[i]));
	json_object_set_new(object, "fate", json_string(diff_fate_word(record->fate)));
	json_object_set_new(object, "profile", json_boolean(!diff_shown(record)));
	json_object_set_new(object, "before", record_json(diff->before, record->before));
	json_object_set_new(object, "after", record_json(diff->after, record->after));
	json_object_set_new(object, "binding", json_integer((json_int_t)record->binding));
	json_object_set_new(object, "changes", changes);
	return object;
}

static json_t *state_json(const struct diff_state *state)
{
	json_t *object = json_object();
	json_object_set_new(object, "name", described_text(state->called));
	json_object_set_new(object, "recorded", recorded_json(state->recorded));
	return object;
}

static void json_add(struct buf *buf, const struct diff_options *options, const struct diff *diff)
{
	json_t *document = json_object(), *summary = json_object(), *records = json_array();
	const struct {
		const char *key;
		size_t count;
	} counts[] = {{"added", diff->added}, {"removed", diff->removed},
		{"changed", diff->changed}, {"binding", diff->binding}};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		json_object_set_new(
			summary, counts[i].key, json_integer((json_int_t)counts[i].count));
	for (size_t i = 0; i < diff->count; i++)
		json_array_append_new(records, record_diff_json(options, diff, &diff->records[i]));
	json_object_set_new(document, "schemaVersion", json_integer(SCHEMA_VERSION));
	json_object_set_new(document, "from", state_json(&options->from));
	json_object_set_new(document, "to", state_json(&options->to));
	json_object_set_new(document, "summary", summary);
	json_object_set_new(document, "records", records);
	described_add(buf, 0, document);
	buf_add_char(buf, '\n');
}

const struct diff_format diff_format_json = {.name = "json", .add = json_add};
