#include "base/jcs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/text.h"

enum { DIGITS_MOST = 17, NUMBER_SIZE = 40, PLAIN_MOST = 21, PLAIN_LEAST = -6 };

void jcs_add_text(struct buf *buf, struct kpss_str text)
{
	static const char plain[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
	buf_add_char(buf, '"');
	for (size_t i = 0; i < text.len; i++) {
		const char *escaped = text.ptr[i] ? strchr(plain, text.ptr[i]) : NULL;
		if (escaped) {
			buf_add_char(buf, '\\');
			buf_add_char(buf, letters[escaped - plain]);
		} else if ((unsigned char)text.ptr[i] < ' ') {
			buf_addf(buf, "\\u%04x", (unsigned)(unsigned char)text.ptr[i]);
		} else {
			buf_add_char(buf, text.ptr[i]);
		}
	}
	buf_add_char(buf, '"');
}

/* The significant digits of a positive number, and where the point is: 0.digits × 10^point. */
struct decimal {
	char digits[DIGITS_MOST + 1];
	int count, point;
};

static void decimal_take(struct decimal *decimal, double number, int count)
{
	char text[NUMBER_SIZE];
	snprintf(text, sizeof text, "%.*e", count - 1, number);
	decimal->count = 0;
	const char *at = text;
	for (; *at && *at != 'e'; at++)
		if (*at >= '0' && *at <= '9')
			decimal->digits[decimal->count++] = *at;
	decimal->digits[decimal->count] = '\0';
	decimal->point = atoi(at + 1) + 1;
}

static bool decimal_is(const struct decimal *decimal, double number)
{
	char text[NUMBER_SIZE];
	snprintf(text, sizeof text, "0.%se%d", decimal->digits, decimal->point);
	return strtod(text, NULL) == number;
}

/* The next larger number of as many digits. */
static void decimal_step(struct decimal *decimal)
{
	int at = decimal->count - 1;
	while (at >= 0 && decimal->digits[at] == '9')
		decimal->digits[at--] = '0';
	if (at >= 0) {
		decimal->digits[at]++;
		return;
	}
	decimal->digits[0] = '1';
	decimal->point++;
}

/* Right above a power of two neighbours lie twice as far apart as below it, so the nearest number of so many digits may be another
 * number although the one above it is not. */
static void decimal_find(struct decimal *decimal, double number)
{
	for (int count = 1; count <= DIGITS_MOST; count++) {
		decimal_take(decimal, number, count);
		if (decimal_is(decimal, number))
			break;
		struct decimal above = *decimal;
		decimal_step(&above);
		if (decimal_is(&above, number)) {
			*decimal = above;
			break;
		}
	}
	while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0')
		decimal->digits[--decimal->count] = '\0';
}

static void add_plain(struct buf *buf, const struct decimal *decimal)
{
	if (decimal->point <= 0) {
		buf_add_text(buf, "0.");
		buf_add_repeated(buf, '0', (size_t)-decimal->point);
		buf_add_text(buf, decimal->digits);
	} else if (decimal->count <= decimal->point) {
		buf_add_text(buf, decimal->digits);
		buf_add_repeated(buf, '0', (size_t)(decimal->point - decimal->count));
	} else {
		buf_addf(buf, "%.*s.%s", decimal->point, decimal->digits,
			decimal->digits + decimal->point);
	}
}

void jcs_add_number(struct buf *buf, double number)
{
	struct decimal decimal;
	if (number == 0) {
		buf_add_char(buf, '0');
		return;
	}
	if (number < 0)
		buf_add_char(buf, '-');
	decimal_find(&decimal, fabs(number));
	if (decimal.point > PLAIN_LEAST && decimal.point <= PLAIN_MOST) {
		add_plain(buf, &decimal);
		return;
	}
	buf_add_char(buf, decimal.digits[0]);
	if (decimal.count > 1)
		buf_addf(buf, ".%s", decimal.digits + 1);
	buf_addf(buf, "e%+d", decimal.point - 1);
}

/* The code unit of UTF-16 with which a code point begins. */
static uint32_t first_unit(uint32_t code)
{
	return code < 0x10000 ? code : 0xd800 + ((code - 0x10000) >> 10);
}

int jcs_names_order(struct kpss_str a, struct kpss_str b)
{
	size_t at = 0;
	while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
		at++;
	if (at == a.len || at == b.len)
		return (a.len > b.len) - (a.len < b.len);
	/* Back to where the code points begin that differ. */
	while (at > 0 && ((unsigned char)a.ptr[at] & 0xc0) == 0x80)
		at--;
	size_t length;
	uint32_t left = text_code_point(a, at, &length), right = text_code_point(b, at, &length);
	uint32_t left_unit = first_unit(left), right_unit = first_unit(right);
	if (left_unit != right_unit)
		return left_unit < right_unit ? -1 : 1;
	return left < right ? -1 : 1;
}
