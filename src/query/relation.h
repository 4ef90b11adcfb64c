/* Which records of a kind or level are related to a record: they refer to it, or stand below it. */
#ifndef QUERY_RELATION_H
#define QUERY_RELATION_H

#include <stddef.h>

#include "plan/plan.h"
#include "query/subject.h"

struct arena;

struct relation_pair {
	const struct entity *to, *from;
};

struct relation {
	const struct relation_pair *pairs; /* ordered by `to`, then by `from`; none twice */
	size_t count;
};

/* All pairs from records of the subject, in the arena. What refers to a row of an action plan refers to the row's measure as
 * well. */
struct relation relation_of(
	const struct plan *plan, const struct query_subject *subject, struct arena *arena);
/* The first pair to a record, with how many there are. */
const struct relation_pair *relation_to(
	const struct relation *relation, const struct entity *to, size_t *count);

#endif
