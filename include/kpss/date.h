/* A calendar day of the proleptic Gregorian calendar. */
#ifndef KPSS_DATE_H
#define KPSS_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

/* Days since 1970-01-01. A plain value: compare the numbers. */
struct kpss_date {
	int32_t days;
};

/* Before and after every day that can be written: the open ends of a period. */
#define KPSS_DATE_EARLIEST ((struct kpss_date){.days = INT32_MIN})
#define KPSS_DATE_LATEST ((struct kpss_date){.days = INT32_MAX})

struct kpss_date kpss_date_of(int year, int month, int day);
void kpss_date_split(struct kpss_date date, int *year, int *month, int *day);

/* Reads YYYY-MM-DD, years 1000 to 9999; false when it is written otherwise or no such day exists. */
bool kpss_date_parse(struct kpss_str text, struct kpss_date *out);

#endif
