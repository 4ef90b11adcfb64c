/* kpss query SQL */
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/deadline.h"
#include "base/failure.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/named.h"
#include "command/query_fault.h"
#include "command/query_tables.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/tabular.h"
#include "plan/plan.h"
#include "query/database.h"

enum {
	SQL_MOST = 1000000,
	SECONDS = 30,
	ROWS = 1000000,
	MEGABYTES = 1000,
	GRACE = 1 /* seconds */,
	PIECE = 1 << 16
};
/* Of the memory, an answer in its values may take one part in so many: what it is written as is larger. */
enum { MEGABYTE = 1000000, ANSWER_SHARE = 8 };

struct asking {
	struct session *session;
	struct database *database;
	struct query_text text;
	struct tabular tabular;
	int64_t answer_most; /* bytes of its values: the answer waits in memory until all of it is there */
	bool many;
};

/* Standard input, somewhat more than a question may have; 0, or the errno that says why not. */
static int input_read(struct buf *buf)
{
	size_t size;
	do {
		buf_reserve(buf, PIECE);
		size = fread(buf->ptr + buf->len, 1, PIECE, stdin);
		buf->len += size;
	} while (size > 0 && buf->len <= SQL_MOST);
	return ferror(stdin) ? EIO : 0;
}

/* Windows puts a mark in front of UTF-8. */
static struct kpss_str without_mark(struct kpss_str text)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t length = strlen(mark);
	if (text.len < length || memcmp(text.ptr, mark, length) != 0)
		return text;
	return (struct kpss_str){.ptr = text.ptr + length, .len = text.len - length};
}

static bool is_text(struct session *session, const struct query_text *text)
{
	if (text_valid_utf8(text->sql) == text->sql.len &&
		(text->sql.len == 0 || !memchr(text->sql.ptr, '\0', text->sql.len)))
		return true;
	session_complain(session, N_("‘{0}’ is no text in UTF-8"),
		N_("save it as UTF-8 in the editor; a file in Windows-1250 is converted by ‘iconv "
		   "-f "
		   "WINDOWS-1250 -t UTF-8’"),
		text->name, kpss_str(NULL));
	return false;
}

/* The SQL of the operand, of --file or of standard input; false after saying why there is none. */
static bool text_given(struct session *session, const struct arguments *arguments, struct buf *buf,
	struct query_text *text, enum exit_status *status)
{
	const char *file = arguments_value(arguments, "file");
	const char *operand = arguments->operand_count ? arguments->operands[0] : NULL;
	*status = STATUS_USAGE;
	if (!file == !operand) {
		session_complain(session,
			file ? N_("the SQL is given twice") : N_("there is no question"),
			N_("write it in quotes, name a file of it with --file, or write - for "
			   "standard input"),
			kpss_str(NULL), kpss_str(NULL));
		return false;
	}
	*text = (struct query_text){.name = kpss_str(file && strcmp(file, "-") != 0 ? file : "SQL"),
		.sql = kpss_str(operand)};
	bool from_input = strcmp(operand ? operand : file, "-") == 0;
	if (operand && !from_input)
		return is_text(session, text);
	int reason = from_input ? input_read(buf) : named_read(file, buf);
	text->sql = without_mark(buf_str(buf));
	if (reason == 0 && text->sql.len <= SQL_MOST)
		return is_text(session, text);
	*status = STATUS_FAILED;
	session_complain(session, N_("‘{0}’ cannot be read: {1}"), NULL, text->name,
		kpss_str(reason ? failure_text(session->language, reason)
				: language_text(session->language,
					  N_("it is longer than a million bytes"))));
	return false;
}

static bool number_given(struct session *session, const struct arguments *arguments,
	const char *name, int64_t otherwise, int64_t *out)
{
	const char *typed = arguments_value(arguments, name);
	char *end = NULL;
	*out = otherwise;
	if (!typed)
		return true;
	*out = strtoll(typed, &end, 10);
	if (*typed && !*end && *out > 0)
		return true;
	session_complain(session, N_("‘{0}’ is no whole number above zero"), NULL, kpss_str(typed),
		kpss_str(NULL));
	return false;
}

static bool options_given(struct session *session, const struct arguments *arguments,
	struct database_options *options)
{
	options->many = reading_is_of_many(arguments);
	return number_given(session, arguments, "max-seconds", SECONDS, &options->seconds) &&
	       number_given(session, arguments, "max-rows", ROWS, &options->rows) &&
	       number_given(session, arguments, "max-megabytes", MEGABYTES, &options->megabytes);
}

static void take(void *user, const struct reading *reading)
{
	struct asking *asking = user;
	const struct recorded *recorded = reading->recorded;
	database_fill(
		asking->database, &(struct database_plan){
					  .plan = reading->plan,
					  .as_of = reading->as_of,
					  .revision = kpss_str(recorded ? recorded->commit : NULL),
					  .repository = reading->name,
				  });
	struct table_options *options = &asking->tabular.options;
	options->as_of = reading->as_of;
	if (asking->many)
		return;
	options->town = arena_text(asking->session->arena, plan_town(reading->plan));
	if (recorded)
		options->commit = arena_text(asking->session->arena, kpss_str(recorded->commit));
}

static void rows_write(
	struct asking *asking, struct database_question *question, struct database_fault *fault)
{
	size_t count = question_column_count(question);
	struct table_column *columns = arena_array(asking->session->arena, count, sizeof *columns);
	struct cell *cells = arena_array(asking->session->arena, count, sizeof *cells);
	const struct table_format *format = asking->tabular.format;
	for (size_t i = 0; i < count; i++) {
		struct kpss_str name =
			arena_text(asking->session->arena, question_column_name(question, i));
		columns[i] = (struct table_column){
			.name = name, .title = name, .type = question_column_type(question, i)};
	}
	struct table_writer *writer =
		format->begin(&asking->tabular.buf, &asking->tabular.options, columns, count);
	int64_t bytes = 0;
	while (question_next(question, asking->session->arena, fault)) {
		for (size_t i = 0; i < count; i++) {
			cells[i] = question_cell(question, i);
			bytes += (int64_t)(sizeof *cells + cells[i].text.len);
		}
		if (bytes > asking->answer_most) {
			*fault = (struct database_fault){.kind = FAULT_MEMORY};
			break;
		}
		format->row(writer, cells);
	}
	if (!format->end(writer) && fault->kind == FAULT_NONE)
		*fault = (struct database_fault){.kind = FAULT_ROWS};
}

/* Some of SQLite's functions take as long as they like in a single step. */
static void deadline_missed(void *user)
{
	query_complain_too_long(user);
	_Exit(STATUS_FAILED);
}

static enum exit_status answer(struct asking *asking, int64_t seconds)
{
	struct database_fault fault;
	struct deadline *deadline = deadline_new(seconds + GRACE, deadline_missed, asking->session);
	struct database_question *question =
		question_new(asking->database, asking->text.sql, asking->session->arena, &fault);
	if (question)
		rows_write(asking, question, &fault);
	question_free(question);
	deadline_free(deadline);
	if (fault.kind == FAULT_NONE)
		return tabular_end(&asking->tabular);
	tabular_drop(&asking->tabular);
	return query_complain(asking->session, asking->database, &asking->text, &fault);
}

static enum exit_status ask(
	struct session *session, const struct arguments *arguments, struct buf *sql)
{
	struct asking asking = {.session = session, .many = reading_is_of_many(arguments)};
	struct database_options options = {0};
	enum exit_status status;
	if (!text_given(session, arguments, sql, &asking.text, &status))
		return status;
	if (!options_given(session, arguments, &options) ||
		!tabular_begin(&asking.tabular, session, arguments))
		return STATUS_USAGE;
	options.alone = true;
	asking.answer_most = options.megabytes * (MEGABYTE / ANSWER_SHARE);
	asking.database = database_new(&options);
	database_expect(asking.database, asking.text.sql);
	status = reading_run_each(session, arguments, take, &asking);
	if (status == STATUS_FINE || (status == STATUS_FAILED && asking.many)) {
		enum exit_status answered = answer(&asking, options.seconds);
		status = answered > status ? answered : status;
	} else {
		tabular_drop(&asking.tabular);
	}
	database_free(asking.database);
	return status;
}

static enum exit_status query_run(struct session *session, const struct arguments *arguments)
{
	struct buf sql = {0};
	if (arguments_has(arguments, "tables"))
		return query_tables_print(session, arguments);
	enum exit_status status = ask(session, arguments, &sql);
	buf_clear(&sql);
	return status;
}

static const struct command_option options[] = {
	{.letter = 'F',
		.name = "file",
		.argument = N_("FILE"),
		.summary = N_("read the SQL from FILE")},
	{.name = "tables", .summary = N_("print all tables, or the columns of TABLE")},
	TABULAR_OPTIONS,
	{.name = "max-rows",
		.argument = N_("NUMBER"),
		.summary = N_("stop a longer answer (1000000)")},
	{.name = "max-seconds",
		.argument = N_("NUMBER"),
		.summary = N_("stop a question that takes longer (30)")},
	{.name = "max-megabytes",
		.argument = N_("NUMBER"),
		.summary = N_("stop one that takes more memory (1000)")},
	READING_REPOS_OPTION,
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"dotaz", NULL};

static const struct command_example examples[] = {
	{N_("kpss query --tables measures"), N_("what measures have")},
	{N_("kpss query \"SELECT name FROM measures WHERE owner IS NULL\""),
		N_("without an owner")},
	{N_("kpss query -F costs.sql -o costs.xlsx"), N_("to a workbook")},
	{0},
};

const struct command command_query = {
	.name = "query",
	.aliases = aliases,
	.group = GROUP_ASK,
	.summary = N_("ask the plan in SQL"),
	.description = N_(
		"The plan as tables of a database that can only be read: SQLite's SELECT, Czech\n"
		"order and letters (COLLATE cs, fold), who holds a role on a day (holder).\n"
		"Amounts are in hundredths of a crown; every row has its source_id.\n"
		"kpss-query(7) has the tables and worked questions."),
	.examples = examples,
	.operands = N_("[SQL | TABLE]"),
	.operands_most = 1,
	.options = options,
	.run = query_run,
};
