/* Which years a record is about. */
#include "plan_fixture.h"
#include "town/years.h"

static const struct node *evaluation(struct plan_fixture *fixture, const char *fields)
{
	plan_fixture_load_one(fixture, arena_format(fixture->findings.arena,
					       "evaluations:\n  - {id: e, name: E%s}\n", fields)
					       .ptr);
	return plan_fixture_find(fixture, "e")->mapping;
}

static const struct node *action_plan(struct plan_fixture *fixture, const char *fields)
{
	plan_fixture_load_one(fixture, arena_format(fixture->findings.arena,
					       "action_plans:\n  - {id: e, name: E%s}\n", fields)
					       .ptr);
	return plan_fixture_find(fixture, "e")->mapping;
}

static void a_list_of_years_is_from_the_first_to_the_last(void **state)
{
	struct period period = years_period(action_plan(*state, ", years: [2021, 2019]"));

	assert_int_equal(period.from.days, kpss_date_of(2019, 1, 1).days);
	assert_int_equal(period.to.days, kpss_date_of(2021, 12, 31).days);
}

static void written_days_go_before_years(void **state)
{
	struct period period =
		years_period(action_plan(*state, ", from: 2019-03-01, years: [2019]"));

	assert_int_equal(period.from.days, kpss_date_of(2019, 3, 1).days);
	assert_int_equal(period.to.days, kpss_date_of(2019, 12, 31).days);
}

static void a_year_left_out_of_a_list_is_left_out(void **state)
{
	const struct node *mapping = action_plan(*state, ", years: [2019, 2021]");

	assert_true(years_hold(mapping, 2019));
	assert_false(years_hold(mapping, 2020));
	assert_true(years_hold(mapping, 2021));
}

static void what_says_no_year_is_about_every_year(void **state)
{
	assert_true(years_hold(evaluation(*state, ""), 1999));
}

static void one_day_of_a_year_is_enough(void **state)
{
	const struct node *mapping = action_plan(*state, ", from: 2019-12-31, to: 2020-01-01");

	assert_true(years_hold(mapping, 2019));
	assert_true(years_hold(mapping, 2020));
	assert_false(years_hold(mapping, 2021));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(a_list_of_years_is_from_the_first_to_the_last),
		PLAN_TEST(written_days_go_before_years),
		PLAN_TEST(a_year_left_out_of_a_list_is_left_out),
		PLAN_TEST(what_says_no_year_is_about_every_year),
		PLAN_TEST(one_day_of_a_year_is_enough),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
