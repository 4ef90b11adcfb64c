/* How often groups meet: finished years, parts of years, breaks, projects. */
#include "rule_fixture.h"

/* A group with the fields of `group` and the meetings on the days of a list like “2024-01-09 2024-02-13”. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *group,
	const char *days, const char *as_of)
{
	struct arena *arena = fixture->findings.arena;
	struct kpss_str meetings = kpss_str("");
	enum { DAY = sizeof "2024-01-09" - 1 };
	for (const char *day = days; strlen(day) >= DAY; day += DAY + (day[DAY] == ' '))
		meetings = arena_format(arena, "%.*s  - {id: j-%.10s, orgán: ps, datum: %.10s}\n",
			(int)meetings.len, meetings.ptr, day, day);
	plan_fixture_file(
		fixture, "pravidla.yaml", arena_format(arena, "skupiny: {%s}\n", settings).ptr);
	if (meetings.len > 0)
		plan_fixture_file(fixture, "jednani.yaml",
			arena_format(arena, "jednání:\n%.*s", (int)meetings.len, meetings.ptr).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, %s, vedoucí: [{osoba: a}], členové: [{osoba: a, "
			"strana: uživatel}]}\n",
			group)
			.ptr,
		as_of);
}

static const char four[] = "nejméně_jednání_ročně: 4", since_2020[] = "od: 2020-01-01";

static void does_not_judge_a_year_before_it_is_over(void **state)
{
	assert_string_equal(run(*state, four, since_2020, "2024-01-09", "2024-12-31"), "");
}

static void judges_a_year_from_the_next_day_on(void **state)
{
	assert_string_equal(run(*state, four, since_2020, "2024-01-09", "2025-01-01"),
		"too-few-meetings a.yaml 3 10\n");
}

static void does_not_judge_years_before_the_first_record(void **state)
{
	assert_string_equal(run(*state, four, since_2020,
				    "2024-01-09 2024-04-09 2024-07-09 2024-12-31", "2025-06-30"),
		"");
}

static void judges_the_last_year_where_nothing_is_recorded(void **state)
{
	assert_string_equal(
		run(*state, four, since_2020, "", "2025-06-30"), "too-few-meetings a.yaml 3 10\n");
	assert_string_equal(rule_fixture_text(*state, 1), "2024");
}

static void wants_of_half_a_year_half_of_the_number(void **state)
{
	assert_string_equal(run(*state, four, "od: 2024-07-02", "2024-07-09", "2025-01-01"),
		"too-few-meetings a.yaml 3 10\n");
}

static void rounds_the_share_of_a_year_down(void **state)
{
	assert_string_equal(run(*state, four, "od: 2024-07-03", "2024-07-09", "2025-01-01"), "");
}

static void lets_a_group_have_its_own_number(void **state)
{
	assert_string_equal(run(*state, four, "od: 2020-01-01, nejméně_jednání_ročně: 1",
				    "2024-01-09", "2025-01-01"),
		"");
}

static void asks_for_nothing_after_the_last_plan(void **state)
{
	plan_fixture_file(*state, "plan.yaml",
		"plány: [{id: p, název: P, od: 2020-01-01, do: 2023-12-31}]\n");
	assert_string_equal(run(*state, four, since_2020, "2024-01-09", "2025-01-01"), "");
}

static const char each_month[] = "nejméně_jednou_za_měsíců: 1";

static void takes_a_break_of_exactly_a_month(void **state)
{
	assert_string_equal(
		run(*state, each_month, since_2020, "2024-01-31 2024-02-29", "2024-03-29"), "");
}

static void finds_a_break_of_a_day_more(void **state)
{
	assert_string_equal(
		run(*state, each_month, since_2020, "2024-01-31 2024-03-01", "2024-03-29"),
		"meeting-interval jednani.yaml 3 42\n");
}

static void finds_a_break_that_lasts(void **state)
{
	assert_string_equal(run(*state, each_month, since_2020, "2024-01-31", "2024-03-01"),
		"meeting-interval jednani.yaml 2 42\n");
	assert_string_equal(rule_fixture_day(*state, 3), "2024-03-01");
}

static void finds_no_break_after_the_end_of_a_group(void **state)
{
	assert_string_equal(run(*state, each_month, "od: 2020-01-01, do: 2024-02-10", "2024-01-31",
				    "2024-06-01"),
		"");
}

static const char *project_run(struct plan_fixture *fixture, const char *planned, const char *as_of)
{
	plan_fixture_file(fixture, "projekty.yaml",
		arena_format(fixture->findings.arena,
			"dotační_projekty:\n"
			"  - {id: p, název: P, od: 2024-01-01, do: 2024-06-30, plánovaná_jednání: "
			"[{%s, počet: 2}]}\n",
			planned)
			.ptr);
	return run(fixture, "", since_2020, "2023-12-31 2024-01-01 2024-07-01", as_of);
}

static void counts_meetings_within_the_days_of_a_project(void **state)
{
	project_run(*state, "skupiny: [ps]", "2024-07-01");
	struct plan_fixture *fixture = *state;
	assert_int_equal(fixture->findings.count, 1);
	assert_int_equal(fixture->findings.items[0].arguments[2].number, 1);
}

static void does_not_judge_a_project_on_its_last_day(void **state)
{
	assert_string_equal(project_run(*state, "skupiny: [ps]", "2024-06-30"), "");
}

static void counts_for_each_group_of_a_sort(void **state)
{
	project_run(*state, "druh: pracovní", "2024-07-01");
	assert_string_equal(rule_fixture_text(*state, 0), "ps");
}

static void does_not_ask_groups_of_another_sort(void **state)
{
	assert_string_equal(project_run(*state, "druh: řídicí", "2024-07-01"), "");
}

/* The mistyped day, a finding of its own, is the only one. */
static void concludes_nothing_where_a_day_is_mistyped(void **state)
{
	assert_string_equal(run(*state, four, since_2020, "2024-13-09", "2025-01-01"),
		"date-form jednani.yaml 2 42\n");
}

static void sees_no_break_where_a_day_is_mistyped(void **state)
{
	assert_string_equal(
		run(*state, each_month, since_2020, "2024-01-31 2024-13-28", "2024-05-01"),
		"date-form jednani.yaml 3 42\n");
}

static void does_not_judge_a_project_where_a_day_is_mistyped(void **state)
{
	plan_fixture_file(
		*state, "spatne.yaml", "jednání: [{id: j, orgán: ps, datum: 2024-13-09}]\n");
	assert_string_equal(
		project_run(*state, "skupiny: [ps]", "2024-07-01"), "date-form spatne.yaml 1 37\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(does_not_judge_a_year_before_it_is_over),
		PLAN_TEST(judges_a_year_from_the_next_day_on),
		PLAN_TEST(does_not_judge_years_before_the_first_record),
		PLAN_TEST(judges_the_last_year_where_nothing_is_recorded),
		PLAN_TEST(wants_of_half_a_year_half_of_the_number),
		PLAN_TEST(rounds_the_share_of_a_year_down),
		PLAN_TEST(lets_a_group_have_its_own_number),
		PLAN_TEST(asks_for_nothing_after_the_last_plan),
		PLAN_TEST(takes_a_break_of_exactly_a_month),
		PLAN_TEST(finds_a_break_of_a_day_more),
		PLAN_TEST(finds_a_break_that_lasts),
		PLAN_TEST(finds_no_break_after_the_end_of_a_group),
		PLAN_TEST(counts_meetings_within_the_days_of_a_project),
		PLAN_TEST(does_not_judge_a_project_on_its_last_day),
		PLAN_TEST(counts_for_each_group_of_a_sort),
		PLAN_TEST(does_not_ask_groups_of_another_sort),
		PLAN_TEST(concludes_nothing_where_a_day_is_mistyped),
		PLAN_TEST(sees_no_break_where_a_day_is_mistyped),
		PLAN_TEST(does_not_judge_a_project_where_a_day_is_mistyped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
