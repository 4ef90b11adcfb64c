/* One function for each group of keywords; a table says which keyword belongs to which. */
#include "schema/compile.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/arena.h"
#include "schema/builder.h"
#include "schema/pattern.h"

/* A subschema that was met: it may refer to itself, so its number is known before it is compiled. */
struct compiled {
	const json_t *json;
	uint32_t shape;
};

struct root {
	const char *name;
	json_t *json;
};

struct compiler {
	struct builder builder;
	struct arena *arena;
	struct schema_trouble *trouble;
	struct root *roots;
	size_t root_count;
	struct compiled *compiled;
	size_t compiled_count, compiled_capacity;
	bool failed;
};

typedef void keyword_function(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value);

struct keyword {
	const char *name;
	keyword_function *compile; /* NULL: an annotation, or read together with another keyword */
};

static uint32_t shape_compile(struct compiler *compiler, const struct root *root, const json_t *schema);

static void fail(struct compiler *compiler, const struct root *root, const char *what, const char *detail)
{
	if (compiler->failed)
		return;
	compiler->failed = true;
	compiler->trouble->message = arena_format(compiler->arena, "%s: %s: %s", root ? root->name : "schemas", what,
		detail ? detail : "?");
}

static struct schema_shape *shape_at(struct compiler *compiler, uint32_t shape)
{
	return &compiler->builder.shapes[shape];
}

static const char *text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

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
	(void)schema;
	const char *reference = json_string_value(value);
	const char *fragment = reference ? strchr(reference, '#') : NULL;
	if (!reference) {
		fail(compiler, root, "$ref is not a text", NULL);
		return;
	}
	if (fragment && fragment[1] != '\0' && fragment[1] != '/') {
		fail(compiler, root, "$ref to an anchor is not supported", reference);
		return;
	}
	size_t name_length = fragment ? (size_t)(fragment - reference) : strlen(reference);
	const struct root *target = name_length == 0 ? root : NULL;
	for (size_t i = 0; i < compiler->root_count && !target; i++)
		if (strlen(compiler->roots[i].name) == name_length &&
			strncmp(compiler->roots[i].name, reference, name_length) == 0)
			target = &compiler->roots[i];
	const json_t *at = target ? target->json : NULL;
	const char *step = fragment && fragment[1] == '/' ? fragment + 2 : NULL;
	while (at && step && *step) {
		size_t length = strcspn(step, "/");
		struct kpss_str key = arena_text(compiler->arena, (struct kpss_str){.ptr = step, .len = length});
		at = json_object_get(at, key.ptr);
		step += length + (step[length] == '/');
	}
	if (!at) {
		fail(compiler, root, "$ref leads nowhere", reference);
		return;
	}
	uint32_t referred = shape_compile(compiler, target, at);
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
static bool is_list_of_texts(const json_t *list)
{
	size_t i;
	json_t *item;
	json_array_foreach((json_t *)list, i, item)
		if (!json_is_string(item))
			return false;
	return !list || json_is_array(list);
}

static struct schema_property property_compile(struct compiler *compiler, const struct root *root, const json_t *owner,
	const char *name, const json_t *schema)
{
	struct builder *builder = &compiler->builder;
	const char *czech = text_of(schema, "x-kpss-cs");
	return (struct schema_property){
		.word = builder_word(builder, name),
		.czech = builder_word(builder, czech ? czech : name),
		.level = property_level(compiler, schema),
		.required = is_required(owner, name),
		.shape = schema ? shape_compile(compiler, root, schema) : 1,
		.title = builder_text(builder, text_of(schema, "title")),
		.czech_title = builder_text(builder, text_of(schema, "x-kpss-title-cs")),
	};
}

static bool names_differ(const struct schema_property *properties, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t j = 0; j < i; j++)
			if (properties[i].word == properties[j].word || properties[i].czech == properties[j].czech ||
				properties[i].word == properties[j].czech || properties[i].czech == properties[j].word)
				return false;
	return true;
}

static uint32_t size_of(struct compiler *compiler, const struct root *root, const json_t *number)
{
	json_int_t size = json_integer_value(number);
	if (json_is_integer(number) && size >= 0 && size < SCHEMA_UNLIMITED)
		return (uint32_t)size;
	fail(compiler, root, "a length or count is not a number of things", NULL);
	return 0;
}

/* properties, required, additionalProperties and minProperties make one object. */
static void object_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
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
	if (!names_differ(made, count))
		fail(compiler, root, "two fields of one object share a name", text_of(schema, "title"));
	json_t *others = json_object_get(schema, "additionalProperties");
	uint32_t others_shape = !others ? 1 : json_is_false(others) ? 0 : shape_compile(compiler, root, others);
	uint32_t object = builder_object(&compiler->builder, made, count, others_shape);
	const json_t *least = json_object_get(schema, "minProperties");
	if (least)
		compiler->builder.objects[object].least = size_of(compiler, root, least);
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
	for (size_t i = 0; name && i < sizeof formats / sizeof *formats; i++) {
		if (strcmp(formats[i].name, name) != 0)
			continue;
		shape_at(compiler, shape)->format = (uint8_t)formats[i].format;
		return;
	}
	fail(compiler, root, "unknown format", name);
}

static void limit_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema,
	const json_t *value)
{
	(void)value;
	static const struct {
		const char *name;
		enum schema_limit limit;
	} limits[] = {
		{"minimum", LIMIT_MINIMUM}, {"maximum", LIMIT_MAXIMUM}, {"exclusiveMinimum", LIMIT_EXCLUSIVE_MINIMUM},
		{"exclusiveMaximum", LIMIT_EXCLUSIVE_MAXIMUM},
	};
	struct schema_shape *made = shape_at(compiler, shape);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		json_t *number = json_object_get(schema, limits[i].name);
		if (!number)
			continue;
		if (!json_is_number(number))
			fail(compiler, root, "a limit is not a number", limits[i].name);
		made->limits |= (uint8_t)limits[i].limit;
		bool lower = limits[i].limit == LIMIT_MINIMUM || limits[i].limit == LIMIT_EXCLUSIVE_MINIMUM;
		*(lower ? &made->minimum : &made->maximum) = json_number_value(number);
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

static const struct keyword keywords[] = {
	{"$schema", NULL}, {"$id", NULL}, {"$defs", NULL}, {"$comment", NULL}, {"title", NULL}, {"description", NULL},
	{"default", NULL}, {"examples", NULL}, {"deprecated", NULL}, {"x-kpss-cs", NULL}, {"x-kpss-title-cs", NULL},
	{"x-kpss-description-cs", NULL}, {"x-kpss-enum-cs", NULL}, {"x-kpss-kind", NULL}, {"x-kpss-levels", NULL},
	{"x-kpss-level", NULL},
	{"$ref", reference_compile},
	{"type", type_compile},
	{"properties", object_compile}, {"required", object_compile}, {"additionalProperties", object_compile},
	{"minProperties", object_compile},
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
};

static const struct keyword *keyword_find(const char *name)
{
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (strcmp(keywords[i].name, name) == 0)
			return &keywords[i];
	return NULL;
}

/* A schema that adds nothing to the one it refers to is that one. */
static bool only_refers(const json_t *schema)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)schema, name, value) {
		const struct keyword *keyword = keyword_find(name);
		if (!keyword || (keyword->compile && keyword->compile != reference_compile))
			return false;
	}
	return json_object_get(schema, "$ref") != NULL;
}

static uint32_t shape_new(struct compiler *compiler, const json_t *schema)
{
	if (compiler->compiled_count == compiler->compiled_capacity) {
		compiler->compiled_capacity = compiler->compiled_capacity ? compiler->compiled_capacity * 2 : 64;
		compiler->compiled =
			memory_resize(compiler->compiled, compiler->compiled_capacity, sizeof *compiler->compiled);
	}
	uint32_t shape = builder_shape(&compiler->builder);
	compiler->compiled[compiler->compiled_count++] = (struct compiled){.json = schema, .shape = shape};
	return shape;
}

static uint32_t shape_compile(struct compiler *compiler, const struct root *root, const json_t *schema)
{
	if (compiler->failed || json_is_true(schema))
		return 1;
	for (size_t i = 0; i < compiler->compiled_count; i++)
		if (compiler->compiled[i].json == schema)
			return compiler->compiled[i].shape;
	if (!json_is_object(schema) && !json_is_false(schema)) {
		fail(compiler, root, "neither an object nor a truth value where a schema is wanted", NULL);
		return 1;
	}
	uint32_t shape = shape_new(compiler, schema);
	if (json_is_false(schema)) {
		shape_at(compiler, shape)->refuses = 1;
		return shape;
	}
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)schema, name, value) {
		const struct keyword *keyword = keyword_find(name);
		if (!keyword)
			fail(compiler, root, "keyword not supported", name);
		else if (keyword->compile)
			keyword->compile(compiler, root, shape, schema, value);
	}
	struct schema_text title = builder_text(&compiler->builder, text_of(schema, "title"));
	struct schema_text czech = builder_text(&compiler->builder, text_of(schema, "x-kpss-title-cs"));
	shape_at(compiler, shape)->title = title;
	shape_at(compiler, shape)->czech_title = czech;
	/* The referred shape itself serves. */
	if (only_refers(schema) && shape_at(compiler, shape)->reference) {
		shape = shape_at(compiler, shape)->reference;
		for (size_t i = compiler->compiled_count; i-- > 0;)
			if (compiler->compiled[i].json == schema)
				compiler->compiled[i].shape = shape;
	}
	return shape;
}

/* Shapes that a value has to have beside one of them, without going deeper into the value. */
struct beside {
	const uint32_t *items;
	uint32_t count;
};

static struct beside beside_at(const struct builder *builder, const struct schema_shape *shape, int which)
{
	const struct schema_list lists[] = {shape->any_of, shape->one_of, shape->all_of};
	if (which == 3)
		return (struct beside){.items = &shape->reference, .count = shape->reference != 0};
	return (struct beside){.items = builder->shape_lists + lists[which].first, .count = lists[which].count};
}

/* Does a shape want itself of the same value, through whatever others? Then checking would never end. */
static bool goes_round(const struct builder *builder, uint32_t index, uint8_t *states)
{
	enum { NOT_SEEN, ON_PATH, DONE };
	if (states[index] != NOT_SEEN)
		return states[index] == ON_PATH;
	states[index] = ON_PATH;
	bool round = false;
	for (int which = 0; which < 4 && !round; which++) {
		struct beside beside = beside_at(builder, &builder->shapes[index], which);
		for (uint32_t i = 0; i < beside.count && !round; i++)
			round = goes_round(builder, beside.items[i], states);
	}
	states[index] = DONE;
	return round;
}

static void circles_refuse(struct compiler *compiler)
{
	const struct builder *builder = &compiler->builder;
	uint8_t *states = arena_array(compiler->arena, builder->shape_count, sizeof *states);
	for (uint32_t i = 0; i < builder->shape_count && !compiler->failed; i++)
		if (goes_round(builder, i, states))
			fail(compiler, NULL, "a schema refers to itself without an end", NULL);
}

static void kind_names(struct compiler *compiler, const struct root *root, const json_t *names, uint16_t out[4])
{
	const json_t *czech = json_object_get(names, "cs");
	const char *texts[4] = {
		text_of(names, "singular"),
		text_of(names, "plural"),
		text_of(czech, "singular"),
		text_of(czech, "plural"),
	};
	for (int i = 0; i < 4; i++) {
		if (!texts[i]) {
			fail(compiler, root, "a name of the kind or level is missing", NULL);
			return;
		}
		out[i] = builder_word(&compiler->builder, texts[i]);
	}
}

static void levels_declare(struct compiler *compiler, const struct root *root)
{
	const char *name;
	json_t *value;
	json_object_foreach(json_object_get(root->json, "x-kpss-levels"), name, value) {
		uint32_t level = builder_level(&compiler->builder);
		uint16_t words[4] = {0};
		json_t *names = json_deep_copy(value);
		json_object_set_new(names, "singular", json_string(name));
		kind_names(compiler, root, names, words);
		json_decref(names);
		compiler->builder.levels[level] = (struct schema_level){
			.singular = words[0], .plural = words[1], .czech_singular = words[2], .czech_plural = words[3],
		};
	}
}

/* The lists `also` of both languages, one behind the other. */
static struct schema_list also_compile(struct compiler *compiler, const struct root *root, const json_t *names)
{
	json_t *lists[] = {json_object_get(names, "also"), json_object_get(json_object_get(names, "cs"), "also")};
	uint16_t *words = arena_array(compiler->arena, json_array_size(lists[0]) + json_array_size(lists[1]) + 1, sizeof *words);
	uint32_t count = 0;
	for (size_t l = 0; l < 2; l++) {
		size_t i;
		json_t *item;
		if (!is_list_of_texts(lists[l]))
			fail(compiler, root, "also is not a list of words", NULL);
		json_array_foreach(lists[l], i, item)
			if (json_is_string(item))
				words[count++] = builder_word(&compiler->builder, json_string_value(item));
	}
	return (struct schema_list){.first = builder_list(&compiler->builder, words, count), .count = count};
}

/* Kinds and levels are known before any field refers to one. */
static void kinds_declare(struct compiler *compiler)
{
	for (size_t i = 0; i < compiler->root_count; i++) {
		const struct root *root = &compiler->roots[i];
		const json_t *names = json_object_get(root->json, "x-kpss-kind");
		if (!names)
			continue;
		uint16_t words[4] = {0};
		kind_names(compiler, root, names, words);
		uint32_t kind = builder_kind(&compiler->builder);
		struct schema_list also = also_compile(compiler, root, names);
		compiler->builder.kinds[kind] = (struct schema_kind){
			.singular = words[0],
			.plural = words[1],
			.czech_singular = words[2],
			.czech_plural = words[3],
			.has_levels = json_object_get(root->json, "x-kpss-levels") != NULL,
			.also = also,
			.title = builder_text(&compiler->builder, text_of(root->json, "title")),
			.czech_title = builder_text(&compiler->builder, text_of(root->json, "x-kpss-title-cs")),
		};
		levels_declare(compiler, root);
	}
}

static void roots_compile(struct compiler *compiler, struct schema_table *out)
{
	uint32_t kind = 0, repository = 0, profile = 0;
	for (size_t i = 0; i < compiler->root_count; i++) {
		const struct root *root = &compiler->roots[i];
		if (json_object_get(root->json, "x-kpss-kind")) {
			uint32_t shape = shape_compile(compiler, root, root->json);
			compiler->builder.kinds[kind].shape = shape;
			shape_at(compiler, shape)->kind = (uint16_t)(++kind);
		} else if (strcmp(root->name, "repository.schema.json") == 0) {
			repository = shape_compile(compiler, root, root->json);
		} else if (strcmp(root->name, "profile.schema.json") == 0) {
			profile = shape_compile(compiler, root, root->json);
		}
	}
	if (!compiler->failed)
		circles_refuse(compiler);
	if (compiler->failed)
		return;
	builder_finish(&compiler->builder, compiler->arena, out);
	out->repository = repository;
	out->profile = profile;
}

bool schema_compile(const struct schema_input *inputs, size_t count, struct arena *arena, struct schema_table *out,
	struct schema_trouble *trouble)
{
	struct compiler compiler = {.arena = arena, .trouble = trouble, .root_count = count};
	compiler.roots = arena_array(arena, count, sizeof *compiler.roots);
	builder_init(&compiler.builder);
	for (size_t i = 0; i < count && !compiler.failed; i++) {
		json_error_t error;
		compiler.roots[i].name = inputs[i].name;
		compiler.roots[i].json = json_loadb(inputs[i].json.ptr, inputs[i].json.len, JSON_REJECT_DUPLICATES, &error);
		if (!compiler.roots[i].json)
			fail(&compiler, &compiler.roots[i], "not JSON", error.text);
	}
	if (!compiler.failed)
		kinds_declare(&compiler);
	if (!compiler.failed)
		roots_compile(&compiler, out);
	for (size_t i = 0; i < count; i++)
		json_decref(compiler.roots[i].json);
	free(compiler.compiled);
	builder_clear(&compiler.builder);
	return !compiler.failed;
}
