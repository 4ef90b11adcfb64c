/* The sides of a working group on the day asked for. */
#include "rule_fixture.h"

/* A group whose leader is `a`, a provider; the test gives the settings and more members, one a line from line 8 on. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *members)
{
	plan_fixture_file(fixture, "pravidla.yaml", settings);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}, {id: b, strany: [uživatel]}, {id: c, strany: [uživatel, veřejnost]}]\n"
			"skupiny:\n"
			"  - id: ps\n"
			"    název: PS\n"
			"    vedoucí: [{osoba: a}]\n"
			"    členové:\n"
			"      - {osoba: a, strana: poskytovatel}\n"
			"%s",
			members)
			.ptr,
		"2019-06-30");
}

static const char users[] = "skupiny: {povinné_strany: [uživatel]}\n";

static void finds_a_side_that_has_left(void **state)
{
	assert_string_equal(run(*state, users, "      - {osoba: b, strana: uživatel, do: 2019-06-29}\n"),
		"no-user a.yaml 6 5\n");
}

static void counts_a_member_on_the_last_day(void **state)
{
	assert_string_equal(run(*state, users, "      - {osoba: b, strana: uživatel, do: 2019-06-30}\n"), "");
}

static void takes_the_only_side_of_a_person(void **state)
{
	assert_string_equal(run(*state, users, "      - {osoba: b}\n"), "");
}

static void concludes_nothing_where_a_side_is_not_known(void **state)
{
	assert_string_equal(run(*state, users, "      - {osoba: c}\n"), "");
}

static void lets_the_triad_say_who_counts_as_a_user(void **state)
{
	const char *settings = "skupiny: {povinné_strany: [uživatel]}\n"
			       "triáda: [{strana: osoba_blízká, počítá_se_jako: uživatel}]\n";

	assert_string_equal(run(*state, settings, "      - {osoba: c, strana: osoba_blízká}\n"), "");
}

static void does_not_count_close_persons_as_users_by_itself(void **state)
{
	assert_string_equal(run(*state, users, "      - {osoba: c, strana: osoba_blízká}\n"), "no-user a.yaml 6 5\n");
}

static void does_not_judge_a_group_that_has_ended(void **state)
{
	assert_string_equal(run(*state, users, "    do: 2019-06-29\n"), "");
}

static void does_not_judge_groups_that_are_not_working_ones(void **state)
{
	assert_string_equal(run(*state, users, "    druh: redakční\n"), "");
}

static void takes_exactly_half_of_the_members_as_balanced(void **state)
{
	assert_string_equal(run(*state, "skupiny: {vyvážené_strany: true}\n", "      - {osoba: b}\n"), "");
}

static void finds_close_persons_and_users_together_over_half(void **state)
{
	const char *settings = "skupiny: {vyvážené_strany: true}\n"
			       "triáda: [{strana: osoba_blízká, počítá_se_jako: uživatel}]\n";

	assert_string_equal(run(*state, settings, "      - {osoba: b}\n      - {osoba: c, strana: osoba_blízká}\n"),
		"sides-unbalanced a.yaml 6 5\n");
	assert_string_equal(rule_fixture_text(*state, 2), "uživatel");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_a_side_that_has_left),
		PLAN_TEST(counts_a_member_on_the_last_day),
		PLAN_TEST(takes_the_only_side_of_a_person),
		PLAN_TEST(concludes_nothing_where_a_side_is_not_known),
		PLAN_TEST(lets_the_triad_say_who_counts_as_a_user),
		PLAN_TEST(does_not_count_close_persons_as_users_by_itself),
		PLAN_TEST(does_not_judge_a_group_that_has_ended),
		PLAN_TEST(does_not_judge_groups_that_are_not_working_ones),
		PLAN_TEST(takes_exactly_half_of_the_members_as_balanced),
		PLAN_TEST(finds_close_persons_and_users_together_over_half),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
