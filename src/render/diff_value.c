/* A value of a record in words: references by the names of records, days and amounts as the language writes them. */
#include <inttypes.h>

#include "answer/due.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/diff_inside.h"
#include "render/message.h"
#include "schema/shape.h"

static bool is_czech(const struct diff_options *options)
{
	return strcmp(language_code(options->language), "cs") == 0;
}

static void add_spaced(struct buf *buf, struct kpss_str word)
{
	for (size_t i = 0; i < word.len; i++)
		buf_add_char(buf, word.ptr[i] == '_' ? ' ' : word.ptr[i]);
}

/* What a reference leads to may be in the other state only, or in neither. */
static void add_reference(struct buf *buf, const struct diff *diff, struct told value)
{
	struct kpss_str id = value_text(value.node);
	const struct plan *other = value.plan == diff->before ? diff->after : diff->before;
	const struct entity *found = plan_find(value.plan, id);
	found = found ? found : plan_find(other, id);
	buf_add(buf, found ? record_called(found) : id);
}

static bool add_enumerated(struct buf *buf, const struct diff_options *options, struct told value)
{
	const struct schema_table *table = plan_schema(value.plan);
	const struct schema_shape *shape = shape_with(table, value.shape, SHAPE_VALUES);
	for (uint32_t i = 0; shape && i + 1 < shape->values.count; i += 2) {
		const uint16_t *words = table->lists + shape->values.first + i;
		if (words[0] != value.node->word)
			continue;
		add_spaced(buf, schema_word(table, words[is_czech(options)]));
		return true;
	}
	return false;
}

static bool add_status(struct buf *buf, struct told value)
{
	const struct node *statuses = field(plan_profile(value.plan), WORD_statuses);
	struct kpss_str text = value_text(value.node);
	if (shape_format(plan_schema(value.plan), value.shape) != FORMAT_STATUS)
		return false;
	for (const struct node *item = value_first_item(statuses); item;
		item = node_next_item(statuses, item))
		if (kpss_str_equal(value_text(field(item, WORD_code)), text))
			text = value_text(field(item, WORD_label));
	buf_add(buf, text);
	return true;
}

static bool add_date(struct buf *buf, const struct diff_options *options, struct told value)
{
	struct kpss_date date;
	if (shape_format(plan_schema(value.plan), value.shape) != FORMAT_DATE ||
		!kpss_date_parse(value_text(value.node), &date))
		return false;
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {argument_date(date)};
	message_add(buf, options->language, "{0}", arguments);
	return true;
}

static bool add_truth(struct buf *buf, const struct diff_options *options, struct told value)
{
	const struct schema_shape *shape =
		shape_with(plan_schema(value.plan), value.shape, SHAPE_TYPES);
	if (!shape || !(shape->types & TYPE_BOOLEAN) ||
		node_scalar_type(value.node) != SCALAR_BOOLEAN)
		return false;
	bool yes = value.node->text[0] == 't' || value.node->text[0] == 'T';
	buf_add_text(buf, language_text(options->language, yes ? N_("yes") : N_("no")));
	return true;
}

static void add_scalar(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	struct told value)
{
	const struct schema_table *table = plan_schema(value.plan);
	if (shape_with(table, value.shape, SHAPE_TARGETS))
		add_reference(buf, diff, value);
	else if (!add_enumerated(buf, options, value) && !add_status(buf, value) &&
		 !add_date(buf, options, value) && !add_truth(buf, options, value))
		buf_add(buf, value_text(value.node));
}

static void add_list(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	struct told list)
{
	for (const struct node *item = node_first(list.node); item;
		item = node_next_item(list.node, item)) {
		buf_add_text(buf, item == list.node + 1 ? "" : ", ");
		diff_add_value(buf, options, diff, told_item(list, item));
	}
}

static void add_field(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	struct told mapping, const struct node *key)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_object *object = shape_object(table, mapping.shape);
	const struct schema_property *property =
		object ? schema_find(table, object, key->word) : NULL;
	struct kpss_str title =
		property ? schema_text(table,
				   is_czech(options) ? property->czech_title : property->title)
			 : kpss_str("");
	struct told value = {.plan = mapping.plan,
		.shape = property ? property->shape : 0,
		.node = node_value(key)};
	buf_add(buf, title.len ? title : node_text(key));
	buf_add_text(buf, ": ");
	diff_add_value(buf, options, diff, value);
}

/* What tells it from others stands alone, the rest in brackets behind it. */
static void add_mapping(struct buf *buf, const struct diff_options *options,
	const struct diff *diff, struct told mapping)
{
	struct told anchor = told_anchor(mapping);
	const char *before = "";
	if (!is_absent(anchor.node)) {
		diff_add_value(buf, options, diff, anchor);
		before = " (";
	}
	for (const struct node *key = node_first(mapping.node); key;
		key = node_next_key(mapping.node, key)) {
		if (node_value(key) == anchor.node)
			continue;
		buf_add_text(buf, before);
		before = ", ";
		add_field(buf, options, diff, mapping, key);
	}
	if (!is_absent(anchor.node) && before[0] == ',')
		buf_add_char(buf, ')');
}

void diff_add_value(struct buf *buf, const struct diff_options *options, const struct diff *diff,
	struct told value)
{
	if (is_absent(value.node))
		return;
	if (value.node->kind == NODE_MAPPING)
		add_mapping(buf, options, diff, value);
	else if (value.node->kind == NODE_SEQUENCE)
		add_list(buf, options, diff, value);
	else
		add_scalar(buf, options, diff, value);
}
