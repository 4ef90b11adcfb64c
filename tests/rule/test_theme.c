/* For whom working groups plan. */
#include "rule_fixture.h"

/* A plan for `uzsi`, a part of `sirsi`; the test gives the rest of the only working group in braces. */
static const char *run(struct plan_fixture *fixture, const char *group, const char *more)
{
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {každá_cílová_skupina: true}\n");
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}]\n"
			"cílové_skupiny: [{id: sirsi, název: S}, {id: uzsi, název: U, širší_skupina: sirsi}]\n"
			"plány:\n"
			"  - {id: plan, název: P, od: 2017-01-01, do: 2018-12-31, cílové_skupiny: [uzsi]}\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a}], %s}\n"
			"%s",
			group, more)
			.ptr,
		"2019-06-30");
}

static void takes_a_group_for_a_wider_target_group(void **state)
{
	assert_string_equal(run(*state, "cílové_skupiny: [sirsi]", ""), "");
}

static void judges_a_plan_that_is_over_on_its_last_day(void **state)
{
	assert_string_equal(run(*state, "cílové_skupiny: [uzsi], od: 2019-01-01", ""),
		"target-group-without-group a.yaml 4 75\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2018-12-31");
}

static void takes_a_group_through_its_item(void **state)
{
	const char *item = "oblasti:\n"
			   "  - {id: o, název: O, nadřazená_položka: plan, skupiny: [{skupina: ps}], cílové_skupiny: [uzsi]}\n";

	assert_string_equal(run(*state, "druh: pracovní", item), "");
}

static void does_not_take_a_theme_for_a_target_group(void **state)
{
	assert_string_equal(run(*state, "téma: Stáří", ""), "target-group-without-group a.yaml 4 75\n");
}

static void asks_the_groups_that_are_working_ones_only_for_a_theme(void **state)
{
	const char *other = "  - {id: rs, název: RS, druh: řídicí, vedoucí: [{osoba: a}], členové: [{osoba: a}]}\n"
			    "  - {id: druha, název: D, vedoucí: [{osoba: a}], členové: [{osoba: a}]}\n";

	assert_string_equal(run(*state, "cílové_skupiny: [uzsi]", other), "group-without-theme a.yaml 8 10\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_group_for_a_wider_target_group),
		PLAN_TEST(judges_a_plan_that_is_over_on_its_last_day),
		PLAN_TEST(takes_a_group_through_its_item),
		PLAN_TEST(does_not_take_a_theme_for_a_target_group),
		PLAN_TEST(asks_the_groups_that_are_working_ones_only_for_a_theme),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
