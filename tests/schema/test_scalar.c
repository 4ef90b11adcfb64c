/* Single values: which fault, where, and what is offered instead. The field is `a` unless a test says otherwise. */
#include "schema/fault.h"
#include "schema_fixture.h"

static const char text[] = "{\"type\": \"string\", \"minLength\": 1}";
static const char number[] = "{\"type\": \"number\"}";
static const char whole[] = "{\"type\": \"integer\"}";
static const char truth[] = "{\"type\": \"boolean\"}";
static const char date[] = "{\"type\": \"string\", \"format\": \"date\"}";
static const char money[] = "{\"type\": \"number\", \"minimum\": 0, \"x-kpss-format\": \"money\"}";
static const char ico[] =
	"{\"type\": \"string\", \"pattern\": \"^[0-9]{8}$\", \"title\": \"Number\", "
	"\"x-kpss-title-cs\": \"IČO\"}";
static const char id[] =
	"{\"type\": \"string\", \"pattern\": \"^[a-z][a-z0-9]*(-[a-z0-9]+)*$\", \"maxLength\": 10, "
	"\"x-kpss-format\": \"id\"}";
static const char side[] = "{\"type\": \"string\", \"enum\": [\"provider\", \"user\"], "
			   "\"x-kpss-enum-cs\": [\"poskytovatel\", \"uživatel\"]}";

/* Checks `a: VALUE` against the schema of the field; the kind of the only finding, NULL when there is none. It is at the
 * value. */
static const struct finding_kind *fault(
	struct schema_fixture *fixture, const char *schema, const char *value)
{
	findings_reset(&fixture->findings);
	schema_fixture_fields(fixture, arena_format(fixture->arena, "\"a\": %s", schema).ptr);
	schema_fixture_check(fixture, arena_format(fixture->arena, "a: %s\n", value).ptr);
	if (fixture->findings.count == 0)
		return NULL;
	assert_int_equal(fixture->findings.count, 1);
	assert_int_equal(fixture->findings.items[0].where.begin, 3);
	assert_int_equal(fixture->findings.items[0].where.end, 3 + strlen(value));
	return fixture->findings.items[0].kind;
}

static void assert_fine(struct schema_fixture *fixture, const char *schema, const char *value)
{
	if (fault(fixture, schema, value))
		fail_msg("%s: %s", value, fixture->findings.items[0].kind->code);
}

/* The fault, and argument `index` of its finding. */
static void assert_fault(struct schema_fixture *fixture, const char *schema, const char *value,
	const struct finding_kind *kind, size_t index, const char *argument)
{
	const struct finding_kind *found = fault(fixture, schema, value);
	if (found != kind)
		fail_msg("%s: %s", value, found ? found->message : "nothing is found");
	assert_string_equal(schema_fixture_argument(fixture, index), argument);
}

static void takes_text(void **state)
{
	assert_fine(*state, text, "Pečovatelská služba");
	assert_fine(*state, text, "\"2.10\"");
	assert_fine(*state, text, "2. března");
	assert_fine(*state, text, "ne");
	assert_fine(*state, text, "'no'");
}

static void offers_quotes_for_text_that_reads_as_a_number(void **state)
{
	assert_fault(*state, text, "2.10", &fault_unquoted_text, 1, "a: \"2.10\"");
	assert_fault(*state, text, "2019", &fault_unquoted_text, 1, "a: \"2019\"");
	assert_fault(*state, text, "1e3", &fault_unquoted_text, 0, "a number");
}

static void offers_quotes_for_text_that_reads_as_a_truth_value(void **state)
{
	assert_fault(*state, text, "true", &fault_unquoted_text, 0, "a truth value");
}

static void offers_quotes_for_text_that_reads_as_nothing(void **state)
{
	assert_fault(*state, text, "Null", &fault_unquoted_text, 1, "a: \"Null\"");
}

static void keeps_the_zeros_of_an_identification_number(void **state)
{
	assert_fault(*state, ico, "00296643", &fault_unquoted_text, 1, "a: \"00296643\"");
}

static void does_not_offer_quotes_where_they_would_not_help(void **state)
{
	assert_fault(*state, ico, "296643", &fault_text_form, 0, "296643");
	assert_fault(*state, date, "2026", &fault_date_form, 0, "2026");
	assert_fault(*state, id, "15", &fault_id_form, 0, "15");
	assert_fault(*state, side, "3", &fault_unknown_value, 0, "3");
}

static void warns_of_words_that_are_truth_values_elsewhere(void **state)
{
	assert_fault(*state, text, "no", &fault_ambiguous_word, 1, "a: \"no\"");
	assert_fault(*state, text, "NO", &fault_ambiguous_word, 1, "a: \"NO\"");
	assert_fault(*state, text, "Yes", &fault_ambiguous_word, 0, "Yes");
	assert_fault(*state, text, "off", &fault_ambiguous_word, 0, "off");
}

static void warns_of_such_a_word_only_where_nothing_else_is_wrong(void **state)
{
	assert_fault(*state, side, "no", &fault_unknown_value, 0, "no");
}

static void finds_a_field_without_a_value_at_its_name(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"type\": \"array\"}, \"b\": {\"type\": \"string\"}");

	assert_string_equal(schema_fixture_check(fixture, "a:\nb: # doplnit\n"),
		"empty-value thing.yaml 1 1\nempty-value thing.yaml 2 1\n");
}

static void finds_an_item_without_a_value_at_its_dash(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}");

	assert_string_equal(
		schema_fixture_check(fixture, "a:\n  - b\n  -\n"), "empty-value thing.yaml 3 4\n");
	assert_ptr_equal(fixture->findings.items[0].kind, &fault_empty_item);
}

static void finds_empty_quotes(void **state)
{
	assert_fault(*state, text, "\"\"", &fault_empty_value, 0, "a");
	assert_fault(*state, date, "''", &fault_empty_value, 0, "a");
	assert_fault(*state, id, "\"\"", &fault_empty_value, 0, "a");
}

static void takes_a_tilde_for_nothing(void **state)
{
	assert_fault(*state, text, "~", &fault_empty_value, 0, "a");
	assert_fault(*state, money, "null", &fault_empty_value, 0, "a");
	assert_fault(*state, date, "null", &fault_empty_value, 0, "a");
}

static void takes_plain_numbers(void **state)
{
	assert_fine(*state, number, "0");
	assert_fine(*state, number, "-12.50");
	assert_fine(*state, whole, "2019");
	assert_fine(*state, money, "1450000");
}

static void offers_a_plain_number_for_one_that_people_write(void **state)
{
	assert_fault(*state, money, "1 450 000", &fault_number_in_words, 0, "a: 1450000");
	assert_fault(*state, money,
		"1\xC2\xA0"
		"450\xC2\xA0"
		"000",
		&fault_number_in_words, 0, "a: 1450000");
	assert_fault(*state, money, "1 450 000 Kč", &fault_number_in_words, 0, "a: 1450000");
	assert_fault(*state, money, "1 450 000,-", &fault_number_in_words, 0, "a: 1450000");
	assert_fault(*state, money, "1.450.000,50", &fault_number_in_words, 0, "a: 1450000.50");
	assert_fault(*state, number, "12,5", &fault_number_in_words, 0, "a: 12.5");
	assert_fault(*state, number, "12 %", &fault_number_in_words, 0, "a: 12");
}

static void offers_no_number_for_what_is_none(void **state)
{
	assert_fault(*state, money, "asi 1000", &fault_expected_number, 0, "a");
	assert_fault(*state, money, "Kč", &fault_expected_number, 0, "a");
	assert_fault(*state, money, "1,450,000", &fault_expected_number, 0, "a");
	assert_fault(*state, number, "true", &fault_expected_number, 0, "a");
	assert_fault(*state, number, "2017-2020", &fault_expected_number, 0, "a");
}

static void wants_a_whole_number_where_only_that_makes_sense(void **state)
{
	assert_fault(*state, whole, "2019.5", &fault_expected_integer, 0, "a");
	assert_fault(*state, whole, "2019,5", &fault_expected_integer, 0, "a");
	assert_fault(*state, whole, "letos", &fault_expected_integer, 0, "a");
}

static void takes_a_number_out_of_its_quotes(void **state)
{
	assert_fault(*state, whole, "\"2019\"", &fault_number_in_quotes, 0, "a: 2019");
}

static void refuses_numbers_that_programs_read_differently(void **state)
{
	assert_fault(*state, whole, "012", &fault_number_form, 0, "012");
	assert_fault(*state, whole, "08", &fault_number_form, 0, "08");
	assert_fault(*state, whole, "+5", &fault_number_form, 0, "+5");
	assert_fault(*state, whole, "0x1F", &fault_number_form, 0, "0x1F");
	assert_fault(*state, number, "1e3", &fault_number_form, 0, "1e3");
	assert_fault(*state, number, ".5", &fault_number_form, 0, ".5");
	assert_fault(*state, number, "5.", &fault_number_form, 0, "5.");
	assert_fault(*state, number, ".inf", &fault_number_form, 0, ".inf");
	assert_fault(*state, number, "1_000", &fault_expected_number, 0, "a");
}

static void refuses_numbers_that_do_not_fit_anywhere(void **state)
{
	assert_fault(*state, whole, "99999999999999999999999", &fault_out_of_range, 0,
		"99999999999999999999999");
	assert_fine(*state, whole, "999999999999999999");
}

static void refuses_numbers_outside_their_range(void **state)
{
	static const char year[] = "{\"type\": \"integer\", \"minimum\": 1990, \"maximum\": 2100}";
	static const char part[] =
		"{\"type\": \"number\", \"exclusiveMinimum\": 0, \"exclusiveMaximum\": 1}";

	assert_fault(*state, year, "1989", &fault_out_of_range, 0, "1989");
	assert_fine(*state, year, "1990");
	assert_fine(*state, year, "2100");
	assert_fault(*state, year, "2101", &fault_out_of_range, 0, "2101");
	assert_fault(*state, part, "0", &fault_out_of_range, 0, "0");
	assert_fine(*state, part, "0.01");
	assert_fault(*state, part, "1", &fault_out_of_range, 0, "1");
	assert_fault(*state, money, "-1", &fault_out_of_range, 0, "-1");
}

static void refuses_amounts_finer_than_hundredths(void **state)
{
	assert_fault(*state, money, "1.005", &fault_money_precision, 0, "1.005");
	assert_fault(
		*state, money, "1234567890123456", &fault_money_precision, 0, "1234567890123456");
	assert_fine(*state, money, "1.05");
	assert_fine(*state, money, "123456789012345.99");
}

static void takes_truth_values(void **state)
{
	assert_fine(*state, truth, "true");
	assert_fine(*state, truth, "False");
}

static void offers_a_truth_value_for_words_that_mean_one(void **state)
{
	assert_fault(*state, truth, "ano", &fault_truth_word, 1, "a: true");
	assert_fault(*state, truth, "ne", &fault_truth_word, 1, "a: false");
	assert_fault(*state, truth, "no", &fault_truth_word, 1, "a: false");
	assert_fault(*state, truth, "1", &fault_truth_word, 1, "a: true");
	assert_fault(*state, truth, "\"true\"", &fault_truth_word, 1, "a: true");
}

static void wants_a_truth_value_where_it_cannot_guess(void **state)
{
	assert_fault(*state, truth, "možná", &fault_expected_truth, 0, "a");
}

static void takes_days_of_the_calendar(void **state)
{
	assert_fine(*state, date, "2026-03-12");
	assert_fine(*state, date, "2000-02-29");
	assert_fine(*state, date, "'2026-03-12'");
}

static void offers_the_date_for_one_that_people_write(void **state)
{
	assert_fault(*state, date, "12. 3. 2026", &fault_date_czech, 0, "a: 2026-03-12");
	assert_fault(*state, date, "12.3.2026", &fault_date_czech, 0, "a: 2026-03-12");
	assert_fault(*state, date,
		"12.\xC2\xA0"
		"3.\xC2\xA0"
		"2026",
		&fault_date_czech, 0, "a: 2026-03-12");
}

static void refuses_days_that_are_not_in_the_calendar(void **state)
{
	assert_fault(*state, date, "2026-02-30", &fault_date_impossible, 0, "2026-02-30");
	assert_fault(*state, date, "1900-02-29", &fault_date_impossible, 0, "1900-02-29");
	assert_fault(*state, date, "31. 11. 2026", &fault_date_impossible, 0, "31. 11. 2026");
}

static void refuses_what_is_no_date(void **state)
{
	assert_fault(*state, date, "březen 2026", &fault_date_form, 0, "březen 2026");
	assert_fault(*state, date, "2026-3-1", &fault_date_form, 0, "2026-3-1");
	assert_fault(*state, date, "20260312", &fault_date_form, 0, "20260312");
	assert_fault(*state, date, "12.3", &fault_date_form, 0, "12.3");
	assert_fault(*state, date, "2026-03-12T10:00", &fault_date_form, 0, "2026-03-12T10:00");
}

static void takes_values_of_both_vocabularies(void **state)
{
	assert_fine(*state, side, "user");
	assert_fine(*state, side, "uživatel");
	assert_fine(*state, side, "u\xC5\xBEivatel");
}

static void offers_values_that_are_near(void **state)
{
	struct schema_fixture *fixture = *state;
	fixture->czech = true;

	assert_fault(fixture, side, "uzivatel", &fault_unknown_value_near, 1, "uživatel");
	assert_fault(fixture, side, "poskytovatelka", &fault_unknown_value_near, 1, "poskytovatel");
}

static void lists_the_possible_values_where_none_is_near(void **state)
{
	struct schema_fixture *fixture = *state;

	assert_fault(fixture, side, "kdokoli", &fault_unknown_value, 1, "provider, user");
	fixture->czech = true;
	assert_fault(fixture, side, "kdokoli", &fault_unknown_value, 1, "poskytovatel, uživatel");
}

static void makes_an_id_of_what_was_written(void **state)
{
	assert_fault(*state, id, "Péče doma", &fault_id_form, 1, "pece-doma");
	assert_fault(*state, id,
		"pe\xCC\x81"
		"c\xCC\x8C"
		"e",
		&fault_id_form, 1, "pece");
	assert_fault(*state, id, "péče--doma", &fault_id_form, 1, "pece-doma");
	assert_fault(*state, id, "-a", &fault_id_form, 1, "a");
	assert_fault(*state, id, "4kpss", &fault_id_form, 1, "kpss");
	/* A Cyrillic а, a Greek ο; and what no letter looks like. */
	assert_fault(*state, id, "nov\xD0\xB0k-j", &fault_id_alike, 2, "\xD0\xB0");
	assert_fault(*state, id, "nov\xD0\xB0k-j", &fault_id_alike, 1, "novak-j");
	assert_fault(*state, id, "d\xCE\xBFm", &fault_id_alike, 1, "dom");
	assert_fault(*state, id,
		"\xD0\xB6"
		"ena",
		&fault_id_form, 1, "ena");
}

static void takes_an_id(void **state)
{
	assert_fine(*state, id, "cil-1");
	assert_fine(*state, id, "a");
}

static void counts_characters_not_bytes(void **state)
{
	static const char three[] = "{\"type\": \"string\", \"minLength\": 3, \"maxLength\": 3}";

	assert_fine(*state, three, "žďř");
	assert_fault(*state, three, "žď", &fault_text_form, 0, "žď");
	findings_reset(&((struct schema_fixture *)*state)->findings);
	assert_ptr_equal(fault(*state, three, "žďřa"), &fault_too_long);
}

static void names_the_form_that_a_text_should_have(void **state)
{
	struct schema_fixture *fixture = *state;

	assert_fault(fixture, ico, "\"0029664\"", &fault_text_form, 1, "Number");
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].czech, "IČO"));
}

static void shows_an_example_of_the_form_that_a_text_should_have(void **state)
{
	static const char time_of_day[] =
		"{\"type\": \"string\", \"pattern\": \"^[0-9]{2}:[0-9]{2}$\", \"examples\": "
		"[\"09:30\", \"17:00\"]}";

	assert_fault(*state, time_of_day, "9.30 h", &fault_text_form_example, 2, "a: \"09:30\"");
	assert_fault(*state, time_of_day, "930", &fault_text_form_example, 2, "a: \"09:30\"");
}

static void shows_no_example_where_the_schema_has_none_that_is_text(void **state)
{
	assert_fault(*state, "{\"type\": \"string\", \"pattern\": \"^x$\", \"examples\": []}", "y",
		&fault_text_form, 0, "y");
	assert_fault(*state,
		"{\"type\": \"string\", \"pattern\": \"^x$\", \"examples\": [5, \"x\"]}", "y",
		&fault_text_form, 0, "y");
}

static void refuses_a_list_where_a_value_is_wanted(void **state)
{
	assert_fault(*state, text, "[x]", &fault_expected_text, 0, "a");
	assert_fault(*state, number, "[1]", &fault_expected_number, 0, "a");
	assert_fault(*state, whole, "{b: 1}", &fault_expected_integer, 0, "a");
	assert_fault(*state, truth, "[true]", &fault_expected_truth, 0, "a");
}

static void refuses_a_value_where_a_list_or_record_is_wanted(void **state)
{
	assert_fault(*state, "{\"type\": \"array\"}", "x", &fault_expected_list, 0, "a");
	assert_fault(*state, "{\"type\": \"array\"}", "5", &fault_expected_list, 0, "a");
	assert_fault(*state, "{\"type\": \"object\", \"properties\": {\"b\": {}}}", "x",
		&fault_expected_record, 1, "b");
}

static void writes_what_to_type_for_an_item_of_a_list(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(
		fixture, "\"a\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}");

	schema_fixture_check(fixture, "a:\n  - 2.10\n");

	assert_string_equal(schema_fixture_argument(fixture, 1), "- \"2.10\"");
}

static void writes_what_to_type_with_the_key_as_it_was_written(void **state)
{
	struct schema_fixture *fixture = *state;
	schema_fixture_fields(fixture, "\"code\": {\"type\": \"string\", \"x-kpss-cs\": \"kód\"}");

	schema_fixture_check(fixture, "kód: 2.10\n");

	assert_string_equal(schema_fixture_argument(fixture, 1), "kód: \"2.10\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCHEMA_TEST(takes_text),
		SCHEMA_TEST(offers_quotes_for_text_that_reads_as_a_number),
		SCHEMA_TEST(offers_quotes_for_text_that_reads_as_a_truth_value),
		SCHEMA_TEST(offers_quotes_for_text_that_reads_as_nothing),
		SCHEMA_TEST(keeps_the_zeros_of_an_identification_number),
		SCHEMA_TEST(does_not_offer_quotes_where_they_would_not_help),
		SCHEMA_TEST(warns_of_words_that_are_truth_values_elsewhere),
		SCHEMA_TEST(warns_of_such_a_word_only_where_nothing_else_is_wrong),
		SCHEMA_TEST(finds_a_field_without_a_value_at_its_name),
		SCHEMA_TEST(finds_an_item_without_a_value_at_its_dash),
		SCHEMA_TEST(finds_empty_quotes),
		SCHEMA_TEST(takes_a_tilde_for_nothing),
		SCHEMA_TEST(takes_plain_numbers),
		SCHEMA_TEST(offers_a_plain_number_for_one_that_people_write),
		SCHEMA_TEST(offers_no_number_for_what_is_none),
		SCHEMA_TEST(wants_a_whole_number_where_only_that_makes_sense),
		SCHEMA_TEST(takes_a_number_out_of_its_quotes),
		SCHEMA_TEST(refuses_numbers_that_programs_read_differently),
		SCHEMA_TEST(refuses_numbers_that_do_not_fit_anywhere),
		SCHEMA_TEST(refuses_numbers_outside_their_range),
		SCHEMA_TEST(refuses_amounts_finer_than_hundredths),
		SCHEMA_TEST(takes_truth_values),
		SCHEMA_TEST(offers_a_truth_value_for_words_that_mean_one),
		SCHEMA_TEST(wants_a_truth_value_where_it_cannot_guess),
		SCHEMA_TEST(takes_days_of_the_calendar),
		SCHEMA_TEST(offers_the_date_for_one_that_people_write),
		SCHEMA_TEST(refuses_days_that_are_not_in_the_calendar),
		SCHEMA_TEST(refuses_what_is_no_date),
		SCHEMA_TEST(takes_values_of_both_vocabularies),
		SCHEMA_TEST(offers_values_that_are_near),
		SCHEMA_TEST(lists_the_possible_values_where_none_is_near),
		SCHEMA_TEST(makes_an_id_of_what_was_written),
		SCHEMA_TEST(takes_an_id),
		SCHEMA_TEST(counts_characters_not_bytes),
		SCHEMA_TEST(names_the_form_that_a_text_should_have),
		SCHEMA_TEST(shows_an_example_of_the_form_that_a_text_should_have),
		SCHEMA_TEST(shows_no_example_where_the_schema_has_none_that_is_text),
		SCHEMA_TEST(refuses_a_list_where_a_value_is_wanted),
		SCHEMA_TEST(refuses_a_value_where_a_list_or_record_is_wanted),
		SCHEMA_TEST(writes_what_to_type_for_an_item_of_a_list),
		SCHEMA_TEST(writes_what_to_type_with_the_key_as_it_was_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
