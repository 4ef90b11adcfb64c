/* One plan being listed; only for src/command/listing*.c. */
#ifndef COMMAND_LISTING_INSIDE_H
#define COMMAND_LISTING_INSIDE_H

#include "command/listing.h"
#include "render/value.h"

struct filter;

struct taking {
	struct listing *listing;
	const struct plan *plan;
	struct query_subject subject;
	struct filter **filters;
	struct query_path *
		*paths; /* of the columns, or of what groups have in common; NULL: the repository */
	struct query_path **order; /* of plain rows */
	struct query_path *sum;
	struct kpss_str repository;
	struct value_style style;
	struct arena *arena;   /* as long as the plan */
	struct arena *scratch; /* for one record */
	struct query_fault *fault;
};

struct listing_row *listing_row_add(struct listing *listing);
/* The cell with its text in the arena of the answer. */
struct cell listing_keep(const struct listing *listing, struct cell cell);
struct table_column listing_column(const struct taking *taking, struct query_path *path);
struct table_column listing_own_column(
	const struct listing *listing, const char *name, const char *title, enum cell_type type);

/* Groups. */
bool groups_begin(struct taking *taking);
void groups_take(struct taking *taking, const struct entity *entity);
void groups_join(struct listing *listing);

#endif
