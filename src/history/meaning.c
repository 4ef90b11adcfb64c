#include "history/meaning.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "schema/equal.h"
#include "schema/shape.h"

static const struct kpss_str nothing = {.ptr = "", .len = 0};

/* Words with one blank between them. */
static struct kpss_str text_meaning(struct kpss_str text, struct arena *arena)
{
	struct kpss_str composed = text_nfc(arena, text);
	char *out = arena_alloc(arena, composed.len + 1);
	size_t length = 0;
	for (size_t i = 0; i < composed.len; i++) {
		bool blank = isspace((unsigned char)composed.ptr[i]);
		if (!blank)
			out[length++] = composed.ptr[i];
		else if (length > 0 && out[length - 1] != ' ')
			out[length++] = ' ';
	}
	while (length > 0 && out[length - 1] == ' ')
		length--;
	return (struct kpss_str){.ptr = out, .len = length};
}

static struct kpss_str number_meaning(
	const struct node *scalar, struct arena *arena, enum told_type *told)
{
	int64_t whole;
	*told = TOLD_NUMBER;
	if (value_integer(scalar, &whole))
		return arena_format(arena, "%lld", (long long)whole);
	enum scalar_type type = node_scalar_type(scalar);
	if (type != SCALAR_INTEGER && type != SCALAR_NUMBER) {
		*told = TOLD_TEXT;
		return text_meaning(node_text(scalar), arena);
	}
	return arena_format(arena, "%.17g", scalar_number(scalar));
}

/* A status may be given by its code or its label. */
static struct kpss_str status_meaning(const struct plan *plan, const struct node *scalar)
{
	const struct node *statuses = field(plan_profile(plan), WORD_statuses);
	struct kpss_str text = node_text(scalar);
	for (const struct node *item = value_first_item(statuses); item;
		item = node_next_item(statuses, item))
		if (kpss_str_equal(value_text(field(item, WORD_label)), text))
			return value_text(field(item, WORD_code));
	return text;
}

static struct kpss_str level_meaning(
	const struct plan *plan, const struct node *scalar, struct arena *arena)
{
	struct top_word word = plan_kind_named(plan, node_text(scalar));
	if (word.kind == 0 || word.own)
		return text_meaning(node_text(scalar), arena);
	const struct schema_table *table = plan_schema(plan);
	return schema_word(table, word.level ? table->levels[word.level - 1].singular
					     : table->kinds[word.kind - 1].singular);
}

static bool is_of_type(struct told value, unsigned types)
{
	const struct schema_shape *shape =
		shape_with(plan_schema(value.plan), value.shape, SHAPE_TYPES);
	return shape && (shape->types & types) && !(shape->types & TYPE_STRING);
}

struct kpss_str scalar_meaning(struct told value, struct arena *arena, enum told_type *type)
{
	const struct schema_table *table = plan_schema(value.plan);
	const struct node *scalar = value.node;
	*type = TOLD_TEXT;
	if (is_absent(scalar) || node_scalar_type(scalar) == SCALAR_NULL)
		return nothing;
	if (shape_with(table, value.shape, SHAPE_VALUES) && scalar->word > 0 &&
		scalar->word < table->word_count)
		return schema_word(table, (uint16_t)scalar->word);
	switch (shape_format(table, value.shape)) {
	case FORMAT_STATUS:
		return status_meaning(value.plan, scalar);
	case FORMAT_LEVEL:
		return level_meaning(value.plan, scalar, arena);
	default:
		break;
	}
	if (is_of_type(value, TYPE_NUMBER | TYPE_INTEGER))
		return number_meaning(scalar, arena, type);
	if (is_of_type(value, TYPE_BOOLEAN) && node_scalar_type(scalar) == SCALAR_BOOLEAN) {
		*type = TOLD_TRUTH;
		return kpss_str(tolower((unsigned char)scalar->text[0]) == 't' ? "true" : "false");
	}
	return text_meaning(node_text(scalar), arena);
}

int meanings_order(struct kpss_str a, struct kpss_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int by_bytes(const void *a, const void *b)
{
	return meanings_order(*(const struct kpss_str *)a, *(const struct kpss_str *)b);
}

/* Each part with its length before it, so that no text can pass for two. */
static struct kpss_str joined(struct kpss_str *parts, size_t count, char begin, struct arena *arena)
{
	struct buf buf = {0};
	if (count == 0)
		return nothing;
	qsort(parts, count, sizeof *parts, by_bytes);
	buf_add_char(&buf, begin);
	for (size_t i = 0; i < count; i++) {
		buf_addf(&buf, "%zu:", parts[i].len);
		buf_add(&buf, parts[i]);
	}
	struct kpss_str text = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static struct kpss_str list_meaning(struct told list, struct arena *arena)
{
	struct kpss_str *parts = arena_array(arena, list.node->size, sizeof *parts);
	size_t count = 0;
	for (const struct node *item = node_first(list.node); item;
		item = node_next_item(list.node, item)) {
		struct kpss_str meaning = meaning_of(told_item(list, item), arena);
		if (meaning.len > 0)
			parts[count++] = meaning;
	}
	return joined(parts, count, '[', arena);
}

static struct kpss_str named(struct kpss_str name, struct kpss_str meaning, struct arena *arena)
{
	struct buf buf = {0};
	buf_addf(&buf, "%zu:", name.len);
	buf_add(&buf, name);
	buf_add(&buf, meaning);
	struct kpss_str text = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static struct kpss_str mapping_meaning(struct told mapping, struct arena *arena)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_object *object = shape_object(table, mapping.shape);
	struct kpss_str *parts = arena_array(arena, mapping.node->size, sizeof *parts);
	size_t count = 0;
	for (const struct node *key = node_first(mapping.node); key;
		key = node_next_key(mapping.node, key)) {
		const struct schema_property *property =
			object ? schema_find(table, object, key->word) : NULL;
		struct kpss_str name =
			property ? schema_word(table, property->word) : node_text(key);
		struct told value = {.plan = mapping.plan,
			.shape = property ? property->shape : 0,
			.node = node_value(key)};
		struct kpss_str meaning = meaning_of(value, arena);
		if (meaning.len > 0)
			parts[count++] = named(name, meaning, arena);
	}
	return joined(parts, count, '{', arena);
}

struct kpss_str meaning_of(struct told value, struct arena *arena)
{
	enum told_type type;
	switch (value.node->kind) {
	case NODE_MAPPING:
		return mapping_meaning(value, arena);
	case NODE_SEQUENCE:
		return list_meaning(value, arena);
	default:
		return scalar_meaning(value, arena, &type);
	}
}

struct told told_word(struct told mapping, uint32_t word)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_object *object = shape_object(table, mapping.shape);
	const struct schema_property *property = object ? schema_find(table, object, word) : NULL;
	return (struct told){.plan = mapping.plan,
		.shape = property ? property->shape : 0,
		.node = property ? field(mapping.node, property->word) : value_none()};
}

struct told told_field(struct told mapping, struct kpss_str english, struct kpss_str czech)
{
	const struct schema_table *table = plan_schema(mapping.plan);
	const struct schema_property *property =
		object_field_called(table, shape_object(table, mapping.shape), english);
	struct told value = {.plan = mapping.plan,
		.shape = property ? property->shape : 0,
		.node = value_none()};
	if (mapping.node->kind != NODE_MAPPING)
		return value;
	for (const struct node *key = node_first(mapping.node); key;
		key = node_next_key(mapping.node, key)) {
		bool same = property ? key->word == property->word
				     : kpss_str_equal(node_text(key), english) ||
					       kpss_str_equal(node_text(key), czech);
		if (same) {
			value.node = node_value(key);
			return value;
		}
	}
	return value;
}

struct told told_item(struct told list, const struct node *item)
{
	return (struct told){.plan = list.plan,
		.shape = shape_items(plan_schema(list.plan), list.shape),
		.node = item};
}

struct told told_anchor(struct told item)
{
	const struct schema_table *table = plan_schema(item.plan);
	const struct schema_object *object = shape_object(table, item.shape);
	for (uint32_t i = 0; object && item.node->kind == NODE_MAPPING && i < object->count; i++) {
		const struct schema_property *property = &table->properties[object->first + i];
		const struct node *value = field(item.node, property->word);
		if (!is_absent(value) && value->kind == NODE_SCALAR)
			return (struct told){
				.plan = item.plan, .shape = property->shape, .node = value};
	}
	return (struct told){.plan = item.plan, .node = value_none()};
}
