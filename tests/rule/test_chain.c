#include "rule_fixture.h"

static const char bodies[] = "orgány:\n"
			     "  - {id: komise, název: K, druh: komise}\n"
			     "  - {id: rada, název: R, druh: rada}\n"
			     "  - {id: zm, název: Z, druh: zastupitelstvo}\n";

/* Findings about a plan p that has these steps and approvals, as of 2025-06-30. */
static const char *found_with(
	struct plan_fixture *fixture, const char *steps, const char *approvals)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(
			arena, "postupy_schvalování:\n  - dokument: plán\n    kroky:\n%s", steps)
			.ptr);
	plan_fixture_file(fixture, "organy.yaml", bodies);
	plan_fixture_file(fixture, "plan.yaml", "plány:\n  - {id: p, název: P}\n");
	return rule_fixture_run_one(fixture, approvals, "2025-06-30");
}

static const char three_steps[] = "      - {orgán: komise, výroky: [doporučuje]}\n"
				  "      - {orgán: rada, výroky: [doporučuje]}\n"
				  "      - {druh_orgánu: zastupitelstvo, výroky: [schvaluje]}\n";

static void asks_for_no_step_that_is_still_to_come(void **state)
{
	const char *found = found_with(*state, three_steps,
		"schválení:\n  - {id: s, předmět: p, orgán: komise, datum: 2025-05-01, výrok: "
		"doporučuje}\n");

	assert_string_equal(found, "");
}

static void asks_for_every_step_before_the_last_that_was_taken(void **state)
{
	const char *found = found_with(*state, three_steps,
		"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2025-05-01, výrok: "
		"schvaluje}\n");

	assert_string_equal(
		found, "approval-step-missing a.yaml 2 10\napproval-step-missing a.yaml 2 10\n");
}

static void takes_no_notice_of_what_is_decided_later(void **state)
{
	const char *found = found_with(*state, three_steps,
		"schválení:\n  - {id: s, předmět: p, orgán: zm, datum: 2025-07-01, výrok: "
		"schvaluje}\n");

	assert_string_equal(found, "");
}

static void takes_no_notice_of_the_approval_of_an_update(void **state)
{
	const char *found = found_with(*state, "      - {orgán: komise}\n      - {orgán: zm}\n",
		"schválení:\n"
		"  - {id: s, předmět: p, druh: aktualizace_plánu, orgán: zm, datum: 2025-05-01, "
		"výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

static void does_not_take_a_refusal_for_a_wrong_verb(void **state)
{
	const char *found = found_with(*state, three_steps,
		"schválení:\n  - {id: s, předmět: p, orgán: komise, datum: 2025-05-01, výrok: "
		"neschvaluje}\n");

	assert_string_equal(found, "");
}

static void forgives_a_discussion_before_the_answer_that_is_asked_for(void **state)
{
	const char *found = found_with(*state, three_steps,
		"schválení:\n"
		"  - {id: s, předmět: p, orgán: komise, datum: 2025-04-01, výrok: doporučuje}\n"
		"  - {id: t, předmět: p, orgán: komise, datum: 2025-05-01, výrok: projednává}\n");

	assert_string_equal(found, "");
}

static void gives_a_body_with_two_steps_each_by_its_verb(void **state)
{
	const char *found = found_with(*state,
		"      - {orgán: rada, výroky: [projednává]}\n"
		"      - {orgán: komise, výroky: [doporučuje]}\n"
		"      - {orgán: rada, výroky: [schvaluje]}\n",
		"schválení:\n"
		"  - {id: s, předmět: p, orgán: rada, datum: 2025-03-01, výrok: projednává}\n"
		"  - {id: t, předmět: p, orgán: rada, datum: 2025-05-01, výrok: schvaluje}\n");

	assert_string_equal(found, "approval-step-missing a.yaml 3 10\n");
}

static void asks_each_working_group_of_the_day(void **state)
{
	plan_fixture_file(*state, "skupiny.yaml",
		"osoby:\n  - {id: a}\n"
		"skupiny:\n"
		"  - {id: ps1, název: A, druh: pracovní, vedoucí: [{osoba: a}], členové: [{osoba: "
		"a}]}\n"
		"  - {id: ps2, název: B, druh: pracovní, vedoucí: [{osoba: a}], členové: [{osoba: "
		"a}]}\n"
		"  - {id: ps3, název: C, druh: pracovní, od: 2025-06-01, vedoucí: [{osoba: a}], "
		"členové: [{osoba: a}]}\n"
		"  - {id: ks, název: D, druh: řídicí, vedoucí: [{osoba: a}], členové: [{osoba: "
		"a}]}\n");
	const char *found = found_with(*state,
		"      - {každá_skupina: true}\n      - {orgán: rada}\n",
		"schválení:\n"
		"  - {id: s, předmět: p, orgán: ps1, datum: 2025-04-01, výrok: doporučuje}\n"
		"  - {id: t, předmět: p, orgán: rada, datum: 2025-05-01, výrok: schvaluje}\n");

	assert_string_equal(found, "approval-step-missing a.yaml 3 10\n");
	assert_string_equal(rule_fixture_text(*state, 1), "ps2");
}

static void tells_once_of_an_action_plan_in_force_that_nobody_approved(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"postupy_schvalování:\n  - {dokument: akční_plán, kroky: [{orgán: komise}, {orgán: "
		"rada}]}\n");
	plan_fixture_file(fixture, "organy.yaml", bodies);
	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - {id: p, název: P}\n"
		"akční_plány:\n"
		"  - {id: ap25, název: AP, plán: p, roky: [2025]}\n"
		"  - {id: ap26, název: AP, plán: p, roky: [2026]}\n",
		"2025-01-01");

	assert_string_equal(found, "approval-step-missing a.yaml 4 10\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_no_step_that_is_still_to_come),
		PLAN_TEST(asks_for_every_step_before_the_last_that_was_taken),
		PLAN_TEST(takes_no_notice_of_what_is_decided_later),
		PLAN_TEST(takes_no_notice_of_the_approval_of_an_update),
		PLAN_TEST(does_not_take_a_refusal_for_a_wrong_verb),
		PLAN_TEST(forgives_a_discussion_before_the_answer_that_is_asked_for),
		PLAN_TEST(gives_a_body_with_two_steps_each_by_its_verb),
		PLAN_TEST(asks_each_working_group_of_the_day),
		PLAN_TEST(tells_once_of_an_action_plan_in_force_that_nobody_approved),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
