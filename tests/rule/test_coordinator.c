/* The coordinator's timeline against the cycles: 2015 to 2018 and, overlapping, from 2018-07-01 on. */
#include "rule_fixture.h"

/* The test gives the holders, one a line from line 8 on. */
static const char *run(struct plan_fixture *fixture, const char *code, const char *holders)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby: [{id: a}, {id: b}]\n"
		"cykly:\n"
		"  - {id: c1, název: C, od: 2015-01-01, do: 2018-12-31}\n"
		"  - {id: c2, název: D, fáze: [{fáze: analýza, od: 2018-07-01}]}\n"
		"funkce:\n"
		"  - id: k\n"
		"    název: K\n"
		"    nositelé:%s%s",
		*holders ? "\n" : " []\n", holders)
				   .ptr;
	return rule_fixture_run_for(fixture, code, "funkce_koordinátora: k\n", text);
}

static const char *gaps(struct plan_fixture *fixture, const char *holders)
{
	return run(fixture, "coordinator-gap", holders);
}

static const char *overlaps(struct plan_fixture *fixture, const char *holders)
{
	return run(fixture, "two-coordinators", holders);
}

static void takes_one_after_the_other(void **state)
{
	assert_string_equal(
		gaps(*state,
			"      - {osoba: a, do: 2018-08-31}\n      - {osoba: b, od: 2018-09-01}\n"),
		"");
}

static void tells_once_of_a_gap_in_two_cycles(void **state)
{
	assert_string_equal(
		gaps(*state,
			"      - {osoba: a, do: 2018-07-31}\n      - {osoba: b, od: 2019-03-01}\n"),
		"coordinator-gap a.yaml 9 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2018-08-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2019-02-28");
}

static void finds_the_first_day_of_the_first_cycle(void **state)
{
	assert_string_equal(gaps(*state, "      - {osoba: a, od: 2015-01-02}\n"),
		"coordinator-gap a.yaml 9 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2015-01-01");
}

static void finds_that_nobody_coordinates_any_more(void **state)
{
	assert_string_equal(gaps(*state, "      - {osoba: a, do: 2020-06-29}\n"),
		"coordinator-gap a.yaml 9 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2020-06-30");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(gaps(*state, "      - {osoba: a, do: 2020-06-30}\n"), "");
}

static void asks_for_a_coordinator_where_none_is_written(void **state)
{
	assert_string_equal(gaps(*state, ""), "coordinator-gap a.yaml 6 9\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2015-01-01");
}

static void asks_for_nobody_outside_the_cycles(void **state)
{
	assert_string_equal(gaps(*state, "      - {osoba: a, od: 2010-01-01, do: 2010-12-31}\n     "
					 " - {osoba: b, od: 2015-01-01}\n"),
		"");
}

static void finds_two_on_one_day(void **state)
{
	assert_string_equal(
		overlaps(*state,
			"      - {osoba: a, do: 2018-09-01}\n      - {osoba: b, od: 2018-09-01}\n"),
		"two-coordinators a.yaml 10 24\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2018-09-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2018-09-01");
}

static void takes_one_who_is_written_twice(void **state)
{
	assert_string_equal(
		overlaps(*state, "      - {osoba: a}\n      - {osoba: a, od: 2018-09-01}\n"), "");
}

static void takes_two_before_the_first_cycle(void **state)
{
	assert_string_equal(
		overlaps(*state, "      - {osoba: a, do: 2014-12-31}\n      - {osoba: b}\n"), "");
}

static void concludes_nothing_from_wrong_days(void **state)
{
	assert_string_equal(
		gaps(*state, "      - {osoba: a, od: 2018-01-01, do: 2017-01-01}\n"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_one_after_the_other),
		PLAN_TEST(tells_once_of_a_gap_in_two_cycles),
		PLAN_TEST(finds_the_first_day_of_the_first_cycle),
		PLAN_TEST(finds_that_nobody_coordinates_any_more),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(asks_for_a_coordinator_where_none_is_written),
		PLAN_TEST(asks_for_nobody_outside_the_cycles),
		PLAN_TEST(finds_two_on_one_day),
		PLAN_TEST(takes_one_who_is_written_twice),
		PLAN_TEST(takes_two_before_the_first_cycle),
		PLAN_TEST(concludes_nothing_from_wrong_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
