/* What the tables, views and columns of a plan are called, for people. */
#ifndef QUERY_CATALOGUE_H
#define QUERY_CATALOGUE_H

#include <kpss/str.h>

struct arena;
struct language;
struct query_catalogue;

/* In the arena. */
const struct query_catalogue *query_catalogue(struct arena *arena);
/* Empty where nothing is known: a column that the town has declared itself, or one that a view computes. */
struct kpss_str catalogue_table_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table);
/* A column of a view is called what the tables call theirs of that name. */
struct kpss_str catalogue_column_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table, struct kpss_str column);

#endif
