#include "rule_fixture.h"

static void takes_a_single_day(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - {id: p, název: P, od: 2017-01-01, do: 2017-01-01}\n", "2019-06-30");

	assert_string_equal(found, "");
}

static void finds_an_end_before_the_beginning(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - {id: p, název: P, od: 2017-01-01, do: 2016-12-31}\n", "2019-06-30");

	assert_string_equal(found, "reversed-dates a.yaml 2 43\n");
	assert_string_equal(rule_fixture_day(*state, 0), "2017-01-01");
	assert_string_equal(rule_fixture_day(*state, 1), "2016-12-31");
}

static void looks_into_lists_inside_records(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"cykly:\n  - id: c\n    název: C\n    fáze:\n      - {fáze: příprava, od: "
		"2019-01-01, do: 2018-01-01}\n",
		"2019-06-30");

	assert_string_equal(found, "reversed-dates a.yaml 5 46\n");
}

static void takes_open_ends(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - {id: p, název: P, od: 2017-01-01}\n  - {id: q, název: Q, do: "
		"2016-12-31}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void says_nothing_more_about_a_day_that_is_none(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - {id: p, název: P, od: 2017-01-01, do: 2016-02-30}\n", "2019-06-30");

	assert_string_equal(found, "date-form a.yaml 2 43\n");
}

static void leaves_alone_what_a_town_keeps_for_itself(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"osoby:\n  - id: a\n    navíc:\n      from: 2019-01-01\n      to: 2018-01-01\n"
		"      x: [{from: 2019-01-01, to: 2018-01-01}]\n    poznámka: X\n"
		"plány:\n  - {id: p, název: P, od: 2017-01-01, do: 2016-12-31}\n",
		"2019-06-30");

	assert_string_equal(found, "reversed-dates a.yaml 9 43\n");
}

static void leaves_foreign_files_alone(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "sklad:\n  from: 2019-01-01\n  to: 2018-01-01\n", "2019-06-30");

	assert_string_equal(found, "foreign-file a.yaml 1 1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_single_day),
		PLAN_TEST(finds_an_end_before_the_beginning),
		PLAN_TEST(looks_into_lists_inside_records),
		PLAN_TEST(takes_open_ends),
		PLAN_TEST(says_nothing_more_about_a_day_that_is_none),
		PLAN_TEST(leaves_alone_what_a_town_keeps_for_itself),
		PLAN_TEST(leaves_foreign_files_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
