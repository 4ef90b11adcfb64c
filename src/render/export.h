/* A whole plan as something that another program opens. */
#ifndef RENDER_EXPORT_H
#define RENDER_EXPORT_H

#include <stdbool.h>

#include <kpss/str.h>

#include "query/database.h"

struct arena;
struct buf;

/* Statements that make the tables and views of a plan and fill them, all in one transaction. */
enum sql_dialect { SQL_SQLITE, SQL_POSTGRESQL };
struct sql_options {
	enum sql_dialect dialect;
	struct kpss_str
		schema; /* of PostgreSQL, in which everything is made; empty: where the session is */
	struct kpss_str
		repo; /* what the first column of every row says; empty: there is no such column */
};
void export_sql(struct buf *out, const struct database_plan *plan,
	const struct sql_options *options, struct arena *arena);

/* One document: the records of the plan by kind, nested as in the model, with English keys and codes and all money in crowns.
 * schema_bundle with the root "export" describes it. */
void export_json(struct buf *out, const struct database_plan *plan);

/* Files of comma-separated values, one for each table; the first says what tables and columns there are. */
extern const char export_csv_dictionary[];
struct export_taker {
	void *user;
	void (*take)(void *user, struct kpss_str name, struct kpss_str bytes);
};
void export_csv(
	const struct database_plan *plan, struct arena *arena, const struct export_taker *taker);
/* The same without any bytes: which files it would be. */
void export_csv_names(
	const struct database_plan *plan, struct arena *arena, const struct export_taker *taker);
/* Was the file written by the same export as the dictionary beside it? */
bool export_csv_is_ours(struct kpss_str dictionary, struct kpss_str file);

#endif
