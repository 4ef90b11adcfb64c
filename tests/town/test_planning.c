#include "town/planning.h"

#include "plan_fixture.h"

/* The first cycle of a plan with these. */
static const struct entity *cycle_of(struct plan_fixture *fixture, const char *cycles)
{
	plan_fixture_load_one(
		fixture, arena_format(fixture->findings.arena, "cykly:\n%s", cycles).ptr);
	uint32_t count;
	return *plan_kind(fixture->plan, KIND_cycle, &count);
}

static void assert_period(struct period period, struct kpss_date from, struct kpss_date to)
{
	assert_int_equal(period.from.days, from.days);
	assert_int_equal(period.to.days, to.days);
}

static void takes_the_days_of_the_cycle(void **state)
{
	struct period period;
	const struct entity *cycle =
		cycle_of(*state, "  - {id: c, název: C, od: 2020-02-01, do: 2021-11-30, fáze: "
				 "[{fáze: analýza, od: 2019-01-01}]}\n");

	assert_true(cycle_period(cycle, &period));
	assert_period(period, kpss_date_of(2020, 2, 1), kpss_date_of(2021, 11, 30));
}

static void takes_the_ends_of_its_phases_else(void **state)
{
	struct period period;
	const struct entity *cycle =
		cycle_of(*state, "  - id: c\n    název: C\n    fáze:\n"
				 "      - {fáze: realizace, od: 2021-01-01, do: 2022-12-31}\n"
				 "      - {fáze: příprava, od: 2020-01-01, do: 2020-12-31}\n"
				 "      - {fáze: hodnocení}\n");

	assert_true(cycle_period(cycle, &period));
	assert_period(period, kpss_date_of(2020, 1, 1), kpss_date_of(2022, 12, 31));
}

static void is_open_where_a_phase_has_no_end(void **state)
{
	struct period period;
	const struct entity *cycle = cycle_of(
		*state, "  - {id: c, název: C, fáze: [{fáze: analýza, od: 2019-01-01}]}\n");

	assert_true(cycle_period(cycle, &period));
	assert_period(period, kpss_date_of(2019, 1, 1), KPSS_DATE_LATEST);
}

static void has_no_days_where_nothing_says_when_it_begins(void **state)
{
	struct period period;

	assert_false(
		cycle_period(cycle_of(*state, "  - {id: c, název: C, do: 2020-12-31}\n"), &period));
}

static void has_no_days_where_one_is_wrong(void **state)
{
	struct plan_fixture *fixture = *state;
	struct period period;

	assert_false(cycle_period(
		cycle_of(fixture, "  - {id: c, název: C, od: 2020-01-01, do: 2019-01-01}\n"),
		&period));
	fixture->count = 0;
	assert_false(cycle_period(
		cycle_of(fixture,
			"  - {id: c, název: C, od: 2020-01-01, fáze: [{fáze: analýza, od: "
			"2021-01-01, do: 2020-01-01}]}\n"),
		&period));
}

static const char *const three = "  - {id: c, název: C, od: 2020-01-01, do: 2020-12-31}\n"
				 "  - {id: e, název: E, od: 2023-01-01}\n"
				 "  - {id: d, název: D, od: 2021-01-01, do: 2021-06-30}\n"
				 "  - {id: f, název: F, od: 2021-02-01, do: 2021-03-31}\n";

static void joins_cycles_that_touch_or_overlap(void **state)
{
	struct plan_fixture *fixture = *state;
	cycle_of(fixture, three);

	struct periods periods = cycles_joined(fixture->plan, fixture->findings.arena);

	assert_int_equal(periods.count, 2);
	assert_period(periods.items[0], kpss_date_of(2020, 1, 1), kpss_date_of(2021, 6, 30));
	assert_period(periods.items[1], kpss_date_of(2023, 1, 1), KPSS_DATE_LATEST);
}

static void knows_on_which_days_some_cycle_runs(void **state)
{
	struct plan_fixture *fixture = *state;
	cycle_of(fixture, three);

	assert_false(cycle_runs_on(fixture->plan, kpss_date_of(2019, 12, 31)));
	assert_true(cycle_runs_on(fixture->plan, kpss_date_of(2020, 1, 1)));
	assert_true(cycle_runs_on(fixture->plan, kpss_date_of(2021, 6, 30)));
	assert_false(cycle_runs_on(fixture->plan, kpss_date_of(2021, 7, 1)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_the_days_of_the_cycle),
		PLAN_TEST(takes_the_ends_of_its_phases_else),
		PLAN_TEST(is_open_where_a_phase_has_no_end),
		PLAN_TEST(has_no_days_where_nothing_says_when_it_begins),
		PLAN_TEST(has_no_days_where_one_is_wrong),
		PLAN_TEST(joins_cycles_that_touch_or_overlap),
		PLAN_TEST(knows_on_which_days_some_cycle_runs),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
