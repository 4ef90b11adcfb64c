/* What is written about each member. */
#include "rule_fixture.h"

static const char complete[] = "skupiny: {úplné_údaje_členů: true}\n";

/* A group that begins on 2018-06-30; the test gives the settings, its members and more fields. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *member, const char *more)
{
	plan_fixture_file(fixture, "pravidla.yaml", settings);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby:\n"
			"  - {id: a, strany: [poskytovatel], zaměstnání: [{organizace: o, do: 2018-12-31}]}\n"
			"organizace: [{id: o, název: O}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, od: 2018-06-30, vedoucí: [{osoba: a}],\n"
			"     členové: [{osoba: a}, {%s}]%s}\n",
			member, more)
			.ptr,
		"2019-06-30");
}

static void takes_the_side_and_employment_of_the_person(void **state)
{
	assert_string_equal(run(*state, complete, "osoba: a", ""), "");
}

static void does_not_take_an_employment_of_another_time(void **state)
{
	assert_string_equal(run(*state, complete, "osoba: a, od: 2019-01-01", ""),
		"member-without-organization a.yaml 6 36\n");
}

static void asks_users_for_no_organization(void **state)
{
	assert_string_equal(run(*state, complete, "označení: U, strana: uživatel", ""), "");
}

static void asks_related_subjects_for_an_organization(void **state)
{
	assert_string_equal(run(*state, complete, "označení: U, strana: související_subjekt", ""),
		"member-without-organization a.yaml 6 39\n");
}

static void asks_a_label_for_a_side(void **state)
{
	assert_string_equal(run(*state, complete, "označení: U", ""), "member-without-side a.yaml 6 39\n");
}

static void asks_nothing_of_other_groups(void **state)
{
	assert_string_equal(run(*state, complete, "označení: U", ", druh: redakční"), "");
}

static void asks_for_no_review_before_the_months_have_passed(void **state)
{
	assert_string_equal(run(*state, "skupiny: {obnova_seznamu_po_měsících: 12}\n", "osoba: a", ""), "");
}

static void asks_for_the_first_review_once_they_have(void **state)
{
	assert_string_equal(run(*state, "skupiny: {obnova_seznamu_po_měsících: 11}\n", "osoba: a", ""),
		"list-not-reviewed a.yaml 5 10\n");
	assert_string_equal(rule_fixture_day(*state, 1), "2019-05-30");
}

static void asks_for_no_review_after_the_last_plan(void **state)
{
	plan_fixture_file(*state, "plan.yaml", "plány: [{id: p, název: P, od: 2018-01-01, do: 2019-05-30}]\n");
	assert_string_equal(run(*state, "skupiny: {obnova_seznamu_po_měsících: 11}\n", "osoba: a", ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_the_side_and_employment_of_the_person),
		PLAN_TEST(does_not_take_an_employment_of_another_time),
		PLAN_TEST(asks_users_for_no_organization),
		PLAN_TEST(asks_related_subjects_for_an_organization),
		PLAN_TEST(asks_a_label_for_a_side),
		PLAN_TEST(asks_nothing_of_other_groups),
		PLAN_TEST(asks_for_no_review_before_the_months_have_passed),
		PLAN_TEST(asks_for_the_first_review_once_they_have),
		PLAN_TEST(asks_for_no_review_after_the_last_plan),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
