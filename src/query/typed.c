#include "query/typed.h"

#include <stdlib.h>

#include "base/text.h"

enum { NUMBER_MOST = 60, NO_BREAK = 0xA0, NARROW_NO_BREAK = 0x202F };

struct kpss_str typed_trimmed(struct kpss_str text)
{
	while (text.len && text.ptr[0] == ' ') {
		text.ptr++;
		text.len--;
	}
	while (text.len && text.ptr[text.len - 1] == ' ')
		text.len--;
	return text;
}

static struct kpss_str unit_drop(struct kpss_str text)
{
	static const char unit[] = "Kč";
	size_t length = sizeof unit - 1;
	if (text.len > length && memcmp(text.ptr + text.len - length, unit, length) == 0)
		text.len -= length;
	return text;
}

/* Digits with at most one sign before and one point among them; blanks only between digits. NUL at the end. */
static bool number_clean(struct kpss_str typed, char clean[NUMBER_MOST + 1])
{
	struct kpss_str text = unit_drop(typed_trimmed(typed));
	size_t count = 0, length, points = 0, digits = 0;
	if (text_valid_utf8(text) != text.len)
		return false;
	for (size_t at = 0; at < text.len; at += length) {
		uint32_t c = text_code_point(text, at, &length);
		if (c == ' ' || c == NO_BREAK || c == NARROW_NO_BREAK)
			continue;
		bool point = c == ',' || c == '.', digit = c >= '0' && c <= '9';
		if ((!point && !digit && !(c == '-' && count == 0)) || count == NUMBER_MOST)
			return false;
		points += point;
		digits += digit;
		clean[count++] = point ? '.' : (char)c;
	}
	clean[count] = '\0';
	return digits > 0 && points <= 1;
}

bool typed_number(struct kpss_str text, double *number)
{
	char clean[NUMBER_MOST + 1];
	if (!number_clean(text, clean))
		return false;
	*number = strtod(clean, NULL);
	return true;
}

bool typed_money(struct kpss_str text, int64_t *hundredths)
{
	char clean[NUMBER_MOST + 1];
	if (!number_clean(text, clean))
		return false;
	const char *at = clean + (clean[0] == '-');
	int64_t sum = 0;
	int decimals = -1; /* behind the point; −1: before it */
	for (; *at; at++) {
		if (*at == '.') {
			decimals = 0;
			continue;
		}
		if (decimals >= 0 && ++decimals > 2)
			return false;
		if (__builtin_mul_overflow(sum, 10, &sum) ||
			__builtin_add_overflow(sum, *at - '0', &sum))
			return false;
	}
	int64_t scale = decimals <= 0 ? 100 : decimals == 1 ? 10 : 1;
	if (__builtin_mul_overflow(sum, scale, &sum))
		return false;
	*hundredths = clean[0] == '-' ? -sum : sum;
	return true;
}

bool typed_truth(struct kpss_str text, struct arena *arena, bool *truth)
{
	static const struct {
		const char *word;
		bool truth;
	} words[] = {{"ano", true}, {"yes", true}, {"true", true}, {"ne", false}, {"no", false},
		{"false", false}};
	struct kpss_str folded = text_fold(arena, text);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (kpss_str_is(folded, words[i].word)) {
			*truth = words[i].truth;
			return true;
		}
	return false;
}
