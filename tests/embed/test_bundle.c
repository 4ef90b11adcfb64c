#include "test.h"

#include <jansson.h>

#include "base/arena.h"
#include "schema/addition.h"
#include "schema/bundle.h"
#include "schema/table.h"
#include "schema_words.h"

static json_t *bundle_json(struct bundle bundle)
{
	struct arena *arena = arena_new();
	bundle.sources = schema_sources;
	bundle.source_count = schema_source_count;
	struct kpss_str text = schema_bundle(&bundle, arena);
	json_error_t error;
	json_t *json = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &error);
	assert_non_null(json);
	arena_free(arena);
	return json;
}

static const json_t *at(const json_t *json, const char *first, const char *second, const char *third)
{
	return json_object_get(json_object_get(json_object_get(json, first), second), third);
}

/* Every reference leads to a definition of the bundle, and no annotation of ours is left. */
static void assert_self_contained(const json_t *root, const json_t *json)
{
	const char *key;
	json_t *value;
	size_t i;
	json_array_foreach((json_t *)json, i, value)
		assert_self_contained(root, value);
	json_object_foreach((json_t *)json, key, value) {
		assert_true(strncmp(key, "x-kpss", 6) != 0);
		if (strcmp(key, "$ref") == 0) {
			const char *reference = json_string_value(value);
			assert_true(strncmp(reference, "#/$defs/", 8) == 0);
			assert_non_null(json_object_get(json_object_get(root, "$defs"), reference + 8));
		}
		assert_self_contained(root, value);
	}
}

static void leads_nowhere_but_into_itself(void **state)
{
	(void)state;
	for (int czech = 0; czech < 2; czech++) {
		json_t *json = bundle_json((struct bundle){.czech = czech});

		assert_self_contained(json, json);

		json_decref(json);
	}
}

static void names_every_plural_of_kinds_and_levels(void **state)
{
	(void)state;
	json_t *json = bundle_json((struct bundle){.czech = true});
	const json_t *properties = json_object_get(json, "properties");

	for (uint32_t i = 0; i < schema_embedded.kind_count; i++)
		assert_non_null(json_object_get(properties, schema_word(&schema_embedded, schema_embedded.kinds[i].czech_plural).ptr));
	for (uint32_t i = 0; i < schema_embedded.level_count; i++)
		assert_non_null(json_object_get(properties, schema_word(&schema_embedded, schema_embedded.levels[i].czech_plural).ptr));
	json_decref(json);
}

static void requires_and_lists_in_its_own_vocabulary(void **state)
{
	(void)state;
	json_t *json = bundle_json((struct bundle){.czech = true, .root = "organization"});
	const json_t *organization = json_object_get(json_object_get(json, "$defs"), "organization");

	assert_string_equal(json_string_value(json_array_get(json_object_get(organization, "required"), 1)), "název");
	assert_null(at(organization, "properties", "name", "title"));
	assert_string_equal(json_string_value(at(organization, "properties", "název", "title")), "Název");
	assert_string_equal(
		json_string_value(json_array_get(at(organization, "properties", "druh", "enum"), 0)), "obec");
	json_decref(json);
}

static void translates_what_alternatives_require(void **state)
{
	(void)state;
	json_t *json = bundle_json((struct bundle){.czech = true, .root = "role"});
	const json_t *holders = at(json_object_get(json_object_get(json, "$defs"), "role"), "properties", "nositelé", "items");
	const json_t *first = json_array_get(json_object_get(holders, "oneOf"), 0);

	assert_string_equal(json_string_value(json_array_get(json_object_get(first, "required"), 0)), "osoba");
	json_decref(json);
}

static void holds_only_what_its_root_needs(void **state)
{
	(void)state;
	json_t *json = bundle_json((struct bundle){.root = "organization"});

	assert_null(json_object_get(json_object_get(json, "$defs"), "meeting"));
	assert_non_null(json_object_get(json_object_get(json, "$defs"), "common-id"));
	json_decref(json);
}

static void includes_what_the_town_adds(void **state)
{
	(void)state;
	const struct schema_addition addition = {
		.kind = KIND_organization,
		.name = "colour",
		.json = "{\"type\":\"string\",\"x-kpss-cs\":\"barva\",\"title\":\"Colour\",\"x-kpss-title-cs\":\"Barva\"}",
	};
	const struct kpss_str statuses[] = {kpss_str("hotovo"), kpss_str("zbývá")};
	json_t *json = bundle_json((struct bundle){
		.czech = true,
		.additions = &addition,
		.addition_count = 1,
		.statuses = statuses,
		.status_count = 2,
	});
	const json_t *definitions = json_object_get(json, "$defs");
	const json_t *results = at(json_object_get(definitions, "evaluation"), "properties", "výsledky", "items");

	assert_string_equal(
		json_string_value(at(json_object_get(definitions, "organization"), "properties", "barva", "title")), "Barva");
	assert_int_equal(json_array_size(at(results, "properties", "stav", "enum")), 2);
	json_decref(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leads_nowhere_but_into_itself),
		cmocka_unit_test(names_every_plural_of_kinds_and_levels),
		cmocka_unit_test(requires_and_lists_in_its_own_vocabulary),
		cmocka_unit_test(translates_what_alternatives_require),
		cmocka_unit_test(holds_only_what_its_root_needs),
		cmocka_unit_test(includes_what_the_town_adds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
