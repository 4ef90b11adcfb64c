/* Which years can be judged, and the share of a yearly number. */
#include "rule/finished.h"

#include "base/day.h"
#include "rule/rule.h"
#include "rule_fixture.h"

/* The years judged in the middle of 2026. */
static struct year_range years_of(struct plan_fixture *fixture, const char *text)
{
	assert_string_equal(plan_fixture_load_one(fixture, text), "");
	struct rule_context context = {
		.plan = fixture->plan,
		.as_of = kpss_date_of(2026, 6, 30),
		.gatherings = gatherings_of_plan(fixture->plan, fixture->findings.arena),
		.findings = &fixture->findings,
	};
	return finished_years(&context);
}

static const char meeting[] =
	"skupiny: [{id: ps, název: PS}]\njednání: [{id: j, orgán: ps, datum: 2023-05-02}]\n";

static void judges_from_the_first_record_to_the_last_year(void **state)
{
	struct year_range years = years_of(*state, meeting);
	assert_int_equal(years.first, 2023);
	assert_int_equal(years.last, 2025);
}

static void judges_one_year_where_nothing_is_recorded(void **state)
{
	struct year_range years = years_of(*state, "skupiny: [{id: ps, název: PS}]\n");
	assert_int_equal(years.first, 2025);
	assert_int_equal(years.last, 2025);
}

static void judges_no_year_after_the_last_plan(void **state)
{
	plan_fixture_file(*state, "plan.yaml", "plány: [{id: p, název: P, do: 2023-12-31}]\n");
	assert_int_equal(years_of(*state, meeting).last, 2023);
}

static void goes_on_with_an_extended_plan(void **state)
{
	plan_fixture_file(*state, "plan.yaml",
		"plány: [{id: p, název: P, do: 2023-12-31, prodloužení: [{do: 2024-12-31}]}]\n");
	assert_int_equal(years_of(*state, meeting).last, 2024);
}

static void does_not_judge_centuries(void **state)
{
	struct year_range years = years_of(*state, "skupiny: [{id: ps, název: PS}]\njednání: [{id: "
						   "j, orgán: ps, datum: 1023-05-02}]\n");
	assert_true(years.last - years.first <= 40);
}

static void rounds_the_share_of_part_of_a_year_down(void **state)
{
	(void)state;
	struct period year = {.from = year_begin(2025), .to = year_end(2025)};
	struct period but_a_day = {.from = year.from, .to = day_before(year.to)};
	struct period none = {.from = year.to, .to = year.from};
	assert_int_equal(yearly_share(4, year), 4);
	assert_int_equal(yearly_share(4, but_a_day), 3);
	assert_int_equal(yearly_share(4, none), 0);
	assert_int_equal(yearly_share(-4, year), 0);
	assert_int_equal(yearly_share(INT64_MAX, year), INT64_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(judges_from_the_first_record_to_the_last_year),
		PLAN_TEST(judges_one_year_where_nothing_is_recorded),
		PLAN_TEST(judges_no_year_after_the_last_plan),
		PLAN_TEST(goes_on_with_an_extended_plan),
		PLAN_TEST(does_not_judge_centuries),
		cmocka_unit_test(rounds_the_share_of_part_of_a_year_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
