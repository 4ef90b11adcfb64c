#include "base/day.h"

#include <assert.h>

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999, MONTHS = 12 };

static struct kpss_date within_years(int64_t days)
{
	int64_t first = year_begin(FIRST_YEAR).days, last = year_end(LAST_YEAR).days;
	int64_t held = days < first ? first : days > last ? last : days;
	return (struct kpss_date){.days = (int32_t)held};
}

struct kpss_date day_plus_days(struct kpss_date day, int64_t count)
{
	int64_t sum;
	if (day_is_open(day))
		return day;
	if (__builtin_add_overflow(day.days, count, &sum))
		sum = count < 0 ? INT64_MIN : INT64_MAX;
	return within_years(sum);
}

struct kpss_date day_plus_months(struct kpss_date day, int64_t count)
{
	enum { MOST = (LAST_YEAR - FIRST_YEAR + 1) * MONTHS };
	int year, month, day_of_month;
	if (day_is_open(day))
		return day;
	kpss_date_split(day, &year, &month, &day_of_month);
	int64_t held = count < -MOST ? -MOST : count > MOST ? MOST : count;
	int64_t months = (int64_t)year * MONTHS + (month - 1) + held;
	/* The first of the month after it, less a day, is the last of the month. */
	int64_t next = months + 1;
	struct kpss_date first = kpss_date_of((int)(months / MONTHS), (int)(months % MONTHS) + 1, 1);
	struct kpss_date last = day_before(kpss_date_of((int)(next / MONTHS), (int)(next % MONTHS) + 1, 1));
	return within_years(day_earlier((struct kpss_date){.days = first.days + day_of_month - 1}, last).days);
}

int day_year(struct kpss_date day)
{
	int year, month, day_of_month;
	assert(!day_is_open(day));
	kpss_date_split(day, &year, &month, &day_of_month);
	return year;
}

struct kpss_date year_begin(int year)
{
	return kpss_date_of(year, 1, 1);
}

struct kpss_date year_end(int year)
{
	return kpss_date_of(year, 12, 31);
}
