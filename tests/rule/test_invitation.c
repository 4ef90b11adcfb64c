/* Up to which day an invitation and a notice are in time. */
#include "rule_fixture.h"

/* A meeting on Tuesday after Easter, 2026-04-07, with further fields; `more` are further records. */
static const char *run(
	struct plan_fixture *fixture, const char *settings, const char *meeting, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(
		fixture, "pravidla.yaml", arena_format(arena, "skupiny: {%s}\n", settings).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a, "
			"strana: uživatel}]}\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2026-04-07%s}\n%s",
			meeting, more)
			.ptr,
		"2026-04-30");
}

static const char working[] = "pozvánka_dní_předem: 3, dny_pozvánky: pracovní",
		  calendar[] = "pozvánka_dní_předem: 7";

static void counts_working_days_over_easter(void **state)
{
	assert_string_equal(run(*state, working, ", pozvánka_odeslána: 2026-03-31", ""), "");
}

static void finds_an_invitation_a_working_day_late(void **state)
{
	assert_string_equal(run(*state, working, ", pozvánka_odeslána: 2026-04-01", ""),
		"invitation-late a.yaml 5 62\n");
	assert_string_equal(rule_fixture_day(*state, 2), "2026-03-31");
}

static void counts_calendar_days_where_nothing_else_is_said(void **state)
{
	assert_string_equal(run(*state, calendar, ", pozvánka_odeslána: 2026-03-31", ""), "");
}

static void finds_an_invitation_a_calendar_day_late(void **state)
{
	assert_string_equal(run(*state, calendar, ", pozvánka_odeslána: 2026-04-01", ""),
		"invitation-late a.yaml 5 62\n");
}

static void does_not_judge_an_invitation_without_a_day(void **state)
{
	assert_string_equal(run(*state, calendar, "", ""), "");
}

static void lets_extraordinary_meetings_be_called_at_once(void **state)
{
	assert_string_equal(
		run(*state, calendar, ", druh: mimořádné, pozvánka_odeslána: 2026-04-06", ""), "");
}

static void does_not_count_through_an_absurd_number_of_days(void **state)
{
	run(*state, "pozvánka_dní_předem: 999999999999, dny_pozvánky: pracovní",
		", pozvánka_odeslána: 2026-03-31", "");
	assert_string_equal(rule_fixture_day(*state, 1), "2026-03-31");
}

static const char notice[] = "oznámení_na_webu_dní_předem: 7";

static void misses_a_notice(void **state)
{
	assert_string_equal(run(*state, notice, "", ""), "notice-late a.yaml 5 10\n");
}

static void does_not_take_published_minutes_for_a_notice(void **state)
{
	assert_string_equal(
		run(*state, notice, "", "zveřejnění: [{id: z, předmět: j, od: 2026-04-08}]\n"),
		"notice-late a.yaml 5 10\n");
}

static void takes_the_first_of_several_notices(void **state)
{
	assert_string_equal(run(*state, notice, "",
				    "zveřejnění: [{id: x, předmět: j, od: 2026-04-05}, {id: z, "
				    "předmět: j, od: 2026-03-31}]\n"),
		"");
}

static void does_not_ask_for_a_notice_of_a_closed_meeting(void **state)
{
	assert_string_equal(run(*state, notice, ", otevřené_veřejnosti: false", ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(counts_working_days_over_easter),
		PLAN_TEST(finds_an_invitation_a_working_day_late),
		PLAN_TEST(counts_calendar_days_where_nothing_else_is_said),
		PLAN_TEST(finds_an_invitation_a_calendar_day_late),
		PLAN_TEST(does_not_judge_an_invitation_without_a_day),
		PLAN_TEST(lets_extraordinary_meetings_be_called_at_once),
		PLAN_TEST(does_not_count_through_an_absurd_number_of_days),
		PLAN_TEST(misses_a_notice),
		PLAN_TEST(does_not_take_published_minutes_for_a_notice),
		PLAN_TEST(takes_the_first_of_several_notices),
		PLAN_TEST(does_not_ask_for_a_notice_of_a_closed_meeting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
