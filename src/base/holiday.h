/* Public holidays in the Czech Republic and days on which people work. */
#ifndef BASE_HOLIDAY_H
#define BASE_HOLIDAY_H

#include <stdbool.h>

#include <kpss/date.h>

/* Easter Sunday of a year in the Gregorian calendar. */
struct kpss_date easter_sunday(int year);
/* Is the day a state or other holiday by act 245/2000 Sb., as it stood on that day? For days before the act its first
 * wording holds. */
bool day_is_holiday(struct kpss_date day);
/* Neither a Saturday, nor a Sunday, nor a holiday. */
bool day_is_working(struct kpss_date day);
/* The working day so many working days before a day, which itself does not count; the day itself for none. */
struct kpss_date working_days_before(struct kpss_date day, int count);

#endif
