/* Reckoning with days. The open ends of a period stay where they are. */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>

#include <kpss/date.h>
#include <kpss/str.h>

static inline struct kpss_date day_earlier(struct kpss_date a, struct kpss_date b)
{
	return a.days < b.days ? a : b;
}

static inline struct kpss_date day_later(struct kpss_date a, struct kpss_date b)
{
	return a.days > b.days ? a : b;
}

static inline bool day_is_open(struct kpss_date day)
{
	return day.days == INT32_MIN || day.days == INT32_MAX;
}

static inline struct kpss_date day_after(struct kpss_date day)
{
	return day_is_open(day) ? day : (struct kpss_date){.days = day.days + 1};
}

static inline struct kpss_date day_before(struct kpss_date day)
{
	return day_is_open(day) ? day : (struct kpss_date){.days = day.days - 1};
}

/* Years and days that no file can hold are brought to the nearest one that it can. */
struct kpss_date day_plus_days(struct kpss_date day, int64_t count);
/* The same day so many months later (earlier when negative); the last of the month where there is no such day. */
struct kpss_date day_plus_months(struct kpss_date day, int64_t count);
/* Reads YYYY-MM-DD or, as Czech is written, "12. 3. 2026" with or without blanks (also those that do not break). */
bool day_parse(struct kpss_str text, struct kpss_date *out);
int day_year(struct kpss_date day);
struct kpss_date year_begin(int year);
struct kpss_date year_end(int year);

#endif
