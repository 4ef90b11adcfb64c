/* Easter against a table of days made by another program; holidays and working days against known years. */
#include "base/holiday.h"

#include "test.h"

/* Easter Sundays as python3-dateutil (dateutil.easter, the western method) gives them. */
static const struct {
	int year, month, day;
} easters[] = {
	{1583, 4, 10},
	{1818, 3, 22},
	{1943, 4, 25},
	{2000, 4, 23},
	{2001, 4, 15},
	{2002, 3, 31},
	{2003, 4, 20},
	{2004, 4, 11},
	{2005, 3, 27},
	{2006, 4, 16},
	{2007, 4, 8},
	{2008, 3, 23},
	{2009, 4, 12},
	{2010, 4, 4},
	{2011, 4, 24},
	{2012, 4, 8},
	{2013, 3, 31},
	{2014, 4, 20},
	{2015, 4, 5},
	{2016, 3, 27},
	{2017, 4, 16},
	{2018, 4, 1},
	{2019, 4, 21},
	{2020, 4, 12},
	{2021, 4, 4},
	{2022, 4, 17},
	{2023, 4, 9},
	{2024, 3, 31},
	{2025, 4, 20},
	{2026, 4, 5},
	{2027, 3, 28},
	{2028, 4, 16},
	{2029, 4, 1},
	{2030, 4, 21},
	{2031, 4, 13},
	{2032, 3, 28},
	{2033, 4, 17},
	{2034, 4, 9},
	{2035, 3, 25},
	{2036, 4, 13},
	{2037, 4, 5},
	{2038, 4, 25},
	{2039, 4, 10},
	{2040, 4, 1},
	{2100, 3, 28},
	{2200, 4, 6},
	{2285, 3, 22},
	{9999, 3, 28},
};

static void finds_easter_where_the_reference_finds_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof easters / sizeof *easters; i++) {
		struct kpss_date wanted =
			kpss_date_of(easters[i].year, easters[i].month, easters[i].day);
		if (easter_sunday(easters[i].year).days != wanted.days)
			fail_msg("%d", easters[i].year);
	}
}

static void knows_all_holidays_of_2026(void **state)
{
	(void)state;
	static const struct {
		int month, day;
	} holidays[] = {{1, 1}, {4, 3}, {4, 6}, {5, 1}, {5, 8}, {7, 5}, {7, 6}, {9, 28}, {10, 28},
		{11, 17}, {12, 24}, {12, 25}, {12, 26}};
	size_t found = 0, next = 0, count = sizeof holidays / sizeof *holidays;
	for (int32_t day = kpss_date_of(2026, 1, 1).days; day <= kpss_date_of(2026, 12, 31).days;
		day++) {
		if (!day_is_holiday((struct kpss_date){.days = day}))
			continue;
		found++;
		assert_true(next < count);
		assert_int_equal(
			day, kpss_date_of(2026, holidays[next].month, holidays[next].day).days);
		next++;
	}
	assert_int_equal(found, count);
}

static void has_good_friday_from_2016_on(void **state)
{
	(void)state;
	assert_false(day_is_holiday(kpss_date_of(2015, 4, 3)));
	assert_true(day_is_holiday(kpss_date_of(2016, 3, 25)));
	assert_true(day_is_holiday(kpss_date_of(2015, 4, 6)));
}

static void works_from_monday_to_friday_without_holidays(void **state)
{
	(void)state;
	assert_true(day_is_working(kpss_date_of(2026, 2, 9)));
	assert_true(day_is_working(kpss_date_of(2026, 2, 13)));
	assert_false(day_is_working(kpss_date_of(2026, 2, 14)));
	assert_false(day_is_working(kpss_date_of(2026, 2, 15)));
	assert_false(day_is_working(kpss_date_of(2026, 5, 1)));
	assert_true(day_is_working(kpss_date_of(1969, 12, 31)));
	assert_false(day_is_working(kpss_date_of(1969, 12, 28)));
}

static void counts_working_days_back_over_easter(void **state)
{
	(void)state;
	struct kpss_date tuesday = kpss_date_of(2026, 4, 7);
	assert_int_equal(working_days_before(tuesday, 0).days, tuesday.days);
	assert_int_equal(working_days_before(tuesday, 1).days, kpss_date_of(2026, 4, 2).days);
	assert_int_equal(working_days_before(tuesday, 3).days, kpss_date_of(2026, 3, 31).days);
	assert_int_equal(working_days_before(KPSS_DATE_EARLIEST, 3).days, INT32_MIN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_easter_where_the_reference_finds_it),
		cmocka_unit_test(knows_all_holidays_of_2026),
		cmocka_unit_test(has_good_friday_from_2016_on),
		cmocka_unit_test(works_from_monday_to_friday_without_holidays),
		cmocka_unit_test(counts_working_days_back_over_easter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
