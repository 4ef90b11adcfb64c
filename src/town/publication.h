/* What was published and when, ready to be asked about many records. */
#ifndef TOWN_PUBLICATION_H
#define TOWN_PUBLICATION_H

#include <stddef.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* One record of the kind publication that has a subject and sound days. */
struct notice {
	const struct entity *subject;
	const struct entity *publication;
	struct period period; /* from when to when it could be read */
};

/* By subject and first day. */
struct publications {
	const struct notice *items;
	size_t count;
};

struct publications publications_of_plan(const struct plan *plan, struct arena *arena);
struct publications publications_of(struct publications publications, const struct entity *subject);

#endif
