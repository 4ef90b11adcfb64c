#include "query/database.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/collation.h"
#include "base/day.h"
#include "plan/plan.h"
#include "query/inside.h"

bool is_sql_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (c & 0x80);
}

static char lowered(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool mentions(struct kpss_str sql, struct kpss_str name)
{
	for (size_t at = 0; at + name.len <= sql.len; at++) {
		size_t same = 0;
		if (at && is_sql_letter(sql.ptr[at - 1]))
			continue;
		while (same < name.len && lowered(sql.ptr[at + same]) == name.ptr[same])
			same++;
		if (same == name.len &&
			(at + same == sql.len || !is_sql_letter(sql.ptr[at + same])))
			return true;
	}
	return false;
}

bool database_wants(const struct database *database, struct kpss_str name)
{
	return database->all || mentions(buf_str(&database->expected), name);
}

void database_run(struct database *database, const char *sql)
{
	int status = sqlite3_exec(database->sqlite, sql, NULL, NULL, NULL);
	if (status == SQLITE_NOMEM)
		memory_exhausted();
	/* All statements are ours and tests run every one: a table that cannot be made is our mistake. */
	assert(status == SQLITE_OK);
	(void)status;
}

struct database *database_new(const struct database_options *options)
{
	struct database *database = memory_resize(NULL, 1, sizeof *database);
	*database = (struct database){
		.arena = arena_new(),
		.scratch = arena_new(),
		.collation = collation_new(),
		.options = *options,
	};
	database->tables = query_tables(&schema_embedded, database->arena);
	database->views =
		query_views(&schema_embedded, database->tables, options->many, database->arena);
	/* Tables in memory are pages of their own each; a file in memory (memdb) is handed out as it lies there. */
	if (sqlite3_open_v2(options->file ? "kpss" : ":memory:", &database->sqlite,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
			    (options->file ? 0 : SQLITE_OPEN_MEMORY),
		    options->file ? "memdb" : NULL) != SQLITE_OK)
		memory_exhausted();
	sqlite3_db_config(database->sqlite, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(database->sqlite, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(database->sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	/* A big sort would write files otherwise. */
	database_run(database,
		"PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
	/* Pages are in memory once already; small ones, as most tables of most plans are empty. */
	if (options->file)
		database_run(database, "PRAGMA page_size = 1024; PRAGMA cache_size = 50");
	functions_add(database);
	return database;
}

void database_free(struct database *database)
{
	if (!database)
		return;
	sqlite3_close(database->sqlite);
	if (database->options.alone)
		sqlite3_hard_heap_limit64(0);
	buf_clear(&database->expected);
	collation_free(database->collation);
	arena_free(database->scratch);
	arena_free(database->arena);
	free(database);
}

static size_t view_count(const struct query_view *views)
{
	size_t count = 0;
	for (; views; views = views->next)
		count++;
	return count;
}

static const struct query_view *view_at(const struct query_view *views, size_t at)
{
	while (at--)
		views = views->next;
	return views;
}

/* A view asks in its turn, and so does the function `holder`. */
static void views_expect(struct database *database)
{
	const struct query_view *views = database->views;
	if (mentions(buf_str(&database->expected), kpss_str("holder")))
		buf_add_text(&database->expected, " role_holders");
	/* Views come after those they read, so going backwards once is enough. */
	for (size_t left = view_count(views); left > 0; left--) {
		const struct query_view *view = view_at(views, left - 1);
		if (!mentions(buf_str(&database->expected), view->name))
			continue;
		buf_add_char(&database->expected, '\n');
		buf_add(&database->expected, view->select);
	}
}

void database_expect(struct database *database, struct kpss_str sql)
{
	buf_add_char(&database->expected, '\n');
	buf_add(&database->expected, sql);
	if (mentions(sql, kpss_str("sqlite_master")) || mentions(sql, kpss_str("sqlite_schema")))
		database->all = true;
	views_expect(database);
}

void database_expect_all(struct database *database)
{
	database->all = true;
}

int sql_length(struct kpss_str text)
{
	size_t length = text.len;
	if (length <= INT32_MAX)
		return (int)length;
	length = INT32_MAX;
	while (length && (text.ptr[length] & 0xC0) == 0x80)
		length--;
	return (int)length;
}
