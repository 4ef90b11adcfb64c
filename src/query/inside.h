/* The database from inside; only for src/query. */
#ifndef QUERY_INSIDE_H
#define QUERY_INSIDE_H

#include <sqlite3.h>

#include "base/buf.h"
#include "query/database.h"
#include "query/row.h"
#include "query/table.h"
#include "query/view.h"

struct collation;

enum { MEGABYTE = 1000000 };

struct database {
	sqlite3 *sqlite;
	struct arena *arena;   /* lives as long as the database */
	struct arena *scratch; /* of one row, one call of a function */
	struct collation *collation;
	struct database_options options;
	struct buf
		expected; /* all that is going to be asked, and what the views named there read */
	/* Those of every town, without fields of its own. */
	const struct query_table *tables;
	const struct query_view *views;
	bool all;
	bool sealed; /* views are made, and only reading is allowed any more */

	/* While a question runs: */
	int64_t started; /* worker_time() */
	enum database_fault_kind stopped;
	enum database_fault_kind denied; /* what the authorizer refused */
};

/* Has the question that runs used up what it may? It is stopped then. SQLite asks by itself every so often; whoever takes
 * long in one step asks too. */
bool database_is_stopped(struct database *database);
/* Is a table, view or function going to be asked for? */
bool database_wants(const struct database *database, struct kpss_str name);
bool mentions(struct kpss_str sql, struct kpss_str name);
bool is_sql_letter(char c);
/* Makes the tables that no plan has brought. */
void tables_complete(struct database *database);
/* Makes the views that are asked for. */
void views_create(struct database *database);

/* Runs statements of our own. */
void database_run(struct database *database, const char *sql);
/* How a column of a type is declared. */
extern const char *const column_types[];

/* Takes the values of one row after the other, from left to right. */
enum { ROW_MOST = 257 };
struct insert {
	bool many; /* the first value is the repository */
	struct arena *scratch; /* of one row: texts of its values may lie here */
	struct cell cells[ROW_MOST];
	size_t count; /* values so far */
	void (*take)(void *user, const struct cell *cells, size_t count); /* a whole row */
	void *user;
};
void insert_value(struct insert *insert, const struct cell *cell);
void insert_row(struct insert *insert);
/* All rows of a table that is read off the schemas. */
void insert_table(
	struct insert *insert, const struct database_plan *plan, const struct query_table *table);

/* A table that is not read off the schemas. */
struct special_table {
	const char *name;
	const char *title;                  /* msgid */
	const struct query_column *columns; /* names, titles (msgids) and types */
	uint32_t column_count;
	void (*fill)(const struct database_plan *plan, struct insert *insert);
};
extern const struct special_table special_tables[]; /* ends in an empty row */

/* Collation `cs`, lower, upper, like, fold, holder. */
void functions_add(struct database *database);

/* A text for SQLite, which counts in int: what is longer is cut at a character. */
int sql_length(struct kpss_str text);

#endif
