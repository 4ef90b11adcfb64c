#include "render/spoken.h"

#include <inttypes.h>
#include <math.h>

#include "base/buf.h"
#include "base/language.h"
#include "render/plain.h"

enum { DIGITS_MOST = 24, GROUP = 3, HUNDREDTHS = 100 };

#define NO_BREAK_SPACE "\xC2\xA0"
#define MINUS          "\xE2\x88\x92"
#define ELLIPSIS       "\xE2\x80\xA6"

static bool is_czech(const struct language *language)
{
	return strcmp(language_code(language), "cs") == 0;
}

static void add_minus(struct buf *buf, const struct language *language)
{
	buf_add_text(buf, is_czech(language) ? MINUS : "-");
}

/* In groups of three where there are more digits than `whole`. */
static void add_grouped(
	struct buf *buf, const struct language *language, uint64_t number, int whole)
{
	char digits[DIGITS_MOST];
	int length = snprintf(digits, sizeof digits, "%" PRIu64, number);
	for (int i = 0; i < length; i++) {
		if (i > 0 && length > whole && (length - i) % GROUP == 0)
			buf_add_text(buf, is_czech(language) ? NO_BREAK_SPACE : ",");
		buf_add_char(buf, digits[i]);
	}
}

static uint64_t magnitude(int64_t number)
{
	return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

void spoken_add_number(struct buf *buf, const struct language *language, int64_t number)
{
	if (number < 0)
		add_minus(buf, language);
	add_grouped(buf, language, magnitude(number), GROUP + 1);
}

void spoken_add_money(struct buf *buf, const struct language *language, int64_t hundredths)
{
	if (hundredths < 0)
		add_minus(buf, language);
	add_grouped(buf, language, magnitude(hundredths) / HUNDREDTHS, GROUP);
	buf_addf(buf, "%c%02u", is_czech(language) ? ',' : '.',
		(unsigned)(magnitude(hundredths) % HUNDREDTHS));
}

void spoken_add_real(struct buf *buf, const struct language *language, double number)
{
	if (signbit(number))
		add_minus(buf, language);
	if (isinf(number))
		buf_add_text(buf, "∞");
	else
		plain_add_real(buf, fabs(number), is_czech(language) ? ',' : '.');
}

void spoken_add_date(struct buf *buf, const struct language *language, struct kpss_date date)
{
	if (date.days == INT32_MIN || date.days == INT32_MAX) {
		buf_add_text(buf, ELLIPSIS);
		return;
	}
	if (!is_czech(language)) {
		plain_add_date(buf, date);
		return;
	}
	int year, month, day;
	kpss_date_split(date, &year, &month, &day);
	buf_addf(buf, "%d." NO_BREAK_SPACE "%d." NO_BREAK_SPACE "%d", day, month, year);
}
