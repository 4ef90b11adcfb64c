/* When the steering group has dealt with a working group. */
#include "rule_fixture.h"

static const char town[] =
	"osoby: [{id: a}, {id: b}, {id: c}]\n"
	"orgány: [{id: rada, název: Rada, druh: rada}, {id: komise, název: Komise, druh: komise}]\n"
	"skupiny:\n"
	"  - {id: rs, název: ŘS, druh: řídicí, od: 2025-01-01, vedoucí: [{osoba: a}], členové: "
	"[{osoba: a, strana: uživatel}]}\n"
	"  - {id: ps, název: PS, od: 2025-01-01, vedoucí: [{osoba: b, do: 2025-06-30}, {osoba: c, "
	"od: 2025-07-01}],\n"
	"     členové: [{osoba: b, strana: uživatel}, {osoba: c, strana: uživatel}]}\n"
	"plány: [{id: p, název: P, od: 2025-01-01, do: 2028-12-31,\n"
	"  opatření: [{id: m, název: M, skupiny: [{skupina: ps}]}, {id: m2, název: Nikoho}]}]\n";

/* Records of 2025, looked at in 2026. */
static const char *run(struct plan_fixture *fixture, const char *profile, const char *records)
{
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	if (*records)
		plan_fixture_file(fixture, "zaznamy.yaml", records);
	return rule_fixture_run_one(fixture, town, "2026-03-12");
}

static const char agenda[] = "skupiny: {zpráv_ročně: 1, odpovědnost_vůči: [rs]}\n",
		  not_on_agenda[] = "not-on-steering-agenda a.yaml 5 10\n";

static void wants_the_leader_of_that_day(void **state)
{
	assert_string_equal(run(*state, agenda,
				    "jednání: [{id: j, orgán: rs, datum: 2025-07-01, účast: "
				    "{přítomni: [a, b]}}]\n"),
		not_on_agenda);
}

static void takes_the_presence_of_the_leader(void **state)
{
	assert_string_equal(run(*state, agenda,
				    "jednání: [{id: j, orgán: rs, datum: 2025-06-30, účast: "
				    "{přítomni: [a, b]}}]\n"),
		"");
}

static void takes_a_joint_meeting(void **state)
{
	assert_string_equal(
		run(*state, agenda,
			"jednání: [{id: j, orgán: ps, společně_s: [rs], datum: 2025-07-01}]\n"),
		"");
}

static void takes_an_item_about_what_the_group_answers_for(void **state)
{
	assert_string_equal(run(*state, agenda,
				    "jednání: [{id: j, orgán: rs, datum: 2025-07-01, body_jednání: "
				    "[{název: B, položky: [m]}]}]\n"),
		"");
}

static void does_not_take_an_item_of_nobody(void **state)
{
	assert_string_equal(run(*state, agenda,
				    "jednání: [{id: j, orgán: rs, datum: 2025-07-01, body_jednání: "
				    "[{název: B, položky: [m2]}]}]\n"),
		not_on_agenda);
}

static void does_not_ask_groups_that_answer_to_somebody_else(void **state)
{
	assert_string_equal(
		run(*state, "skupiny: {zpráv_ročně: 1, odpovědnost_vůči: [rada]}\n", ""), "");
}

static void concludes_nothing_where_the_day_of_a_meeting_is_mistyped(void **state)
{
	assert_string_equal(run(*state, agenda,
				    "jednání: [{id: j, orgán: rs, datum: 2025-13-30, účast: "
				    "{přítomni: [a, b]}}]\n"),
		"date-form zaznamy.yaml 1 37\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(wants_the_leader_of_that_day),
		PLAN_TEST(takes_the_presence_of_the_leader),
		PLAN_TEST(takes_a_joint_meeting),
		PLAN_TEST(takes_an_item_about_what_the_group_answers_for),
		PLAN_TEST(does_not_take_an_item_of_nobody),
		PLAN_TEST(does_not_ask_groups_that_answer_to_somebody_else),
		PLAN_TEST(concludes_nothing_where_the_day_of_a_meeting_is_mistyped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
