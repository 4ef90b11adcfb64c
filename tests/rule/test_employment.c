#include "rule_fixture.h"

/* The coordinator `a` since 2015; the test gives the employments, and who holds the role beside. */
static const char *run(struct plan_fixture *fixture, const char *employments, const char *holder)
{
	const char *text = arena_format(fixture->findings.arena,
		"orgány:\n"
		"  - {id: odbor, název: O}\n"
		"  - {id: oddeleni, název: D, nadřízený_orgán: odbor}\n"
		"  - {id: jiny, název: J}\n"
		"organizace: [{id: firma, název: F}]\n"
		"osoby: [{id: a, zaměstnání: [%s]}]\n"
		"funkce: [{id: k, název: K, nositelé: [\n%s        ]}]\n",
		employments, holder)
				   .ptr;
	return rule_fixture_run_for(fixture, "coordinator-not-employed",
		"garant: odbor\nfunkce_koordinátora: k\nkoordinátor: {zaměstnanec_garanta: true}\n",
		text);
}

static const char *const since_2015 = "        {osoba: a, od: 2015-01-01}\n";

static void takes_an_employee_of_a_section(void **state)
{
	assert_string_equal(
		run(*state, "{orgán: odbor, do: 2016-12-31}, {orgán: oddeleni, od: 2017-01-01}",
			since_2015),
		"");
}

static void finds_a_day_between_two_employments(void **state)
{
	assert_string_equal(
		run(*state, "{orgán: odbor, do: 2016-12-30}, {orgán: odbor, od: 2017-01-01}",
			since_2015),
		"coordinator-not-employed a.yaml 8 17\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2016-12-31");
}

static void finds_an_employment_that_begins_a_day_late(void **state)
{
	assert_string_equal(run(*state, "{orgán: odbor, od: 2015-01-02}", since_2015),
		"coordinator-not-employed a.yaml 8 17\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2015-01-01");
}

static void does_not_count_contracts_and_other_departments(void **state)
{
	assert_string_equal(
		run(*state, "{orgán: odbor, vztah: dodavatel}, {orgán: jiny}", since_2015),
		"coordinator-not-employed a.yaml 8 17\n");
}

static void finds_an_organization_that_coordinates(void **state)
{
	assert_string_equal(run(*state, "{orgán: odbor}",
				    "        {organizace: firma, smlouva: č. 1, od: 2020-06-30}\n"),
		"coordinator-not-employed a.yaml 8 22\n");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(
		run(*state, "{orgán: odbor}", "        {organizace: firma, od: 2020-07-01}\n"), "");
}

static void takes_a_tenure_and_an_employment_without_days(void **state)
{
	assert_string_equal(run(*state, "{orgán: odbor}", "        {osoba: a}\n"), "");
}

static void concludes_nothing_from_wrong_days(void **state)
{
	assert_string_equal(
		run(*state, "{orgán: odbor, od: 2016-01-01, do: 2015-01-01}", since_2015), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_an_employee_of_a_section),
		PLAN_TEST(finds_a_day_between_two_employments),
		PLAN_TEST(finds_an_employment_that_begins_a_day_late),
		PLAN_TEST(does_not_count_contracts_and_other_departments),
		PLAN_TEST(finds_an_organization_that_coordinates),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(takes_a_tenure_and_an_employment_without_days),
		PLAN_TEST(concludes_nothing_from_wrong_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
