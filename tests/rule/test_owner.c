/* Who answers for the items of the plan, against the members of its group. */
#include "rule_fixture.h"

/* A measure of 2017 and 2018 that `b` answers for and that the group `ps` has; the test gives the memberships of `b` in it
 * and in another group. */
static const char *run(struct plan_fixture *fixture, const char *in_group, const char *elsewhere)
{
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {odpovědný_je_člen: true}\n");
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}, {id: b}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a}%s]}\n"
			"  - {id: jina, název: J, vedoucí: [{osoba: a}], členové: [{osoba: a}%s]}\n"
			"plány:\n"
			"  - id: plan\n"
			"    název: Plán\n"
			"    od: 2017-01-01\n"
			"    do: 2018-12-31\n"
			"    cíle:\n"
			"      - id: cil\n"
			"        název: Cíl\n"
			"        skupiny: [{skupina: ps}]\n"
			"        opatření: [{id: op, název: Opatření, odpovídá: b}]\n",
			in_group, elsewhere)
			.ptr,
		"2019-06-30");
}

static void takes_a_member_of_the_group_of_the_item_above(void **state)
{
	assert_string_equal(run(*state, ", {osoba: b}", ""), "");
}

static void finds_somebody_who_never_was_a_member(void **state)
{
	assert_string_equal(run(*state, "", ""), "owner-not-member a.yaml 14 56\n");
}

static void finds_a_member_of_another_group(void **state)
{
	assert_string_equal(run(*state, "", ", {osoba: b}"), "owner-not-member a.yaml 14 56\n");
}

static void takes_a_member_of_the_last_day_only(void **state)
{
	assert_string_equal(run(*state, ", {osoba: b, od: 2018-12-31}", ""), "");
}

static void does_not_take_a_membership_after_the_plan(void **state)
{
	assert_string_equal(run(*state, ", {osoba: b, od: 2019-01-01}", ""), "owner-not-member a.yaml 14 56\n");
}

static void says_only_that_somebody_has_left(void **state)
{
	assert_string_equal(run(*state, ", {osoba: b, do: 2016-12-31}", ""), "owner-left a.yaml 14 56\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_member_of_the_group_of_the_item_above),
		PLAN_TEST(finds_somebody_who_never_was_a_member),
		PLAN_TEST(finds_a_member_of_another_group),
		PLAN_TEST(takes_a_member_of_the_last_day_only),
		PLAN_TEST(does_not_take_a_membership_after_the_plan),
		PLAN_TEST(says_only_that_somebody_has_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
