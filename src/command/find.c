/* kpss find TEXT */
#include "command/command.h"

#include <string.h>

#include "answer/find.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/asked.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/tabular.h"
#include "plan/load.h"
#include "plan/value.h"
#include "query/fault.h"
#include "render/hit.h"

/* All operands are one text. */
static struct kpss_str text_given(struct session *session, const struct arguments *arguments)
{
	struct buf buf = {0};
	for (size_t i = 0; i < arguments->operand_count; i++)
		buf_addf(&buf, "%s%s", i ? " " : "", arguments->operands[i]);
	struct kpss_str text = arena_text(session->arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

static bool subject_given(struct session *session, const struct arguments *arguments,
	const struct plan *plan, struct query_subject *subject)
{
	const char *typed = arguments_value(arguments, "kind");
	if (!typed || subject_named(plan, kpss_str(typed), session->arena, subject))
		return true;
	struct query_fault fault = {.kind = QUERY_NO_KIND, .about = kpss_str(typed)};
	suggestions_init(&fault.near, session->arena, kpss_str(typed));
	subject_suggest(plan, &fault.near);
	asked_complain(session, &fault);
	return false;
}

static bool table_add(
	struct tabular *tabular, const struct hit_options *options, struct find_hits hits)
{
	struct table_writer *writer = tabular->format->begin(
		&tabular->buf, &tabular->options, hit_columns(options), HIT_COLUMNS);
	for (size_t i = 0; i < hits.count; i++) {
		struct cell cells[HIT_COLUMNS];
		hit_cells(cells, options, &hits.items[i]);
		tabular->format->row(writer, cells);
	}
	return tabular->format->end(writer);
}

static enum exit_status print(
	struct tabular *tabular, const struct hit_options *options, struct find_hits hits)
{
	bool good = true;
	if (strcmp(tabular->format->name, "text") == 0)
		for (size_t i = 0; i < hits.count; i++)
			hit_text(&tabular->buf, options, &hits.items[i]);
	else
		good = table_add(tabular, options, hits);
	if (good)
		return tabular_end(tabular);
	session_complain(tabular->session, N_("the table is too large for {0}"),
		N_("ask for less, or for another format"), kpss_str(tabular->format->name),
		kpss_str(NULL));
	tabular_drop(tabular);
	return STATUS_FAILED;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	struct tabular tabular;
	struct query_subject subject;
	size_t limit;
	if (!tabular_begin(&tabular, session, arguments) ||
		!asked_limit(session, arguments, &limit) ||
		!subject_given(session, arguments, reading->plan, &subject))
		return STATUS_USAGE;
	struct kpss_str text = text_given(session, arguments);
	const struct find_words *words = find_words(text, session->arena);
	if (!words) {
		session_complain(session, N_("there is no word to look for"),
			N_("write one: kpss find \"respite care\""), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	struct find_hits hits = find_all(reading->plan, words,
		arguments_has(arguments, "kind") ? &subject : NULL, session->arena);
	hits.count = hits.count < limit ? hits.count : limit;
	const struct hit_options options = {.plan = reading->plan,
		.language = session->language,
		.words = words,
		.colour = tabular.options.colour,
		.arena = session->arena};
	tabular.options.caption = text;
	tabular.options.as_of = reading->as_of;
	tabular.options.town = plan_town(reading->plan);
	if (reading->recorded)
		tabular.options.commit = kpss_str(reading->recorded->commit);
	return print(&tabular, &options, hits);
}

static const struct command_option options[] = {
	{.letter = 'k',
		.name = "kind",
		.argument = N_("KIND"),
		.summary = N_("only records of a kind or level")},
	{.letter = 'n',
		.name = "limit",
		.argument = N_("ROWS"),
		.summary = N_("at most so many records")},
	TABULAR_OPTIONS,
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"najdi", NULL};

static const struct command_example examples[] = {
	{N_("kpss find respite care"), N_("where both words are written")},
	{N_("kpss find bus --kind measures"), N_("only among the measures")},
	{0},
};

const struct command command_find = {
	.name = "find",
	.aliases = aliases,
	.group = GROUP_ASK,
	.summary = N_("find the records in which words are written"),
	.description = N_(
		"Looks through all texts, regardless of case and diacritics, also for words that\n"
		"differ from those typed in the ending. All words must occur in a record. What\n"
		"has them in its name comes first."),
	.examples = examples,
	.operands = N_("TEXT…"),
	.operands_most = OPERANDS_ANY,
	.options = options,
	.answer = answer,
};
