#include "schema/check.h"

#include "schema/fault.h"
#include "schema_fixture.h"

static const char a_and_b[] = "\"a\": {\"type\": \"string\", \"x-kpss-cs\": \"á\"}, "
			      "\"b\": {\"type\": \"string\", \"x-kpss-cs\": \"bé\"}";

static void takes_a_record_in_english(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	assert_string_equal(schema_fixture_check(fixture, "a: x\nb: x\n"), "");
}

static void takes_a_record_in_czech(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	assert_string_equal(schema_fixture_check(fixture, "á: x\nbé: x\n"), "");
}

static void takes_a_record_in_both_languages(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	assert_string_equal(schema_fixture_check(fixture, "á: x\nb: x\n"), "");
}

static void refuses_a_field_in_both_languages_at_once(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	const char *found = schema_fixture_check(fixture, "á: x\nb: x\na: x\n");

	assert_string_equal(found, "duplicate-key thing.yaml 3 1\n");
	assert_int_equal(fixture->findings.items[0].related.begin, 0);
}

static void knows_a_czech_key_by_its_english_name_afterwards(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	schema_fixture_check(fixture, "bé: x\n");

	const struct node *key = node_first(fixture->document.root);
	assert_true(kpss_str_is(schema_word(&fixture->table, (uint16_t)key->word), "b"));
}

static void knows_a_czech_value_by_its_english_code_afterwards(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture,
		"\"side\": {\"type\": \"string\", \"enum\": [\"user\", \"public\"], "
		"\"x-kpss-enum-cs\": [\"uživatel\", \"veřejnost\"]}");

	schema_fixture_check(fixture, "side: veřejnost\n");

	const struct node *value = node_value(node_first(fixture->document.root));
	assert_true(kpss_str_is(schema_word(&fixture->table, (uint16_t)value->word), "public"));
}

/* Decomposed letters, as some editors on a Mac write them. */
static void takes_a_key_in_any_normal_form(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, a_and_b);

	assert_string_equal(schema_fixture_check(fixture, "be\xCC\x81: x\n"), "");
}

static void offers_the_field_that_is_near(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;
	schema_fixture_fields(fixture, "\"responsible\": {\"x-kpss-cs\": \"odpovídá\"}, \"note\": "
				       "{\"x-kpss-cs\": \"poznámka\"}");

	const char *found = schema_fixture_check(fixture, "note: x\nodpovída: x\n");

	assert_string_equal(found, "unknown-field thing.yaml 2 1\n");
	assert_string_equal(schema_fixture_argument(fixture, 2), "odpovídá");
}

static void offers_a_field_written_without_diacritics(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;
	schema_fixture_fields(fixture,
		"\"responsible\": {\"type\": \"string\", \"x-kpss-cs\": \"odpovídá\"}, "
		"\"members\": {\"type\": \"array\", \"x-kpss-cs\": \"členové\"}");

	const char *found = schema_fixture_check(fixture, "clenove: []\n");

	assert_string_equal(found, "unknown-field thing.yaml 1 1\n");
	assert_string_equal(schema_fixture_argument(fixture, 2), "členové");
}

static void offers_the_english_field_where_only_that_is_near(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;
	schema_fixture_fields(
		fixture, "\"responsible\": {\"type\": \"string\", \"x-kpss-cs\": \"odpovídá\"}");

	schema_fixture_check(fixture, "responsable: x\n");

	assert_string_equal(schema_fixture_argument(fixture, 2), "responsible");
}

static void lists_the_possible_fields_where_none_is_near(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;
	schema_fixture_fields(fixture, a_and_b);

	const char *found = schema_fixture_check(fixture, "telefon: x\n");

	assert_string_equal(found, "unknown-field thing.yaml 1 1\n");
	assert_string_equal(schema_fixture_argument(fixture, 2), "á, bé");
}

static void reads_a_misspelled_field_as_the_one_that_was_meant(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"members\": {\"type\": \"array\", \"items\": {\"type\": "
				       "\"string\", \"format\": \"date\"}}");

	const char *found = schema_fixture_check(fixture, "membres:\n  - 2019-02-30\n");

	assert_string_equal(found, "unknown-field thing.yaml 1 1\ndate-form thing.yaml 2 5\n");
}

static void does_not_read_a_text_as_a_list_that_is_near(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"notes\": {\"type\": \"array\"}");

	assert_string_equal(
		schema_fixture_check(fixture, "note: x\n"), "unknown-field thing.yaml 1 1\n");
}

static void does_not_take_a_short_word_for_a_field_whose_value_it_has_not(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"od\": {\"type\": \"string\", \"format\": \"date\"}");

	assert_string_equal(
		schema_fixture_check(fixture, "kod: \"12\"\n"), "unknown-field thing.yaml 1 1\n");
	assert_ptr_equal(fixture->findings.items[0].kind, &fault_unknown_field);
	assert_string_equal(schema_fixture_argument(fixture, 2), "od");
}

static void takes_a_short_word_for_a_field_whose_value_it_has(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"od\": {\"type\": \"string\", \"format\": \"date\"}");

	assert_string_equal(schema_fixture_check(fixture, "odd: 2019-02-03\n"),
		"unknown-field thing.yaml 1 1\n");
	assert_ptr_equal(fixture->findings.items[0].kind, &fault_unknown_field_near);
}

static void does_not_choose_between_two_fields_equally_near(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"cola\": {\"type\": \"integer\"}, \"cold\": {\"type\": \"integer\"}");

	assert_string_equal(
		schema_fixture_check(fixture, "colx: text\n"), "unknown-field thing.yaml 1 1\n");
}

static void does_not_take_a_word_for_a_field_that_is_there_too(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"name\": {\"type\": \"string\"}");

	assert_string_equal(schema_fixture_check(fixture, "names: x\nname: x\n"),
		"unknown-field thing.yaml 1 1\n");
}

static void does_not_take_two_misspelled_words_for_a_repetition(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"name\": {\"type\": \"string\"}");

	assert_string_equal(schema_fixture_check(fixture, "names: x\nnamen: x\n"),
		"unknown-field thing.yaml 1 1\nunknown-field thing.yaml 2 1\n");
}

static void does_not_call_missing_what_is_misspelled(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_kind(fixture,
		"\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"name\"], "
		"\"properties\": {\"name\": {\"type\": \"string\"}}");

	assert_string_equal(
		schema_fixture_check(fixture, "nmae: x\n"), "unknown-field thing.yaml 1 1\n");
}

static void says_that_a_field_is_missing_on_the_first_line_of_the_record(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture,
		"\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"required\": "
		"[\"id\", \"name\"], \"properties\": {\"id\": {}, \"name\": {}, \"note\": {}}}}");

	const char *found = schema_fixture_check(
		fixture, "items:\n  - id: a\n    name: a\n  - note: b\n    id: b\n");

	assert_string_equal(found, "missing-field thing.yaml 4 5\n");
	assert_string_equal(schema_fixture_argument(fixture, 0), "name");
}

static void names_a_missing_field_in_the_language_of_the_repository(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;
	schema_fixture_kind(fixture,
		"\"type\": \"object\", \"required\": [\"name\"], \"properties\": {\"name\": "
		"{\"x-kpss-cs\": \"název\"}}");

	schema_fixture_check(fixture, "note: x\n");

	assert_string_equal(schema_fixture_argument(fixture, 0), "název");
}

static void asks_for_one_of_two_fields(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_kind(fixture,
		"\"type\": \"object\", \"oneOf\": [{\"required\": [\"person\"]}, {\"required\": "
		"[\"body\"]}], \"properties\": {\"person\": {}, \"body\": {}, \"note\": {}}");

	assert_string_equal(
		schema_fixture_check(fixture, "note: x\n"), "missing-field thing.yaml 1 1\n");
	assert_string_equal(schema_fixture_argument(fixture, 0), "person, body");
}

static void refuses_fields_that_exclude_each_other(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_kind(fixture,
		"\"type\": \"object\", \"oneOf\": [{\"required\": [\"person\"]}, {\"required\": "
		"[\"body\"]}], \"properties\": {\"person\": {}, \"body\": {}}");

	assert_string_equal(schema_fixture_check(fixture, "person: x\nbody: z\n"),
		"unfit-record thing.yaml 1 1\n");
}

static void takes_a_value_that_fits_one_of_several_forms(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}");

	assert_string_equal(schema_fixture_check(fixture, "a: 5\n"), "");
	assert_string_equal(schema_fixture_check(fixture, "a: pět\n"), "");
}

static void refuses_a_value_that_fits_none_of_several_forms(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}");

	assert_string_equal(
		schema_fixture_check(fixture, "a: [5]\n"), "unfit-record thing.yaml 1 4\n");
}

static void a_mere_warning_does_not_make_a_form_unfit(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": {\"anyOf\": [{\"type\": \"string\"}]}");

	assert_string_equal(
		schema_fixture_check(fixture, "a: yes\n"), "ambiguous-word thing.yaml 1 4\n");
}

static void tries_forms_within_forms(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": {\"anyOf\": [{\"anyOf\": [{\"type\": \"integer\"}, "
				       "{\"type\": \"string\"}]}]}");

	assert_string_equal(schema_fixture_check(fixture, "a: text\n"), "");
}

static void wants_every_one_of_the_forms_given_together(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": {\"allOf\": [{\"type\": \"string\", \"maxLength\": "
				       "3}, {\"pattern\": \"^x\"}]}");

	assert_string_equal(schema_fixture_check(fixture, "a: yyyy\n"),
		"text-form thing.yaml 1 4\ntext-length thing.yaml 1 4\n");
}

static void refuses_what_the_schema_false_stands_for(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": false");

	assert_string_equal(
		schema_fixture_check(fixture, "a: x\n"), "unfit-record thing.yaml 1 4\n");
}

static void takes_anything_where_the_schema_says_nothing(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"extra\": {\"type\": \"object\"}");

	assert_string_equal(schema_fixture_check(fixture, "extra:\n  cokoli: [1, {a: ~}]\n"), "");
}

static void holds_further_fields_against_their_schema(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_kind(
		fixture, "\"type\": \"object\", \"additionalProperties\": {\"type\": \"integer\"}");

	assert_string_equal(
		schema_fixture_check(fixture, "a: 1\nb: x\n"), "wrong-type thing.yaml 2 4\n");
}

static void wants_a_field_in_an_empty_record(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"who\": {\"type\": \"object\", \"minProperties\": 1, "
				       "\"properties\": {\"a\": {}}}");

	assert_string_equal(
		schema_fixture_check(fixture, "who: {}\n"), "missing-field thing.yaml 1 6\n");
}

static void counts_items(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"type\": \"array\", \"minItems\": 1, \"maxItems\": 2}");

	assert_string_equal(schema_fixture_check(fixture, "a: [x, y]\n"), "");
	assert_string_equal(
		schema_fixture_check(fixture, "a: []\n"), "list-length thing.yaml 1 1\n");
	findings_reset(&fixture->findings);
	assert_string_equal(
		schema_fixture_check(fixture, "a: [x, y, z]\n"), "list-length thing.yaml 1 1\n");
}

static void refuses_an_item_given_twice(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": {\"type\": \"array\", \"uniqueItems\": true}");

	const char *found = schema_fixture_check(fixture, "a: [x, y, \"x\"]\n");

	assert_string_equal(found, "repeated-item thing.yaml 1 11\n");
	assert_int_equal(fixture->findings.items[0].related.begin, 4);
}

static void refuses_an_item_given_in_both_languages(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture,
		"\"a\": {\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"type\": \"string\", "
		"\"enum\": [\"user\", \"provider\"], \"x-kpss-enum-cs\": [\"uživatel\", \"poskytovatel\"]}}");
	assert_string_equal(schema_fixture_check(fixture, "a: [user, poskytovatel, uživatel]\n"),
		"repeated-item thing.yaml 1 25\n");
}

static void takes_the_same_item_in_two_lists(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"a\": {\"type\": \"array\", \"uniqueItems\": true}, "
				       "\"b\": {\"type\": \"array\", \"uniqueItems\": true}");

	assert_string_equal(schema_fixture_check(fixture, "a: [x]\nb: [x]\n"), "");
}

static void wants_a_list_a_record_or_a_text_as_the_field_says(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture,
		"\"a\": {\"type\": \"array\"}, \"b\": {\"type\": \"object\"}, "
		"\"c\": {\"type\": \"string\"}, \"d\": {\"type\": \"string\"}");

	const char *found = schema_fixture_check(fixture, "a: x\nb: x\nc: [x]\nd:\n  e: x\n");

	assert_string_equal(found,
		"wrong-type thing.yaml 1 4\nwrong-type thing.yaml 2 4\nwrong-type thing.yaml 3 4\n"
		"wrong-type thing.yaml 5 3\n");
}

static void says_whose_record_a_finding_is_in(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"id\": {\"x-kpss-format\": \"id\"}, \"a\": {\"type\": \"integer\"}");

	schema_fixture_check(fixture, "a: x\nid: seniori\n");

	assert_true(kpss_str_is(fixture->findings.items[0].subject, "seniori"));
}

static struct buf visits;

static void note(const char *what, const struct node *node)
{
	buf_addf(&visits, "%s", what);
	if (node->kind == NODE_SCALAR)
		buf_addf(&visits, " %.*s", (int)node->length, node->text);
	buf_add_text(&visits, "; ");
}

static void on_begin(
	void *context, const struct schema_shape *shape, struct node *mapping, uint32_t level)
{
	(void)context;
	(void)shape;
	(void)level;
	note("begin", mapping);
}

static void on_end(void *context, struct node *mapping)
{
	(void)context;
	note("end", mapping);
}

static void on_identity(void *context, const struct node *mapping, struct node *id)
{
	(void)context;
	(void)mapping;
	note("id", id);
}

static void on_reference(void *context, const struct schema_shape *shape, struct node *id)
{
	(void)context;
	(void)shape;
	note("reference", id);
}

static void on_unread(void *context, const struct node *value)
{
	(void)context;
	note("unread", value);
}

static void on_chosen(void *context, const struct schema_shape *shape, struct node *text)
{
	(void)context;
	(void)shape;
	note("chosen", text);
}

static const struct schema_visitor visitor = {
	.record_begin = on_begin,
	.record_end = on_end,
	.identity = on_identity,
	.reference = on_reference,
	.unread = on_unread,
	.chosen = on_chosen,
};

/* What the visitor is told about a document, in its order. */
static void assert_visits(struct schema_fixture *fixture, const char *yaml, const char *expected)
{
	fixture->visitor = &visitor;
	schema_fixture_fields(fixture,
		"\"id\": {\"type\": \"string\", \"x-kpss-format\": \"id\"}, "
		"\"parent\": {\"type\": \"string\", \"x-kpss-ref\": [\"thing\"]}, "
		"\"status\": {\"type\": \"string\", \"x-kpss-profile\": \"statuses\"}, "
		"\"things\": {\"type\": \"array\", \"items\": {\"$ref\": \"#\"}}");
	schema_fixture_check(fixture, yaml);
	buf_add_char(&visits, '\0');
	struct buf seen = visits;
	visits = (struct buf){0};
	bool equal = strcmp(seen.ptr, expected) == 0;
	if (!equal)
		print_error("%s\n", seen.ptr);
	buf_clear(&seen);
	assert_true(equal);
}

static void tells_the_visitor_of_records_ids_and_references_in_their_order(void **state)
{
	assert_visits(*state, "id: a\nthings:\n  - parent: a\n    id: b\nstatus: splněno\n",
		"begin; id a; begin; reference a; id b; end; chosen splněno; end; ");
}

static void does_not_tell_the_visitor_of_a_reference_that_is_no_text(void **state)
{
	assert_visits(*state, "parent: 2019\n", "begin; end; ");
}

static void tells_the_visitor_what_it_did_not_read(void **state)
{
	assert_visits(*state, "telefon: x\nid: a\n", "begin; unread x; id a; end; ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCHEMA_TEST(takes_a_record_in_english),
		SCHEMA_TEST(takes_a_record_in_czech),
		SCHEMA_TEST(takes_a_record_in_both_languages),
		SCHEMA_TEST(refuses_a_field_in_both_languages_at_once),
		SCHEMA_TEST(knows_a_czech_key_by_its_english_name_afterwards),
		SCHEMA_TEST(knows_a_czech_value_by_its_english_code_afterwards),
		SCHEMA_TEST(takes_a_key_in_any_normal_form),
		SCHEMA_TEST(offers_the_field_that_is_near),
		SCHEMA_TEST(offers_a_field_written_without_diacritics),
		SCHEMA_TEST(offers_the_english_field_where_only_that_is_near),
		SCHEMA_TEST(lists_the_possible_fields_where_none_is_near),
		SCHEMA_TEST(reads_a_misspelled_field_as_the_one_that_was_meant),
		SCHEMA_TEST(does_not_read_a_text_as_a_list_that_is_near),
		SCHEMA_TEST(does_not_take_a_short_word_for_a_field_whose_value_it_has_not),
		SCHEMA_TEST(takes_a_short_word_for_a_field_whose_value_it_has),
		SCHEMA_TEST(does_not_choose_between_two_fields_equally_near),
		SCHEMA_TEST(does_not_take_a_word_for_a_field_that_is_there_too),
		SCHEMA_TEST(does_not_take_two_misspelled_words_for_a_repetition),
		SCHEMA_TEST(does_not_call_missing_what_is_misspelled),
		SCHEMA_TEST(says_that_a_field_is_missing_on_the_first_line_of_the_record),
		SCHEMA_TEST(names_a_missing_field_in_the_language_of_the_repository),
		SCHEMA_TEST(asks_for_one_of_two_fields),
		SCHEMA_TEST(refuses_fields_that_exclude_each_other),
		SCHEMA_TEST(takes_a_value_that_fits_one_of_several_forms),
		SCHEMA_TEST(refuses_a_value_that_fits_none_of_several_forms),
		SCHEMA_TEST(a_mere_warning_does_not_make_a_form_unfit),
		SCHEMA_TEST(tries_forms_within_forms),
		SCHEMA_TEST(wants_every_one_of_the_forms_given_together),
		SCHEMA_TEST(refuses_what_the_schema_false_stands_for),
		SCHEMA_TEST(takes_anything_where_the_schema_says_nothing),
		SCHEMA_TEST(holds_further_fields_against_their_schema),
		SCHEMA_TEST(wants_a_field_in_an_empty_record),
		SCHEMA_TEST(counts_items),
		SCHEMA_TEST(refuses_an_item_given_twice),
		SCHEMA_TEST(refuses_an_item_given_in_both_languages),
		SCHEMA_TEST(takes_the_same_item_in_two_lists),
		SCHEMA_TEST(wants_a_list_a_record_or_a_text_as_the_field_says),
		SCHEMA_TEST(says_whose_record_a_finding_is_in),
		SCHEMA_TEST(tells_the_visitor_of_records_ids_and_references_in_their_order),
		SCHEMA_TEST(does_not_tell_the_visitor_of_a_reference_that_is_no_text),
		SCHEMA_TEST(tells_the_visitor_what_it_did_not_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
