/* People who answer for an item and take no part in the work of its group, judged on a day of 2025. */
#include "rule_fixture.h"

/* The item `m` of the group `ps` for which `b` answers; `b` is a member as the fields of `member` say. The group met once in
 * 2024, without `b` unless `came` lists them; `more` are further records. */
static const char *run(
	struct plan_fixture *fixture, const char *member, const char *came, const char *more)
{
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {odpovědný_je_člen: true}\n");
	if (*more)
		plan_fixture_file(fixture, "b.yaml", more);
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"osoby: [{id: a}, {id: b}]\n"
			"plány: [{id: p, název: P, od: 2023-01-01, do: 2026-12-31}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a}, "
			"{osoba: b%s}]}\n"
			"opatření:\n"
			"  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: ps}], "
			"odpovídá: b}\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a%s]}}\n",
			member, came)
			.ptr,
		"2025-06-30");
}

static const char found[] = "owner-inactive a.yaml 6 81\n";

static void finds_who_stayed_away_all_year(void **state)
{
	assert_string_equal(run(*state, "", "", ""), found);
	assert_string_equal(rule_fixture_text(*state, 0), "b");
	assert_string_equal(rule_fixture_text(*state, 2), "2024");
}

static void is_content_with_one_meeting(void **state)
{
	assert_string_equal(run(*state, "", ", b", ""), "");
}

static void concludes_nothing_where_somebody_came_without_a_name(void **state)
{
	assert_string_equal(run(*state, "", "], přítomni_bez_jména: [kdosi", ""), "");
}

static void judges_a_member_from_the_first_day_of_the_year(void **state)
{
	assert_string_equal(run(*state, ", od: 2024-01-01", "", ""), found);
}

static void does_not_judge_who_came_a_day_later(void **state)
{
	assert_string_equal(run(*state, ", od: 2024-01-02", "", ""), "");
}

static void leaves_who_has_left_to_its_own_rule(void **state)
{
	assert_string_equal(run(*state, ", do: 2025-03-31", "", ""), "owner-left a.yaml 6 81\n");
}

static void takes_a_task_for_the_item(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "úkoly: [{úkol: Sehnat auto, jednání: j, opatření: m, "
				    "odpovídá: b, termín: 2024-09-30}]\n"),
		"");
}

static void does_not_take_a_task_of_an_earlier_year(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "úkoly: [{úkol: Sehnat auto, jednání: k, opatření: m, "
				    "odpovídá: b, termín: 2023-12-31}]\n"
				    "jednání: [{id: k, orgán: ps, datum: 2023-05-07, účast: "
				    "{přítomni: [a]}}]\n"),
		found);
}

static void does_not_take_a_task_of_somebody_else(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "úkoly: [{úkol: Sehnat auto, jednání: j, opatření: m, "
				    "odpovídá: a, termín: 2024-09-30}]\n"),
		found);
}

static void takes_a_result_of_the_year(void **state)
{
	assert_string_equal(
		run(*state, "", "",
			"vyhodnocení: [{id: v, název: V, rok: 2024, výsledky: [{opatření: m}]}]\n"),
		"");
}

static void does_not_take_a_result_by_somebody_else(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "vyhodnocení: [{id: v, název: V, rok: 2024,\n"
				    "  výsledky: [{opatření: m, hodnotí: [{osoba: a}]}]}]\n"),
		found);
}

static void does_not_take_a_result_of_another_year(void **state)
{
	assert_string_equal(
		run(*state, "", "",
			"vyhodnocení: [{id: v, název: V, rok: 2023, výsledky: [{opatření: m}]}]\n"),
		found);
}

static void does_not_judge_an_item_of_part_of_the_year(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", "skupiny: {odpovědný_je_člen: true}\n");
	assert_string_equal(
		rule_fixture_run_one(fixture,
			"osoby: [{id: a}, {id: b}]\n"
			"plány: [{id: p, název: P, od: 2024-01-02, do: 2026-12-31}]\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a}, "
			"{osoba: b}]}\n"
			"opatření:\n"
			"  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: ps}], "
			"odpovídá: b}\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2024-05-07, účast: {přítomni: [a]}}\n",
			"2025-06-30"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_who_stayed_away_all_year),
		PLAN_TEST(is_content_with_one_meeting),
		PLAN_TEST(concludes_nothing_where_somebody_came_without_a_name),
		PLAN_TEST(judges_a_member_from_the_first_day_of_the_year),
		PLAN_TEST(does_not_judge_who_came_a_day_later),
		PLAN_TEST(leaves_who_has_left_to_its_own_rule),
		PLAN_TEST(takes_a_task_for_the_item),
		PLAN_TEST(does_not_take_a_task_of_an_earlier_year),
		PLAN_TEST(does_not_take_a_task_of_somebody_else),
		PLAN_TEST(takes_a_result_of_the_year),
		PLAN_TEST(does_not_take_a_result_by_somebody_else),
		PLAN_TEST(does_not_take_a_result_of_another_year),
		PLAN_TEST(does_not_judge_an_item_of_part_of_the_year),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
