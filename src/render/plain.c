#include "render/plain.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/buf.h"

enum { HUNDREDTHS = 100, NUMBER_SIZE = 40, SURE_DIGITS = 15, ALL_DIGITS = 17 };

void plain_add_money(struct buf *buf, int64_t hundredths, char point)
{
	uint64_t magnitude = hundredths < 0 ? -(uint64_t)hundredths : (uint64_t)hundredths;
	buf_addf(buf, "%s%" PRIu64 "%c%02" PRIu64, hundredths < 0 ? "-" : "",
		magnitude / HUNDREDTHS, point, magnitude % HUNDREDTHS);
}

void plain_add_real(struct buf *buf, double number, char point)
{
	char digits[NUMBER_SIZE];
	for (int precision = SURE_DIGITS; precision <= ALL_DIGITS; precision++) {
		snprintf(digits, sizeof digits, "%.*g", precision, number);
		if (strtod(digits, NULL) == number)
			break;
	}
	for (const char *c = digits; *c; c++)
		buf_add_char(buf, *c == '.' ? point : *c);
}

void plain_add_date(struct buf *buf, struct kpss_date date)
{
	int year, month, day;
	kpss_date_split(date, &year, &month, &day);
	buf_addf(buf, "%04d-%02d-%02d", year, month, day);
}
