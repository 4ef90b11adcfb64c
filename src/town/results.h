/* Results of evaluations, ready to be asked what has one. */
#ifndef TOWN_RESULTS_H
#define TOWN_RESULTS_H

#include <stdbool.h>
#include <stddef.h>

#include "plan/plan.h"

struct arena;

/* A result of an evaluation and the item or row that it is about. */
struct result {
	const struct entity *about;
	const struct entity *evaluation;
	const struct node *mapping;
};

struct results {
	struct result *items;
	size_t count;
};

/* All results of a plan, in the arena, by what they are about. One that names a row counts for the row's measure too. */
struct results results_of_plan(const struct plan *plan, struct arena *arena);
/* Has an item or row a result in an evaluation of that year? */
bool results_have(const struct results *results, const struct entity *about, int year);

#endif
