/* Sides that come to the meetings of a working group, judged on a day of 2025. */
#include "rule_fixture.h"

/* A group since the day `from` with a provider `a` and a user `b`, and meetings with the fields of `meetings`, one a line. */
static const char *run_since(struct plan_fixture *fixture, const char *from, const char *meetings)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		"skupiny: {povinné_strany: [poskytovatel, uživatel], strany_se_účastní: true}\n");
	plan_fixture_file(
		fixture, "jednani.yaml", arena_format(arena, "jednání:\n%s", meetings).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}, {id: b}, {id: c}]\n"
			"skupiny:\n"
			"  - id: ps\n"
			"    název: PS\n"
			"    od: %s\n"
			"    vedoucí: [{osoba: a}]\n"
			"    členové: [{osoba: a, strana: poskytovatel}, {osoba: b, strana: "
			"uživatel}]\n",
			from)
			.ptr,
		"2025-06-30");
}

static const char *run(struct plan_fixture *fixture, const char *meetings)
{
	return run_since(fixture, "2020-01-01", meetings);
}

static const char found[] = "side-not-attending a.yaml 7 5\n";

static void finds_a_side_that_stayed_away_all_year(void **state)
{
	assert_string_equal(
		run(*state, "  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n"),
		found);
	assert_string_equal(rule_fixture_text(*state, 1), "2024");
	assert_string_equal(rule_fixture_text(*state, 2), "uživatel");
}

static void is_content_with_one_meeting_of_the_year(void **state)
{
	assert_string_equal(
		run(*state,
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n"
			"  - {id: k, orgán: ps, datum: 2024-12-31, účast: {přítomni: [a, b]}}\n"),
		"");
}

static void does_not_take_a_meeting_of_the_next_year_for_it(void **state)
{
	assert_string_equal(
		run(*state,
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n"
			"  - {id: k, orgán: ps, datum: 2025-01-01, účast: {přítomni: [a, b]}}\n"),
		found);
}

static void takes_a_substitute_for_the_member(void **state)
{
	assert_string_equal(
		run(*state, "  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a],\n"
			    "      náhradníci: [{osoba: c, místo_koho: b}]}}\n"),
		"");
}

static void concludes_nothing_where_somebody_came_without_a_name(void **state)
{
	assert_string_equal(
		run(*state, "  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a],\n"
			    "      přítomni_bez_jména: [uživatelka služby]}}\n"),
		"");
}

static void concludes_nothing_where_more_came_than_are_named(void **state)
{
	assert_string_equal(run(*state, "  - {id: j, orgán: ps, datum: 2024-05-07, účast: "
					"{přítomni: [a], počet_členů: 2}}\n"),
		"");
}

static void concludes_nothing_where_attendance_is_not_recorded(void **state)
{
	assert_string_equal(run(*state, "  - {id: j, orgán: ps, datum: 2024-05-07}\n"), "");
}

static void does_not_take_letters_for_a_meeting(void **state)
{
	assert_string_equal(run(*state, "  - {id: j, orgán: ps, druh: per_rollam, datum: "
					"2024-05-07, účast: {přítomni: [a]}}\n"),
		"");
}

static void judges_a_group_that_began_on_the_first_day_of_the_year(void **state)
{
	assert_string_equal(
		run_since(*state, "2024-01-01",
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n"),
		found);
}

static void does_not_judge_a_group_that_began_a_day_later(void **state)
{
	assert_string_equal(
		run_since(*state, "2024-01-02",
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n"),
		"");
}

static void leaves_a_side_without_members_to_its_own_rule(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"skupiny: {povinné_strany: [poskytovatel, uživatel], strany_se_účastní: true}\n");
	assert_string_equal(rule_fixture_run_one(fixture,
				    "osoby: [{id: a}]\n"
				    "skupiny: [{id: ps, název: PS, vedoucí: [{osoba: a}], členové: "
				    "[{osoba: a, strana: poskytovatel}]}]\n"
				    "jednání: [{id: j, orgán: ps, datum: 2024-05-07, účast: "
				    "{přítomni: [a]}}]\n",
				    "2025-06-30"),
		"no-user a.yaml 2 54\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_a_side_that_stayed_away_all_year),
		PLAN_TEST(is_content_with_one_meeting_of_the_year),
		PLAN_TEST(does_not_take_a_meeting_of_the_next_year_for_it),
		PLAN_TEST(takes_a_substitute_for_the_member),
		PLAN_TEST(concludes_nothing_where_somebody_came_without_a_name),
		PLAN_TEST(concludes_nothing_where_more_came_than_are_named),
		PLAN_TEST(concludes_nothing_where_attendance_is_not_recorded),
		PLAN_TEST(does_not_take_letters_for_a_meeting),
		PLAN_TEST(judges_a_group_that_began_on_the_first_day_of_the_year),
		PLAN_TEST(does_not_judge_a_group_that_began_a_day_later),
		PLAN_TEST(leaves_a_side_without_members_to_its_own_rule),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
