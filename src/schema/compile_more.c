/* The rarer keywords of JSON Schema: constants, conditions, what others have not looked at. */
#include <stdlib.h>

#include "base/arena.h"
#include "schema/compiler.h"
#include "schema/pattern.h"

void keyword_add(struct compiler *compiler, struct schema_keyword keyword)
{
	struct keyword_list *list = compiler->more;
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 8;
		list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
	}
	list->items[list->count++] = keyword;
}

static uint32_t value_compile(struct compiler *compiler, const json_t *json)
{
	struct builder *builder = &compiler->builder;
	struct schema_value value = {0};
	const char *name;
	json_t *item;
	size_t i;
	if (json_is_string(json))
		value = (struct schema_value){
			.type = TYPE_STRING,
			.text = builder_bytes(builder, (struct kpss_str){
				.ptr = json_string_value(json), .len = json_string_length(json)}),
		};
	else if (json_is_number(json))
		value = (struct schema_value){.type = TYPE_NUMBER, .number = json_number_value(json)};
	else if (json_is_boolean(json))
		value = (struct schema_value){.type = TYPE_BOOLEAN, .number = json_is_true(json)};
	else
		value.type = json_is_array(json) ? TYPE_ARRAY : json_is_object(json) ? TYPE_OBJECT : TYPE_NULL;
	uint32_t index = builder_value(builder, value);
	json_array_foreach((json_t *)json, i, item)
		value_compile(compiler, item);
	json_object_foreach((json_t *)json, name, item) {
		struct schema_text key = builder_text(builder, name);
		builder_value(builder, (struct schema_value){.type = TYPE_STRING, .size = 1, .text = key});
		value_compile(compiler, item);
	}
	builder->values[index].size = builder->value_count - index;
	return index;
}

void values_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)root;
	(void)shape;
	(void)schema;
	uint32_t first = compiler->builder.value_count;
	size_t i;
	json_t *item;
	json_array_foreach((json_t *)value, i, item)
		value_compile(compiler, item);
	keyword_add(compiler, (struct schema_keyword){
		.name = KEYWORD_VALUES, .operand = first, .more = (uint32_t)json_array_size(value)});
}

void constant_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)root;
	(void)shape;
	(void)schema;
	uint32_t first = value_compile(compiler, value);
	keyword_add(compiler, (struct schema_keyword){.name = KEYWORD_VALUES, .operand = first, .more = 1});
}

void multiple_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	(void)schema;
	double number = json_number_value(value);
	if (number <= 0)
		fail(compiler, root, "multipleOf is not a number above nothing", NULL);
	keyword_add(compiler, (struct schema_keyword){.name = KEYWORD_MULTIPLE, .number = number});
}

void prefix_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	(void)schema;
	uint32_t count = (uint32_t)json_array_size(value);
	uint32_t *made = arena_array(compiler->arena, count + 1, sizeof *made);
	for (uint32_t i = 0; i < count; i++)
		made[i] = shape_compile(compiler, root, json_array_get(value, i));
	uint32_t first = builder_shapes(&compiler->builder, made, count);
	keyword_add(compiler, (struct schema_keyword){.name = KEYWORD_PREFIX, .operand = first, .more = count});
}

void contains_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	const json_t *least = json_object_get(schema, "minContains"), *most = json_object_get(schema, "maxContains");
	uint32_t contained = shape_compile(compiler, root, value);
	keyword_add(compiler, (struct schema_keyword){
		.name = KEYWORD_CONTAINS,
		.operand = contained,
		.least = least ? size_of(compiler, root, least) : 1,
		.most = most ? size_of(compiler, root, most) : SCHEMA_UNLIMITED,
	});
}

void patterns_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	const char *pattern;
	json_t *item;
	json_object_foreach((json_t *)value, pattern, item) {
		if (!pattern_is_valid(kpss_str(pattern))) {
			fail(compiler, root, "pattern cannot be used", pattern);
			return;
		}
		uint32_t held = shape_compile(compiler, root, item);
		uint32_t number =
			builder_pattern(&compiler->builder, builder_text(&compiler->builder, pattern));
		keyword_add(compiler, (struct schema_keyword){.name = KEYWORD_PATTERN, .operand = held, .more = number});
	}
	shape_at(compiler, shape)->has_patterns = 1;
	object_compile(compiler, root, shape, schema, value);
}

void one_shape_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	static const struct {
		const char *name;
		enum schema_keyword_name keyword;
	} names[] = {
		{"propertyNames", KEYWORD_NAMES}, {"not", KEYWORD_NOT}, {"unevaluatedItems", KEYWORD_UNEVALUATED_ITEMS},
		{"unevaluatedProperties", KEYWORD_UNEVALUATED_FIELDS},
	};
	(void)shape;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (json_object_get(schema, names[i].name) != value || !value)
			continue;
		bool done = false;
		/* True and false are one object each, so several keywords may hold the very same. */
		for (uint32_t k = 0; k < compiler->more->count; k++)
			done = done || compiler->more->items[k].name == names[i].keyword;
		if (done)
			continue;
		uint32_t held = shape_compile(compiler, root, value);
		keyword_add(compiler, (struct schema_keyword){.name = names[i].keyword, .operand = held});
	}
}

void dependent_fields_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	(void)schema;
	const char *name;
	json_t *list;
	json_object_foreach((json_t *)value, name, list) {
		size_t i;
		json_t *item;
		if (!is_list_of_texts(list))
			fail(compiler, root, "dependentRequired is malformed", name);
		json_array_foreach(list, i, item)
			if (json_is_string(item))
				keyword_add(compiler, (struct schema_keyword){
					.name = KEYWORD_DEPENDENT_FIELD,
					.operand = builder_word(&compiler->builder, name),
					.more = builder_word(&compiler->builder, json_string_value(item)),
				});
	}
}

void dependent_shapes_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	(void)schema;
	const char *name;
	json_t *item;
	json_object_foreach((json_t *)value, name, item) {
		uint32_t held = shape_compile(compiler, root, item);
		keyword_add(compiler, (struct schema_keyword){
			.name = KEYWORD_DEPENDENT_SHAPE,
			.operand = builder_word(&compiler->builder, name),
			.more = held,
		});
	}
}

void condition_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)shape;
	const json_t *then = json_object_get(schema, "then"), *otherwise = json_object_get(schema, "else");
	struct schema_keyword keyword = {.name = KEYWORD_IF};
	keyword.operand = shape_compile(compiler, root, value);
	keyword.least = then ? shape_compile(compiler, root, then) : 0;
	keyword.most = otherwise ? shape_compile(compiler, root, otherwise) : 0;
	keyword_add(compiler, keyword);
}

void dynamic_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	const char *reference = json_string_value(value), *anchor = NULL;
	uint32_t resource = resources_of(&compiler->resources, schema);
	const json_t *target = reference ? resources_resolve(&compiler->resources, resource, reference, &anchor) : NULL;
	if (!target) {
		fail(compiler, root, "$dynamicRef leads nowhere", reference);
		return;
	}
	uint32_t referred = shape_compile(compiler, root, target);
	/* Unless it leads to a dynamic anchor by name, it is an ordinary reference. */
	if (!anchor)
		shape_at(compiler, shape)->reference = referred;
	else
		keyword_add(compiler, (struct schema_keyword){
			.name = KEYWORD_DYNAMIC,
			.operand = referred,
			.more = builder_word(&compiler->builder, anchor),
		});
}
