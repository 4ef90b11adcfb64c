/* Views over the tables of a plan: those of views.sql, one for each level of the plan, and amounts in crowns. */
#ifndef QUERY_VIEW_H
#define QUERY_VIEW_H

#include <stdbool.h>

#include <kpss/str.h>

#include "query/table.h"

struct arena;

struct query_view {
	struct kpss_str name;
	struct kpss_str title, czech_title;
	struct kpss_str select; /* what comes behind CREATE VIEW … AS */
	const struct query_view *next;
};

/* All views, each after those it reads; in the arena. `many`: rows say which repository they come from. */
const struct query_view *query_views(const struct schema_table *schema,
	const struct query_table *tables, bool many, struct arena *arena);

#endif
