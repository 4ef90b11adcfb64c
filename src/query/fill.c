/* Plans become rows. */
#include <assert.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/day.h"
#include "plan/plan.h"
#include "query/inside.h"

void insert_value(struct insert *insert, const struct cell *cell)
{
	assert(insert->count < ROW_MOST);
	insert->cells[insert->count++] = *cell;
}

void insert_row(struct insert *insert)
{
	insert->take(insert->user, insert->cells, insert->count);
	insert->count = 0;
	arena_reset(insert->scratch);
}

struct filling {
	struct insert *insert;
	const struct database_plan *plan;
};

static bool row_take(void *user, const struct query_row *row)
{
	const struct filling *filling = user;
	struct insert *insert = filling->insert;
	if (insert->many)
		insert_value(insert,
			&(struct cell){.type = CELL_TEXT, .text = filling->plan->repository});
	for (uint32_t i = 0; i < row->table->column_count; i++) {
		struct cell cell = query_cell(row, &row->table->columns[i], insert->scratch);
		insert_value(insert, &cell);
	}
	insert_row(insert);
	return true;
}

void insert_table(
	struct insert *insert, const struct database_plan *plan, const struct query_table *table)
{
	struct filling filling = {.insert = insert, .plan = plan};
	query_rows_walk(plan->plan, table, row_take, &filling);
}

static void cell_bind(sqlite3_stmt *statement, int at, const struct cell *cell)
{
	struct kpss_date day = {.days = (int32_t)cell->number};
	char written[48];
	int year, month, of_month;
	switch (cell->type) {
	case CELL_NONE:
		sqlite3_bind_null(statement, at);
		return;
	case CELL_TEXT:
		sqlite3_bind_text(statement, at, cell->text.ptr ? cell->text.ptr : "",
			sql_length(cell->text), SQLITE_STATIC);
		return;
	case CELL_REAL:
		sqlite3_bind_double(statement, at, cell->real);
		return;
	case CELL_DATE:
		kpss_date_split(day, &year, &month, &of_month);
		snprintf(written, sizeof written, "%04d-%02d-%02d", year, month, of_month);
		sqlite3_bind_text(statement, at, written, -1, SQLITE_TRANSIENT);
		return;
	default:
		sqlite3_bind_int64(statement, at, cell->number);
	}
}

static void row_store(void *user, const struct cell *cells, size_t count)
{
	sqlite3_stmt *statement = user;
	for (size_t i = 0; i < count; i++)
		cell_bind(statement, (int)i + 1, &cells[i]);
	int status = sqlite3_step(statement);
	if (status == SQLITE_NOMEM)
		memory_exhausted();
	/* What is longer than SQLite holds at all is left out; the plan's own limits are far lower. */
	assert(status == SQLITE_DONE || status == SQLITE_TOOBIG);
	sqlite3_reset(statement);
}

static bool column_exists(struct database *database, struct kpss_str table, struct kpss_str column)
{
	struct kpss_str table_copy = arena_text(database->scratch, table),
			column_copy = arena_text(database->scratch, column);
	return sqlite3_table_column_metadata(database->sqlite, NULL, table_copy.ptr,
		       column.len ? column_copy.ptr : NULL, NULL, NULL, NULL, NULL,
		       NULL) == SQLITE_OK;
}

static bool table_exists(struct database *database, struct kpss_str name)
{
	return column_exists(database, name, (struct kpss_str){0});
}

/* So SQLite treats the values; the second word tells what comes out of a question (question.c). */
const char *const column_types[] = {
	[CELL_NONE] = "TEXT",
	[CELL_TEXT] = "TEXT",
	[CELL_INTEGER] = "INTEGER",
	[CELL_REAL] = "REAL",
	[CELL_MONEY] = "INTEGER money",
	[CELL_DATE] = "TEXT date",
	[CELL_BOOLEAN] = "INTEGER boolean",
};

static void column_declare(struct buf *buf, struct kpss_str name, enum cell_type type)
{
	buf_addf(buf, "\"%.*s\" %s", (int)name.len, name.ptr, column_types[type]);
}

static void table_create(struct database *database, struct kpss_str name,
	const struct query_column *columns, uint32_t count)
{
	struct buf buf = {0};
	buf_addf(&buf, "CREATE TABLE \"%.*s\" (", (int)name.len, name.ptr);
	if (database->options.many)
		buf_add_text(&buf, "repo TEXT, ");
	for (uint32_t i = 0; i < count; i++) {
		buf_add_text(&buf, i ? ", " : "");
		column_declare(&buf, columns[i].name, columns[i].type);
	}
	buf_add_char(&buf, ')');
	buf_add_char(&buf, '\0');
	database_run(database, buf.ptr);
	buf_clear(&buf);
}

/* A town may have declared fields that the towns before it have not. */
static void table_extend(struct database *database, const struct query_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++) {
		const struct query_column *column = &table->columns[i];
		struct buf buf = {0};
		if (column_exists(database, table->name, column->name))
			continue;
		buf_addf(&buf, "ALTER TABLE \"%.*s\" ADD COLUMN ", (int)table->name.len,
			table->name.ptr);
		column_declare(&buf, column->name, column->type);
		buf_add_char(&buf, '\0');
		database_run(database, buf.ptr);
		buf_clear(&buf);
	}
}

static sqlite3_stmt *insert_prepare(struct database *database, struct kpss_str table,
	const struct query_column *columns, uint32_t count)
{
	sqlite3_stmt *statement = NULL;
	struct buf buf = {0};
	buf_addf(&buf, "INSERT INTO \"%.*s\" (%s", (int)table.len, table.ptr,
		database->options.many ? "repo, " : "");
	for (uint32_t i = 0; i < count; i++)
		buf_addf(&buf, "%s\"%.*s\"", i ? ", " : "", (int)columns[i].name.len,
			columns[i].name.ptr);
	buf_addf(&buf, ") VALUES (%s", database->options.many ? "?, " : "");
	for (uint32_t i = 0; i < count; i++)
		buf_add_text(&buf, i ? ", ?" : "?");
	buf_add_char(&buf, ')');
	if (sqlite3_prepare_v2(database->sqlite, buf.ptr, (int)buf.len, &statement, NULL) ==
		SQLITE_NOMEM)
		memory_exhausted();
	assert(statement);
	buf_clear(&buf);
	return statement;
}

static void table_fill(struct database *database, const struct query_table *table,
	const struct database_plan *plan)
{
	if (table_exists(database, table->name))
		table_extend(database, table);
	else
		table_create(database, table->name, table->columns, table->column_count);
	struct insert insert = {.many = database->options.many,
		.scratch = database->scratch,
		.take = row_store,
		.user = insert_prepare(
			database, table->name, table->columns, table->column_count)};
	insert_table(&insert, plan, table);
	sqlite3_finalize(insert.user);
}

static void special_fill(struct database *database, const struct special_table *special,
	const struct database_plan *plan)
{
	struct kpss_str name = kpss_str(special->name);
	if (!table_exists(database, name))
		table_create(database, name, special->columns, special->column_count);
	struct insert insert = {.many = database->options.many,
		.scratch = database->scratch,
		.take = row_store,
		.user = insert_prepare(database, name, special->columns, special->column_count)};
	special->fill(plan, &insert);
	sqlite3_finalize(insert.user);
}

void database_fill(struct database *database, const struct database_plan *plan)
{
	/* Words of own fields differ from plan to plan; what is made of them lasts for this one. */
	struct arena *arena = arena_new();
	const struct query_table *tables = query_tables(plan_schema(plan->plan), arena);
	database_run(database, "BEGIN");
	for (const struct query_table *table = tables; table; table = table->next)
		if (database_wants(database, table->name))
			table_fill(database, table, plan);
	for (const struct special_table *special = special_tables; special->name; special++)
		if (database_wants(database, kpss_str(special->name)))
			special_fill(database, special, plan);
	database_run(database, "COMMIT");
	arena_free(arena);
}

void tables_complete(struct database *database)
{
	for (const struct query_table *table = database->tables; table; table = table->next)
		if (database_wants(database, table->name) && !table_exists(database, table->name))
			table_create(database, table->name, table->columns, table->column_count);
	for (const struct special_table *special = special_tables; special->name; special++) {
		struct kpss_str name = kpss_str(special->name);
		if (database_wants(database, name) && !table_exists(database, name))
			table_create(database, name, special->columns, special->column_count);
	}
}
