#include "rule_fixture.h"

/* The guarantor is `odbor`; the test gives the holders of its role, one a line from line 8 on. */
static const char *run(struct plan_fixture *fixture, const char *holders)
{
	const char *text = arena_format(fixture->findings.arena,
		"orgány:\n"
		"  - {id: odbor, název: O, druh: odbor}\n"
		"  - {id: skolstvi, název: S, druh: odbor}\n"
		"osoby: [{id: a}]\n"
		"funkce:\n"
		"  - {id: jina, název: J, nositelé: [{orgán: skolstvi}]}\n"
		"  - {id: garant, název: G, druh: garant, nositelé: [\n"
		"%s        ]}\n",
		holders)
				   .ptr;
	return rule_fixture_run_for(fixture, "two-guarantors", "garant: odbor\n", text);
}

static void takes_bodies_one_after_the_other(void **state)
{
	assert_string_equal(run(*state, "        {orgán: skolstvi, do: 2015-12-31},\n        "
					"{orgán: odbor, od: 2016-01-01}\n"),
		"");
}

static void finds_two_on_one_day(void **state)
{
	assert_string_equal(run(*state, "        {orgán: skolstvi, do: 2016-01-01},\n        "
					"{orgán: odbor, od: 2016-01-01}\n"),
		"two-guarantors a.yaml 9 17\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2016-01-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2016-01-01");
}

static void tells_once_of_two_that_hold_it_today(void **state)
{
	assert_string_equal(run(*state, "        {orgán: skolstvi},\n        {orgán: odbor}\n"),
		"two-guarantors a.yaml 9 17\n");
}

static void takes_a_body_written_twice_and_a_person_beside_it(void **state)
{
	assert_string_equal(run(*state, "        {orgán: odbor},\n        {orgán: odbor, od: "
					"2016-01-01},\n        {osoba: a}\n"),
		"");
}

static void finds_another_body_than_the_one_named(void **state)
{
	assert_string_equal(run(*state, "        {orgán: skolstvi, do: 2020-06-30}\n"),
		"two-guarantors a.yaml 8 17\n");
}

static void takes_another_body_in_the_past(void **state)
{
	assert_string_equal(run(*state, "        {orgán: skolstvi, do: 2020-06-29}\n"), "");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(
		run(*state, "        {orgán: odbor},\n        {orgán: skolstvi, od: 2020-07-01}\n"),
		"");
}

static void concludes_nothing_from_wrong_days(void **state)
{
	assert_string_equal(run(*state, "        {orgán: odbor},\n        {orgán: skolstvi, od: "
					"2016-01-01, do: 2015-01-01}\n"),
		"");
}

static void takes_a_body_whose_type_is_not_written(void **state)
{
	assert_string_equal(rule_fixture_run_for(*state, "guarantor-not-department",
				    "garant: odbor\n", "orgány:\n  - {id: odbor, název: O}\n"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_bodies_one_after_the_other),
		PLAN_TEST(finds_two_on_one_day),
		PLAN_TEST(tells_once_of_two_that_hold_it_today),
		PLAN_TEST(takes_a_body_written_twice_and_a_person_beside_it),
		PLAN_TEST(finds_another_body_than_the_one_named),
		PLAN_TEST(takes_another_body_in_the_past),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(concludes_nothing_from_wrong_days),
		PLAN_TEST(takes_a_body_whose_type_is_not_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
