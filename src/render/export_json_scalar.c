/* Single values of a plan as JSON. */
#include "render/export_json.h"

#include <math.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"
#include "plan/value.h"
#include "query/row.h"
#include "render/described.h"
#include "render/plain.h"

static bool text_add(struct json_writer *writer, struct kpss_str text)
{
	described_add_text(writer->out, text_nfc(writer->scratch, text));
	return true;
}

static bool number_add(struct json_writer *writer, const struct node *node)
{
	int64_t whole;
	char text[64] = {0};
	if (value_integer(node, &whole)) {
		buf_addf(writer->out, "%lld", (long long)whole);
		return true;
	}
	if (node->length >= sizeof text)
		return false;
	memcpy(text, node->text, node->length);
	double number = strtod(text, NULL);
	if (!isfinite(number))
		return false;
	plain_add_real(writer->out, number, '.');
	return true;
}

static bool money_add(struct json_writer *writer, const struct node *node, struct setting setting)
{
	int64_t hundredths;
	if (!value_money(node, &hundredths) ||
		(setting.thousands && __builtin_mul_overflow(hundredths, 1000, &hundredths)))
		return false;
	plain_add_money(writer->out, hundredths, '.');
	return true;
}

static bool date_add(struct json_writer *writer, const struct node *node)
{
	struct kpss_date day = value_date(node, KPSS_DATE_EARLIEST);
	if (day.days == INT32_MIN)
		return false;
	buf_add_char(writer->out, '"');
	plain_add_date(writer->out, day);
	buf_add_char(writer->out, '"');
	return true;
}

/* The English word of a level or kind of the catalogue; the town's own as it is written. */
static bool level_add(struct json_writer *writer, struct kpss_str written)
{
	const struct schema_table *schema = writer->schema;
	struct top_word named = plan_kind_named(writer->plan, written);
	if (named.level)
		return text_add(
			writer, schema_word(schema, schema->levels[named.level - 1].singular));
	if (named.kind && !named.own)
		return text_add(
			writer, schema_word(schema, schema->kinds[named.kind - 1].singular));
	return text_add(writer, written);
}

/* All amounts are written in crowns, so that is what a unit says. */
static bool enumerated_add(struct json_writer *writer, const struct node *node)
{
	uint32_t word = value_word(node);
	if (word >= writer->schema->word_count)
		return false;
	word = word == WORD_thousand_czk ? WORD_czk : word;
	return text_add(writer, schema_word(writer->schema, (uint16_t)word));
}

/* What YAML makes of the scalar, where the schema leaves it open. */
static bool open_add(struct json_writer *writer, const struct node *node)
{
	enum scalar_type type = node_scalar_type(node);
	if (type == SCALAR_BOOLEAN) {
		buf_add_text(writer->out, value_is_true(node) ? "true" : "false");
		return true;
	}
	if (type == SCALAR_NULL) {
		buf_add_text(writer->out, "null");
		return true;
	}
	if (type != SCALAR_TEXT && number_add(writer, node))
		return true;
	return text_add(writer, node_text(node));
}

static bool typed_add(
	struct json_writer *writer, const struct schema_shape *shape, const struct node *node)
{
	enum scalar_type type = node_scalar_type(node);
	bool is_number = type == SCALAR_NUMBER || type == SCALAR_INTEGER;
	if (shape->types == 0)
		return open_add(writer, node);
	if (shape->types & TYPE_BOOLEAN && type == SCALAR_BOOLEAN)
		return open_add(writer, node);
	if (shape->types & (TYPE_NUMBER | TYPE_INTEGER) && is_number)
		return number_add(writer, node);
	return shape->types & TYPE_STRING && text_add(writer, node_text(node));
}

bool export_scalar(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *node, struct setting setting)
{
	if (shape->values.count)
		return enumerated_add(writer, node);
	switch (shape->format) {
	case FORMAT_DATE:
		return date_add(writer, node);
	case FORMAT_MONEY:
		return money_add(writer, node, setting);
	case FORMAT_LEVEL:
		return level_add(writer, node_text(node));
	case FORMAT_STATUS:
		return text_add(writer, query_status_code(writer->plan, node_text(node)));
	default:
		return typed_add(writer, shape, node);
	}
}
