#include "query/order.h"

#include <string.h>

#include "base/collation.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Cuts the digits, or all up to the next digit, off the front. */
static struct kpss_str run_take(struct kpss_str *rest)
{
	size_t length = 0;
	bool digits = rest->len && is_digit(rest->ptr[0]);
	while (length < rest->len && is_digit(rest->ptr[length]) == digits)
		length++;
	struct kpss_str run = {.ptr = rest->ptr, .len = length};
	*rest = (struct kpss_str){.ptr = rest->ptr + length, .len = rest->len - length};
	return run;
}

static int digits_compare(struct kpss_str a, struct kpss_str b)
{
	while (a.len > 1 && a.ptr[0] == '0') {
		a.ptr++;
		a.len--;
	}
	while (b.len > 1 && b.ptr[0] == '0') {
		b.ptr++;
		b.len--;
	}
	if (a.len != b.len)
		return a.len < b.len ? -1 : 1;
	return memcmp(a.ptr, b.ptr, a.len);
}

int order_compare_codes(struct collation *collation, struct kpss_str a, struct kpss_str b)
{
	struct kpss_str rest_a = a, rest_b = b;
	while (rest_a.len && rest_b.len) {
		bool numbers = is_digit(rest_a.ptr[0]) && is_digit(rest_b.ptr[0]);
		struct kpss_str run_a = run_take(&rest_a), run_b = run_take(&rest_b);
		int order = numbers ? digits_compare(run_a, run_b)
				    : collation_compare(collation, run_a, run_b);
		if (order)
			return order;
	}
	if (rest_a.len || rest_b.len)
		return rest_a.len ? 1 : -1;
	/* 02 and 2 */
	return collation_compare(collation, a, b);
}

static int text_compare(
	struct collation *collation, bool codes, struct kpss_str a, struct kpss_str b)
{
	return codes ? order_compare_codes(collation, a, b) : collation_compare(collation, a, b);
}

static double cell_number(const struct cell *cell)
{
	return cell->type == CELL_REAL ? cell->real : (double)cell->number;
}

int order_compare(
	struct collation *collation, bool codes, const struct cell *a, const struct cell *b)
{
	if (a->type == CELL_NONE || b->type == CELL_NONE)
		return (a->type == CELL_NONE) - (b->type == CELL_NONE);
	if (a->type == CELL_TEXT && b->type == CELL_TEXT)
		return text_compare(collation, codes, a->text, b->text);
	if (a->type == CELL_TEXT || b->type == CELL_TEXT)
		return a->type == CELL_TEXT ? 1 : -1;
	if (a->type != CELL_REAL && b->type != CELL_REAL)
		return (a->number > b->number) - (a->number < b->number);
	double x = cell_number(a), y = cell_number(b);
	return (x > y) - (x < y);
}
