/* What the files that find days have in common; only for src/answer/due*.c. */
#ifndef ANSWER_DUE_INSIDE_H
#define ANSWER_DUE_INSIDE_H

#include "answer/due.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "rule/rule.h"
#include "town/gathering.h"

struct due_search {
	/* The toolbox of the rules: meetings, stays, acts of bodies. It collects no findings. */
	struct rule_context context;
	const struct entity *steering;
	struct arena *arena;
	const struct concern *concern;
	struct kpss_date until;
	const struct due_kind *kind; /* the one whose turn it is */
	struct due *items;
	size_t count, capacity;
};

/* Takes it if it is one that is told: the kind is filled in, and the setting where it says none.
 * An open day is none. */
void due_add(struct due_search *search, struct due due);

/* The section of the profile that holds for a group: WORD_steering_group, WORD_groups, or 0 when
 * none does. Notes in the kind's setting which of the two it is. */
uint32_t due_section(
	const struct due_search *search, const struct entity *group, const char **setting);
/* The first of the records or texts in a list `responsible`; NULL: none is a record. */
const struct entity *due_responsible(const struct plan *plan, const struct node *list);
/* Is the work over by its status: done, cancelled or moved? */
bool due_is_over(const struct plan *plan, const struct node *status);

/* Each ends in an empty row. */
extern const struct due_kind due_meetings[], due_rounds[], due_plans[], due_lists[];

#endif
