/* Who has a vote: members of a body, those who came to a meeting, votes that were cast. */
#ifndef TOWN_VOTERS_H
#define TOWN_VOTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* Members with a vote on a day, a person once however often they are written; 0 where days are wrong and nothing is known. */
int64_t voters_of(const struct plan *plan, const struct entity *body, struct kpss_date day, struct arena *arena);
/* Does a meeting tell which or how many members were there? */
bool voters_are_recorded(const struct entity *meeting);
/* How many people with a vote came: members by name, without a name, in somebody's place; the stated number when it is larger. */
int64_t voters_present(const struct plan *plan, const struct entity *meeting);
int64_t guests_present(const struct entity *meeting);

struct vote_count {
	int64_t in_favour, cast; /* both 0 where nothing is written */
};
struct vote_count vote_count_of(const struct node *vote);
/* Was a decision made by a vote, by its word or because votes were counted? */
bool decision_is_by_vote(const struct node *decision);

#endif
