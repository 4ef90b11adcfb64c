#include "rule_fixture.h"

static const char chain[] = "postupy_schvalování:\n"
			    "  - {dokument: plán, kroky: [{orgán: zm, výroky: [schvaluje]}]}\n";

/* Findings as of 2025-06-30 about a plan p from 2025-01-01 whose cycle has these phases. */
static const char *found_with(
	struct plan_fixture *fixture, const char *profile, const char *phases, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	plan_fixture_file(fixture, "plan.yaml",
		arena_format(arena,
			"plány:\n  - {id: p, název: P, od: 2025-01-01}\n"
			"orgány:\n  - {id: zm, název: Z, druh: zastupitelstvo}\n"
			"cykly:\n  - {id: c, název: C, plán: p, fáze: [%s]}\n",
			phases)
			.ptr);
	return rule_fixture_run_one(fixture, more, "2025-06-30");
}

static void tells_of_a_plan_that_was_approved_too_late_once(void **state)
{
	const char *found = found_with(*state, chain, "{fáze: realizace, od: 2025-01-01}",
		"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2025-02-01, výrok: "
		"schvaluje}\n");

	assert_string_equal(found, "implementation-before-approval plan.yaml 6 61\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2025-02-01");
}

static void lets_a_plan_be_approved_again_while_it_is_carried_out(void **state)
{
	const char *found = found_with(*state, chain, "{fáze: realizace, od: 2025-01-01}",
		"schválení:\n"
		"  - {id: s, předmět: p, orgán: zm, datum: 2024-12-01, výrok: schvaluje}\n"
		"  - {id: t, předmět: p, orgán: zm, datum: 2025-03-01, výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

static void does_not_take_an_update_for_the_approval(void **state)
{
	const char *found = found_with(*state, chain, "{fáze: realizace, od: 2025-01-01}",
		"schválení:\n"
		"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: zm, datum: 2024-12-01, "
		"výrok: schvaluje}\n");

	assert_string_equal(found, "implementation-before-approval plan.yaml 6 61\n");
}

static void waits_for_an_implementation_that_is_still_to_begin(void **state)
{
	assert_string_equal(
		found_with(*state, chain,
			"{fáze: realizace, od: 2025-07-01}, {fáze: příprava, od: 2024-01-01}",
			"schválení: []\n"),
		"");
}

static void tells_a_wrong_verb_of_the_last_body_once(void **state)
{
	const char *found = found_with(*state, chain, "{fáze: realizace, od: 2025-01-01}",
		"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2024-12-01, výrok: "
		"bere_na_vědomí}\n");

	assert_string_equal(found, "wrong-verb a.yaml 2 62\n");
}

static void asks_for_nothing_where_the_town_has_no_chain(void **state)
{
	assert_string_equal(found_with(*state, "název: P\n", "{fáze: realizace, od: 2025-01-01}",
				    "schválení: []\n"),
		"");
}

static const char after_approval[] = "akční_plán: {po_schválení_plánu: true}\n";

static void lets_a_bridging_action_plan_begin_unapproved(void **state)
{
	const char *found = found_with(*state, after_approval, "{fáze: příprava}",
		"akční_plány:\n"
		"  - {id: a1, název: A, plán: p, roky: [2025], překlenovací: true}\n"
		"  - {id: a2, název: A, plán: p, roky: [2026]}\n");

	assert_string_equal(found, "");
}

static void takes_the_first_day_of_an_action_plan_before_its_years(void **state)
{
	const char *found = found_with(*state, after_approval, "{fáze: příprava}",
		"akční_plány:\n"
		"  - {id: a1, název: A, plán: p, od: 2025-03-01, roky: [2025]}\n"
		"  - {id: a2, název: A, plán: p, roky: [2024, 2023]}\n"
		"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2025-02-01, výrok: "
		"schvaluje}\n");

	assert_string_equal(found, "action-plan-before-approval a.yaml 3 39\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2023-01-01");
}

static void tells_of_an_unapproved_plan_once_whatever_carries_it_out(void **state)
{
	const char *profile = arena_format(
		((struct plan_fixture *)*state)->findings.arena, "%s%s", chain, after_approval)
				      .ptr;
	const char *found = found_with(*state, profile, "{fáze: realizace, od: 2025-01-01}",
		"akční_plány:\n  - {id: a1, název: A, plán: p, roky: [2025]}\n");

	assert_string_equal(found, "implementation-before-approval plan.yaml 6 61\n");
}

static void asks_for_rules_that_were_approved(void **state)
{
	const char *found = found_with(*state,
		"postupy_schvalování:\n  - {dokument: implementační_pravidla, kroky: [{orgán: "
		"zm}]}\n",
		"{fáze: příprava}",
		"dokumenty:\n  - {id: d, název: D, druh: implementační_pravidla}\n"
		"schválení:\n  - {id: s, předmět: d, orgán: zm, datum: 2025-02-01, výrok: "
		"neschvaluje}\n");

	assert_string_equal(found, "implementation-rules-missing pravidla.yaml 2 16\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(tells_of_a_plan_that_was_approved_too_late_once),
		PLAN_TEST(lets_a_plan_be_approved_again_while_it_is_carried_out),
		PLAN_TEST(does_not_take_an_update_for_the_approval),
		PLAN_TEST(waits_for_an_implementation_that_is_still_to_begin),
		PLAN_TEST(tells_a_wrong_verb_of_the_last_body_once),
		PLAN_TEST(asks_for_nothing_where_the_town_has_no_chain),
		PLAN_TEST(lets_a_bridging_action_plan_begin_unapproved),
		PLAN_TEST(takes_the_first_day_of_an_action_plan_before_its_years),
		PLAN_TEST(tells_of_an_unapproved_plan_once_whatever_carries_it_out),
		PLAN_TEST(asks_for_rules_that_were_approved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
