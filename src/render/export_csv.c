/* A plan as a folder of CSV files: one for each table, and one that says what is in them. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "plan/plan.h"
#include "query/stream.h"
#include "render/csv.h"
#include "render/documented.h"
#include "render/export.h"
#include "render/table_inside.h"

#define DICTIONARY_HEAD "table,column,type,title,title_cs,description,description_cs\r\n"

const char export_csv_dictionary[] = "data-dictionary.csv";

struct csv_writer {
	const struct export_taker *taker;
	const struct database_plan *plan;
	struct arena *arena;
	struct buf file;
	const struct stream_table *table;
	struct table_options options;
	struct table_writer *rows;
};

static void column_describe(struct buf *buf, struct documented *documented,
	const struct stream_table *table, const struct query_column *column)
{
	csv_add_text(buf, 0, table->name);
	csv_add_text(buf, 1, column ? column->name : kpss_str(""));
	csv_add_text(buf, 2, kpss_str(column ? table_type_word(column->type) : "table"));
	csv_add_text(buf, 3, column ? column->title : table->title);
	csv_add_text(buf, 4, column ? column->czech_title : table->czech_title);
	csv_add_text(buf, 5, documented_text(documented, table, column, false));
	csv_add_text(buf, 6, documented_text(documented, table, column, true));
	csv_end_row(buf);
}

struct dictionary {
	struct buf *buf;
	struct documented *documented;
};

static void table_describe(void *user, const struct stream_table *table)
{
	const struct dictionary *dictionary = user;
	column_describe(dictionary->buf, dictionary->documented, table, NULL);
	for (uint32_t i = 0; i < table->column_count; i++)
		column_describe(dictionary->buf, dictionary->documented, table, &table->columns[i]);
}

static void dictionary_hand_over(struct csv_writer *writer)
{
	struct dictionary dictionary = {
		.buf = &writer->file, .documented = documented_new(writer->plan->plan)};
	const struct table_stream stream = {.user = &dictionary, .begin = table_describe};
	buf_add_text(&writer->file, DICTIONARY_HEAD);
	tables_stream(writer->plan, writer->arena, &stream);
	documented_free(dictionary.documented);
	writer->taker->take(
		writer->taker->user, kpss_str(export_csv_dictionary), buf_str(&writer->file));
	writer->file.len = 0;
}

static struct kpss_str file_name(struct arena *arena, const struct stream_table *table)
{
	return arena_format(arena, "%.*s.csv", (int)table->name.len, table->name.ptr);
}

static void table_begin(void *user, const struct stream_table *table)
{
	struct csv_writer *writer = user;
	struct table_column *columns =
		arena_array(writer->arena, table->column_count, sizeof *columns);
	for (uint32_t i = 0; i < table->column_count; i++)
		columns[i] = (struct table_column){.name = table->columns[i].name,
			.title = table->columns[i].title,
			.type = table->columns[i].type};
	writer->table = table;
	writer->rows = table_format_csv.begin(
		&writer->file, &writer->options, columns, table->column_count);
}

static void row_take(void *user, const struct cell *cells, size_t count)
{
	struct csv_writer *writer = user;
	(void)count;
	table_format_csv.row(writer->rows, cells);
}

static void table_end(void *user)
{
	struct csv_writer *writer = user;
	table_format_csv.end(writer->rows);
	writer->taker->take(writer->taker->user, file_name(writer->arena, writer->table),
		buf_str(&writer->file));
	writer->file.len = 0;
}

void export_csv(
	const struct database_plan *plan, struct arena *arena, const struct export_taker *taker)
{
	struct csv_writer writer = {.taker = taker,
		.plan = plan,
		.arena = arena,
		.options = {.language = language_find("en"), .as_of = plan->as_of, .arena = arena}};
	const struct table_stream stream = {
		.user = &writer, .begin = table_begin, .row = row_take, .end = table_end};
	dictionary_hand_over(&writer);
	tables_stream(plan, arena, &stream);
	buf_clear(&writer.file);
}

static void name_take(void *user, const struct stream_table *table)
{
	const struct csv_writer *writer = user;
	writer->taker->take(writer->taker->user, file_name(writer->arena, table), kpss_str(""));
}

void export_csv_names(
	const struct database_plan *plan, struct arena *arena, const struct export_taker *taker)
{
	struct csv_writer writer = {.taker = taker, .arena = arena};
	const struct table_stream stream = {.user = &writer, .begin = name_take};
	taker->take(taker->user, kpss_str(export_csv_dictionary), kpss_str(""));
	tables_stream(plan, arena, &stream);
}

bool export_csv_is_ours(struct kpss_str dictionary, struct kpss_str file)
{
	struct kpss_str head = kpss_str(DICTIONARY_HEAD);
	size_t ending = strlen(".csv");
	if (dictionary.len < head.len || memcmp(dictionary.ptr, head.ptr, head.len) != 0)
		return false;
	if (kpss_str_is(file, export_csv_dictionary))
		return true;
	/* A line for the table itself: its name, then a column without one. */
	for (size_t at = head.len; at + file.len < dictionary.len; at++)
		if (dictionary.ptr[at - 1] == '\n' &&
			memcmp(dictionary.ptr + at, file.ptr, file.len - ending) == 0 &&
			dictionary.ptr[at + file.len - ending] == ',')
			return true;
	return false;
}
