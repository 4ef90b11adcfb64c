#include "base/holiday.h"

#include <stddef.h>

#include "base/day.h"

/* The holidays that have a day of their own; the act has had all of them since it was passed. */
static const struct {
	int month, day;
} fixed_days[] = {
	{1, 1},   /* restoration of the independent Czech state, New Year */
	{5, 1},   /* Labour Day */
	{5, 8},   /* Day of Victory */
	{7, 5},   /* Saints Cyril and Methodius */
	{7, 6},   /* Jan Hus */
	{9, 28},  /* Day of Czech Statehood */
	{10, 28}, /* foundation of the Czechoslovak state */
	{11, 17}, /* struggle for freedom and democracy */
	{12, 24}, /* Christmas Eve */
	{12, 25}, /* Christmas */
	{12, 26}, /* Saint Stephen */
};

/* Holidays that move with Easter, and since when each is one. */
static const struct {
	int after_easter, first_year;
} moving_days[] = {
	{-2, 2016}, /* Good Friday, act 359/2015 Sb. */
	{1, 0},     /* Easter Monday */
};

/* The anonymous Gregorian algorithm (Meeus, Jones, Butcher); its letters have no meaning beyond it. */
struct kpss_date easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
	int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
	int sum = h + l - 7 * m + 114;
	return kpss_date_of(year, sum / 31, sum % 31 + 1);
}

bool day_is_holiday(struct kpss_date day)
{
	int year, month, of_month;
	if (day_is_open(day))
		return false;
	kpss_date_split(day, &year, &month, &of_month);
	for (size_t i = 0; i < sizeof fixed_days / sizeof *fixed_days; i++)
		if (fixed_days[i].month == month && fixed_days[i].day == of_month)
			return true;
	int after_easter = day.days - easter_sunday(year).days;
	for (size_t i = 0; i < sizeof moving_days / sizeof *moving_days; i++)
		if (moving_days[i].after_easter == after_easter && year >= moving_days[i].first_year)
			return true;
	return false;
}

bool day_is_working(struct kpss_date day)
{
	enum { WEEK = 7, THURSDAY_TO_MONDAY = 3, SATURDAY = 5 }; /* 1970-01-01 was a Thursday */
	int weekday = ((day.days % WEEK) + WEEK + THURSDAY_TO_MONDAY) % WEEK;
	return weekday < SATURDAY && !day_is_holiday(day);
}

struct kpss_date working_days_before(struct kpss_date day, int count)
{
	while (count > 0 && !day_is_open(day)) {
		day = day_before(day);
		count -= day_is_working(day);
	}
	return day;
}
