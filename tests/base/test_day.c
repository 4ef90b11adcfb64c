#include "base/day.h"
#include "test.h"

static void assert_day(struct kpss_date day, int year, int month, int day_of_month)
{
	assert_int_equal(day.days, kpss_date_of(year, month, day_of_month).days);
}

static void the_end_of_a_month_stays_one(void **state)
{
	(void)state;
	assert_day(day_plus_months(kpss_date_of(2024, 1, 31), 1), 2024, 2, 29);
	assert_day(day_plus_months(kpss_date_of(2023, 1, 31), 1), 2023, 2, 28);
	assert_day(day_plus_months(kpss_date_of(2024, 3, 31), -1), 2024, 2, 29);
}

static void months_go_over_the_turn_of_the_year(void **state)
{
	(void)state;
	assert_day(day_plus_months(kpss_date_of(2023, 11, 15), 2), 2024, 1, 15);
	assert_day(day_plus_months(kpss_date_of(2024, 1, 15), -1), 2023, 12, 15);
	assert_day(day_plus_months(kpss_date_of(2024, 2, 29), 12), 2025, 2, 28);
}

static void open_ends_stay_open(void **state)
{
	(void)state;
	assert_int_equal(day_after(KPSS_DATE_LATEST).days, INT32_MAX);
	assert_int_equal(day_before(KPSS_DATE_EARLIEST).days, INT32_MIN);
	assert_int_equal(day_plus_days(KPSS_DATE_LATEST, 5).days, INT32_MAX);
	assert_int_equal(day_plus_months(KPSS_DATE_EARLIEST, 5).days, INT32_MIN);
}

static void a_senseless_count_ends_at_the_last_year(void **state)
{
	(void)state;
	assert_day(day_plus_days(kpss_date_of(2024, 1, 1), INT64_MAX), 9999, 12, 31);
	assert_day(day_plus_days(kpss_date_of(2024, 1, 1), INT64_MIN), 1000, 1, 1);
	assert_day(day_plus_months(kpss_date_of(2024, 1, 1), INT64_MAX), 9999, 12, 31);
	assert_day(day_plus_months(kpss_date_of(2024, 1, 1), INT64_MIN), 1000, 1, 1);
}

static void a_year_has_its_first_and_last_day(void **state)
{
	(void)state;
	assert_day(year_begin(2024), 2024, 1, 1);
	assert_day(year_end(2024), 2024, 12, 31);
	assert_int_equal(day_year(kpss_date_of(2024, 12, 31)), 2024);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_end_of_a_month_stays_one),
		cmocka_unit_test(months_go_over_the_turn_of_the_year),
		cmocka_unit_test(open_ends_stay_open),
		cmocka_unit_test(a_senseless_count_ends_at_the_last_year),
		cmocka_unit_test(a_year_has_its_first_and_last_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
