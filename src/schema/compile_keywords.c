/* The keywords of JSON Schema that nearly every schema uses, and the table of all. */
#include <stdlib.h>

#include "base/arena.h"
#include "schema/compiler.h"
#include "schema/pattern.h"

static void type_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	static const struct {
		const char *name;
		enum schema_type bit;
	} types[] = {
		{"null", TYPE_NULL}, {"boolean", TYPE_BOOLEAN}, {"integer", TYPE_INTEGER}, {"number", TYPE_NUMBER},
		{"string", TYPE_STRING}, {"array", TYPE_ARRAY}, {"object", TYPE_OBJECT},
	};
	(void)schema;
	size_t count = json_is_array(value) ? json_array_size(value) : 1;
	for (size_t i = 0; i < count; i++) {
		const char *name = json_string_value(json_is_array(value) ? json_array_get(value, i) : value);
		bool found = false;
		for (size_t t = 0; name && t < sizeof types / sizeof *types; t++) {
			if (strcmp(types[t].name, name) != 0)
				continue;
			shape_at(compiler, shape)->types |= (uint8_t)types[t].bit;
			found = true;
		}
		if (!found)
			fail(compiler, root, "unknown type", name);
	}
}

static void reference_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	const char *reference = json_string_value(value), *anchor;
	uint32_t resource = resources_of(&compiler->resources, schema);
	const json_t *target = reference ? resources_resolve(&compiler->resources, resource, reference, &anchor) : NULL;
	if (!target) {
		fail(compiler, root, "$ref leads nowhere", reference);
		return;
	}
	uint32_t referred = shape_compile(compiler, root, target);
	shape_at(compiler, shape)->reference = referred;
}

static uint16_t property_level(struct compiler *compiler, const json_t *schema)
{
	const char *level = text_of(schema, "x-kpss-level");
	if (!level)
		return 0;
	uint16_t word = builder_word(&compiler->builder, level);
	for (uint32_t i = 0; i < compiler->builder.level_count; i++)
		if (compiler->builder.levels[i].singular == word)
			return (uint16_t)(i + 1);
	fail(compiler, NULL, "unknown level", level);
	return 0;
}

static bool is_required(const json_t *schema, const char *name)
{
	size_t i;
	json_t *item;
	json_array_foreach(json_object_get(schema, "required"), i, item)
		if (json_is_string(item) && strcmp(json_string_value(item), name) == 0)
			return true;
	return false;
}

/* Nothing at all counts as one. */
bool is_list_of_texts(const json_t *list)
{
	size_t i;
	json_t *item;
	json_array_foreach((json_t *)list, i, item)
		if (!json_is_string(item))
			return false;
	return !list || json_is_array(list);
}

struct schema_property property_compile(struct compiler *compiler, const struct root *root, const json_t *owner,
	const char *name, const json_t *schema)
{
	struct builder *builder = &compiler->builder;
	const char *czech = text_of(schema, "x-kpss-cs");
	return (struct schema_property){
		.word = builder_word(builder, name),
		.czech = builder_word(builder, czech ? czech : name),
		.level = property_level(compiler, schema),
		.flags = (uint16_t)((is_required(owner, name) ? PROPERTY_REQUIRED : 0) | (schema ? PROPERTY_NAMED : 0) |
			(json_is_true(json_object_get(schema, "x-kpss-chain")) ? PROPERTY_CHAIN : 0)),
		.shape = schema ? shape_compile(compiler, root, schema) : 1,
		.title = builder_text(builder, text_of(schema, "title")),
		.czech_title = builder_text(builder, text_of(schema, "x-kpss-title-cs")),
	};
}

bool name_is_taken(const struct schema_property *others, uint32_t count, struct schema_property property)
{
	for (uint32_t i = 0; i < count; i++)
		if (property.word == others[i].word || property.czech == others[i].czech || property.word == others[i].czech ||
			property.czech == others[i].word)
			return true;
	return false;
}

static bool names_differ(const struct schema_property *properties, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (name_is_taken(properties, i, properties[i]))
			return false;
	return true;
}

uint32_t size_of(struct compiler *compiler, const struct root *root, const json_t *number)
{
	double size = json_number_value(number);
	if (json_is_number(number) && size >= 0 && size < SCHEMA_UNLIMITED && size == (uint32_t)size)
		return (uint32_t)size;
	fail(compiler, root, "a length or count is not a number of things", NULL);
	return 0;
}

/* properties, required, additionalProperties, minProperties and maxProperties make one object. */
void object_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)value;
	if (shape_at(compiler, shape)->object)
		return;
	json_t *properties = json_object_get(schema, "properties"), *required = json_object_get(schema, "required");
	if ((properties && !json_is_object(properties)) || !is_list_of_texts(required)) {
		fail(compiler, root, "properties or required is malformed", text_of(schema, "title"));
		return;
	}
	struct schema_property *made =
		arena_array(compiler->arena, json_object_size(properties) + json_array_size(required) + 1, sizeof *made);
	uint32_t count = 0;
	const char *name;
	json_t *item;
	json_object_foreach(properties, name, item)
		made[count++] = property_compile(compiler, root, schema, name, item);
	size_t i;
	json_array_foreach(required, i, item)
		if (!json_object_get(properties, json_string_value(item)))
			made[count++] = property_compile(compiler, root, schema, json_string_value(item), NULL);
	if (compiler->strict && !names_differ(made, count))
		fail(compiler, root, "two fields of one object share a name", text_of(schema, "title"));
	json_t *others = json_object_get(schema, "additionalProperties");
	uint32_t others_shape = !others ? 1 : json_is_false(others) ? 0 : shape_compile(compiler, root, others);
	uint32_t object = builder_object(&compiler->builder, made, count, others_shape);
	compiler->builder.objects[object].others_given = others != NULL;
	const json_t *least = json_object_get(schema, "minProperties"), *most = json_object_get(schema, "maxProperties");
	if (least)
		compiler->builder.objects[object].least = size_of(compiler, root, least);
	if (most)
		compiler->builder.objects[object].most = size_of(compiler, root, most);
	shape_at(compiler, shape)->object = object;
}

static void items_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)schema;
	uint32_t items = shape_compile(compiler, root, value);
	shape_at(compiler, shape)->items = items;
}

static void enumeration_compile(struct compiler *compiler, const struct root *root, uint32_t shape,
	const json_t *schema, const json_t *value)
{
	json_t *czech = json_object_get(schema, "x-kpss-enum-cs");
	uint32_t count = (uint32_t)json_array_size(value);
	if (czech && json_array_size(czech) != count) {
		fail(compiler, root, "x-kpss-enum-cs does not match enum", text_of(schema, "title"));
		return;
	}
	uint16_t *words = arena_array(compiler->arena, 2 * count + 1, sizeof *words);
	if (!compiler->strict) {
		values_compile(compiler, root, shape, schema, value);
		return;
	}
	for (uint32_t i = 0; i < count; i++) {
		const char *english = json_string_value(json_array_get(value, i));
		const char *other = json_string_value(json_array_get(czech, i));
		if (!english) {
			fail(compiler, root, "enum of something else than texts", text_of(schema, "title"));
			return;
		}
		words[2 * i] = builder_word(&compiler->builder, english);
		words[2 * i + 1] = builder_word(&compiler->builder, other ? other : english);
	}
	uint32_t first = builder_list(&compiler->builder, words, 2 * count);
	shape_at(compiler, shape)->values = (struct schema_list){.first = first, .count = 2 * count};
}

static void pattern_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)schema;
	const char *pattern = json_string_value(value);
	if (!pattern || !pattern_is_valid(kpss_str(pattern))) {
		fail(compiler, root, "pattern cannot be used", pattern);
		return;
	}
	struct schema_text text = builder_text(&compiler->builder, pattern);
	shape_at(compiler, shape)->pattern = builder_pattern(&compiler->builder, text) + 1;
}

static void format_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	static const struct {
		const char *name;
		enum schema_format format;
	} formats[] = {
		{"date", FORMAT_DATE}, {"id", FORMAT_ID}, {"ico", FORMAT_ICO}, {"money", FORMAT_MONEY},
		{"level", FORMAT_LEVEL}, {"statuses", FORMAT_STATUS},
	};
	(void)schema;
	const char *name = json_string_value(value);
	/* Without assertion a format is an annotation (validation, section 7.2.1). */
	for (size_t i = 0; name && compiler->strict && i < sizeof formats / sizeof *formats; i++) {
		if (strcmp(formats[i].name, name) != 0)
			continue;
		shape_at(compiler, shape)->format = (uint8_t)formats[i].format;
		return;
	}
	if (compiler->strict)
		fail(compiler, root, "unknown format", name);
}

static void limit_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)value;
	struct schema_shape *made = shape_at(compiler, shape);
	const struct {
		const char *name;
		enum schema_limit limit;
		double *number;
	} limits[] = {
		{"minimum", LIMIT_MINIMUM, &made->minimum},
		{"maximum", LIMIT_MAXIMUM, &made->maximum},
		{"exclusiveMinimum", LIMIT_EXCLUSIVE_MINIMUM, &made->exclusive_minimum},
		{"exclusiveMaximum", LIMIT_EXCLUSIVE_MAXIMUM, &made->exclusive_maximum},
	};
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		json_t *number = json_object_get(schema, limits[i].name);
		if (!number)
			continue;
		if (!json_is_number(number))
			fail(compiler, root, "a limit is not a number", limits[i].name);
		made->limits |= (uint8_t)limits[i].limit;
		*limits[i].number = json_number_value(number);
	}
}

static void size_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)value;
	struct schema_shape *made = shape_at(compiler, shape);
	struct {
		const char *name;
		uint32_t *size;
	} sizes[] = {
		{"minLength", &made->length_least}, {"maxLength", &made->length_most}, {"minItems", &made->items_least},
		{"maxItems", &made->items_most},
	};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		json_t *number = json_object_get(schema, sizes[i].name);
		if (number)
			*sizes[i].size = size_of(compiler, root, number);
	}
}

static void unique_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)root;
	(void)schema;
	shape_at(compiler, shape)->unique = json_is_true(value);
}

static void variants_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	uint32_t count = (uint32_t)json_array_size(value);
	uint32_t *made = arena_array(compiler->arena, count + 1, sizeof *made);
	if (count == 0)
		fail(compiler, root, "anyOf, oneOf or allOf without schemas", text_of(schema, "title"));
	for (uint32_t i = 0; i < count; i++)
		made[i] = shape_compile(compiler, root, json_array_get(value, i));
	struct schema_list list = {.first = builder_shapes(&compiler->builder, made, count), .count = count};
	struct schema_shape *owner = shape_at(compiler, shape);
	if (value == json_object_get(schema, "anyOf"))
		owner->any_of = list;
	else if (value == json_object_get(schema, "oneOf"))
		owner->one_of = list;
	else
		owner->all_of = list;
}

static void targets_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)schema;
	struct builder *builder = &compiler->builder;
	if (!is_list_of_texts(value)) {
		fail(compiler, root, "x-kpss-ref is not a list of kinds", NULL);
		return;
	}
	uint16_t *targets = arena_array(compiler->arena, json_array_size(value) + 1, sizeof *targets);
	uint32_t count = 0;
	size_t i;
	json_t *item;
	json_array_foreach(value, i, item) {
		uint16_t word = builder_word(builder, json_string_value(item));
		uint32_t before = count;
		for (uint32_t k = 0; k < builder->kind_count; k++)
			if (builder->kinds[k].singular == word)
				targets[count++] = (uint16_t)k;
		for (uint32_t l = 0; l < builder->level_count && count == before; l++)
			if (builder->levels[l].singular == word)
				targets[count++] = (uint16_t)(TARGET_LEVEL | l);
		if (count == before)
			fail(compiler, root, "x-kpss-ref to an unknown kind", json_string_value(item));
	}
	uint32_t first = builder_list(builder, targets, count);
	shape_at(compiler, shape)->targets = (struct schema_list){.first = first, .count = count};
}

const struct keyword keywords[] = {
	{"$schema", NULL}, {"$id", NULL}, {"$defs", NULL}, {"$comment", NULL}, {"title", NULL}, {"description", NULL},
	{"default", NULL}, {"examples", NULL}, {"deprecated", NULL}, {"x-kpss-cs", NULL}, {"x-kpss-title-cs", NULL},
	{"x-kpss-description-cs", NULL}, {"x-kpss-enum-cs", NULL}, {"x-kpss-kind", NULL}, {"x-kpss-levels", NULL},
	{"x-kpss-level", NULL}, {"x-kpss-chain", NULL}, {"x-kpss-public", NULL}, {"x-kpss-own", NULL},
	{"$ref", reference_compile},
	{"type", type_compile},
	{"properties", object_compile}, {"required", object_compile}, {"additionalProperties", object_compile},
	{"minProperties", object_compile}, {"maxProperties", object_compile},
	{"items", items_compile},
	{"enum", enumeration_compile},
	{"pattern", pattern_compile},
	{"format", format_compile}, {"x-kpss-format", format_compile}, {"x-kpss-profile", format_compile},
	{"minimum", limit_compile}, {"maximum", limit_compile}, {"exclusiveMinimum", limit_compile},
	{"exclusiveMaximum", limit_compile},
	{"minLength", size_compile}, {"maxLength", size_compile}, {"minItems", size_compile}, {"maxItems", size_compile},
	{"uniqueItems", unique_compile},
	{"anyOf", variants_compile}, {"oneOf", variants_compile}, {"allOf", variants_compile},
	{"x-kpss-ref", targets_compile},
	{"$anchor", NULL}, {"$dynamicAnchor", NULL}, {"$vocabulary", NULL}, {"readOnly", NULL}, {"writeOnly", NULL},
	{"contentEncoding", NULL}, {"contentMediaType", NULL}, {"contentSchema", NULL},
	{"$dynamicRef", dynamic_compile},
	{"const", constant_compile},
	{"multipleOf", multiple_compile},
	{"prefixItems", prefix_compile},
	{"contains", contains_compile}, {"minContains", NULL}, {"maxContains", NULL},
	{"patternProperties", patterns_compile},
	{"propertyNames", one_shape_compile}, {"not", one_shape_compile}, {"unevaluatedItems", one_shape_compile},
	{"unevaluatedProperties", one_shape_compile},
	{"dependentRequired", dependent_fields_compile}, {"dependentSchemas", dependent_shapes_compile},
	{"if", condition_compile}, {"then", NULL}, {"else", NULL},
	{NULL, NULL},
};

