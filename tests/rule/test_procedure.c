/* Which vote is the first, and what counts as approved rules of procedure. */
#include "rule_fixture.h"

static const char *run(
	struct plan_fixture *fixture, const char *group, const char *leader, const char *more)
{
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {jednací_řád_povinný: true}\n");
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}]\n"
			"orgány: [{id: rada, název: Rada, druh: rada}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, od: 2025-01-01%s, vedoucí: [{osoba: a%s}], "
			"členové: [{osoba: a, strana: uživatel}]}\n%s",
			group, leader, more)
			.ptr,
		"2026-03-12");
}

static const char election[] = ", volba: {datum: 2025-03-04}";

static void asks_for_no_rules_where_nobody_voted(void **state)
{
	assert_string_equal(
		run(*state, "", "", "jednání: [{id: j, orgán: ps, datum: 2026-02-10}]\n"), "");
}

static void takes_an_election_of_a_leader_for_a_vote(void **state)
{
	assert_string_equal(run(*state, "", election, ""), "no-rules-of-procedure a.yaml 4 10\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2025-03-04");
}

static void takes_a_recorded_election_for_a_vote(void **state)
{
	assert_string_equal(
		run(*state, "", "", "volby: [{id: v, skupina: ps, datum: 2025-03-04}]\n"),
		"no-rules-of-procedure a.yaml 4 10\n");
}

static void takes_rules_approved_on_the_same_day(void **state)
{
	assert_string_equal(run(*state, ", jednací_řád: {schválen: 2025-03-04}", election, ""), "");
}

static void does_not_take_rules_approved_a_day_later(void **state)
{
	assert_string_equal(run(*state, ", jednací_řád: {schválen: 2025-03-05}", election, ""),
		"no-rules-of-procedure a.yaml 4 54\n");
}

static void does_not_ask_for_rules_before_there_is_a_group(void **state)
{
	assert_string_equal(run(*state, "", ", volba: {datum: 2024-12-31}", ""), "");
}

static void takes_an_approval_of_the_paper(void **state)
{
	assert_string_equal(run(*state, "", election,
				    "dokumenty: [{id: rad, název: Jednací řád, druh: jednací_řád, "
				    "předmět: ps}]\n"
				    "schválení: [{id: s, předmět: rad, orgán: rada, datum: "
				    "2025-02-01, výrok: schvaluje}]\n"),
		"");
}

static void does_not_take_an_approval_of_something_else(void **state)
{
	assert_string_equal(run(*state, "", election,
				    "schválení: [{id: s, předmět: ps, orgán: rada, datum: "
				    "2025-02-01, výrok: schvaluje}]\n"),
		"no-rules-of-procedure a.yaml 4 10\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_no_rules_where_nobody_voted),
		PLAN_TEST(takes_an_election_of_a_leader_for_a_vote),
		PLAN_TEST(takes_a_recorded_election_for_a_vote),
		PLAN_TEST(takes_rules_approved_on_the_same_day),
		PLAN_TEST(does_not_take_rules_approved_a_day_later),
		PLAN_TEST(does_not_ask_for_rules_before_there_is_a_group),
		PLAN_TEST(takes_an_approval_of_the_paper),
		PLAN_TEST(does_not_take_an_approval_of_something_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
