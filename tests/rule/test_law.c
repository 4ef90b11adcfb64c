/* The length of plans, and what counts as evidence for each point of their content. */
#include "rule_fixture.h"

/* A plan of three years approved in time, on lines 2 to 5, held against one parameter of the law. */
static const char *run(
	struct plan_fixture *fixture, const char *parameter, const char *plan, const char *more)
{
	struct arena *arena = fixture->findings.arena;
	plan_fixture_file(fixture, "pravidla.yaml",
		arena_format(arena, "zákonné_parametry: [{%s}]\n", parameter).ptr);
	return rule_fixture_run_one(fixture,
		arena_format(arena,
			"plány:\n"
			"  - id: p\n"
			"    název: P\n"
			"    od: 2023-01-01\n"
			"    do: 2025-12-31\n%s"
			"orgány: [{id: rada, název: Rada, druh: rada}]\n"
			"schválení: [{id: s, předmět: p, orgán: rada, datum: 2022-12-12, výrok: "
			"schvaluje}]\n%s",
			plan, more)
			.ptr,
		"2024-06-30");
}

static void takes_a_plan_of_exactly_so_many_years(void **state)
{
	assert_string_equal(run(*state, "kód: plan-length, hodnota: 3", "", ""), "");
}

static void finds_a_plan_of_other_length(void **state)
{
	assert_string_equal(
		run(*state, "kód: plan-length, hodnota: 4", "", ""), "plan-length a.yaml 5 9\n");
}

static void holds_a_parameter_only_against_plans_of_its_time(void **state)
{
	assert_string_equal(
		run(*state, "kód: plan-length, hodnota: 4, od: 2023-01-02", "", ""), "");
}

static void a_silent_parameter_asks_for_nothing(void **state)
{
	assert_string_equal(
		run(*state, "kód: plan-length, hodnota: 4, závažnost: vypnuto", "", ""), "");
}

/* Each point with what satisfies it: a field of the plan, or other records. */
static const struct {
	const char *code, *plan, *more;
} points[] = {
	{"plan-content-process", "    popis: Plán vznikal rok.\n", ""},
	{"plan-content-resources", "",
		"analýzy: [{id: a, název: A, druh: analýza_služeb, plán: p}]\n"},
	{"plan-content-needs", "    části: [{id: c, název: C, druh: analytická}]\n", ""},
	{"plan-content-economic", "    části: [{id: c, název: C, druh: ekonomická}]\n", ""},
	{"plan-content-strategy", "    opatření: [{id: m, název: M}]\n", ""},
	{"plan-content-obligations", "",
		"závazky: [{id: z, plán: p, znění: Budeme se scházet.}]\n"},
	{"plan-content-monitoring", "    sledování: Jednou za rok.\n", ""},
	{"plan-content-changes", "    postup_změn: Schvaluje zastupitelstvo.\n", ""},
};

static const char *run_point(struct plan_fixture *fixture, size_t at, bool satisfied)
{
	struct arena *arena = fixture->findings.arena;
	fixture->count = 0;
	findings_reset(&fixture->findings);
	return run(fixture, arena_format(arena, "kód: %s", points[at].code).ptr,
		satisfied ? points[at].plan : "", satisfied ? points[at].more : "");
}

static void every_point_is_missed_where_nothing_is_recorded(void **state)
{
	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		assert_string_equal(
			run_point(*state, i, false), "plan-content-missing a.yaml 2 9\n");
}

static void every_point_is_satisfied_by_its_evidence(void **state)
{
	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		assert_string_equal(run_point(*state, i, true), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_plan_of_exactly_so_many_years),
		PLAN_TEST(finds_a_plan_of_other_length),
		PLAN_TEST(holds_a_parameter_only_against_plans_of_its_time),
		PLAN_TEST(a_silent_parameter_asks_for_nothing),
		PLAN_TEST(every_point_is_missed_where_nothing_is_recorded),
		PLAN_TEST(every_point_is_satisfied_by_its_evidence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
