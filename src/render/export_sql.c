/* A plan as statements of SQL. Loaded into an empty place they make everything; with a schema or a repository of its own, what was
 * loaded before of the same plan is replaced. */
#include "base/buf.h"
#include "plan/plan.h"
#include "query/stream.h"
#include "query/view.h"
#include "render/export.h"
#include "render/plain.h"
#include "render/table_inside.h"

/* So many rows at once: a statement of many is read quickly, one of all takes the server's memory. */
enum { ROWS_EACH = 200 };

struct sql_writer {
	struct buf *out;
	const struct sql_options *options;
	const struct stream_table *table;
	uint32_t rows;
};

/* SQLite takes the first word for the type and kpss the second; the views compare truth values with 1. */
static const char *const types[][CELL_BOOLEAN + 1] = {
	[SQL_SQLITE] = {"TEXT", "TEXT", "INTEGER", "REAL", "INTEGER money", "TEXT date",
		"INTEGER boolean"},
	[SQL_POSTGRESQL] = {"text", "text", "bigint", "double precision", "bigint", "date",
		"integer"},
};

static bool is_replacing(const struct sql_options *options)
{
	return options->schema.len > 0 || options->repo.len > 0;
}

static void add_quoted(struct buf *buf, char quote, struct kpss_str text)
{
	buf_add_char(buf, quote);
	for (size_t i = 0; i < text.len; i++) {
		/* A NUL would end the text for either; no plan can hold one. */
		if (text.ptr[i] == '\0')
			continue;
		if (text.ptr[i] == quote)
			buf_add_char(buf, quote);
		buf_add_char(buf, text.ptr[i]);
	}
	buf_add_char(buf, quote);
}

static void add_name(struct buf *buf, struct kpss_str name)
{
	add_quoted(buf, '"', name);
}

static void add_value(struct buf *buf, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_NONE:
		buf_add_text(buf, "NULL");
		break;
	case CELL_TEXT:
		add_quoted(buf, '\'', cell->text);
		break;
	case CELL_REAL:
		plain_add_real(buf, cell->real, '.');
		break;
	case CELL_DATE:
		buf_add_char(buf, '\'');
		cell_add_plain(buf, cell, '.');
		buf_add_char(buf, '\'');
		break;
	default:
		buf_addf(buf, "%lld", (long long)cell->number);
	}
}

static void add_column(struct sql_writer *writer, struct kpss_str name, enum cell_type type)
{
	add_name(writer->out, name);
	buf_addf(writer->out, " %s", types[writer->options->dialect][type]);
}

static void add_table(struct sql_writer *writer)
{
	const struct stream_table *table = writer->table;
	buf_addf(writer->out, "\nCREATE TABLE %s",
		is_replacing(writer->options) ? "IF NOT EXISTS " : "");
	add_name(writer->out, table->name);
	buf_add_text(writer->out, " (");
	if (writer->options->repo.len)
		buf_add_text(writer->out, "\"repo\" text NOT NULL, ");
	for (uint32_t i = 0; i < table->column_count; i++) {
		buf_add_text(writer->out, i ? ", " : "");
		add_column(writer, table->columns[i].name, table->columns[i].type);
	}
	buf_add_text(writer->out, ");\n");
}

/* The table may be one that another town has brought, without the fields of this one. SQLite cannot be told to add only what is
 * missing. */
static void add_missing_columns(struct sql_writer *writer)
{
	const struct stream_table *table = writer->table;
	if (writer->options->dialect != SQL_POSTGRESQL)
		return;
	buf_add_text(writer->out, "ALTER TABLE ");
	add_name(writer->out, table->name);
	for (uint32_t i = 0; i < table->column_count; i++) {
		buf_add_text(writer->out, i ? ", " : " ");
		buf_add_text(writer->out, "ADD COLUMN IF NOT EXISTS ");
		add_column(writer, table->columns[i].name, table->columns[i].type);
	}
	buf_add_text(writer->out, ";\n");
}

static void add_deletion(struct sql_writer *writer)
{
	buf_add_text(writer->out, "DELETE FROM ");
	add_name(writer->out, writer->table->name);
	if (writer->options->repo.len) {
		buf_add_text(writer->out, " WHERE \"repo\" = ");
		add_quoted(writer->out, '\'', writer->options->repo);
	}
	buf_add_text(writer->out, ";\n");
}

static void table_begin(void *user, const struct stream_table *table)
{
	struct sql_writer *writer = user;
	writer->table = table;
	writer->rows = 0;
	add_table(writer);
	if (!is_replacing(writer->options))
		return;
	add_missing_columns(writer);
	add_deletion(writer);
}

static void add_insertion(struct sql_writer *writer)
{
	buf_add_text(writer->out, "INSERT INTO ");
	add_name(writer->out, writer->table->name);
	buf_add_text(writer->out, writer->options->repo.len ? " (\"repo\", " : " (");
	for (uint32_t i = 0; i < writer->table->column_count; i++) {
		buf_add_text(writer->out, i ? ", " : "");
		add_name(writer->out, writer->table->columns[i].name);
	}
	buf_add_text(writer->out, ") VALUES\n");
}

static void row_take(void *user, const struct cell *cells, size_t count)
{
	struct sql_writer *writer = user;
	if (writer->rows++ % ROWS_EACH != 0) {
		buf_add_text(writer->out, ",\n");
	} else {
		buf_add_text(writer->out, writer->rows > 1 ? ";\n" : "");
		add_insertion(writer);
	}
	buf_add_char(writer->out, '(');
	if (writer->options->repo.len) {
		add_quoted(writer->out, '\'', writer->options->repo);
		buf_add_text(writer->out, ", ");
	}
	for (size_t i = 0; i < count; i++) {
		buf_add_text(writer->out, i ? ", " : "");
		add_value(writer->out, &cells[i]);
	}
	buf_add_char(writer->out, ')');
}

static void table_end(void *user)
{
	struct sql_writer *writer = user;
	buf_add_text(writer->out, writer->rows ? ";\n" : "");
}

static void add_views(struct buf *out, const struct sql_options *options, struct arena *arena)
{
	const struct query_table *tables = query_tables(&schema_embedded, arena);
	const struct query_view *view =
		query_views(&schema_embedded, tables, options->repo.len > 0, arena);
	bool replaces = is_replacing(options);
	for (; view; view = view->next) {
		buf_add_char(out, '\n');
		if (replaces && options->dialect == SQL_SQLITE) {
			buf_add_text(out, "DROP VIEW IF EXISTS ");
			add_name(out, view->name);
			buf_add_text(out, ";\n");
		}
		buf_addf(out, "CREATE %sVIEW ",
			replaces && options->dialect == SQL_POSTGRESQL ? "OR REPLACE " : "");
		add_name(out, view->name);
		buf_add_text(out, " AS ");
		buf_add(out, view->select);
		buf_add_text(out, ";\n");
	}
}

/* A server may be set to another encoding, or to read backslashes as escapes. */
static void add_beginning(struct buf *out, const struct sql_options *options)
{
	buf_add_text(out, "-- A plan of social services, written by kpss export sql; "
			  "kpss-export(1) describes it.\nBEGIN;\n");
	if (options->dialect == SQL_SQLITE) {
		buf_addf(out, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n",
			DATABASE_APPLICATION, DATABASE_VERSION);
		return;
	}
	buf_add_text(out, "SET LOCAL client_encoding = 'UTF8';\n"
			  "SET LOCAL standard_conforming_strings = on;\n"
			  "SET LOCAL client_min_messages = warning;\n");
	if (options->schema.len == 0)
		return;
	buf_add_text(out, "CREATE SCHEMA IF NOT EXISTS ");
	add_name(out, options->schema);
	buf_add_text(out, ";\nSET LOCAL search_path = ");
	add_name(out, options->schema);
	buf_add_text(out, ";\n");
}

void export_sql(struct buf *out, const struct database_plan *plan,
	const struct sql_options *options, struct arena *arena)
{
	struct sql_writer writer = {.out = out, .options = options};
	const struct table_stream stream = {
		.user = &writer, .begin = table_begin, .row = row_take, .end = table_end};
	add_beginning(out, options);
	tables_stream(plan, arena, &stream);
	add_views(out, options, arena);
	buf_add_text(out, "\nCOMMIT;\n");
}
