/* What counts as a report, and which years and phases are judged. */
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

static const char yearly[] = "řídicí_skupina: {zpráv_ročně: 1, odpovědnost_vůči: [rada]}\n",
		  by_record[] = "řídicí_skupina: {zpráv_ročně: 1}\n",
		  missing[] = "report-missing a.yaml 4 10\n";

static void takes_an_approval_of_any_verb_for_a_report(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "schválení: [{id: s, předmět: p, orgán: rada, datum: "
				    "2025-12-31, výrok: neschvaluje}]\n"),
		"");
}

static void does_not_take_a_report_of_another_year(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "schválení: [{id: s, předmět: p, orgán: rada, datum: "
				    "2026-01-01, výrok: schvaluje}]\n"),
		missing);
}

static void does_not_take_a_report_to_another_body(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "schválení: [{id: s, předmět: p, orgán: komise, datum: "
				    "2025-05-01, výrok: schvaluje}]\n"),
		missing);
}

static void takes_a_decision_of_the_body_for_a_report(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "jednání: [{id: j, orgán: rada, datum: 2025-05-05, rozhodnutí: "
				    "[{znění: Z, předmět: p}]}]\n"),
		"");
}

static void does_not_count_a_decision_and_its_approval_twice(void **state)
{
	run(*state, "řídicí_skupina: {zpráv_ročně: 2, odpovědnost_vůči: [rada]}\n",
		"jednání: [{id: j, orgán: rada, datum: 2025-05-05, rozhodnutí: [{znění: Z, "
		"předmět: p, schválení: s}]}]\n"
		"schválení: [{id: s, předmět: p, orgán: rada, datum: 2025-05-05, výrok: "
		"schvaluje}]\n");
	struct plan_fixture *fixture = *state;
	assert_int_equal(fixture->findings.count, 1);
	assert_int_equal(fixture->findings.items[0].arguments[2].number, 1);
}

static void asks_for_no_report_where_nobody_is_answered_to(void **state)
{
	assert_string_equal(run(*state, by_record, ""), "");
}

static void judges_each_of_two_steering_groups(void **state)
{
	plan_fixture_file(*state, "rs2.yaml",
		"skupiny: [{id: rs2, název: ŘS2, druh: řídicí, od: 2024-01-01, do: 2024-12-31, "
		"vedoucí: [{osoba: a}],\n"
		"  členové: [{osoba: a, strana: uživatel}]}]\n"
		"jednání: [{id: j0, orgán: rs2, datum: 2024-05-05}]\n");
	assert_string_equal(run(*state, yearly, ""),
		"report-missing a.yaml 4 10\nreport-missing rs2.yaml 1 16\n");
}

static const char in_phases[] =
	"řídicí_skupina: {zprávy_ve_fázích: [analýza], odpovědnost_vůči: [rada]}\n";

static void does_not_judge_a_phase_that_is_not_over(void **state)
{
	assert_string_equal(run(*state, in_phases,
				    "cykly: [{id: c1, název: C, fáze: [{fáze: analýza, od: "
				    "2025-01-01, do: 2026-03-12}]}]\n"),
		"");
}

static void does_not_judge_a_phase_before_the_first_meeting(void **state)
{
	assert_string_equal(run(*state, in_phases,
				    "cykly: [{id: c1, název: C, fáze: [{fáze: analýza, od: "
				    "2024-01-01, do: 2025-03-31}]}]\n"
				    "jednání: [{id: j, orgán: ps, datum: 2025-04-01}]\n"),
		"");
}

static void judges_only_the_phases_that_the_town_names(void **state)
{
	assert_string_equal(run(*state, in_phases,
				    "cykly:\n"
				    "  - id: c1\n"
				    "    název: C\n"
				    "    fáze:\n"
				    "      - {fáze: příprava, od: 2025-01-01, do: 2025-01-31}\n"
				    "      - {fáze: analýza, od: 2025-02-01, do: 2025-03-31}\n"),
		"no-report-in-phase zaznamy.yaml 6 16\n");
}

static void concludes_nothing_where_the_day_of_a_meeting_is_mistyped(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "jednání: [{id: j, orgán: rada, datum: 2025-13-05, rozhodnutí: "
				    "[{znění: Z, předmět: p}]}]\n"),
		"date-form zaznamy.yaml 1 39\n");
}

static void concludes_nothing_where_the_day_of_an_approval_is_mistyped(void **state)
{
	assert_string_equal(run(*state, yearly,
				    "schválení: [{id: s, předmět: p, orgán: rada, datum: "
				    "2025-13-31, výrok: schvaluje}]\n"),
		"date-form zaznamy.yaml 1 53\n");
}

static void concludes_nothing_of_a_phase_where_a_day_is_mistyped(void **state)
{
	assert_string_equal(
		run(*state, in_phases,
			"cykly: [{id: c1, název: C, fáze: [{fáze: analýza, od: "
			"2025-01-01, do: 2025-03-31}]}]\n"
			"schválení: [{id: s, předmět: p, orgán: rada, datum: 2025-13-31}]\n"),
		"date-form zaznamy.yaml 2 53\n");
}

static void does_not_take_an_approval_without_a_day_for_a_report(void **state)
{
	assert_string_equal(
		run(*state, yearly,
			"schválení: [{id: s, předmět: p, orgán: rada, výrok: schvaluje}]\n"),
		missing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_an_approval_of_any_verb_for_a_report),
		PLAN_TEST(does_not_take_a_report_of_another_year),
		PLAN_TEST(does_not_take_a_report_to_another_body),
		PLAN_TEST(takes_a_decision_of_the_body_for_a_report),
		PLAN_TEST(does_not_count_a_decision_and_its_approval_twice),
		PLAN_TEST(asks_for_no_report_where_nobody_is_answered_to),
		PLAN_TEST(judges_each_of_two_steering_groups),
		PLAN_TEST(does_not_judge_a_phase_that_is_not_over),
		PLAN_TEST(does_not_judge_a_phase_before_the_first_meeting),
		PLAN_TEST(judges_only_the_phases_that_the_town_names),
		PLAN_TEST(concludes_nothing_where_the_day_of_a_meeting_is_mistyped),
		PLAN_TEST(concludes_nothing_where_the_day_of_an_approval_is_mistyped),
		PLAN_TEST(concludes_nothing_of_a_phase_where_a_day_is_mistyped),
		PLAN_TEST(does_not_take_an_approval_without_a_day_for_a_report),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
