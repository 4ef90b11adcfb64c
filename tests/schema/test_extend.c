#include "schema/extend.h"

#include "schema/addition.h"
#include "schema_fixture.h"

/* A kind with a name and a list of parts, and what is added to it. */
static bool extend(
	struct schema_fixture *fixture, const struct schema_addition *additions, size_t count)
{
	schema_fixture_fields(fixture,
		"\"name\": {\"type\": \"string\", \"x-kpss-cs\": \"název\"}, "
		"\"parts\": {\"type\": \"array\", \"items\": {\"$ref\": \"#\"}}");
	struct schema_table base = fixture->table;
	return schema_extend(
		&base, additions, count, fixture->arena, &fixture->table, &fixture->trouble);
}

static void extend_one(struct schema_fixture *fixture, const char *name, const char *json)
{
	if (!extend(fixture, &(struct schema_addition){.name = name, .json = json}, 1))
		fail_msg("%s", fixture->trouble.message.ptr);
}

/* The reason why a field is refused; fails when it is not. */
static const char *trouble(struct schema_fixture *fixture, const char *name, const char *json)
{
	assert_false(extend(fixture, &(struct schema_addition){.name = name, .json = json}, 1));
	assert_true(fixture->trouble.message.len > 0);
	return fixture->trouble.message.ptr;
}

static void assert_contains(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("‘%s’ is not in ‘%s’", part, text);
}

static void takes_a_new_field_in_both_vocabularies(void **state)
{
	extend_one(*state, "floor", "{\"type\": \"integer\", \"x-kpss-cs\": \"patro\"}");

	assert_string_equal(schema_fixture_check(*state, "name: a\nfloor: 2\n"), "");
	assert_string_equal(schema_fixture_check(*state, "název: a\npatro: 2\n"), "");
}

static void checks_the_value_of_a_new_field(void **state)
{
	extend_one(*state, "floor", "{\"type\": \"integer\", \"minimum\": 0}");

	assert_string_equal(
		schema_fixture_check(*state, "floor: -1\n"), "out-of-range thing.yaml 1 8\n");
}

static void takes_new_fields_in_records_inside_of_records(void **state)
{
	extend_one(*state, "floor", "{\"type\": \"integer\"}");

	assert_string_equal(schema_fixture_check(*state, "parts:\n  - floor: 1\n  - floor: x\n"),
		"wrong-type thing.yaml 3 12\n");
}

static void still_refuses_what_is_no_field(void **state)
{
	extend_one(*state, "floor", "{\"type\": \"integer\"}");

	assert_string_equal(
		schema_fixture_check(*state, "flor: 1\n"), "unknown-field thing.yaml 1 1\n");
	assert_string_equal(schema_fixture_argument(*state, 2), "floor");
}

static void demands_a_field_that_is_required(void **state)
{
	struct schema_fixture *fixture = *state;
	assert_true(extend(fixture,
		&(struct schema_addition){
			.name = "floor", .required = true, .json = "{\"type\": \"integer\"}"},
		1));

	assert_string_equal(
		schema_fixture_check(fixture, "name: a\n"), "missing-field thing.yaml 1 1\n");
}

static void reads_enumerated_values_in_both_vocabularies(void **state)
{
	struct schema_fixture *fixture = *state;
	extend_one(fixture, "size",
		"{\"type\": \"string\", \"enum\": [\"small\"], \"x-kpss-enum-cs\": [\"malý\"]}");

	assert_string_equal(schema_fixture_check(fixture, "size: malý\n"), "");

	struct kpss_str word = words_text(fixture->words, fixture->document.root[2].word);
	assert_true(kpss_str_is(word, "small"));
}

static void tells_what_a_new_field_refers_to(void **state)
{
	struct schema_fixture *fixture = *state;
	extend_one(fixture, "whole", "{\"type\": \"string\", \"x-kpss-ref\": [\"thing\"]}");

	const struct schema_table *table = &fixture->table;
	const struct schema_object *object =
		&table->objects[table->shapes[table->kinds[0].shape].object];
	const struct schema_property *property =
		&table->properties[object->first + object->count - 1];
	const struct schema_list *targets = &table->shapes[property->shape].targets;

	assert_int_equal(targets->count, 1);
	assert_int_equal(table->lists[targets->first], 0);
}

static void keeps_the_numbers_of_words(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"name\": {\"type\": \"string\", \"x-kpss-cs\": \"název\"}");
	struct schema_table base = fixture->table;
	struct schema_addition addition = {.name = "floor", .json = "{\"x-kpss-cs\": \"patro\"}"};

	assert_true(schema_extend(
		&base, &addition, 1, fixture->arena, &fixture->table, &fixture->trouble));

	assert_int_equal(fixture->table.word_count, base.word_count + 2);
	for (uint32_t i = 0; i < base.word_count; i++)
		assert_true(kpss_str_equal(schema_word(&fixture->table, (uint16_t)i),
			schema_word(&base, (uint16_t)i)));
	assert_int_equal(fixture->table.kinds[0].shape, base.kinds[0].shape);
	assert_int_equal(fixture->table.strict, base.strict);
}

static void takes_many_fields_at_once(void **state)
{
	struct schema_fixture *fixture = *state;
	enum { MANY = 200 };
	struct schema_addition additions[MANY];
	for (int i = 0; i < MANY; i++)
		additions[i] = (struct schema_addition){
			.name = arena_format(
				fixture->arena, "field_%c%c", 'a' + i / 20, 'a' + i % 20)
					.ptr,
			.json = "{\"type\": \"integer\"}",
		};

	assert_true(extend(fixture, additions, MANY));

	assert_string_equal(schema_fixture_check(fixture, "field_jt: x\nfield_aa: 1\nname: a\n"),
		"wrong-type thing.yaml 1 11\n");
}

static void refuses_a_name_that_the_kind_has(void **state)
{
	assert_contains(trouble(*state, "name", "{}"), "already has a field of this name: name");
	assert_contains(
		trouble(*state, "title", "{\"x-kpss-cs\": \"název\"}"), "already has a field");
	assert_contains(trouble(*state, "název", "{}"), "already has a field");
}

static void refuses_a_name_given_to_two_new_fields(void **state)
{
	const struct schema_addition additions[] = {
		{.name = "floor", .json = "{\"x-kpss-cs\": \"patro\"}"},
		{.name = "storey", .json = "{\"x-kpss-cs\": \"patro\"}"},
	};

	assert_false(extend(*state, additions, 2));
}

static void refuses_what_the_compiler_refuses(void **state)
{
	assert_contains(trouble(*state, "floor", "{\"type\": "), "floor: not JSON");
	assert_contains(
		trouble(*state, "floor", "{\"typ\": \"string\"}"), "keyword not supported: typ");
	assert_contains(
		trouble(*state, "floor", "{\"x-kpss-ref\": [\"nobody\"]}"), "unknown kind: nobody");
	assert_contains(trouble(*state, "floor", "{\"$ref\": \"#\"}"), "refers to itself");
}

static void knows_the_annotations_of_own_fields(void **state)
{
	extend_one(*state, "floor", "{\"x-kpss-own\": true, \"x-kpss-public\": true}");
}

static void refuses_more_words_than_have_numbers(void **state)
{
	struct schema_fixture *fixture = *state;
	struct buf json = {0};
	buf_add_text(&json, "{\"enum\": [\"a\"");
	for (int i = 0; i < UINT16_MAX; i++)
		buf_addf(&json, ",\"a%d\"", i);
	buf_add_text(&json, "]}");
	buf_add_char(&json, '\0');

	assert_contains(trouble(fixture, "floor", json.ptr), "more words");

	buf_clear(&json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCHEMA_TEST(takes_a_new_field_in_both_vocabularies),
		SCHEMA_TEST(checks_the_value_of_a_new_field),
		SCHEMA_TEST(takes_new_fields_in_records_inside_of_records),
		SCHEMA_TEST(still_refuses_what_is_no_field),
		SCHEMA_TEST(demands_a_field_that_is_required),
		SCHEMA_TEST(reads_enumerated_values_in_both_vocabularies),
		SCHEMA_TEST(tells_what_a_new_field_refers_to),
		SCHEMA_TEST(keeps_the_numbers_of_words),
		SCHEMA_TEST(takes_many_fields_at_once),
		SCHEMA_TEST(refuses_a_name_that_the_kind_has),
		SCHEMA_TEST(refuses_a_name_given_to_two_new_fields),
		SCHEMA_TEST(refuses_what_the_compiler_refuses),
		SCHEMA_TEST(knows_the_annotations_of_own_fields),
		SCHEMA_TEST(refuses_more_words_than_have_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
