/* Whether pieces of time, taken together, fill a period: employments a tenure, memberships a leadership. */
#ifndef TOWN_COVER_H
#define TOWN_COVER_H

#include <stdbool.h>
#include <stddef.h>

#include "plan/value.h"

struct arena;

/* Begins as {.arena = …}, which is where the pieces lie. */
struct cover {
	struct arena *arena;
	struct period *pieces;
	size_t count, capacity;
};

/* Pieces may come in any order and overlap; an empty one adds nothing. */
void cover_add(struct cover *cover, struct period piece);
/* True when no piece covers some day of the period up to `as_of`; `day` is then the first such day. A period that does not
 * say when it begins begins with the first piece; without any piece the day is `as_of`. */
bool cover_lacks(struct cover *cover, struct period period, struct kpss_date as_of, struct kpss_date *day);

#endif
