#include "plan/value.h"

#include "plan_fixture.h"

/* A scalar of its own, in no document. */
static struct node scalar(const char *text)
{
	return (struct node){
		.text = text, .length = (uint32_t)strlen(text), .size = 1, .kind = NODE_SCALAR};
}

static void gives_an_absent_value_for_a_missing_field(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "osoby:\n  - id: a\n");
	const struct node *mapping = plan_fixture_find(fixture, "a")->mapping,
			  *name = field(mapping, WORD_name);
	int64_t number;

	assert_true(is_absent(name));
	assert_null(field_key(mapping, WORD_name));
	assert_true(kpss_str_is(value_text(name), ""));
	assert_int_equal(value_word(name), UINT32_MAX);
	assert_int_equal(value_date(name, KPSS_DATE_LATEST).days, INT32_MAX);
	assert_false(value_integer(name, &number));
	assert_false(value_money(name, &number));
	assert_false(value_is_true(name));
	assert_true(is_absent(field(name, WORD_name)));
}

static void finds_a_field_by_its_english_word(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "osoby:\n  - id: a\n    zveřejnit: iniciály\n");
	const struct node *mapping = plan_fixture_find(fixture, "a")->mapping;

	assert_true(kpss_str_is(node_text(field_key(mapping, WORD_publish)), "zveřejnit"));
	assert_int_equal(value_word(field(mapping, WORD_publish)), WORD_initials);
	assert_true(kpss_str_is(value_text(field(mapping, WORD_publish)), "iniciály"));
}

static void has_no_text_of_a_list(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "osoby:\n  - id: a\n    jméno: [x]\n");
	const struct node *name = field(plan_fixture_find(fixture, "a")->mapping, WORD_name);

	assert_int_equal(name->kind, NODE_SEQUENCE);
	assert_true(kpss_str_is(value_text(name), ""));
	assert_int_equal(value_word(name), UINT32_MAX);
}

static void reads_whole_numbers(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t number;
	} good[] = {{"0", 0}, {"2019", 2019}, {"-5", -5}, {"9223372036854775807", INT64_MAX}};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct node node = scalar(good[i].text);
		int64_t number;
		assert_true(value_integer(&node, &number));
		assert_true(number == good[i].number);
	}
}

static void reads_no_number_where_there_is_none(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"", "-", "5.", "2.5", "x", "1 000", "9223372036854775808", "99999999999999999999"};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct node node = scalar(bad[i]);
		int64_t number;
		assert_false(value_integer(&node, &number));
	}
}

static void reads_amounts_in_hundredths(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t hundredths;
	} good[] = {{"0", 0}, {"1450000", 145000000}, {"1.1", 110}, {"1.10", 110}, {"0.05", 5},
		{"-2.5", -250}, {"92233720368547758.07", INT64_MAX}};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct node node = scalar(good[i].text);
		int64_t hundredths;
		assert_true(value_money(&node, &hundredths));
		assert_true(hundredths == good[i].hundredths);
	}
}

static void reads_no_amount_that_would_not_be_exact(void **state)
{
	(void)state;
	static const char *const bad[] = {"", ".", ".5", "5.", "1.005", "1,5", "1 000", "1e3", "-",
		"--1", "92233720368547758.08", "92233720368547759", "99999999999999999999"};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct node node = scalar(bad[i]);
		int64_t hundredths;
		if (value_money(&node, &hundredths))
			fail_msg("%s", bad[i]);
	}
}

static const struct node *item(struct plan_fixture *fixture, const char *fields)
{
	struct kpss_str text = arena_format(
		fixture->findings.arena, "plány:\n  - {id: p, název: P, %s}\n", fields);
	plan_fixture_load_one(fixture, text.ptr);
	return plan_fixture_find(fixture, "p")->mapping;
}

static void takes_what_is_not_written_for_open(void **state)
{
	struct period period = mapping_period(item(*state, "od: 2017-01-01"));

	assert_int_equal(period.from.days, kpss_date_of(2017, 1, 1).days);
	assert_int_equal(period.to.days, KPSS_DATE_LATEST.days);
}

static void counts_both_days_of_a_period(void **state)
{
	struct period period = mapping_period(item(*state, "od: 2017-01-01, do: 2020-12-31"));

	assert_false(period_contains(period, kpss_date_of(2016, 12, 31)));
	assert_true(period_contains(period, kpss_date_of(2017, 1, 1)));
	assert_true(period_contains(period, kpss_date_of(2020, 12, 31)));
	assert_false(period_contains(period, kpss_date_of(2021, 1, 1)));
}

static void takes_an_ordinary_period_for_sound(void **state)
{
	assert_true(period_is_sound(item(*state, "od: 2017-01-01, do: 2017-01-01")));
}

static void takes_an_open_period_for_sound(void **state)
{
	assert_true(period_is_sound(item(*state, "do: 2017-01-01")));
}

static void concludes_nothing_from_a_period_that_ends_before_it_begins(void **state)
{
	assert_false(period_is_sound(item(*state, "od: 2017-01-02, do: 2017-01-01")));
}

static void concludes_nothing_from_a_day_that_is_none(void **state)
{
	assert_false(period_is_sound(item(*state, "od: 2. 1. 2017")));
}

static void knows_every_word_of_an_enumeration(void **state)
{
	struct plan_fixture *fixture = *state;

	/* It is the first word of the first schema. */
	plan_fixture_load_one(fixture, "documents:\n  - {id: a, name: A, type: action_plan}\n");

	assert_int_equal(value_word(field(plan_fixture_find(fixture, "a")->mapping, WORD_type)), WORD_action_plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(gives_an_absent_value_for_a_missing_field),
		PLAN_TEST(knows_every_word_of_an_enumeration),
		PLAN_TEST(finds_a_field_by_its_english_word),
		PLAN_TEST(has_no_text_of_a_list),
		PLAN_TEST(reads_whole_numbers),
		PLAN_TEST(reads_no_number_where_there_is_none),
		PLAN_TEST(reads_amounts_in_hundredths),
		PLAN_TEST(reads_no_amount_that_would_not_be_exact),
		PLAN_TEST(takes_what_is_not_written_for_open),
		PLAN_TEST(counts_both_days_of_a_period),
		PLAN_TEST(takes_an_ordinary_period_for_sound),
		PLAN_TEST(takes_an_open_period_for_sound),
		PLAN_TEST(concludes_nothing_from_a_period_that_ends_before_it_begins),
		PLAN_TEST(concludes_nothing_from_a_day_that_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
