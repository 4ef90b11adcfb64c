#include "rule_fixture.h"

/* Findings about a plan p that komise, rada and zm decided about in these approvals, as of 2025-06-30. */
static const char *found_with(struct plan_fixture *fixture, const char *approvals)
{
	plan_fixture_file(fixture, "pravidla.yaml",
		"postupy_schvalování:\n"
		"  - dokument: plán\n"
		"    kroky:\n"
		"      - {orgán: komise, nutný_souhlas: true, nepovinný: true}\n"
		"      - {orgán: rada, stejná_verze: true}\n"
		"      - {orgán: zm, výroky: [schvaluje], stejná_verze: true}\n");
	plan_fixture_file(fixture, "plan.yaml",
		"plány:\n  - {id: p, název: P}\n"
		"orgány:\n"
		"  - {id: komise, název: K, druh: komise}\n"
		"  - {id: rada, název: R, druh: rada}\n"
		"  - {id: zm, název: Z, druh: zastupitelstvo}\n"
		"dokumenty:\n"
		"  - id: d\n"
		"    název: D\n"
		"    verze: [{id: v1, revize: aaaaaaa}, {id: v2, revize: bbbbbbb}]\n");
	return rule_fixture_run_one(fixture, approvals, "2025-06-30");
}

static void takes_decisions_of_one_day_for_ordered(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: rada, datum: 2025-05-01, výrok: doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: komise, datum: 2025-05-01, výrok: doporučuje}\n");

	assert_string_equal(found, "");
}

static void looks_past_a_step_that_was_left_out(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: komise, datum: 2025-05-02, výrok: doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: zm, datum: 2025-05-01, výrok: schvaluje}\n");

	assert_string_equal(
		found, "approval-step-missing a.yaml 3 10\napprovals-out-of-order a.yaml 3 44\n");
}

static void lets_a_body_decide_again_in_order(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: rada, datum: 2025-04-01, výrok: doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: komise, datum: 2025-05-01, výrok: doporučuje}\n"
		"  - {id: s3, předmět: p, orgán: rada, datum: 2025-05-02, výrok: doporučuje}\n");

	assert_string_equal(found, "");
}

static void concludes_nothing_from_a_decision_without_a_day(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: komise, datum: 2025-05-01, výrok: doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: rada, výrok: doporučuje}\n");

	assert_string_equal(found, "");
}

static void lets_everybody_stop_after_a_refusal(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: komise, datum: 2025-05-01, výrok: neschvaluje}\n"
		"  - {id: s2, předmět: p, orgán: rada, datum: 2025-05-02, výrok: "
		"vrací_k_přepracování}\n");

	assert_string_equal(found, "");
}

static void tells_of_the_first_that_went_on_after_a_refusal(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: komise, datum: 2025-05-01, výrok: neschvaluje}\n"
		"  - {id: s2, předmět: p, orgán: rada, datum: 2025-05-02, výrok: doporučuje}\n"
		"  - {id: s3, předmět: p, orgán: zm, datum: 2025-05-03, výrok: schvaluje}\n"
		"  - {id: s4, předmět: p, orgán: komise, datum: 2025-05-04, výrok: doporučuje}\n");

	assert_string_equal(found, "after-negative-vote a.yaml 3 46\n");
}

static void forgets_a_refusal_after_it_was_too_late_to_stop_anybody(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: komise, datum: 2025-05-01, výrok: doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: rada, datum: 2025-05-02, výrok: doporučuje}\n"
		"  - {id: s3, předmět: p, orgán: komise, datum: 2025-05-03, výrok: neschvaluje}\n");

	assert_string_equal(found, "");
}

static void tells_versions_apart_by_their_records(void **state)
{
	const char *found = found_with(*state, "schválení:\n"
					       "  - {id: s1, předmět: p, verze: v1, orgán: rada, "
					       "datum: 2025-05-01, výrok: doporučuje}\n"
					       "  - {id: s2, předmět: p, verze: v2, orgán: zm, "
					       "datum: 2025-05-02, výrok: schvaluje}\n");

	assert_string_equal(found,
		"optional-step-missing a.yaml 2 10\napproval-of-other-version a.yaml 3 33\n");
}

static void knows_the_revision_of_a_version(void **state)
{
	const char *found = found_with(*state, "schválení:\n"
					       "  - {id: s0, předmět: p, orgán: komise, datum: "
					       "2025-04-01, revize: bbbbbbb, výrok: doporučuje}\n"
					       "  - {id: s1, předmět: p, verze: v2, orgán: rada, "
					       "datum: 2025-05-01, výrok: doporučuje}\n"
					       "  - {id: s2, předmět: p, revize: aaaaaaa, orgán: "
					       "zm, datum: 2025-05-02, výrok: schvaluje}\n");

	assert_string_equal(found, "approval-of-other-version a.yaml 4 34\n");
}

static void cannot_tell_versions_that_are_not_named(void **state)
{
	const char *found = found_with(*state,
		"schválení:\n"
		"  - {id: s0, předmět: p, orgán: komise, datum: 2025-04-01, výrok: doporučuje}\n"
		"  - {id: s1, předmět: p, verze: v2, orgán: rada, datum: 2025-05-01, výrok: "
		"doporučuje}\n"
		"  - {id: s2, předmět: p, orgán: zm, datum: 2025-05-02, výrok: schvaluje}\n");

	assert_string_equal(found, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_decisions_of_one_day_for_ordered),
		PLAN_TEST(looks_past_a_step_that_was_left_out),
		PLAN_TEST(lets_a_body_decide_again_in_order),
		PLAN_TEST(concludes_nothing_from_a_decision_without_a_day),
		PLAN_TEST(lets_everybody_stop_after_a_refusal),
		PLAN_TEST(tells_of_the_first_that_went_on_after_a_refusal),
		PLAN_TEST(forgets_a_refusal_after_it_was_too_late_to_stop_anybody),
		PLAN_TEST(tells_versions_apart_by_their_records),
		PLAN_TEST(knows_the_revision_of_a_version),
		PLAN_TEST(cannot_tell_versions_that_are_not_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
