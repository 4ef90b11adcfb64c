#include "town/phase.h"

#include "plan_fixture.h"

static const char cycle[] = "cykly:\n"
			    "  - id: c\n"
			    "    název: C\n"
			    "    plán: p\n"
			    "    fáze:\n"
			    "      - {fáze: hodnocení, od: 2020-01-01}\n"
			    "      - {fáze: příprava, od: 2020-02-01}\n"
			    "      - {fáze: připomínky, od: 2020-09-01}\n"
			    "      - {fáze: realizace, od: 2021-01-01}\n"
			    "plány:\n"
			    "  - {id: p, název: P}\n"
			    "  - {id: q, název: Q}\n";

static void assert_reaches(struct plan_fixture *fixture, const char *plan, uint32_t phase, const char *day)
{
	struct kpss_date expected = KPSS_DATE_LATEST;
	if (*day)
		assert_true(kpss_date_parse(kpss_str(day), &expected));
	const struct entity *planned = plan ? plan_fixture_find(fixture, plan) : NULL;
	assert_int_equal(plan_reaches(fixture->plan, planned, phase).days, expected.days);
}

static void takes_a_cycle_at_its_word_about_a_phase(void **state)
{
	plan_fixture_load_one(*state, cycle);

	assert_reaches(*state, "p", WORD_preparation, "2020-02-01");
	assert_reaches(*state, "p", WORD_consultation, "2020-09-01");
	assert_reaches(*state, "p", WORD_implementation, "2021-01-01");
	assert_reaches(*state, "p", WORD_evaluation, "2020-01-01");
}

static void takes_the_first_later_phase_for_one_that_is_not_written(void **state)
{
	plan_fixture_load_one(*state, "cykly:\n  - id: c\n    název: C\n    plán: p\n    fáze:\n   "
				      "   - {fáze: realizace, od: 2021-01-01}\n"
				      "      - {fáze: hodnocení, od: 2022-01-01}\n      - {fáze: "
				      "příprava, od: 2020-01-01}\n"
				      "plány:\n  - {id: p, název: P}\n");

	assert_reaches(*state, "p", WORD_approval, "2021-01-01");
}

static void takes_the_first_of_several_times(void **state)
{
	plan_fixture_load_one(*state, "cykly:\n  - id: c\n    název: C\n    plán: p\n    fáze:\n      - {fáze: "
				      "hodnocení, od: 2022-01-01}\n"
				      "      - {fáze: hodnocení, od: 2021-01-01}\nplány:\n  - {id: p, název: P}\n");

	assert_reaches(*state, "p", WORD_evaluation, "2021-01-01");
}

static void never_comes_to_a_phase_that_nothing_dates(void **state)
{
	plan_fixture_load_one(*state, "cykly:\n  - id: c\n    název: C\n    plán: p\n    fáze:\n   "
				      "   - {fáze: schvalování}\n"
				      "      - {fáze: realizace, od: 2021-05-01, do: "
				      "2021-01-01}\nplány:\n  - {id: p, název: P}\n");

	assert_reaches(*state, "p", WORD_approval, "");
	assert_false(plan_has_phases(((struct plan_fixture *)*state)->plan, plan_fixture_find(*state, "p")));
}

static void tells_the_cycles_of_plans_apart(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_load_one(fixture, cycle);

	assert_reaches(fixture, "q", WORD_preparation, "");
	assert_reaches(fixture, NULL, WORD_preparation, "2020-02-01");
	assert_true(plan_has_phases(fixture->plan, plan_fixture_find(fixture, "p")));
	assert_false(plan_has_phases(fixture->plan, plan_fixture_find(fixture, "q")));
}

static void takes_the_earliest_of_several_cycles(void **state)
{
	plan_fixture_load_one(*state,
		"cykly:\n  - {id: c, název: C, plán: p, fáze: [{fáze: analýza, od: 2021-01-01}]}\n"
		"  - {id: d, název: D, plán: p, fáze: [{fáze: analýza, od: 2020-01-01}]}\n"
		"plány:\n  - {id: p, název: P}\n");

	assert_reaches(*state, "p", WORD_analysis, "2020-01-01");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_cycle_at_its_word_about_a_phase),
		PLAN_TEST(takes_the_first_later_phase_for_one_that_is_not_written),
		PLAN_TEST(takes_the_first_of_several_times),
		PLAN_TEST(never_comes_to_a_phase_that_nothing_dates),
		PLAN_TEST(tells_the_cycles_of_plans_apart),
		PLAN_TEST(takes_the_earliest_of_several_cycles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
