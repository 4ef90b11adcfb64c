/* What `schemas/` promises to everything that is driven by it. */
#include <glob.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "schema/compile.h"
#include "schema/pattern.h"
#include "schema/table.h"
#include "test.h"

struct fixture {
	struct arena *arena;
	glob_t files; /* in the order of their names, as the build takes them */
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.arena = arena_new()};
	if (glob(KPSS_SOURCE_DIR "/schemas/*.schema.json", 0, NULL, &fixture->files) != 0)
		return -1;
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	globfree(&fixture->files);
	arena_free(fixture->arena);
	free(fixture);
	return 0;
}

static void assert_same(const char *what, const void *a, const void *b, uint32_t a_count,
	uint32_t b_count, size_t size)
{
	if (a_count != b_count || memcmp(a, b, a_count * size) != 0)
		fail_msg("%s differ", what);
}

#define ASSERT_SAME(array, count)                                                                  \
	assert_same(#array, made.array, schema_embedded.array, made.count, schema_embedded.count,  \
		sizeof *made.array)

static void is_what_the_schemas_compile_to(void **state)
{
	struct fixture *fixture = *state;
	size_t count = fixture->files.gl_pathc;
	struct schema_input *inputs = arena_array(fixture->arena, count, sizeof *inputs);
	for (size_t i = 0; i < count; i++) {
		json_t *json = json_load_file(fixture->files.gl_pathv[i], 0, NULL);
		char *text = json_dumps(json, 0);
		inputs[i].name = strrchr(fixture->files.gl_pathv[i], '/') + 1;
		inputs[i].json = arena_text(fixture->arena, kpss_str(text));
		free(text);
		json_decref(json);
	}
	struct schema_table made;
	struct schema_trouble trouble;

	assert_true(schema_compile(inputs, count, fixture->arena, &made, &trouble));

	ASSERT_SAME(pool, pool_size);
	ASSERT_SAME(words, word_count);
	ASSERT_SAME(shapes, shape_count);
	ASSERT_SAME(objects, object_count);
	ASSERT_SAME(properties, property_count);
	ASSERT_SAME(slots, slot_count);
	ASSERT_SAME(lists, list_count);
	ASSERT_SAME(shape_lists, shape_list_count);
	ASSERT_SAME(patterns, pattern_count);
	ASSERT_SAME(kinds, kind_count);
	ASSERT_SAME(levels, level_count);
	assert_int_equal(made.repository, schema_embedded.repository);
	assert_int_equal(made.profile, schema_embedded.profile);
}

static void has_the_repository_and_the_profile(void **state)
{
	(void)state;

	assert_int_not_equal(schema_embedded.repository, 0);
	assert_int_not_equal(schema_embedded.profile, 0);
	assert_int_not_equal(schema_embedded.repository, schema_embedded.profile);
}

static void titles_every_kind_in_both_languages(void **state)
{
	const struct schema_table *table = &schema_embedded;
	(void)state;

	for (uint32_t i = 0; i < table->kind_count; i++) {
		const struct schema_kind *kind = &table->kinds[i];
		assert_true(kind->title.length > 0);
		assert_true(kind->czech_title.length > 0);
		assert_true(schema_word(table, kind->plural).len > 0);
		assert_true(schema_word(table, kind->czech_plural).len > 0);
	}
}

/* A word at the left margin means one thing only. */
static void no_plural_belongs_to_two_kinds_or_levels(void **state)
{
	const struct schema_table *table = &schema_embedded;
	uint32_t *owners = calloc(table->word_count, sizeof *owners);
	(void)state;

	for (uint32_t i = 0; i < table->kind_count + table->level_count; i++) {
		bool kind = i < table->kind_count;
		const struct schema_level *level =
			kind ? NULL : &table->levels[i - table->kind_count];
		uint16_t words[] = {kind ? table->kinds[i].plural : level->plural,
			kind ? table->kinds[i].czech_plural : level->czech_plural};
		for (size_t w = 0; w < 2; w++) {
			assert_true(owners[words[w]] == 0 || owners[words[w]] == i + 1);
			owners[words[w]] = i + 1;
		}
	}
	free(owners);
}

/* What people also call a kind must not be the name of another one. */
static void no_other_word_for_a_kind_is_a_name(void **state)
{
	const struct schema_table *table = &schema_embedded;
	(void)state;

	for (uint32_t i = 0; i < table->kind_count; i++)
		for (uint32_t k = 0; k < table->kinds[i].also.count; k++) {
			uint16_t also = table->lists[table->kinds[i].also.first + k];
			for (uint32_t other = 0; other < table->kind_count; other++) {
				assert_int_not_equal(also, table->kinds[other].plural);
				assert_int_not_equal(also, table->kinds[other].czech_plural);
			}
			for (uint32_t level = 0; level < table->level_count; level++) {
				assert_int_not_equal(also, table->levels[level].plural);
				assert_int_not_equal(also, table->levels[level].czech_plural);
			}
		}
}

/* Calls `look` on every schema under one of the members, “properties” or “$defs”, however deep. */
static void fields_walk(const json_t *schema, const char *members,
	void (*look)(const char *name, const json_t *field))
{
	const char *key;
	json_t *value;
	size_t i;
	json_object_foreach(json_object_get(schema, members), key, value) look(key, value);
	if (json_is_object(schema))
		json_object_foreach((json_t *)schema, key, value) fields_walk(value, members, look);
	json_array_foreach(schema, i, value) fields_walk(value, members, look);
}

static void files_walk(const struct fixture *fixture, const char *members,
	void (*look)(const char *name, const json_t *field))
{
	for (size_t i = 0; i < fixture->files.gl_pathc; i++) {
		json_t *json =
			json_load_file(fixture->files.gl_pathv[i], JSON_REJECT_DUPLICATES, NULL);
		assert_non_null(json);
		fields_walk(json, members, look);
		json_decref(json);
	}
}

static void look_at_annotations(const char *name, const json_t *field)
{
	static const char *const annotations[] = {
		"title", "description", "x-kpss-cs", "x-kpss-title-cs", "x-kpss-description-cs"};
	for (size_t i = 0; i < sizeof annotations / sizeof *annotations; i++)
		if (json_string_length(json_object_get(field, annotations[i])) == 0)
			fail_msg("the field ‘%s’ has no %s", name, annotations[i]);
}

static void describes_every_field_in_both_languages(void **state)
{
	files_walk(*state, "properties", look_at_annotations);
}

static bool is_one_of(const char *word, const char *const words[])
{
	for (; *words; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

/* Lower-case letters of either language, digits, underscores and hyphens (e-mail), and no word that YAML 1.1 takes for something else. */
static void assert_plain_word(const char *word)
{
	static const char *const taken[] = {
		"y", "n", "yes", "no", "on", "off", "true", "false", "null", NULL};
	struct kpss_str text = kpss_str(word);
	struct arena *arena = arena_new();
	struct kpss_str folded = text_fold(arena, text);
	bool plain = folded.len > 0 && (folded.ptr[0] < '0' || folded.ptr[0] > '9') &&
		     !is_one_of(word, taken);
	for (size_t i = 0; i < folded.len; i++)
		plain = plain && strchr("abcdefghijklmnopqrstuvwxyz0123456789_-", folded.ptr[i]);
	for (size_t i = 0; i < text.len; i++)
		plain = plain && (text.ptr[i] < 'A' || text.ptr[i] > 'Z');
	arena_free(arena);
	if (!plain)
		fail_msg("‘%s’ is no word for a key or a value", word);
}

static void look_at_names(const char *name, const json_t *field)
{
	assert_plain_word(name);
	assert_plain_word(json_string_value(json_object_get(field, "x-kpss-cs")));
}

static void names_fields_by_words_that_every_program_reads_alike(void **state)
{
	files_walk(*state, "properties", look_at_names);
}

static void look_at_values(const char *name, const json_t *schema)
{
	const json_t *english = json_object_get(schema, "enum"),
		     *czech = json_object_get(schema, "x-kpss-enum-cs");
	size_t i;
	json_t *value;
	json_array_foreach(english, i, value) assert_plain_word(json_string_value(value));
	json_array_foreach(czech, i, value) assert_plain_word(json_string_value(value));
	if (json_array_size(english) != json_array_size(czech))
		fail_msg("the values of ‘%s’ are not in both languages", name);
}

static void names_values_in_both_languages_by_such_words(void **state)
{
	files_walk(*state, "properties", look_at_values);
	files_walk(*state, "$defs", look_at_values);
}

/* An id is proposed from what was written. */
static void shows_an_example_of_every_form_that_a_text_has_to_have(void **state)
{
	(void)state;
	struct pattern_cache *patterns = patterns_new(&schema_embedded);
	for (uint32_t i = 0; i < schema_embedded.shape_count; i++) {
		const struct schema_shape *shape = &schema_embedded.shapes[i];
		struct kpss_str example = schema_text(&schema_embedded, shape->example);
		if (shape->pattern && shape->format != FORMAT_ID &&
			!pattern_matches(patterns, shape->pattern - 1, example))
			fail_msg("the example ‘%s’ has not the form ‘%s’", example.ptr,
				schema_text(&schema_embedded,
					schema_embedded.patterns[shape->pattern - 1])
					.ptr);
	}
	patterns_free(patterns);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(is_what_the_schemas_compile_to),
		TEST(has_the_repository_and_the_profile),
		TEST(titles_every_kind_in_both_languages),
		TEST(no_plural_belongs_to_two_kinds_or_levels),
		TEST(no_other_word_for_a_kind_is_a_name),
		TEST(describes_every_field_in_both_languages),
		TEST(names_fields_by_words_that_every_program_reads_alike),
		TEST(names_values_in_both_languages_by_such_words),
		TEST(shows_an_example_of_every_form_that_a_text_has_to_have),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
