#include "command/query_tables.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/query_fault.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/tabular.h"
#include "plan/plan.h"
#include "query/catalogue.h"
#include "query/database.h"
#include "repo/snapshot.h"

struct printing {
	struct session *session;
	struct database *database;
	struct tabular tabular;
	struct query_catalogue *catalogue;
	struct table_writer *writer;
};

/* The fields that the town has declared are columns too. */
static void take(void *user, const struct reading *reading)
{
	struct printing *printing = user;
	database_fill(printing->database, &(struct database_plan){.plan = reading->plan,
						  .as_of = reading->as_of,
						  .repository = reading->name});
	catalogue_learn(printing->catalogue, plan_schema(reading->plan));
}

static void begin(struct printing *printing, const struct table_column *columns, size_t count)
{
	printing->writer = printing->tabular.format->begin(
		&printing->tabular.buf, &printing->tabular.options, columns, count);
}

static struct table_column heading(
	const struct session *session, const char *name, const char *title)
{
	return (struct table_column){.name = kpss_str(name),
		.title = kpss_str(language_text(session->language, title)),
		.type = CELL_TEXT};
}

static void tables_print(struct printing *printing)
{
	static const char sql[] = "SELECT name, type FROM sqlite_schema WHERE type IN ('table', "
				  "'view') ORDER BY type, rowid";
	struct session *session = printing->session;
	struct database_fault fault;
	const struct table_column columns[] = {
		heading(session, "name", N_("Name")),
		heading(session, "type", N_("Type")),
		heading(session, "title", N_("Title")),
	};
	struct database_question *question =
		question_new(printing->database, kpss_str(sql), session->arena, &fault);
	begin(printing, columns, sizeof columns / sizeof *columns);
	while (question && question_next(question, session->arena, &fault)) {
		struct kpss_str name = question_cell(question, 0).text;
		const struct cell cells[] = {
			cell_text(name),
			cell_text(kpss_str(language_text(session->language,
				kpss_str_is(question_cell(question, 1).text, "view")
					? N_("view")
					: N_("table")))),
			cell_text(catalogue_table_title(
				printing->catalogue, session->language, name)),
		};
		printing->tabular.format->row(printing->writer, cells);
	}
	question_free(question);
}

/* What a person may know of the values in a column. */
static const char *type_word(enum cell_type type)
{
	static const char *const words[] = {
		[CELL_NONE] = "",
		[CELL_TEXT] = N_("text"),
		[CELL_INTEGER] = N_("whole number"),
		[CELL_REAL] = N_("number"),
		[CELL_MONEY] = N_("hundredths of a crown"),
		[CELL_DATE] = N_("day, YYYY-MM-DD"),
		[CELL_BOOLEAN] = N_("0 or 1"),
	};
	return words[type];
}

static void columns_print(
	struct printing *printing, struct kpss_str table, const struct database_question *question)
{
	struct session *session = printing->session;
	const struct table_column columns[] = {
		heading(session, "name", N_("Name")),
		heading(session, "type", N_("Type")),
		heading(session, "title", N_("Title")),
	};
	begin(printing, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < question_column_count(question); i++) {
		struct kpss_str name = question_column_name(question, i);
		const char *type = type_word(question_column_type(question, i));
		const struct cell cells[] = {
			cell_text(name),
			cell_text(kpss_str(*type ? language_text(session->language, type) : "")),
			cell_text(catalogue_column_title(
				printing->catalogue, session->language, table, name)),
		};
		printing->tabular.format->row(printing->writer, cells);
	}
}

/* A name, and nothing else: it becomes part of a question. */
static bool is_name(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((text.ptr[i] < 'a' || text.ptr[i] > 'z') &&
			(text.ptr[i] < '0' || text.ptr[i] > '9') && text.ptr[i] != '_')
			return false;
	return text.len > 0;
}

static enum exit_status table_print(struct printing *printing, struct kpss_str table)
{
	struct session *session = printing->session;
	struct database_fault fault = {.kind = FAULT_NO_TABLE, .name = table};
	struct kpss_str sql = arena_format(
		session->arena, "SELECT * FROM %s", arena_text(session->arena, table).ptr);
	struct database_question *question =
		is_name(table) ? question_new(printing->database, sql, session->arena, &fault)
			       : NULL;
	const struct query_text text = {.name = kpss_str("SQL"), .sql = table};
	if (!question) {
		fault.begin = fault.end = 0;
		return query_complain(session, printing->database, &text, &fault);
	}
	columns_print(printing, table, question);
	question_free(question);
	return STATUS_FINE;
}

static enum exit_status print(struct printing *printing, const struct arguments *arguments)
{
	enum exit_status status = STATUS_FINE;
	if (arguments->operand_count)
		status = table_print(printing, kpss_str(arguments->operands[0]));
	else
		tables_print(printing);
	if (status != STATUS_FINE) {
		tabular_drop(&printing->tabular);
		return status;
	}
	printing->tabular.format->end(printing->writer);
	return tabular_end(&printing->tabular);
}

enum exit_status query_tables_print(struct session *session, const struct arguments *arguments)
{
	struct printing printing = {
		.session = session, .catalogue = query_catalogue(session->arena)};
	char *folder = repository_find(".");
	enum exit_status status = STATUS_FINE;
	if (!tabular_begin(&printing.tabular, session, arguments))
		return STATUS_USAGE;
	printing.database =
		database_new(&(struct database_options){.many = reading_is_of_many(arguments)});
	database_expect_all(printing.database);
	if (folder || reading_is_of_many(arguments))
		status = reading_run_each(session, arguments, take, &printing);
	if (status == STATUS_FINE)
		status = print(&printing, arguments);
	else
		tabular_drop(&printing.tabular);
	database_free(printing.database);
	free(folder);
	return status;
}
