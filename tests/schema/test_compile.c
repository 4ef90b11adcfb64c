#include "schema/compile.h"

#include "schema_fixture.h"

#define KIND                                                                                       \
	"\"x-kpss-kind\": {\"singular\": \"thing\", \"plural\": \"things\", "                      \
	"\"cs\": {\"singular\": \"věc\", \"plural\": \"věci\"}}, "

/* The trouble with a schema that has the keywords of a kind and these; "" when there is none. */
static const char *trouble(struct schema_fixture *fixture, const char *keywords)
{
	struct kpss_str json = arena_format(fixture->arena, "{%s%s}", KIND, keywords);
	if (schema_fixture_compile(fixture, json.ptr))
		return "";
	assert_true(fixture->trouble.message.len > 0);
	return fixture->trouble.message.ptr;
}

static void assert_contains(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("‘%s’ is not in ‘%s’", part, text);
}

static void refuses_what_is_not_json(void **state)
{
	struct schema_fixture *fixture = *state;

	assert_false(schema_fixture_compile(fixture, "{\"type\": "));

	assert_contains(fixture->trouble.message.ptr, "thing.schema.json: not JSON");
}

static void refuses_a_key_given_twice(void **state)
{
	assert_contains(trouble(*state, "\"type\": \"object\", \"type\": \"array\""), "not JSON");
}

static void refuses_a_keyword_that_it_does_not_know(void **state)
{
	assert_contains(trouble(*state, "\"patternProperty\": {}"),
		"keyword not supported: patternProperty");
}

static void refuses_a_keyword_that_it_would_not_check(void **state)
{
	assert_contains(
		trouble(*state, "\"maxProperty\": 2"), "keyword not supported: maxProperty");
}

static void refuses_an_unknown_keyword_deep_inside(void **state)
{
	assert_contains(
		trouble(*state, "\"properties\": {\"a\": {\"items\": {\"contain\": true}}}"),
		"keyword not supported: contain");
}

static void refuses_an_unknown_type(void **state)
{
	assert_contains(trouble(*state, "\"type\": \"text\""), "unknown type: text");
}

static void refuses_an_unknown_format(void **state)
{
	assert_contains(trouble(*state, "\"format\": \"email\""), "unknown format: email");
}

static void refuses_a_reference_to_an_unknown_file(void **state)
{
	assert_contains(trouble(*state, "\"$ref\": \"nowhere.schema.json\""), "$ref leads nowhere");
}

static void refuses_a_reference_to_an_unknown_definition(void **state)
{
	assert_contains(
		trouble(*state, "\"$defs\": {\"a\": {}}, \"items\": {\"$ref\": \"#/$defs/b\"}"),
		"$ref leads nowhere: #/$defs/b");
}

static void refuses_a_reference_to_an_anchor_that_is_not_there(void **state)
{
	assert_contains(trouble(*state, "\"items\": {\"$ref\": \"#name\"}"), "$ref leads nowhere");
}

static void refuses_a_reference_that_is_no_text(void **state)
{
	assert_contains(trouble(*state, "\"$ref\": 5"), "$ref leads nowhere");
}

static void refuses_a_schema_that_is_only_itself(void **state)
{
	assert_contains(trouble(*state, "\"$ref\": \"#\""), "refers to itself");
}

static void refuses_schemas_that_are_only_each_other(void **state)
{
	const char *keywords =
		"\"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"allOf\": [{\"$ref\": "
		"\"#/$defs/a\"}]}}, \"items\": {\"$ref\": \"#/$defs/a\"}";

	assert_contains(trouble(*state, keywords), "refers to itself");
}

static void takes_a_schema_that_contains_itself(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture,
		"\"name\": {\"type\": \"string\"}, \"parts\": {\"type\": \"array\", \"items\": "
		"{\"$ref\": \"#\"}}");

	const char *found = schema_fixture_check(
		fixture, "parts:\n  - parts:\n      - name: a\n        nmae: b\n");

	assert_string_equal(found, "unknown-field thing.yaml 4 9\n");
}

static void refuses_two_fields_with_one_czech_name(void **state)
{
	const char *keywords = "\"properties\": {\"leader\": {\"x-kpss-cs\": \"vedoucí\"}, "
			       "\"leaders\": {\"x-kpss-cs\": \"vedoucí\"}}";

	assert_contains(trouble(*state, keywords), "two fields of one object share a name");
}

static void refuses_a_field_called_in_czech_as_another_in_english(void **state)
{
	const char *keywords = "\"properties\": {\"program\": {\"x-kpss-cs\": \"osnova\"}, "
			       "\"agenda\": {\"x-kpss-cs\": \"program\"}}";

	assert_contains(trouble(*state, keywords), "two fields of one object share a name");
}

static void takes_a_field_with_the_same_name_in_both_languages(void **state)
{
	assert_string_equal(
		trouble(*state, "\"properties\": {\"id\": {\"x-kpss-cs\": \"id\"}}"), "");
}

static void refuses_czech_values_that_do_not_match_the_english_ones(void **state)
{
	assert_contains(trouble(*state, "\"enum\": [\"a\", \"b\"], \"x-kpss-enum-cs\": [\"á\"]"),
		"x-kpss-enum-cs does not match enum");
}

static void refuses_values_that_are_no_texts(void **state)
{
	assert_contains(trouble(*state, "\"enum\": [1, 2]"), "enum of something else than texts");
}

static void refuses_a_pattern_that_cannot_be_compiled(void **state)
{
	assert_contains(trouble(*state, "\"pattern\": \"[a-\""), "pattern cannot be used: [a-");
}

static void refuses_a_pattern_that_is_no_text(void **state)
{
	assert_contains(trouble(*state, "\"pattern\": 5"), "pattern cannot be used");
}

static void refuses_a_limit_that_is_no_number(void **state)
{
	assert_contains(trouble(*state, "\"minimum\": \"1\""), "a limit is not a number: minimum");
}

static void refuses_a_length_that_is_no_count(void **state)
{
	assert_contains(trouble(*state, "\"maxLength\": -1"), "a length or count");
	assert_contains(trouble(*state, "\"minItems\": 1.5"), "a length or count");
}

static void refuses_required_that_is_no_list_of_texts(void **state)
{
	assert_contains(trouble(*state, "\"required\": [5]"), "properties or required");
	assert_contains(trouble(*state, "\"required\": \"a\""), "properties or required");
}

static void refuses_alternatives_without_schemas(void **state)
{
	assert_contains(trouble(*state, "\"anyOf\": []"), "anyOf, oneOf or allOf without schemas");
}

static void refuses_something_else_where_a_schema_is_wanted(void **state)
{
	assert_contains(trouble(*state, "\"items\": [{}]"), "where a schema is wanted");
	assert_contains(trouble(*state, "\"additionalProperties\": 1"), "where a schema is wanted");
}

static void refuses_a_reference_to_an_unknown_kind(void **state)
{
	assert_contains(trouble(*state, "\"properties\": {\"a\": {\"x-kpss-ref\": [\"person\"]}}"),
		"x-kpss-ref to an unknown kind: person");
}

static void refuses_a_field_of_an_unknown_level(void **state)
{
	assert_contains(trouble(*state, "\"properties\": {\"a\": {\"x-kpss-level\": \"goal\"}}"),
		"unknown level: goal");
}

static void refuses_a_kind_without_a_czech_plural(void **state)
{
	struct schema_fixture *fixture = *state;

	assert_false(schema_fixture_compile(
		fixture, "{\"x-kpss-kind\": {\"singular\": \"a\", \"plural\": \"as\", \"cs\": "
			 "{\"singular\": \"á\"}}}"));

	assert_contains(fixture->trouble.message.ptr, "a name of the kind or level is missing");
}

static void knows_the_names_of_a_kind(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_kind(fixture, "\"type\": \"object\"");
	const struct schema_table *table = &fixture->table;

	assert_int_equal(table->kind_count, 1);
	assert_true(kpss_str_is(schema_word(table, table->kinds[0].plural), "things"));
	assert_true(kpss_str_is(schema_word(table, table->kinds[0].czech_plural), "věci"));
	assert_true(kpss_str_is(schema_text(table, table->kinds[0].czech_title), "Věc"));
}

static void keeps_what_people_also_call_a_kind(void **state)
{
	struct schema_fixture *fixture = *state;
	assert_true(schema_fixture_compile(fixture,
		"{\"x-kpss-kind\": {\"singular\": \"a\", \"plural\": \"as\", \"also\": [\"b\"], "
		"\"cs\": {\"singular\": \"á\", \"plural\": \"áš\", \"also\": [\"č\", \"ď\"]}}}"));
	const struct schema_table *table = &fixture->table;
	const struct schema_list *also = &table->kinds[0].also;

	assert_int_equal(also->count, 3);
	assert_true(kpss_str_is(schema_word(table, table->lists[also->first]), "b"));
	assert_true(kpss_str_is(schema_word(table, table->lists[also->first + 2]), "ď"));
}

static void follows_references_between_files(void **state)
{
	struct schema_fixture *fixture = *state;
	const struct schema_input inputs[] = {
		{"common.schema.json", kpss_str("{\"$defs\": {\"day\": {\"type\": \"string\", "
						"\"format\": \"date\"}}}")},
		{"thing.schema.json", kpss_str("{" KIND "\"properties\": {\"from\": {\"$ref\": "
							"\"common.schema.json#/$defs/day\"}}}")},
	};
	assert_true(schema_compile(inputs, 2, fixture->arena, &fixture->table, &fixture->trouble));

	const char *found = schema_fixture_check(fixture, "from: včera\n");

	assert_string_equal(found, "date-form thing.yaml 1 7\n");
}

static void compiles_the_same_schema_into_the_same_table(void **state)
{
	struct schema_fixture *fixture = *state;
	const char *json = "{" KIND "\"properties\": {\"a\": {\"enum\": [\"x\", \"y\"]}}}";
	assert_true(schema_fixture_compile(fixture, json));
	struct schema_table first = fixture->table;

	assert_true(schema_fixture_compile(fixture, json));

	assert_int_equal(first.pool_size, fixture->table.pool_size);
	assert_memory_equal(first.pool, fixture->table.pool, first.pool_size);
	assert_int_equal(first.shape_count, fixture->table.shape_count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCHEMA_TEST(refuses_what_is_not_json),
		SCHEMA_TEST(refuses_a_key_given_twice),
		SCHEMA_TEST(refuses_a_keyword_that_it_does_not_know),
		SCHEMA_TEST(refuses_a_keyword_that_it_would_not_check),
		SCHEMA_TEST(refuses_an_unknown_keyword_deep_inside),
		SCHEMA_TEST(refuses_an_unknown_type),
		SCHEMA_TEST(refuses_an_unknown_format),
		SCHEMA_TEST(refuses_a_reference_to_an_unknown_file),
		SCHEMA_TEST(refuses_a_reference_to_an_unknown_definition),
		SCHEMA_TEST(refuses_a_reference_to_an_anchor_that_is_not_there),
		SCHEMA_TEST(refuses_a_reference_that_is_no_text),
		SCHEMA_TEST(refuses_a_schema_that_is_only_itself),
		SCHEMA_TEST(refuses_schemas_that_are_only_each_other),
		SCHEMA_TEST(takes_a_schema_that_contains_itself),
		SCHEMA_TEST(refuses_two_fields_with_one_czech_name),
		SCHEMA_TEST(refuses_a_field_called_in_czech_as_another_in_english),
		SCHEMA_TEST(takes_a_field_with_the_same_name_in_both_languages),
		SCHEMA_TEST(refuses_czech_values_that_do_not_match_the_english_ones),
		SCHEMA_TEST(refuses_values_that_are_no_texts),
		SCHEMA_TEST(refuses_a_pattern_that_cannot_be_compiled),
		SCHEMA_TEST(refuses_a_pattern_that_is_no_text),
		SCHEMA_TEST(refuses_a_limit_that_is_no_number),
		SCHEMA_TEST(refuses_a_length_that_is_no_count),
		SCHEMA_TEST(refuses_required_that_is_no_list_of_texts),
		SCHEMA_TEST(refuses_alternatives_without_schemas),
		SCHEMA_TEST(refuses_something_else_where_a_schema_is_wanted),
		SCHEMA_TEST(refuses_a_reference_to_an_unknown_kind),
		SCHEMA_TEST(refuses_a_field_of_an_unknown_level),
		SCHEMA_TEST(refuses_a_kind_without_a_czech_plural),
		SCHEMA_TEST(knows_the_names_of_a_kind),
		SCHEMA_TEST(keeps_what_people_also_call_a_kind),
		SCHEMA_TEST(follows_references_between_files),
		SCHEMA_TEST(compiles_the_same_schema_into_the_same_table),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
