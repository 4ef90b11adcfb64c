#include "change/piece.h"

#include <assert.h>

#include "document/quote.h"
#include "plan/plan.h"
#include "schema/shape.h"

/* The fields of a value that is a mapping, as a number of the schema's objects. */
static uint32_t fields_of(const struct piece *piece, uint32_t shape)
{
	return shape_with(piece->schema, shape, SHAPE_OBJECT)->object;
}

static void level_enter(struct piece *piece, uint32_t object, uint32_t indent)
{
	assert(piece->depth < PIECE_DEEPEST);
	piece->levels[piece->depth].object = object;
	piece->levels[piece->depth].indent = indent;
	piece->levels[piece->depth].is_begun = false;
	piece->depth++;
}

static const struct schema_property *property_of(const struct piece *piece, uint16_t field)
{
	const struct schema_object *object =
		&piece->schema->objects[piece->levels[piece->depth - 1].object];
	const struct schema_property *property = schema_find(piece->schema, object, field);
	assert(property);
	return property;
}

void piece_begin(struct piece *piece, const struct plan *plan, uint16_t kind)
{
	*piece = (struct piece){.schema = plan_schema(plan), .is_czech = plan_is_czech(plan)};
	level_enter(piece, fields_of(piece, piece->schema->kinds[kind].shape), 0);
}

void piece_begin_item(struct piece *piece, const struct plan *plan, uint16_t kind, uint16_t list)
{
	piece_begin(piece, plan, kind);
	piece->levels[0].object = fields_of(piece, shape_items(piece->schema, property_of(piece, list)->shape));
}

void piece_clear(struct piece *piece)
{
	buf_clear(&piece->yaml);
}

static void indent_add(struct piece *piece)
{
	if (!piece->levels[piece->depth - 1].is_begun)
		buf_add_repeated(&piece->yaml, ' ', piece->levels[piece->depth - 1].indent);
	piece->levels[piece->depth - 1].is_begun = false;
}

static void key_add(struct piece *piece, const struct schema_property *property)
{
	indent_add(piece);
	buf_add(&piece->yaml,
		schema_word(piece->schema, piece->is_czech ? property->czech : property->word));
	buf_add_char(&piece->yaml, ':');
}

void yaml_scalar_add(struct buf *buf, struct kpss_str text)
{
	const struct node as_plain = {
		.text = text.ptr, .length = (uint32_t)text.len, .style = STYLE_PLAIN};
	bool plain = plain_is_safe(text, false) && !plain_is_ambiguous(text) &&
		     node_scalar_type(&as_plain) == SCALAR_TEXT;
	if (plain)
		buf_add(buf, text);
	else
		quote_double(buf, text);
}

static bool has_lines(struct kpss_str text)
{
	return text.len > 1 && memchr(text.ptr, '\n', text.len - 1);
}

void piece_text(struct piece *piece, uint16_t field, struct kpss_str text)
{
	if (text.len == 0)
		return;
	key_add(piece, property_of(piece, field));
	buf_add_char(&piece->yaml, ' ');
	if (has_lines(text) && text.ptr[0] != ' ' && text.ptr[0] != '\n' && text.ptr[0] != '\t') {
		const struct quote_block block = {
			.mark = '|',
			.chomping = text.ptr[text.len - 1] == '\n' ? 0 : '-',
			.indent = piece->levels[piece->depth - 1].indent + 2,
			.line_end = kpss_str("\n"),
		};
		quote_block(&piece->yaml, &block, text);
	} else {
		yaml_scalar_add(&piece->yaml, text);
	}
	buf_add_char(&piece->yaml, '\n');
}

void piece_raw(struct piece *piece, uint16_t field, struct kpss_str yaml)
{
	if (yaml.len == 0)
		return;
	key_add(piece, property_of(piece, field));
	buf_add_char(&piece->yaml, ' ');
	buf_add(&piece->yaml, yaml);
	buf_add_char(&piece->yaml, '\n');
}

void piece_word(struct piece *piece, uint16_t field, uint16_t value)
{
	const struct schema_shape *shape =
		shape_with(piece->schema, property_of(piece, field)->shape, SHAPE_VALUES);
	const uint16_t *pairs = piece->schema->lists + shape->values.first;
	for (uint32_t i = 0; i + 1 < shape->values.count; i += 2)
		if (pairs[i] == value) {
			piece_raw(piece, field,
				schema_word(piece->schema, pairs[i + piece->is_czech]));
			return;
		}
	assert(!"a value of the field");
}

void piece_day(struct piece *piece, uint16_t field, struct kpss_date day)
{
	int year, month, of_month;
	struct buf buf = {0};
	kpss_date_split(day, &year, &month, &of_month);
	buf_addf(&buf, "%04d-%02d-%02d", year, month, of_month);
	piece_raw(piece, field, buf_str(&buf));
	buf_clear(&buf);
}

void piece_number(struct piece *piece, uint16_t field, int64_t number)
{
	struct buf buf = {0};
	buf_addf(&buf, "%lld", (long long)number);
	piece_raw(piece, field, buf_str(&buf));
	buf_clear(&buf);
}

void piece_truth(struct piece *piece, uint16_t field, bool is_true)
{
	piece_raw(piece, field, kpss_str(is_true ? "true" : "false"));
}

void piece_texts(struct piece *piece, uint16_t field, const struct kpss_str *texts, size_t count)
{
	if (count == 0)
		return;
	key_add(piece, property_of(piece, field));
	buf_add_char(&piece->yaml, '\n');
	for (size_t i = 0; i < count; i++) {
		buf_add_repeated(&piece->yaml, ' ', piece->levels[piece->depth - 1].indent + 2);
		buf_add_text(&piece->yaml, "- ");
		yaml_scalar_add(&piece->yaml, texts[i]);
		buf_add_char(&piece->yaml, '\n');
	}
}

void piece_open(struct piece *piece, uint16_t field)
{
	const struct schema_property *property = property_of(piece, field);
	key_add(piece, property);
	buf_add_char(&piece->yaml, '\n');
	level_enter(piece, fields_of(piece, property->shape),
		piece->levels[piece->depth - 1].indent + 2);
}

void piece_list(struct piece *piece, uint16_t field)
{
	const struct schema_property *property = property_of(piece, field);
	key_add(piece, property);
	buf_add_char(&piece->yaml, '\n');
	level_enter(piece, fields_of(piece, shape_items(piece->schema, property->shape)),
		piece->levels[piece->depth - 1].indent + 2);
}

void piece_item(struct piece *piece)
{
	indent_add(piece);
	buf_add_text(&piece->yaml, "- ");
	level_enter(piece, piece->levels[piece->depth - 1].object,
		piece->levels[piece->depth - 1].indent + 2);
	piece->levels[piece->depth - 1].is_begun = true;
}

void piece_close(struct piece *piece)
{
	assert(piece->depth > 1);
	piece->depth--;
}
