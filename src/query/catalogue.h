/* What the tables, views and columns of a plan are called, for people. */
#ifndef QUERY_CATALOGUE_H
#define QUERY_CATALOGUE_H

#include <kpss/str.h>

struct arena;
struct language;
struct query_catalogue;
struct schema_table;

/* In the arena, which it goes on using. */
struct query_catalogue *query_catalogue(struct arena *arena);
/* The fields that the town of a plan has declared itself. */
void catalogue_learn(struct query_catalogue *catalogue, const struct schema_table *schema);
/* Empty where nothing is known. */
struct kpss_str catalogue_table_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table);
/* A column of a view is called what the tables that it reads call theirs of that name. */
struct kpss_str catalogue_column_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table, struct kpss_str column);

#endif
