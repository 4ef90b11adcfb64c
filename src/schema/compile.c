/* From schemas to tables: the walk over subschemas, kinds and levels. Keywords are in compile_keywords.c. */
#include "schema/compile.h"

#include <stdlib.h>

#include "base/arena.h"
#include "schema/compiler.h"

void fail(struct compiler *compiler, const struct root *root, const char *what, const char *detail)
{
	if (compiler->failed)
		return;
	compiler->failed = true;
	compiler->trouble->message = arena_format(compiler->arena, "%s: %s: %s", root ? root->name : "schemas", what,
		detail ? detail : "?");
}

struct schema_shape *shape_at(struct compiler *compiler, uint32_t shape)
{
	return &compiler->builder.shapes[shape];
}

const char *text_of(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static const struct keyword *keyword_find(const char *name)
{
	for (const struct keyword *keyword = keywords; keyword->name; keyword++)
		if (strcmp(keyword->name, name) == 0)
			return keyword;
	return NULL;
}

/* A schema that adds nothing to the one it refers to is that one. */
static bool only_refers(const json_t *schema)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)schema, name, value) {
		const struct keyword *keyword = keyword_find(name);
		if (!keyword || (keyword->compile && strcmp(name, "$ref") != 0))
			return false;
	}
	return json_object_get(schema, "$ref") != NULL;
}

/* The first of a schema's examples, where that is a text. */
static const char *example_of(const json_t *schema)
{
	return json_string_value(json_array_get(json_object_get(schema, "examples"), 0));
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

static void keywords_compile(struct compiler *compiler, const struct root *root, uint32_t shape, const json_t *schema)
{
	struct keyword_list more = {0}, *outer = compiler->more;
	const char *name;
	json_t *value;
	compiler->more = &more;
	json_object_foreach((json_t *)schema, name, value) {
		const struct keyword *keyword = keyword_find(name);
		if (!keyword)
			fail(compiler, root, "keyword not supported", name);
		else if (keyword->compile)
			keyword->compile(compiler, root, shape, schema, value);
	}
	compiler->more = outer;
	struct schema_list list = {.count = more.count};
	if (more.count)
		list.first = builder_keywords(&compiler->builder, more.items, more.count);
	shape_at(compiler, shape)->more = list;
	free(more.items);
}

uint32_t shape_compile(struct compiler *compiler, const struct root *root, const json_t *schema)
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
	keywords_compile(compiler, root, shape, schema);
	shape_at(compiler, shape)->resource = resources_of(&compiler->resources, schema);
	struct schema_text title = builder_text(&compiler->builder, text_of(schema, "title"));
	struct schema_text czech = builder_text(&compiler->builder, text_of(schema, "x-kpss-title-cs"));
	struct schema_text example = builder_text(&compiler->builder, example_of(schema));
	shape_at(compiler, shape)->title = title;
	shape_at(compiler, shape)->czech_title = czech;
	shape_at(compiler, shape)->example = example;
	/* The referred shape itself serves. */
	if (!compiler->resources.has_dynamic && only_refers(schema) && shape_at(compiler, shape)->reference) {
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

void circles_refuse(struct compiler *compiler)
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

/* Has anything of a resource been compiled? */
static bool is_reached(const struct compiler *compiler, uint32_t resource)
{
	for (uint32_t i = 0; i < compiler->builder.shape_count; i++)
		if (compiler->builder.shapes[i].resource == resource)
			return true;
	return false;
}

/* A dynamic anchor of any schema around may be meant, so those of all that were reached have to be there. */
static void anchors_compile(struct compiler *compiler)
{
	const struct resources *resources = &compiler->resources;
	bool *done = arena_array(compiler->arena, resources->anchor_count + 1, sizeof *done);
	for (bool again = resources->has_dynamic; again && !compiler->failed;) {
		again = false;
		for (size_t i = 0; i < resources->anchor_count; i++) {
			const struct named_place *place = &resources->anchors[i];
			if (done[i] || !place->dynamic || !is_reached(compiler, place->resource))
				continue;
			struct schema_anchor anchor = {
				.resource = place->resource,
				.word = builder_word(&compiler->builder, place->name),
			};
			anchor.shape = shape_compile(compiler, &compiler->roots[0], place->json);
			builder_anchor(&compiler->builder, anchor);
			done[i] = again = true;
		}
	}
}

static void first_compile(struct compiler *compiler, struct schema_table *out)
{
	uint32_t first = shape_compile(compiler, &compiler->roots[0], compiler->roots[0].json);
	anchors_compile(compiler);
	if (!compiler->failed)
		circles_refuse(compiler);
	if (compiler->failed)
		return;
	builder_finish(&compiler->builder, compiler->arena, out);
	out->first = first;
}

void roots_load(struct compiler *compiler, const struct schema_input *inputs)
{
	compiler->roots = arena_array(compiler->arena, compiler->root_count, sizeof *compiler->roots);
	resources_init(&compiler->resources, compiler->arena);
	for (size_t i = 0; i < compiler->root_count && !compiler->failed; i++) {
		struct root *root = &compiler->roots[i];
		json_error_t error;
		root->name = inputs[i].name;
		root->json = json_loadb(inputs[i].json.ptr, inputs[i].json.len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
		if (root->json)
			resources_add(&compiler->resources, root->name, root->json);
		else
			fail(compiler, root, "not JSON", error.text);
	}
}

void compiler_clear(struct compiler *compiler)
{
	for (size_t i = 0; i < compiler->root_count; i++)
		json_decref(compiler->roots[i].json);
	free(compiler->compiled);
	resources_clear(&compiler->resources);
	builder_clear(&compiler->builder);
}

static bool compile(struct compiler *compiler, const struct schema_input *inputs, struct schema_table *out)
{
	builder_init(&compiler->builder);
	roots_load(compiler, inputs);
	if (!compiler->failed && compiler->strict)
		kinds_declare(compiler);
	if (!compiler->failed)
		(compiler->strict ? roots_compile : first_compile)(compiler, out);
	if (!compiler->failed) {
		out->strict = compiler->strict;
		out->tracks = compiler->resources.has_unevaluated;
	}
	compiler_clear(compiler);
	return !compiler->failed;
}

bool schema_compile(const struct schema_input *inputs, size_t count, struct arena *arena, struct schema_table *out,
	struct schema_trouble *trouble)
{
	struct compiler compiler = {.arena = arena, .trouble = trouble, .root_count = count, .strict = true};
	return compile(&compiler, inputs, out);
}

bool schema_compile_standard(const struct schema_input *inputs, size_t count, struct arena *arena,
	struct schema_table *out, struct schema_trouble *trouble)
{
	struct compiler compiler = {.arena = arena, .trouble = trouble, .root_count = count};
	return compile(&compiler, inputs, out);
}
