/* What stands in a record, the records that stand in it left out: all scalars, or the references among them. */
#ifndef QUERY_REFERENCES_H
#define QUERY_REFERENCES_H

#include <stdbool.h>

#include "query/row.h"

struct scalar_found {
	const struct query_row
		*row; /* the mapping it stands in, or the item of a list that it is */
	const struct schema_property *property; /* the field, or that of its list */
	const struct schema_shape *shape;       /* its own */
	const struct node *node;
};
typedef bool scalar_visit(void *user, const struct scalar_found *found);
/* All in the order of the file, until `visit` says false; false then. What is shown lasts for the call. */
bool scalars_walk(
	const struct plan *plan, const struct entity *entity, scalar_visit *visit, void *user);

/* `row`: the mapping in which the reference stands; where it is an item of a list of references, that item, and the mapping
 * is `row->of`. Rows know their object. */
struct reference_found {
	const struct query_row *row;
	const struct schema_property *property; /* the field of the reference, or of its list */
	const struct node *node;
	const struct entity *target; /* NULL: it dangles */
};
typedef bool reference_visit(void *user, const struct reference_found *found);
/* Likewise. */
bool references_walk(
	const struct plan *plan, const struct entity *entity, reference_visit *visit, void *user);
/* The same for what is in one mapping, whose row knows its object. */
bool references_walk_in(const struct query_row *row, reference_visit *visit, void *user);

#endif
