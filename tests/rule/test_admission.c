/* How people become members of groups that are not open to everybody. */
#include "rule_fixture.h"

static const char voted[] = "skupiny: {přijímání: hlasováním}\n";

/* A group since 2015-01-01 led by `a`; the test gives the settings and what follows the members, from line 8 on. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *members)
{
	plan_fixture_file(fixture, "pravidla.yaml", settings);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}, {id: b}]\n"
			"skupiny:\n"
			"  - id: ps\n"
			"    název: PS\n"
			"    od: 2015-01-01\n"
			"    vedoucí: [{osoba: a}]\n"
			"    členové:\n"
			"      - {osoba: a}\n"
			"%s",
			members)
			.ptr,
		"2019-06-30");
}

static void asks_nothing_where_the_town_has_not_decided(void **state)
{
	assert_string_equal(run(*state, "název: P\n", "      - {osoba: b, od: 2017-01-01}\n"), "");
}

static void asks_those_who_came_later(void **state)
{
	assert_string_equal(run(*state, voted, "      - {osoba: b, od: 2015-01-02}\n"), "member-not-admitted a.yaml 9 17\n");
}

static void asks_nothing_of_those_who_founded_the_group(void **state)
{
	assert_string_equal(run(*state, voted, "      - {osoba: b, od: 2015-01-01}\n"), "");
}

static void asks_nothing_of_those_who_are_still_to_come(void **state)
{
	assert_string_equal(run(*state, voted, "      - {osoba: b, od: 2019-07-01}\n"), "");
}

static void lets_the_group_decide_otherwise(void **state)
{
	assert_string_equal(run(*state, voted, "      - {osoba: b, od: 2017-01-01}\n    přijímání: otevřené\n"), "");
}

static void asks_where_only_the_group_has_decided(void **state)
{
	assert_string_equal(run(*state, "název: P\n", "      - {osoba: b, od: 2017-01-01}\n    přijímání: na_návrh\n"),
		"member-not-admitted a.yaml 9 17\n");
}

static void does_not_take_a_refused_application(void **state)
{
	const char *members = "      - {osoba: b, od: 2017-01-01, přihláška: p}\n"
			      "přihlášky: [{id: p, skupina: ps, osoba: b, výsledek: nepřijat}]\n";

	assert_string_equal(run(*state, voted, members), "member-not-admitted a.yaml 9 17\n");
}

static void takes_an_application_that_the_member_does_not_name(void **state)
{
	const char *members = "      - {osoba: b, od: 2017-01-01}\n"
			      "přihlášky: [{id: p, skupina: ps, osoba: b, výsledek: přijat}]\n";

	assert_string_equal(run(*state, voted, members), "");
}

static void takes_an_appointment_where_members_are_appointed(void **state)
{
	const char *members = "      - {osoba: b, od: 2017-01-01, jmenování: {usnesení: 1/2017}}\n";

	assert_string_equal(run(*state, "skupiny: {přijímání: jmenováním}\n", members), "");
}

static void takes_a_decision_on_the_last_day_of_the_months(void **state)
{
	const char *members = "přihlášky:\n"
			      "  - {id: p, skupina: ps, osoba: b, doručeno: 2018-11-30, výsledek: přijat, datum: 2019-02-28}\n";

	assert_string_equal(run(*state, "skupiny: {přijetí_do_měsíců: 3}\n", members), "");
}

static void finds_a_decision_a_day_late(void **state)
{
	const char *members = "přihlášky:\n"
			      "  - {id: p, skupina: ps, osoba: b, doručeno: 2018-11-30, výsledek: přijat, datum: 2019-03-01}\n";

	assert_string_equal(run(*state, "skupiny: {přijetí_do_měsíců: 3}\n", members), "admission-late a.yaml 10 46\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2019-02-28");
}

static void waits_for_a_decision_until_the_months_have_passed(void **state)
{
	const char *members = "přihlášky: [{id: p, skupina: ps, osoba: b, doručeno: 2019-03-30}]\n";

	assert_string_equal(run(*state, "skupiny: {přijetí_do_měsíců: 3}\n", members), "");
}

static void counts_only_meetings_before_the_decision(void **state)
{
	const char *members = "přihlášky: [{id: p, skupina: ps, osoba: b, výsledek: přijat, datum: 2018-02-01}]\n"
			      "jednání:\n"
			      "  - {id: j1, orgán: ps, datum: 2018-01-31, účast: {hosté_ze_seznamu: [b]}}\n"
			      "  - {id: j2, orgán: ps, datum: 2018-02-01, účast: {hosté_ze_seznamu: [b]}}\n";

	assert_string_equal(run(*state, "skupiny: {jednání_jako_host: 2}\n", members),
		"too-few-guest-meetings a.yaml 9 54\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_nothing_where_the_town_has_not_decided),
		PLAN_TEST(asks_those_who_came_later),
		PLAN_TEST(asks_nothing_of_those_who_founded_the_group),
		PLAN_TEST(asks_nothing_of_those_who_are_still_to_come),
		PLAN_TEST(lets_the_group_decide_otherwise),
		PLAN_TEST(asks_where_only_the_group_has_decided),
		PLAN_TEST(does_not_take_a_refused_application),
		PLAN_TEST(takes_an_application_that_the_member_does_not_name),
		PLAN_TEST(takes_an_appointment_where_members_are_appointed),
		PLAN_TEST(takes_a_decision_on_the_last_day_of_the_months),
		PLAN_TEST(finds_a_decision_a_day_late),
		PLAN_TEST(waits_for_a_decision_until_the_months_have_passed),
		PLAN_TEST(counts_only_meetings_before_the_decision),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
