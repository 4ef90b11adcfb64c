#include "town/contents.h"

#include "plan_fixture.h"

static bool has(struct plan_fixture *fixture, const char *subject, const char *record)
{
	return document_has(fixture->plan, plan_fixture_find(fixture, subject),
		plan_fixture_find(fixture, record));
}

static void are_the_items_and_parts_of_a_plan_and_what_measures_them(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture,
		"plány:\n"
		"  - {id: p, název: P, cíle: [{id: c, název: C, opatření: [{id: m, název: M}]}]}\n"
		"  - {id: q, název: Q}\n"
		"opatření:\n"
		"  - {id: n, název: N, nadřazená_položka: c}\n"
		"části:\n"
		"  - {id: a, název: A, patří_do: p}\n"
		"indikátory:\n"
		"  - {id: i, název: I, položky: [m]}\n"
		"rozpočty:\n"
		"  - {id: r, položka: m, druh: plán}\n"
		"  - {id: s, položka: m, druh: skutečnost}\n"
		"akční_plány:\n"
		"  - {id: ap, název: AP, plán: p, řádky: [{id: radek, opatření: m}]}\n");

	assert_true(has(fixture, "p", "p"));
	assert_true(has(fixture, "p", "m"));
	assert_true(has(fixture, "p", "n"));
	assert_true(has(fixture, "p", "a"));
	assert_true(has(fixture, "p", "i"));
	assert_true(has(fixture, "p", "r"));
	assert_false(has(fixture, "p", "s"));
	assert_false(has(fixture, "p", "q"));
	assert_false(has(fixture, "q", "m"));
	assert_false(has(fixture, "p", "ap"));
	assert_false(has(fixture, "p", "radek"));
	assert_true(has(fixture, "ap", "radek"));
	assert_false(has(fixture, "ap", "m"));
}

static void of_a_part_are_the_items_that_it_lists(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture,
		"plány:\n"
		"  - id: p\n"
		"    název: P\n"
		"    části: [{id: a, název: A, položky: [c]}, {id: b, název: B}]\n"
		"    cíle: [{id: c, název: C, opatření: [{id: m, název: M}]}, {id: d, název: "
		"D}]\n");

	assert_true(has(fixture, "a", "c"));
	assert_true(has(fixture, "a", "m"));
	assert_false(has(fixture, "a", "d"));
	assert_false(has(fixture, "b", "c"));
	assert_false(has(fixture, "a", "p"));
}

static void of_an_update_are_those_of_its_plan(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "plány: [{id: p, název: P, cíle: [{id: c, název: C}]}]\n"
				       "dokumenty: [{id: d, název: D, druh: aktualizace_plánu, "
				       "předmět: p, verze: [{id: v}]}]\n");

	assert_true(has(fixture, "d", "d"));
	assert_true(has(fixture, "d", "c"));
	assert_false(has(fixture, "d", "v"));
	assert_false(has(fixture, "p", "d"));
}

/* Records that stand under each other in a circle are a finding of their own. */
static void end_where_items_go_round_in_a_circle(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, "plány: [{id: p, název: P}]\n"
				       "opatření:\n"
				       "  - {id: a, název: A, nadřazená_položka: b}\n"
				       "  - {id: b, název: B, nadřazená_položka: a}\n");

	assert_false(has(fixture, "p", "a"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(are_the_items_and_parts_of_a_plan_and_what_measures_them),
		PLAN_TEST(of_a_part_are_the_items_that_it_lists),
		PLAN_TEST(of_an_update_are_those_of_its_plan),
		PLAN_TEST(end_where_items_go_round_in_a_circle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
