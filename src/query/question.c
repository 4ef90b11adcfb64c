/* A question: prepared, watched while it runs, and what went wrong with it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/worker.h"
#include "query/inside.h"

enum {
	WATCH_EVERY = 500,    /* steps of SQLite's machine */
	CLOCK_EVERY = 16,     /* rows */
	TEXT_MOST = 10000000, /* bytes of a value; database.h says so */
	SECOND = 1000000, /* of worker_time */
};

struct database_question {
	struct database *database;
	sqlite3_stmt *statement;
	int64_t rows;
};

/* Reaches for a file, or shows an address in memory. */
static bool is_dangerous(const char *function)
{
	return sqlite3_stricmp(function, "load_extension") == 0 ||
	       sqlite3_stricmp(function, "fts3_tokenizer") == 0;
}

/* SQLite asks before it does anything: only reading is allowed. */
static int authorize(void *user, int action, const char *first, const char *second,
	const char *schema, const char *by)
{
	struct database *database = user;
	(void)first;
	(void)schema;
	(void)by;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		if (!is_dangerous(second))
			return SQLITE_OK;
		break;
	default:
		break;
	}
	database->denied = FAULT_NOT_READING;
	return SQLITE_DENY;
}

bool database_is_stopped(struct database *database)
{
	const struct database_options *options = &database->options;
	if (options->seconds && (worker_time() - database->started) / SECOND >= options->seconds)
		database->stopped = FAULT_SECONDS;
	else if (options->megabytes && sqlite3_memory_used() / MEGABYTE >= options->megabytes)
		database->stopped = FAULT_MEMORY;
	return database->stopped != FAULT_NONE;
}

static int watch(void *user)
{
	return database_is_stopped(user);
}

static void limits_set(sqlite3 *sqlite, int64_t bytes)
{
	static const struct {
		int limit, most;
	} limits[] = {
		{SQLITE_LIMIT_LENGTH, TEXT_MOST},
		{SQLITE_LIMIT_SQL_LENGTH, 1000000},
		{SQLITE_LIMIT_EXPR_DEPTH, 200},
		{SQLITE_LIMIT_COLUMN, 500},
		{SQLITE_LIMIT_COMPOUND_SELECT, 100},
		{SQLITE_LIMIT_FUNCTION_ARG, 50},
		{SQLITE_LIMIT_ATTACHED, 0},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
		{SQLITE_LIMIT_WORKER_THREADS, 0},
	};
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		sqlite3_limit(sqlite, limits[i].limit, limits[i].most);
	if (bytes)
		sqlite3_limit(sqlite, SQLITE_LIMIT_LENGTH, (int)bytes);
}

void views_create(struct database *database)
{
	for (const struct query_view *view = database->views; view; view = view->next) {
		struct buf buf = {0};
		if (!database_wants(database, view->name))
			continue;
		buf_addf(&buf, "CREATE VIEW %.*s AS %.*s", (int)view->name.len, view->name.ptr,
			(int)view->select.len, view->select.ptr);
		buf_add_char(&buf, '\0');
		database_run(database, buf.ptr);
		buf_clear(&buf);
	}
}

/* The tables are there, now the views over them; from here on nothing changes any more. */
static void seal(struct database *database)
{
	if (database->sealed)
		return;
	database->sealed = true;
	tables_complete(database);
	views_create(database);
	limits_set(database->sqlite, database->options.bytes);
	if (database->options.alone)
		sqlite3_hard_heap_limit64(database->options.megabytes * MEGABYTE);
	sqlite3_db_config(database->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_set_authorizer(database->sqlite, authorize, database);
	sqlite3_progress_handler(database->sqlite, WATCH_EVERY, watch, database);
}

/* “no such column: m.nam”: what SQLite stumbles over, and which sort of mistake it is. */
static bool message_take(const char *message, struct arena *arena, struct database_fault *fault)
{
	static const struct {
		const char *before, *after;
		enum database_fault_kind kind;
	} texts[] = {
		{"no such table: ", "", FAULT_NO_TABLE},
		{"no such column: ", "", FAULT_NO_COLUMN},
		{"no such function: ", "", FAULT_NO_FUNCTION},
		{"ambiguous column name: ", "", FAULT_AMBIGUOUS},
		{"near \"", "\": syntax error", FAULT_NEAR},
		{"incomplete input", "", FAULT_UNFINISHED},
		{"unrecognized token: \"", "\"", FAULT_TOKEN},
	};
	struct kpss_str whole = kpss_str(message);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct kpss_str before = kpss_str(texts[i].before),
				after = kpss_str(texts[i].after);
		if (whole.len < before.len + after.len ||
			memcmp(whole.ptr, before.ptr, before.len) != 0 ||
			memcmp(whole.ptr + whole.len - after.len, after.ptr, after.len) != 0)
			continue;
		fault->kind = texts[i].kind;
		fault->name = arena_text(arena, (struct kpss_str){.ptr = whole.ptr + before.len,
							.len = whole.len - before.len - after.len});
		return true;
	}
	return false;
}

/* Behind the word that begins there: a name with its table, what is in quotes, or one character. */
static size_t word_end(struct kpss_str sql, size_t at)
{
	size_t end = at;
	if (strchr("\"'`[", sql.ptr[at])) {
		char last = sql.ptr[at] == '[' ? ']' : sql.ptr[at];
		for (end = at + 1; end < sql.len && sql.ptr[end] != last && sql.ptr[end] != '\n';)
			end++;
		return end < sql.len && sql.ptr[end] == last ? end + 1 : end;
	}
	while (end < sql.len && (is_sql_letter(sql.ptr[end]) || (end > at && sql.ptr[end] == '.')))
		end++;
	return end > at ? end : at + 1;
}

/* The word of the SQL at a byte, or where the name stands in it when SQLite does not say. */
static void place_take(struct database_fault *fault, struct kpss_str sql, int offset)
{
	size_t at = offset >= 0 && (size_t)offset < sql.len ? (size_t)offset : sql.len;
	if (offset < 0 && fault->name.len)
		for (at = 0; at + fault->name.len <= sql.len; at++)
			if (memcmp(sql.ptr + at, fault->name.ptr, fault->name.len) == 0)
				break;
	if (at >= sql.len || (offset < 0 && at + fault->name.len > sql.len))
		return;
	bool named = fault->name.len && sql.len - at >= fault->name.len &&
		     memcmp(sql.ptr + at, fault->name.ptr, fault->name.len) == 0;
	fault->begin = at;
	fault->end = named ? at + fault->name.len : word_end(sql, at);
}

/* What a status of SQLite says beyond its message. */
static enum database_fault_kind fault_of(int status, enum database_fault_kind otherwise)
{
	switch (status & 0xFF) {
	case SQLITE_NOMEM:
		return FAULT_MEMORY;
	case SQLITE_TOOBIG:
		return FAULT_LARGE;
	default:
		return otherwise;
	}
}

static void fault_take(struct database *database, struct kpss_str sql, struct arena *arena,
	struct database_fault *fault)
{
	const char *message = sqlite3_errmsg(database->sqlite);
	*fault = (struct database_fault){
		.kind = FAULT_SYNTAX, .reason = arena_text(arena, kpss_str(message))};
	if (database->denied)
		fault->kind = database->denied;
	else if (!message_take(message, arena, fault))
		fault->kind = fault_of(sqlite3_errcode(database->sqlite), FAULT_SYNTAX);
	place_take(fault, sql, sqlite3_error_offset(database->sqlite));
}

/* Nothing but blanks, comments and semicolons. */
static bool is_nothing(sqlite3 *sqlite, const char *rest, struct kpss_str sql)
{
	sqlite3_stmt *more = NULL;
	bool nothing = sqlite3_prepare_v2(sqlite, rest, (int)(sql.ptr + sql.len - rest), &more,
			       NULL) == SQLITE_OK &&
		       !more;
	sqlite3_finalize(more);
	return nothing;
}

struct database_question *question_new(struct database *database, struct kpss_str sql,
	struct arena *arena, struct database_fault *fault)
{
	sqlite3_stmt *statement = NULL;
	const char *rest = NULL;
	seal(database);
	*fault = (struct database_fault){0};
	database->denied = database->stopped = FAULT_NONE;
	database->started = worker_time();
	if (sqlite3_prepare_v2(database->sqlite, sql.ptr, sql_length(sql), &statement, &rest) !=
		SQLITE_OK) {
		fault_take(database, sql, arena, fault);
		return NULL;
	}
	if (!statement) {
		fault->kind = FAULT_EMPTY;
		return NULL;
	}
	if (!is_nothing(database->sqlite, rest, sql)) {
		sqlite3_finalize(statement);
		fault->kind = FAULT_SEVERAL;
		fault->begin = (size_t)(rest - sql.ptr);
		fault->end = sql.len;
		while (fault->begin + 1 < fault->end && strchr(" \t\r\n;", sql.ptr[fault->begin]))
			fault->begin++;
		return NULL;
	}
	if (!sqlite3_stmt_readonly(statement) || sqlite3_column_count(statement) == 0) {
		sqlite3_finalize(statement);
		fault->kind = FAULT_NOT_READING;
		return NULL;
	}
	struct database_question *question = memory_resize(NULL, 1, sizeof *question);
	*question = (struct database_question){.database = database, .statement = statement};
	return question;
}

void question_free(struct database_question *question)
{
	if (!question)
		return;
	sqlite3_finalize(question->statement);
	free(question);
}

size_t question_column_count(const struct database_question *question)
{
	return (size_t)sqlite3_column_count(question->statement);
}

struct kpss_str question_column_name(const struct database_question *question, size_t column)
{
	const char *name = sqlite3_column_name(question->statement, (int)column);
	return kpss_str(name ? name : "");
}

enum cell_type question_column_type(const struct database_question *question, size_t column)
{
	const char *declared = sqlite3_column_decltype(question->statement, (int)column);
	for (int type = CELL_TEXT; declared && type <= CELL_BOOLEAN; type++)
		if (strcmp(declared, column_types[type]) == 0)
			return (enum cell_type)type;
	return CELL_NONE;
}

bool question_next(
	struct database_question *question, struct arena *arena, struct database_fault *fault)
{
	struct database *database = question->database;
	*fault = (struct database_fault){0};
	/* A row may take few steps and long. */
	int status = question->rows % CLOCK_EVERY == 0 && watch(database)
			     ? SQLITE_INTERRUPT
			     : sqlite3_step(question->statement);
	if (status == SQLITE_ROW) {
		if (database->options.rows == 0 || question->rows < database->options.rows) {
			question->rows++;
			return true;
		}
		fault->kind = FAULT_ROWS;
		return false;
	}
	if (status == SQLITE_DONE && !database->stopped)
		return false;
	fault->kind = database->stopped ? database->stopped : fault_of(status, FAULT_RUNNING);
	fault->reason = arena_text(arena, kpss_str(sqlite3_errmsg(database->sqlite)));
	return false;
}

struct cell question_cell(const struct database_question *question, size_t column)
{
	sqlite3_stmt *statement = question->statement;
	int at = (int)column;
	enum cell_type declared = question_column_type(question, column);
	struct kpss_str text = {0};
	struct kpss_date day;
	switch (sqlite3_column_type(statement, at)) {
	case SQLITE_INTEGER:
		return (struct cell){.type = declared == CELL_MONEY || declared == CELL_BOOLEAN
						     ? declared
						     : CELL_INTEGER,
			.number = sqlite3_column_int64(statement, at)};
	case SQLITE_FLOAT:
		return cell_real(sqlite3_column_double(statement, at));
	case SQLITE_NULL:
		return cell_none();
	default:
		/* Bytes of a blob too: a cast may make them of anything. */
		text.ptr = (const char *)sqlite3_column_text(statement, at);
		text.len = (size_t)sqlite3_column_bytes(statement, at);
		if (!text.ptr && sqlite3_errcode(question->database->sqlite) == SQLITE_NOMEM)
			question->database->stopped = FAULT_MEMORY;
		text.len = text_valid_utf8(text);
		return declared == CELL_DATE && kpss_date_parse(text, &day) ? cell_date(day)
									    : cell_text(text);
	}
}

static struct kpss_str without_table(struct kpss_str name)
{
	const char *point = memchr(name.ptr, '.', name.len);
	size_t skipped = point ? (size_t)(point - name.ptr) + 1 : 0;
	return (struct kpss_str){.ptr = name.ptr + skipped, .len = name.len - skipped};
}

void database_suggest(struct database *database, const struct database_fault *fault,
	struct kpss_str sql, struct text_suggestions *suggestions)
{
	sqlite3_stmt *statement = NULL;
	const char *const questions[] = {
		[FAULT_NO_TABLE] = NULL,
		[FAULT_NO_COLUMN] = "SELECT DISTINCT c.name, m.name FROM sqlite_schema m JOIN "
				    "pragma_table_info(m.name) c",
		[FAULT_NO_FUNCTION] = "SELECT DISTINCT name, NULL FROM pragma_function_list",
	};
	if (fault->kind == FAULT_NO_TABLE) {
		const struct query_table *tables = database->tables;
		const struct query_view *views = database->views;
		for (; tables; tables = tables->next)
			suggestions_offer(suggestions, tables->name);
		for (; views; views = views->next)
			suggestions_offer(suggestions, views->name);
		for (const struct special_table *special = special_tables; special->name; special++)
			suggestions_offer(suggestions, kpss_str(special->name));
		return;
	}
	if (fault->kind != FAULT_NO_COLUMN && fault->kind != FAULT_NO_FUNCTION)
		return;
	suggestions->typed = text_fold(suggestions->arena, without_table(fault->name));
	sqlite3_set_authorizer(database->sqlite, NULL, NULL);
	sqlite3_prepare_v2(database->sqlite, questions[fault->kind], -1, &statement, NULL);
	while (statement && sqlite3_step(statement) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(statement, 1);
		struct kpss_str name = kpss_str((const char *)sqlite3_column_text(statement, 0));
		if (!table || mentions(sql, kpss_str(table)))
			suggestions_offer(suggestions, arena_text(suggestions->arena, name));
	}
	sqlite3_finalize(statement);
	sqlite3_set_authorizer(database->sqlite, authorize, database);
}
