/* The tables of a plan handed out row by row, without a database: those of the schemas (table.h) and those about the plan as
 * a whole. */
#ifndef QUERY_STREAM_H
#define QUERY_STREAM_H

#include "query/database.h"
#include "query/table.h"

struct arena;

struct stream_table {
	struct kpss_str name;
	struct kpss_str title, czech_title;
	const struct query_column *columns; /* with titles in both languages */
	uint32_t column_count;
	const struct query_table *table; /* NULL: it is about the plan as a whole */
};

struct table_stream {
	void *user;
	/* For each table, the empty ones included. Cells are lent for the call. The last two may be NULL. */
	void (*begin)(void *user, const struct stream_table *table);
	void (*row)(void *user, const struct cell *cells, size_t count);
	void (*end)(void *user);
};

/* In the order of the schemas, each table with its rows in the order of the plan. What is handed out about tables lies in the
 * arena. */
void tables_stream(
	const struct database_plan *plan, struct arena *arena, const struct table_stream *stream);

#endif
