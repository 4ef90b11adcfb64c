#include "town/approvals.h"

#include "plan_fixture.h"

/* A plan p with an action plan and a part, two bodies, and what the test adds. */
static struct approvals approvals_in(
	struct plan_fixture *fixture, const char *profile, const char *more)
{
	if (*profile)
		plan_fixture_file(fixture, "pravidla.yaml", profile);
	plan_fixture_file(fixture, "b.yaml", more);
	plan_fixture_load_one(fixture,
		"plány:\n"
		"  - id: p\n"
		"    název: P\n"
		"    dokument: svazek\n"
		"    části:\n"
		"      - {id: analyza, název: A, druh: analytická}\n"
		"      - {id: sit, název: S, druh: síť_služeb}\n"
		"akční_plány:\n"
		"  - {id: ap, název: AP, plán: p}\n"
		"orgány:\n"
		"  - {id: rada, název: R, druh: rada}\n"
		"  - {id: zm, název: Z, druh: zastupitelstvo}\n"
		"dokumenty:\n"
		"  - {id: svazek, název: D}\n"
		"  - {id: paper, název: D, druh: plán, předmět: p, verze: [{id: v1}]}\n"
		"  - {id: zmena, název: D, druh: aktualizace_plánu, předmět: p}\n");
	return approvals_of_plan(fixture->plan, fixture->findings.arena);
}

static const struct act *only_act(struct approvals approvals)
{
	assert_int_equal(approvals.count, 1);
	return &approvals.items[0];
}

static const char *final_of(
	struct plan_fixture *fixture, struct approvals approvals, const char *id)
{
	const struct act *act =
		approval_final(fixture->plan, approvals, plan_fixture_find(fixture, id));
	return act ? arena_text(fixture->findings.arena, act->approval->id).ptr : "none";
}

static void takes_the_paper_of_a_plan_for_the_plan(void **state)
{
	struct approvals approvals =
		approvals_in(*state, "", "schválení:\n  - {id: s, předmět: paper}\n");

	assert_ptr_equal(only_act(approvals)->subject, plan_fixture_find(*state, "p"));
	assert_int_equal(only_act(approvals)->type, WORD_plan);
}

static void takes_a_document_for_the_plan_that_names_it(void **state)
{
	struct approvals approvals =
		approvals_in(*state, "", "schválení:\n  - {id: s, předmět: svazek}\n");

	assert_ptr_equal(only_act(approvals)->subject, plan_fixture_find(*state, "p"));
}

static void takes_a_version_for_what_its_document_stands_for(void **state)
{
	struct approvals approvals =
		approvals_in(*state, "", "schválení:\n  - {id: s, verze: v1}\n");

	assert_ptr_equal(only_act(approvals)->subject, plan_fixture_find(*state, "p"));
	assert_ptr_equal(only_act(approvals)->version, plan_fixture_find(*state, "v1"));
}

static void leaves_an_update_its_own_document(void **state)
{
	struct approvals approvals = approvals_in(
		*state, "", "schválení:\n  - {id: s, předmět: zmena, výrok: schvaluje}\n");

	assert_ptr_equal(only_act(approvals)->subject, plan_fixture_find(*state, "zmena"));
	assert_int_equal(only_act(approvals)->type, WORD_plan_update);
	assert_string_equal(final_of(*state, approvals, "p"), "none");
}

static void does_not_take_the_approval_of_an_extension_for_that_of_the_plan(void **state)
{
	struct approvals approvals = approvals_in(*state, "",
		"schválení:\n"
		"  - {id: s1, předmět: p, výrok: schvaluje, datum: 2016-12-10}\n"
		"  - {id: s2, předmět: p, druh: prodloužení_plánu, výrok: schvaluje, datum: "
		"2020-12-10}\n");

	assert_string_equal(final_of(*state, approvals, "p"), "s1");
}

static void finds_the_first_and_the_last_approval_by_the_body_of_the_last_step(void **state)
{
	struct plan_fixture *fixture = *state;
	struct approvals approvals = approvals_in(fixture,
		"postupy_schvalování:\n"
		"  - {dokument: plán, kroky: [{orgán: rada}, {druh_orgánu: zastupitelstvo}]}\n",
		"schválení:\n"
		"  - {id: s3, předmět: p, orgán: rada, výrok: schvaluje, datum: 2020-12-10}\n"
		"  - {id: s2, předmět: p, orgán: zm, výrok: schvaluje, datum: 2018-12-10}\n"
		"  - {id: s1, předmět: p, orgán: zm, výrok: schvaluje, datum: 2016-12-10}\n"
		"  - {id: s0, předmět: p, orgán: zm, výrok: doporučuje, datum: 2015-12-10}\n");
	const struct act *first =
		approval_first(fixture->plan, approvals, plan_fixture_find(fixture, "p"));

	assert_string_equal(final_of(fixture, approvals, "p"), "s2");
	assert_ptr_equal(first->approval, plan_fixture_find(fixture, "s1"));
}

static void gives_a_part_the_chain_of_its_type_before_that_of_all(void **state)
{
	struct plan_fixture *fixture = *state;
	approvals_in(fixture,
		"postupy_schvalování:\n"
		"  - {dokument: část_plánu, kroky: [{orgán: rada}]}\n"
		"  - {dokument: část_plánu, druh_části: analytická, kroky: [{orgán: zm}]}\n",
		"");
	const struct node *own =
		approval_chain_of(fixture->plan, plan_fixture_find(fixture, "analyza"));
	const struct node *other =
		approval_chain_of(fixture->plan, plan_fixture_find(fixture, "sit"));

	assert_true(kpss_str_is(value_text(field(chain_last_step(own), WORD_body)), "zm"));
	assert_true(kpss_str_is(value_text(field(chain_last_step(other), WORD_body)), "rada"));
}

static void knows_the_steps_of_groups_and_municipalities(void **state)
{
	struct plan_fixture *fixture = *state;
	struct approvals approvals = approvals_in(fixture,
		"postupy_schvalování:\n"
		"  - {dokument: plán, kroky: [{každá_skupina: true}, {v_každé_obci: true}]}\n",
		"skupiny:\n"
		"  - {id: ps, název: PS, druh: pracovní}\n"
		"  - {id: ks, název: KS, druh: řídicí}\n"
		"schválení:\n"
		"  - {id: s1, předmět: p, orgán: ps, datum: 2016-12-01}\n"
		"  - {id: s2, předmět: p, orgán: ks, datum: 2016-12-02}\n"
		"  - {id: s3, předmět: p, kód_obce: '500011', datum: 2016-12-03}\n");
	const struct node *groups =
		value_first_item(field(approval_chain(fixture->plan, WORD_plan), WORD_steps));
	const struct node *towns = chain_last_step(approval_chain(fixture->plan, WORD_plan));

	assert_int_equal(approvals.count, 3);
	assert_true(act_is_of_step(fixture->plan, &approvals.items[0], groups));
	assert_false(act_is_of_step(fixture->plan, &approvals.items[1], groups));
	assert_false(act_is_of_step(fixture->plan, &approvals.items[1], towns));
	assert_true(act_is_of_step(fixture->plan, &approvals.items[2], towns));
}

static void has_no_approval_of_what_nobody_decided_about(void **state)
{
	struct approvals approvals = approvals_in(*state, "",
		"schválení:\n"
		"  - {id: s, předmět: p, výrok: schvaluje}\n"
		"  - {id: t, výrok: schvaluje}\n");

	assert_int_equal(approvals.count, 1);
	assert_string_equal(final_of(*state, approvals, "ap"), "none");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_the_paper_of_a_plan_for_the_plan),
		PLAN_TEST(takes_a_document_for_the_plan_that_names_it),
		PLAN_TEST(takes_a_version_for_what_its_document_stands_for),
		PLAN_TEST(leaves_an_update_its_own_document),
		PLAN_TEST(does_not_take_the_approval_of_an_extension_for_that_of_the_plan),
		PLAN_TEST(finds_the_first_and_the_last_approval_by_the_body_of_the_last_step),
		PLAN_TEST(gives_a_part_the_chain_of_its_type_before_that_of_all),
		PLAN_TEST(knows_the_steps_of_groups_and_municipalities),
		PLAN_TEST(has_no_approval_of_what_nobody_decided_about),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
