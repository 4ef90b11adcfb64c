/* Sides that members of a group stand for. */
#ifndef TOWN_SIDE_H
#define TOWN_SIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

/* Does a member (item of a list of members) stand for the side, or for one that the profile counts as it (triad)? The side
 * is the membership's own, else one of the person's; one that is no side (a finding of its own) may be any. */
bool member_is_of_side(const struct plan *plan, const struct node *member, uint32_t side);
/* Does any member on that day? A membership whose days are wrong counts: nothing is concluded from it. */
bool side_is_present(const struct plan *plan, const struct entity *group, uint32_t side, struct kpss_date day);

#endif
