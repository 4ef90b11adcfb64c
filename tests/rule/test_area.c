/* Which group answers for an area, over splits of groups. */
#include "rule_fixture.h"

static const char levels[] = "úrovně: [{úroveň: oblast, je_oblast: true}]\n";
static const char one[] = "úrovně: [{úroveň: oblast, je_oblast: true}]\nskupiny: {oblast_má_jednu_skupinu: true}\n";

/* The group `old` ended on 2018-09-30, `new` came from it; the plan is of 2017 to 2020. The test gives the settings and
 * the groups of the only area, on line 12. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *groups)
{
	plan_fixture_file(fixture, "pravidla.yaml", settings);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}]\n"
			"skupiny:\n"
			"  - {id: old, název: O, do: 2018-09-30, vedoucí: [{osoba: a}], členové: [{osoba: a}]}\n"
			"  - {id: new, název: Nová, vedoucí: [{osoba: a}], členové: [{osoba: a}], předchůdci: [old]}\n"
			"plány:\n"
			"  - id: plan\n"
			"    název: Plán\n"
			"    od: 2017-01-01\n"
			"    do: 2020-12-31\n"
			"    oblasti:\n"
			"      - {id: oblast, název: Oblast,\n"
			"          skupiny: [%s]}\n",
			groups)
			.ptr,
		"2019-06-30");
}

static void takes_a_take_over_from_one_day_to_the_next(void **state)
{
	assert_string_equal(
		run(*state, one, "{skupina: old, od: 2016-01-01, do: 2018-09-30}, {skupina: new, od: 2018-10-01}"), "");
}

static void lets_an_assignment_end_with_its_group(void **state)
{
	assert_string_equal(run(*state, one, "{skupina: old}, {skupina: new, od: 2018-10-01}"), "");
}

static void finds_a_take_over_a_day_late_once(void **state)
{
	const char *groups = "{skupina: old}, {skupina: new, od: 2018-10-02}";

	assert_string_equal(run(*state, one, groups), "area-not-taken-over a.yaml 12 31\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2018-09-30");
}

static void finds_a_missing_take_over_where_areas_may_have_several_groups(void **state)
{
	assert_string_equal(run(*state, levels, "{skupina: old}"), "area-not-taken-over a.yaml 12 31\n");
}

static void finds_a_gap_that_is_no_take_over(void **state)
{
	const char *groups = "{skupina: new, do: 2018-12-31}, {skupina: new, od: 2019-02-01}";

	assert_string_equal(run(*state, one, groups), "area-without-group a.yaml 12 40\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2019-01-01");
	assert_string_equal(rule_fixture_day(*state, 2), "2019-01-31");
}

static void finds_the_days_before_the_first_group(void **state)
{
	assert_string_equal(run(*state, one, "{skupina: new, od: 2017-01-02}"), "area-without-group a.yaml 12 40\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2017-01-01");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(run(*state, one, "{skupina: new, do: 2019-06-30}"), "");
}

static void finds_two_groups_on_one_day(void **state)
{
	assert_string_equal(run(*state, one, "{skupina: old}, {skupina: new, od: 2018-09-30}"),
		"area-with-two-groups a.yaml 12 56\n");
}

static void takes_two_groups_where_the_town_has_not_decided(void **state)
{
	assert_string_equal(run(*state, levels, "{skupina: old}, {skupina: new}"), "");
}

static void asks_for_a_group(void **state)
{
	assert_string_equal(run(*state, one, ""), "area-without-group a.yaml 11 14\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_take_over_from_one_day_to_the_next),
		PLAN_TEST(lets_an_assignment_end_with_its_group),
		PLAN_TEST(finds_a_take_over_a_day_late_once),
		PLAN_TEST(finds_a_missing_take_over_where_areas_may_have_several_groups),
		PLAN_TEST(finds_a_gap_that_is_no_take_over),
		PLAN_TEST(finds_the_days_before_the_first_group),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(finds_two_groups_on_one_day),
		PLAN_TEST(takes_two_groups_where_the_town_has_not_decided),
		PLAN_TEST(asks_for_a_group),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
