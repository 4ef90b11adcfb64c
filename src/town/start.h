/* When plans and action plans began to be carried out, as the phases of their cycles say. */
#ifndef TOWN_START_H
#define TOWN_START_H

#include <stddef.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* A phase of implementation with a valid first day. */
struct start {
	const struct entity
		*subject; /* the plan of the cycle; the action plan that the phase names has one of its own */
	const struct entity *cycle;
	const struct node *phase;
	struct kpss_date day;
};

/* By subject and day. */
struct starts {
	const struct start *items;
	size_t count;
};

struct starts starts_of_plan(const struct plan *plan, struct arena *arena);
struct starts starts_of(struct starts starts, const struct entity *subject);
/* The first day of a plan or action plan: written, else that of its first year; KPSS_DATE_LATEST when it has none. */
struct kpss_date record_first_day(const struct entity *record);

#endif
