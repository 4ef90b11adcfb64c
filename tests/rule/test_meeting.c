/* The edges of what a single meeting must say. */
#include "rule_fixture.h"

/* The settings of working groups and what the meeting of 2026-02-10 says, from line 7 of a.yaml on. */
static const char *run(struct plan_fixture *fixture, const char *settings, const char *meeting)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(arena, "funkce_koordinátora: koordinator\nskupiny: {%s}\n", settings)
			.ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"osoby: [{id: a}, {id: b}, {id: c}]\n"
			"funkce:\n"
			"  - {id: koordinator, název: K, nositelé: [{osoba: b, do: 2026-01-31}, "
			"{osoba: c, od: 2026-02-01}]}\n"
			"skupiny:\n"
			"  - {id: ps, název: PS, vedoucí: [{osoba: a}], členové: [{osoba: a, "
			"strana: uživatel}]}\n"
			"jednání:\n"
			"  - {id: j, orgán: ps, datum: 2026-02-10%s}\n",
			meeting)
			.ptr,
		"2026-03-12");
}

static const char attends[] = "koordinátor_na_jednání: true";

static void wants_the_coordinator_of_that_day(void **state)
{
	assert_string_equal(run(*state, attends, ", účast: {přítomni: [a], hosté_ze_seznamu: [b]}"),
		"coordinator-absent a.yaml 7 61\n");
}

static void takes_whoever_writes_the_minutes_for_present(void **state)
{
	assert_string_equal(
		run(*state, attends, ", účast: {přítomni: [a]}, zápis: {zapisuje: c}"), "");
}

static void takes_minutes_written_as_coordinator_for_present(void **state)
{
	assert_string_equal(
		run(*state, attends,
			", účast: {přítomni: [a]}, zápis: {zapisuje_jako: koordinator}"),
		"");
}

static void does_not_ask_for_the_coordinator_where_nobody_is_named(void **state)
{
	assert_string_equal(run(*state, attends, ", účast: {počet_členů: 7}"), "");
}

static void does_not_ask_for_the_coordinator_where_nobody_met(void **state)
{
	assert_string_equal(
		run(*state, attends, ", druh: mimo_jednání, účast: {přítomni: [a]}"), "");
}

static void tells_each_part_that_a_record_lacks(void **state)
{
	assert_string_equal(
		run(*state, "úplné_záznamy_jednání: true", ""), "meeting-incomplete a.yaml 7 10\n");
	assert_string_equal(rule_fixture_text(*state, 1), "program, attendance, minutes");
}

static void tells_only_what_a_record_lacks(void **state)
{
	run(*state, "úplné_záznamy_jednání: true", ", program: [Zahájení], účast: {přítomni: [a]}");
	assert_string_equal(rule_fixture_text(*state, 1), "minutes");
}

static void takes_items_for_program_and_minutes(void **state)
{
	assert_string_equal(run(*state, "úplné_záznamy_jednání: true",
				    ", účast: {počet_členů: 7}, body_jednání: [{název: Zahájení}]"),
		"");
}

static void does_not_take_silence_for_a_closed_meeting(void **state)
{
	assert_string_equal(run(*state, "jednání_veřejná: true", ""), "");
}

static void lets_plain_numbers_begin_anew_each_year(void **state)
{
	assert_string_equal(run(*state, "",
				    ", číslo: \"1\"}\n"
				    "  - {id: k, orgán: ps, datum: 2025-02-11, číslo: \"1\""),
		"");
}

static void does_not_let_numbers_with_a_year_begin_anew(void **state)
{
	assert_string_equal(run(*state, "",
				    ", číslo: 1/2025}\n"
				    "  - {id: k, orgán: ps, datum: 2025-02-11, číslo: 1/2025"),
		"duplicate-meeting-number a.yaml 7 50\n");
}

static void lets_numbers_begin_anew_with_a_term(void **state)
{
	assert_string_equal(run(*state, "",
				    ", číslo: \"1\", období: 2022–2026}\n"
				    "  - {id: k, orgán: ps, datum: 2026-02-11, číslo: \"1\", "
				    "období: 2026–2030"),
		"");
}

static void counts_numbers_of_each_body_by_themselves(void **state)
{
	assert_string_equal(run(*state, "",
				    ", číslo: 1/2026}\n"
				    "  - {id: k, datum: 2026-02-11, číslo: 1/2026"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(wants_the_coordinator_of_that_day),
		PLAN_TEST(takes_whoever_writes_the_minutes_for_present),
		PLAN_TEST(takes_minutes_written_as_coordinator_for_present),
		PLAN_TEST(does_not_ask_for_the_coordinator_where_nobody_is_named),
		PLAN_TEST(does_not_ask_for_the_coordinator_where_nobody_met),
		PLAN_TEST(tells_each_part_that_a_record_lacks),
		PLAN_TEST(tells_only_what_a_record_lacks),
		PLAN_TEST(takes_items_for_program_and_minutes),
		PLAN_TEST(does_not_take_silence_for_a_closed_meeting),
		PLAN_TEST(lets_plain_numbers_begin_anew_each_year),
		PLAN_TEST(does_not_let_numbers_with_a_year_begin_anew),
		PLAN_TEST(lets_numbers_begin_anew_with_a_term),
		PLAN_TEST(counts_numbers_of_each_body_by_themselves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
