/* Czech birth numbers (rodné číslo) in running text. */
#ifndef RULE_BIRTH_NUMBER_H
#define RULE_BIRTH_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct arena;

/* Do the digits make a birth number? Six, then three (people born before 1954) or four; without the slash. */
bool birth_number_is_valid(struct kpss_str digits);

/* The next birth number from *at on, which is moved behind it; false when there is no more. Numbers that the text itself calls
 * something else (a telephone, a reference number, an account) are passed over, and so are nine digits without a slash that
 * could as well be a telephone, unless the text calls them a birth number. The arena is left as it was. */
bool birth_number_next(
	struct kpss_str text, size_t *at, struct arena *arena, struct kpss_str *found);

#endif
