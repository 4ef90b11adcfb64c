#include <kpss/date.h>

#include <time.h>

#include "test.h"

static void counts_days_from_1970(void **state)
{
	(void)state;
	assert_int_equal(kpss_date_of(1970, 1, 1).days, 0);
	assert_int_equal(kpss_date_of(1970, 1, 2).days, 1);
	assert_int_equal(kpss_date_of(1969, 12, 31).days, -1);
	assert_int_equal(kpss_date_of(2000, 3, 1).days, 11017);
}

static void agrees_with_the_system_on_every_day(void **state)
{
	(void)state;
	for (int32_t days = -360000; days < 2930000; days += 1) {
		int year, month, day;
		kpss_date_split((struct kpss_date){.days = days}, &year, &month, &day);
		assert_int_equal(kpss_date_of(year, month, day).days, days);
		if (days % 97 != 0)
			continue;
		time_t seconds = (time_t)days * 86400;
		struct tm expected;
		gmtime_r(&seconds, &expected);
		assert_int_equal(year, expected.tm_year + 1900);
		assert_int_equal(month, expected.tm_mon + 1);
		assert_int_equal(day, expected.tm_mday);
	}
}

static bool reads(const char *text)
{
	struct kpss_date date;
	return kpss_date_parse(kpss_str(text), &date);
}

static void reads_iso_days(void **state)
{
	(void)state;
	struct kpss_date date;
	assert_true(kpss_date_parse(kpss_str("2026-03-12"), &date));
	assert_int_equal(date.days, kpss_date_of(2026, 3, 12).days);
	assert_true(reads("1000-01-01"));
	assert_true(reads("9999-12-31"));
}

static void knows_leap_years(void **state)
{
	(void)state;
	assert_true(reads("2024-02-29"));
	assert_true(reads("2000-02-29"));
	assert_false(reads("2025-02-29"));
	assert_false(reads("1900-02-29"));
	assert_false(reads("2100-02-29"));
}

static void refuses_days_that_do_not_exist(void **state)
{
	(void)state;
	assert_false(reads("2026-02-30"));
	assert_false(reads("2026-04-31"));
	assert_false(reads("2026-13-01"));
	assert_false(reads("2026-00-01"));
	assert_false(reads("2026-01-00"));
	assert_false(reads("0999-01-01"));
}

static void refuses_other_ways_of_writing(void **state)
{
	(void)state;
	const char *const texts[] = {"", "2026", "2026-3-12", "2026/03/12", "20260312",
		"2026-03-12 ", " 2026-03-12", "2026-03-1x", "+026-03-12", "2026-03-123"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(reads(texts[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_days_from_1970),
		cmocka_unit_test(agrees_with_the_system_on_every_day),
		cmocka_unit_test(reads_iso_days),
		cmocka_unit_test(knows_leap_years),
		cmocka_unit_test(refuses_days_that_do_not_exist),
		cmocka_unit_test(refuses_other_ways_of_writing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
