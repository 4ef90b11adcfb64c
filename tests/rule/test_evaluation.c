/* Which measures of which years are asked for. */
#include "rule_fixture.h"

/* A plan of 2024 to 2027 with one measure, on line 6. */
static const char *run(
	struct plan_fixture *fixture, const char *settings, const char *measure, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(arena,
			"stavy: [{kód: zr, označení: zrušeno, třída: zrušeno}]\n"
			"vyhodnocení: {co_se_hodnotí: [opatření]%s}\n",
			settings)
			.ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"plány:\n"
			"  - id: p\n"
			"    název: P\n"
			"    od: 2024-01-01\n"
			"    do: 2027-12-31\n"
			"    opatření: [{id: m, název: M%s}]\n%s",
			measure, more)
			.ptr,
		"2026-03-12");
}

#define EVALUATION(year)                                                                           \
	"  - {id: v" #year ", název: V, plán: p, rok: " #year ", výsledky: [{opatření: m}]}\n"
#define EMPTY(year) "  - {id: v" #year ", název: V, plán: p, rok: " #year "}\n"

static void asks_for_nothing_before_anything_says_that_it_is_time(void **state)
{
	assert_string_equal(run(*state, "", "", ""), "");
}

static void asks_for_every_measure_of_an_evaluated_year(void **state)
{
	assert_string_equal(run(*state, "", "", "vyhodnocení:\n" EMPTY(2024)),
		"measure-not-evaluated a.yaml 6 21\n");
}

static void asks_for_finished_years_after_the_days_that_are_allowed(void **state)
{
	assert_string_equal(run(*state, ", do_dní: 70", "", "vyhodnocení:\n" EVALUATION(2024)),
		"measure-not-evaluated a.yaml 6 21\n");
}

static void waits_for_the_last_of_these_days(void **state)
{
	/* 71 days after the end of 2025 is the day of the look. */
	assert_string_equal(run(*state, ", do_dní: 71", "", "vyhodnocení:\n" EVALUATION(2024)), "");
}

static void leaves_the_unfinished_year_alone(void **state)
{
	assert_string_equal(run(*state, ", do_dní: 0", "",
				    "vyhodnocení:\n" EVALUATION(2024) EVALUATION(2025) EMPTY(2026)),
		"");
}

static void leaves_cancelled_measures_alone(void **state)
{
	assert_string_equal(run(*state, "", ", stav: zrušeno", "vyhodnocení:\n" EMPTY(2024)), "");
}

static void leaves_measures_of_other_years_alone(void **state)
{
	assert_string_equal(run(*state, "", ", roky: [2026]", "vyhodnocení:\n" EMPTY(2024)), "");
}

static void asks_only_for_what_the_action_plan_carries_out(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "akční_plány: [{id: ap, název: AP, plán: p, roky: [2024]}]\n"
				    "vyhodnocení:\n" EMPTY(2024)),
		"");
}

static void takes_the_result_of_a_row_for_its_measure(void **state)
{
	assert_string_equal(run(*state, "", "",
				    "akční_plány: [{id: ap, název: AP, plán: p, roky: [2024], "
				    "řádky: [{id: r, opatření: m}]}]\n"
				    "vyhodnocení:\n"
				    "  - {id: v, název: V, akční_plán: ap, rok: 2024, výsledky: "
				    "[{řádek: r}]}\n"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_nothing_before_anything_says_that_it_is_time),
		PLAN_TEST(asks_for_every_measure_of_an_evaluated_year),
		PLAN_TEST(asks_for_finished_years_after_the_days_that_are_allowed),
		PLAN_TEST(waits_for_the_last_of_these_days),
		PLAN_TEST(leaves_the_unfinished_year_alone),
		PLAN_TEST(leaves_cancelled_measures_alone),
		PLAN_TEST(leaves_measures_of_other_years_alone),
		PLAN_TEST(asks_only_for_what_the_action_plan_carries_out),
		PLAN_TEST(takes_the_result_of_a_row_for_its_measure),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
