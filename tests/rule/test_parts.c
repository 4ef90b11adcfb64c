#include "rule_fixture.h"

static const char required[] = "plán:\n  povinné_části: [analytická, strategická]\n";
static const char common[] = "akční_plán:\n  společné_části: true\n";

static const char *found(struct plan_fixture *fixture, const char *profile, const char *text)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void takes_parts_of_parts_and_of_the_document_of_the_plan(void **state)
{
	assert_string_equal(
		found(*state, required,
			"plány:\n  - {id: p, název: P}\n"
			"dokumenty:\n  - {id: d, název: D, předmět: p, části: [{id: s, název: S, druh: strategická}]}\n"
			"části:\n  - {id: x, název: X, patří_do: p, části: [{id: a, název: A, druh: analytická}]}\n"),
		"");
	assert_string_equal(found(*state, required,
				    "plány:\n  - {id: p, název: P, dokument: d}\n"
				    "dokumenty:\n  - {id: d, název: D, části: [{id: s, název: S, druh: strategická}, "
				    "{id: a, název: A, druh: analytická}]}\n"),
		"");
}

static void does_not_take_parts_of_another_plan(void **state)
{
	assert_string_equal(found(*state, "plán:\n  povinné_části: [analytická]\n",
				    "plány:\n  - {id: p, název: P}\n"
				    "  - {id: q, název: Q, části: [{id: a, název: A, druh: analytická}]}\n"),
		"part-missing a.yaml 2 10\n");
}

static void asks_for_parts_once_the_plan_comes_to_its_approval(void **state)
{
	assert_string_equal(found(*state, required,
				    "plány:\n  - {id: p, název: P, od: 2019-01-01}\n"
				    "cykly:\n  - {id: c, název: C, plán: p, fáze: [{fáze: schvalování, od: 2019-07-01}]}\n"),
		"");
	assert_string_equal(found(*state, required, "plány:\n  - {id: p, název: P, od: 2019-07-01}\n"), "");
}

/* Two parts of a plan, each with a day on which a group approved it. */
static const char *approved(struct plan_fixture *fixture, const char *group, const char *first, const char *second)
{
	char text[1200];
	snprintf(text, sizeof text,
		"plány:\n  - id: p\n    název: P\n    části:\n      - {id: a, název: A, druh: analytická}\n"
		"      - {id: s, název: S, druh: strategická}\n"
		"osoby:\n  - id: o\nskupiny:\n"
		"  - {id: rs, název: R, druh: řídicí, vedoucí: [{osoba: o}], členové: [{osoba: o}]}\n"
		"  - {id: ps, název: G, druh: pracovní, vedoucí: [{osoba: o}], členové: [{osoba: o}]}\n"
		"schválení:\n  - {id: s1, předmět: a, orgán: %s, datum: %s, výrok: schvaluje}\n"
		"  - {id: s2, předmět: s, orgán: %s, datum: %s, výrok: schvaluje}\n",
		group, first, group, second);
	return found(fixture, required, text);
}

static void takes_parts_approved_in_order_or_on_one_day(void **state)
{
	assert_string_equal(approved(*state, "rs", "2018-01-01", "2018-02-01"), "");
	assert_string_equal(approved(*state, "rs", "2018-01-01", "2018-01-01"), "");
	assert_string_equal(approved(*state, "rs", "2018-01-02", "2018-01-01"), "parts-out-of-order a.yaml 6 14\n");
}

static void looks_only_at_what_the_steering_group_approved(void **state)
{
	assert_string_equal(approved(*state, "ps", "2018-01-02", "2018-01-01"), "");
}

static void asks_for_common_parts_from_the_first_day_of_the_action_plan(void **state)
{
	assert_string_equal(found(*state, common,
				    "plány:\n  - {id: p, název: P}\nakční_plány:\n"
				    "  - {id: a, název: A, plán: p, od: 2019-06-30, do: 2019-12-31}\n"
				    "  - {id: b, název: B, plán: p, od: 2021-01-01, do: 2021-12-31}\n"
				    "  - {id: c, název: C, plán: p, roky: [2020]}\n"),
		"common-parts-missing a.yaml 4 10\n");
}

static void takes_a_part_of_the_sort_common(void **state)
{
	assert_string_equal(found(*state, common,
				    "plány:\n  - {id: p, název: P}\nakční_plány:\n"
				    "  - {id: a, název: A, plán: p, roky: [2019], části: [{id: x, název: X, druh: společná}]}\n"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_parts_of_parts_and_of_the_document_of_the_plan),
		PLAN_TEST(does_not_take_parts_of_another_plan),
		PLAN_TEST(asks_for_parts_once_the_plan_comes_to_its_approval),
		PLAN_TEST(takes_parts_approved_in_order_or_on_one_day),
		PLAN_TEST(looks_only_at_what_the_steering_group_approved),
		PLAN_TEST(asks_for_common_parts_from_the_first_day_of_the_action_plan),
		PLAN_TEST(takes_a_part_of_the_sort_common),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
