/* How leaders came to lead: elections, electorates, independence. */
#include "rule_fixture.h"

/* A group since 2015 whose member `a` leads it; the test gives the settings and the rest of the leadership in braces. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *leadership)
{
	plan_fixture_file(fixture, "pravidla.yaml", settings);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby:\n"
			"  - {id: a, zaměstnání: [{orgán: oddeleni, od: 2010-01-01, do: 2017-12-31}]}\n"
			"orgány:\n"
			"  - {id: odbor, název: O, druh: odbor}\n"
			"  - {id: oddeleni, název: P, druh: oddělení, nadřízený_orgán: odbor}\n"
			"skupiny:\n"
			"  - id: ps\n"
			"    název: PS\n"
			"    členové: [{osoba: a}]\n"
			"    vedoucí:\n"
			"      - {osoba: a, od: 2017-01-01%s}\n",
			leadership)
			.ptr,
		"2019-06-30");
}

static const char elected[] = "skupiny: {volitelé_vedoucího: [členové]}\n";

static void asks_for_no_election_where_the_town_has_not_decided(void **state)
{
	assert_string_equal(run(*state, "název: P\n", ""), "");
}

static void asks_for_an_election(void **state)
{
	assert_string_equal(run(*state, elected, ""), "leader-not-elected a.yaml 11 17\n");
}

static void asks_for_no_election_of_a_leader_by_office(void **state)
{
	assert_string_equal(run(*state, elected, ", z_titulu_funkce: f}\nfunkce:\n  - {id: f, název: F"), "");
}

static void asks_for_no_election_of_an_acting_leader(void **state)
{
	assert_string_equal(run(*state, elected, ", pověřen: true"), "");
}

static void takes_an_election_on_the_first_day(void **state)
{
	assert_string_equal(run(*state, elected, ", volba: {datum: 2017-01-01}"), "");
}

static void finds_an_election_a_day_late(void **state)
{
	assert_string_equal(run(*state, elected, ", volba: {datum: 2017-01-02}"), "leader-not-elected a.yaml 11 51\n");
}

static void takes_an_election_that_only_names_its_record(void **state)
{
	const char *found = run(*state, elected,
		", volba: {záznam: v}}\nvolby:\n  - {id: v, skupina: ps, datum: 2016-12-01, volitelé: [koordinátor]");

	assert_string_equal(found, "wrong-electorate a.yaml 13 55\n");
}

static void takes_an_election_that_is_only_a_record(void **state)
{
	const char *found = run(*state, elected,
		"}\nvolby:\n  - {id: v, skupina: ps, datum: 2016-12-01, kandidáti: [{osoba: a, zvolen: true}]");

	assert_string_equal(found, "");
}

static void does_not_take_a_lost_election(void **state)
{
	const char *found = run(*state, elected,
		"}\nvolby:\n  - {id: v, skupina: ps, datum: 2016-12-01, kandidáti: [{osoba: a, zvolen: false}]");

	assert_string_equal(found, "leader-not-elected a.yaml 11 17\n");
}

static void lets_the_profile_decide_for_one_group(void **state)
{
	const char *found = run(*state, "kdo_koho_volí: [{skupina: ps, volitelé: [koordinátor]}]\n",
		", volba: {datum: 2016-12-01, volitelé: [koordinátor, členové]}");

	assert_string_equal(found, "wrong-electorate a.yaml 11 73\n");
}

static void counts_a_unit_of_the_body_that_leaders_are_independent_of(void **state)
{
	assert_string_equal(run(*state, "skupiny: {vedoucí_nezávislý_na: [odbor]}\n", ""),
		"leader-not-independent a.yaml 11 17\n");
}

static void does_not_count_an_employment_that_ended_before(void **state)
{
	const char *settings = "skupiny: {vedoucí_nezávislý_na: [odbor]}\n";

	assert_string_equal(run(*state, settings, "}\n      - {osoba: a, od: 2018-01-01"),
		"leader-not-independent a.yaml 11 17\ntwo-leaders a.yaml 12 24\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_no_election_where_the_town_has_not_decided),
		PLAN_TEST(asks_for_an_election),
		PLAN_TEST(asks_for_no_election_of_a_leader_by_office),
		PLAN_TEST(asks_for_no_election_of_an_acting_leader),
		PLAN_TEST(takes_an_election_on_the_first_day),
		PLAN_TEST(finds_an_election_a_day_late),
		PLAN_TEST(takes_an_election_that_only_names_its_record),
		PLAN_TEST(takes_an_election_that_is_only_a_record),
		PLAN_TEST(does_not_take_a_lost_election),
		PLAN_TEST(lets_the_profile_decide_for_one_group),
		PLAN_TEST(counts_a_unit_of_the_body_that_leaders_are_independent_of),
		PLAN_TEST(does_not_count_an_employment_that_ended_before),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
