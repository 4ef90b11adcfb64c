#include "command/query_fault.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/source.h"
#include "base/text.h"
#include "command/session.h"
#include "render/excerpt.h"

/* Messages have {0} for the name, or SQLite's own reason, which exists in English only. */
static const struct {
	const char *english, *remedy;
	enum exit_status status;
} faults[] = {
	[FAULT_SYNTAX] = {N_("the SQL cannot be understood: {0}"),
		N_("‘kpss query --tables’ prints tables and columns, kpss-query(7) has worked "
		   "questions"),
		STATUS_USAGE},
	[FAULT_NO_TABLE] = {N_("there is no table ‘{0}’"),
		N_("‘kpss query --tables’ prints all of them"), STATUS_USAGE},
	[FAULT_NO_COLUMN] = {N_("there is no column ‘{0}’"),
		N_("‘kpss query --tables TABLE’ prints the columns of a table; texts stand in "
		   "'single' quotes"),
		STATUS_USAGE},
	[FAULT_NO_FUNCTION] = {N_("there is no function ‘{0}’"),
		N_("SQLite's own are there, and fold, holder; kpss-query(7) tells them"),
		STATUS_USAGE},
	[FAULT_AMBIGUOUS] = {N_("several tables have a column ‘{0}’"),
		N_("write the table, or its short name, in front: people.{0}"), STATUS_USAGE},
	[FAULT_NEAR] = {N_("the SQL cannot be understood at ‘{0}’"),
		N_("look at what stands before it: a comma too many, a word that is missing"),
		STATUS_USAGE},
	[FAULT_UNFINISHED] = {N_("the SQL ends too early"),
		N_("something is missing at its end, a bracket for example"), STATUS_USAGE},
	[FAULT_TOKEN] = {N_("the SQL cannot be read at ‘{0}’"),
		N_("texts begin and end with a single quote: 'text'"), STATUS_USAGE},
	[FAULT_NOT_READING] = {N_("a question only reads"),
		N_("begin with SELECT or WITH; plans are changed in their files"), STATUS_USAGE},
	[FAULT_SEVERAL] = {N_("only one question is answered at a time"),
		N_("leave out what follows the semicolon"), STATUS_USAGE},
	[FAULT_EMPTY] = {N_("there is no question in the SQL"),
		N_("write SELECT …; kpss-query(7) has worked questions"), STATUS_USAGE},
	[FAULT_SECONDS] = {N_("the question was stopped: it takes too long"),
		N_("join tables by their ids, or allow more: --max-seconds"), STATUS_FAILED},
	[FAULT_ROWS] = {N_("the answer was stopped: it has too many rows"),
		N_("narrow it down with WHERE or LIMIT, or allow more: --max-rows"), STATUS_FAILED},
	[FAULT_MEMORY] = {N_("the question was stopped: it takes too much memory"),
		N_("narrow it down with WHERE, or allow more: --max-megabytes"), STATUS_FAILED},
	[FAULT_LARGE] = {N_("the question was stopped: it makes a text that is too long"),
		N_("a single value may have ten million bytes; make rows instead"), STATUS_FAILED},
	[FAULT_RUNNING] = {N_("the question could not be answered: {0}"), NULL, STATUS_USAGE},
};

static void place_show(
	struct session *session, const struct query_text *text, const struct database_fault *fault)
{
	struct buf buf = {0};
	struct source *source = source_new(session->arena, text->name, text->sql);
	bool colour = session_colours_errors(session);
	struct mark mark = {
		.where = {.source = source,
			.begin = (uint32_t)fault->begin,
			.end = (uint32_t)fault->end},
		.place = source_locate(source, (uint32_t)fault->begin),
		.sign = '^',
		.ink = INK_ERROR,
	};
	size_t gutter = excerpt_gutter(&mark, 1);
	buf_add_repeated(&buf, ' ', gutter);
	buf_add_text(&buf, "--> ");
	text_add_safe(&buf, text->name);
	buf_addf(&buf, ":%u:%u\n", mark.place.line, mark.place.column);
	excerpt_add(&buf, colour, gutter, &mark, 1);
	/* Nowhere is left to complain about a failure here. */
	(void)buf_write(&buf, session->err);
	buf_clear(&buf);
}

enum exit_status query_complain(struct session *session, struct database *database,
	const struct query_text *text, const struct database_fault *fault)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, fault->name);
	database_suggest(database, fault, text->sql, &suggestions);
	session_complain_suggesting(session, faults[fault->kind].english,
		faults[fault->kind].remedy, fault->name.len ? fault->name : fault->reason,
		kpss_str(NULL), &suggestions);
	if (fault->end > fault->begin)
		place_show(session, text, fault);
	return faults[fault->kind].status;
}

void query_complain_too_long(struct session *session)
{
	session_complain(session, faults[FAULT_SECONDS].english, faults[FAULT_SECONDS].remedy,
		kpss_str(NULL), kpss_str(NULL));
}
