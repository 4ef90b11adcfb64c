/* Who was appointed to a group, or dismissed from it. */
#ifndef RULE_APPOINTMENT_H
#define RULE_APPOINTMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

/* Is a decision about a member of a group recorded, with the member or as a record of its own: WORD_appoints or
 * WORD_dismisses? With a body, only a decision of that body, or one that does not say whose it is. */
bool member_was_decided(const struct plan *plan, const struct entity *group, const struct node *member, uint32_t verb,
	const struct entity *body);

#endif
