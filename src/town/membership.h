/* Who belonged to which group or body and when, ready to be asked about many people and days. */
#ifndef TOWN_MEMBERSHIP_H
#define TOWN_MEMBERSHIP_H

#include <stdbool.h>
#include <stddef.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* Days on which a person was a member without a gap, whether written as one membership or several. It ends with the group at
 * the latest. A membership whose days are wrong lasts for ever: nothing is concluded from it. */
struct stay {
	const struct entity *person;
	const struct entity *group; /* or body */
	struct period period;
	const struct node
		*end; /* the day that ends it, in the group's record; absent when nothing does */
};

/* By person, group and day. */
struct stays {
	const struct stay *items;
	size_t count;
};

/* All stays of a plan, in the arena. */
struct stays stays_of_plan(const struct plan *plan, struct arena *arena);
/* Those of one person; and of these, those in one group. */
struct stays stays_of_person(struct stays stays, const struct entity *person);
struct stays stays_in_group(struct stays stays, const struct entity *group);
/* The stay that contains a day, of one person in one group; NULL when there is none. */
const struct stay *stay_on(struct stays stays, struct kpss_date day);

/* The side of a member: as written, else the only one of the person; absent: not given. */
const struct node *member_side(const struct plan *plan, const struct node *member);
/* Who the member is, as the place of a finding: the person, else the label, else all of it. */
const struct node *member_name(const struct node *member);
/* Is the member one of the group on a day? A membership whose days are wrong contains none. */
bool member_belongs_on(const struct node *member, struct kpss_date day);

#endif
