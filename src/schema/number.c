/* Numbers: how they are written in files, and how people write them instead. */
#include <string.h>

#include "base/arena.h"
#include "schema/checker.h"
#include "schema/equal.h"
#include "schema/fault.h"

enum { NUMBER_LENGTH_MOST = 40 };

/* 1 450 000 · 1.450.000,50 · 1 450 Kč: the digits as a plain number, or an empty text when it is nothing like that. */
static struct kpss_str plain_number(struct arena *arena, struct kpss_str text)
{
	char out[NUMBER_LENGTH_MOST + 1];
	size_t length = 0, digits = 0;
	bool comma = memchr(text.ptr, ',', text.len) != NULL;
	size_t at = 0;
	for (; at < text.len && length < NUMBER_LENGTH_MOST; at++) {
		char c = text.ptr[at];
		bool non_breaking = c == '\xC2' && at + 1 < text.len && text.ptr[at + 1] == '\xA0';
		if (c >= '0' && c <= '9') {
			out[length++] = c;
			digits++;
		} else if (c == ',' || (c == '.' && !comma)) {
			out[length++] = '.';
		} else if (c == '-' && length == 0) {
			out[length++] = c;
		} else if (c == ' ' || (c == '.' && comma) || non_breaking) {
			at += non_breaking;
		} else {
			break;
		}
	}
	struct kpss_str unit = {.ptr = text.ptr + at, .len = text.len - at};
	static const char *const units[] = {"Kč", "Kc", "CZK", ",- Kč", "-", "- Kč", "%",
		"osob", "ks", NULL};
	bool dots = length > 0 && memchr(out, '.', length) != memrchr(out, '.', length);
	if (digits == 0 || dots || (unit.len > 0 && !text_is_in(unit, units)))
		return kpss_str("");
	while (length > 0 && out[length - 1] == '.')
		length--;
	return arena_text(arena, (struct kpss_str){.ptr = out, .len = length});
}

/* Can only one number be meant? A unit may say thousands, and 1,450 is a different number in other countries. */
static bool is_clear(struct kpss_str text)
{
	const char *comma = memchr(text.ptr, ',', text.len);
	bool thousands = comma && text.ptr + text.len - comma == 4;
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("0123456789 .,-\xC2\xA0", text.ptr[i]))
			return false;
	return !thousands;
}

void number_report(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar)
{
	struct kpss_str number = plain_number(checker->findings->arena, node_text(scalar));
	bool whole = !(shape->types & TYPE_NUMBER);
	if (number.len == 0 || (whole && memchr(number.ptr, '.', number.len))) {
		fault_with(checker, whole ? &fault_expected_integer : &fault_expected_number, scalar, key_text(checker),
			kpss_str(NULL));
		return;
	}
	bool quoted = scalar->style != STYLE_PLAIN && kpss_str_equal(number, node_text(scalar));
	fault_with(checker, quoted ? &fault_number_in_quotes : &fault_number_in_words, scalar,
		line_to_type(checker, number, false), kpss_str(NULL));
	if (is_clear(node_text(scalar)))
		fault_mend(checker, scalar->begin, scalar->end, number);
}

/* More than fit into 64 bits before the point, or more than anybody means. */
static bool has_too_many_digits(struct kpss_str text)
{
	bool negative = text.len > 0 && text.ptr[0] == '-';
	size_t digits = negative;
	while (digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
		digits++;
	return digits - negative > 18 || text.len > NUMBER_LENGTH_MOST;
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)? */
static bool is_plain_number(struct kpss_str text)
{
	size_t at = text.len > 0 && text.ptr[0] == '-', digits = at;
	while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
		at++;
	bool leading_zero = at - digits > 1 && text.ptr[digits] == '0';
	if (at == digits || leading_zero)
		return false;
	if (at == text.len)
		return true;
	size_t fraction = ++at;
	while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
		at++;
	return text.ptr[fraction - 1] == '.' && at > fraction && at == text.len;
}

/* Of digits with at most one point, which is_plain_number has seen to. */
static double plain_value(struct kpss_str text)
{
	double value = 0, unit = 1;
	bool negative = text.ptr[0] == '-', behind = false;
	for (size_t i = negative; i < text.len; i++) {
		if (text.ptr[i] == '.') {
			behind = true;
			continue;
		}
		value = value * 10 + (text.ptr[i] - '0');
		unit = behind ? unit * 10 : unit;
	}
	value /= unit;
	return negative ? -value : value;
}

static void limits_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar,
	double value)
{
	bool bad = ((shape->limits & LIMIT_MINIMUM) && value < shape->minimum) ||
		((shape->limits & LIMIT_MAXIMUM) && value > shape->maximum) ||
		((shape->limits & LIMIT_EXCLUSIVE_MINIMUM) && value <= shape->exclusive_minimum) ||
		((shape->limits & LIMIT_EXCLUSIVE_MAXIMUM) && value >= shape->exclusive_maximum);
	if (bad)
		fault_with(checker, &fault_out_of_range, scalar, node_text(scalar), kpss_str(NULL));
}

void number_check(struct schema_checker *checker, const struct schema_shape *shape, const struct node *scalar)
{
	struct kpss_str text = node_text(scalar);
	if (!checker->table->strict) {
		limits_check(checker, shape, scalar, scalar_number(scalar));
		return;
	}
	bool too_long = has_too_many_digits(text);
	if (too_long || !is_plain_number(text)) {
		fault_with(checker, too_long ? &fault_out_of_range : &fault_number_form, scalar, text, kpss_str(NULL));
		return;
	}
	if (shape->limits)
		limits_check(checker, shape, scalar, plain_value(text));
	const char *point = memchr(text.ptr, '.', text.len);
	size_t whole = point ? (size_t)(point - text.ptr) : text.len;
	bool imprecise = whole > 15 || (point && text.len - whole - 1 > 2);
	if (shape->format == FORMAT_MONEY && imprecise)
		fault_with(checker, &fault_money_precision, scalar, text, kpss_str(NULL));
}
