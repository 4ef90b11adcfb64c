/* Days from civil dates and back, by counting eras of 400 years. */
#include <kpss/date.h>

enum { DAYS_PER_ERA = 146097, DAYS_TO_EPOCH = 719468 };

struct kpss_date kpss_date_of(int year, int month, int day)
{
	/* The year begins in March here, so that the leap day is its last. */
	int shifted = month <= 2 ? year - 1 : year;
	int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
	int year_of_era = shifted - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (struct kpss_date){.days = era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH};
}

void kpss_date_split(struct kpss_date date, int *year, int *month, int *day)
{
	int64_t days = (int64_t)date.days + DAYS_TO_EPOCH;
	int64_t era = (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int day_of_era = (int)(days - era * DAYS_PER_ERA);
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted_month = (5 * day_of_year + 2) / 153;
	*day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
	*month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
	*year = (int)(year_of_era + era * 400) + (*month <= 2);
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

bool kpss_date_parse(struct kpss_str text, struct kpss_date *out)
{
	if (text.len != 10 || text.ptr[4] != '-' || text.ptr[7] != '-')
		return false;
	int digits[8];
	for (int i = 0, at = 0; i < 10; i++) {
		if (i == 4 || i == 7)
			continue;
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		digits[at++] = text.ptr[i] - '0';
	}
	int year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
	int month = digits[4] * 10 + digits[5];
	int day = digits[6] * 10 + digits[7];
	if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
		return false;
	*out = kpss_date_of(year, month, day);
	return true;
}
