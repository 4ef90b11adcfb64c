/* Cycles of planning and the days on which they run. */
#ifndef TOWN_PLANNING_H
#define TOWN_PLANNING_H

#include <stdbool.h>
#include <stddef.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* From the first to the last day of a cycle: as written, else as its phases say; the last phase without an end leaves it
 * open. False when nothing says when it begins, or a day of it is wrong. */
bool cycle_period(const struct entity *cycle, struct period *period);
bool cycle_runs_on(const struct plan *plan, struct kpss_date day);

/* The days on which at least one cycle runs, as periods in their order that neither touch nor overlap. In the arena. */
struct periods {
	const struct period *items;
	size_t count;
};
struct periods cycles_joined(const struct plan *plan, struct arena *arena);

#endif
