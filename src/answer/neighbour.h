/* What is around a record: who refers to it, what stands under it. */
#ifndef ANSWER_NEIGHBOUR_H
#define ANSWER_NEIGHBOUR_H

#include <stddef.h>

#include "plan/plan.h"

struct arena;
struct buf;

struct neighbour {
	const struct entity *record;
	const struct node *reference; /* what it refers with; NULL: it stands under */
};

struct neighbours {
	const struct neighbour *items;
	size_t count;
};

/* All references to a record, by kinds and then in the order of files and places; in the arena. */
struct neighbours neighbours_referring(
	const struct plan *plan, const struct entity *record, struct arena *arena);
/* The records that stand directly under it, likewise. */
struct neighbours neighbours_below(
	const struct plan *plan, const struct entity *record, struct arena *arena);

/* Where in a record a value is: visits each field on the way, with the number of the item (from 1) where the field is a list, else 0. */
typedef void way_visit(void *user, const struct schema_property *property, uint32_t number);
void way_walk(const struct plan *plan, const struct entity *record, const struct node *value,
	way_visit *visit, void *user);
/* “results/3/measure”. */
void way_add(struct buf *buf, const struct plan *plan, const struct entity *record,
	const struct node *value);

#endif
