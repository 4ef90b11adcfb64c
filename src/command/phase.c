/* kpss phase [check|advance] [CYCLE [PHASE]] */
#include "command/command.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/phase_advance.h"
#include "command/phase_typed.h"
#include "command/reading.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/phase.h"
#include "town/phase.h"

enum verb { VERB_SHOW, VERB_CHECK, VERB_ADVANCE };

static const struct {
	const char *word; /* without diacritics */
	enum verb verb;
} verbs[] = {
	{"show", VERB_SHOW},
	{"check", VERB_CHECK},
	{"advance", VERB_ADVANCE},
	{"ukaz", VERB_SHOW},
	{"zkontroluj", VERB_CHECK},
	{"prejdi", VERB_ADVANCE},
};

static const char *format_word(size_t index)
{
	enum { COUNT = 2 };
	return index < COUNT && phase_formats[index] ? phase_formats[index]->name : NULL;
}

void phase_print(struct session *session, const struct arguments *arguments,
	const struct phase_report *report)
{
	const char *name = arguments_value(arguments, "format");
	const struct phase_format *format = phase_formats[0];
	for (size_t i = 0; name && phase_formats[i]; i++)
		if (strcmp(phase_formats[i]->name, name) == 0)
			format = phase_formats[i];
	const struct status_options options = {
		.language = session->language,
		.colour = session_colours_output(session),
		.all = arguments_has(arguments, "all"),
		.arena = session->arena,
	};
	struct buf buf = {0};
	format->add(&buf, &options, report);
	session_write(session, &buf);
	buf_clear(&buf);
}

/* The verb, and how many operands come before the cycle. */
static enum verb verb_given(
	struct session *session, const struct arguments *arguments, size_t *operands)
{
	*operands = 0;
	if (arguments->operand_count == 0)
		return VERB_SHOW;
	struct kpss_str folded = text_fold(session->arena, kpss_str(arguments->operands[0]));
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (kpss_str_is(folded, verbs[i].word)) {
			*operands = 1;
			return verbs[i].verb;
		}
	return VERB_SHOW;
}

/* What is asked about; UINT32_MAX and NULL: nothing in particular. */
struct asked {
	const struct entity *cycle;
	uint32_t phase;
	struct kpss_date day;
};

static bool asked_given(struct session *session, const struct arguments *arguments,
	const struct reading *reading, size_t first, struct asked *asked)
{
	const char *day = arguments_value(arguments, "date");
	*asked = (struct asked){.phase = UINT32_MAX, .day = reading->as_of};
	if (arguments->operand_count > first &&
		!cycle_typed(session, reading->plan, arguments->operands[first], &asked->cycle))
		return false;
	if (arguments->operand_count > first + 1 &&
		!phase_typed(session, reading->plan, asked->cycle, arguments->operands[first + 1],
			&asked->phase))
		return false;
	if (asked->phase != UINT32_MAX) {
		const struct node *planned =
			phase_planned(asked->cycle, asked->phase, reading->as_of);
		asked->day = value_date(planned ? field(planned, WORD_from) : value_none(), asked->day);
	}
	return !day || day_typed(session, day, &asked->day);
}

static struct standings standings_asked(
	struct session *session, const struct reading *reading, const struct asked *asked)
{
	const struct standing_question question = {
		.plan = reading->plan,
		.snapshot = reading->snapshot,
		.as_of = reading->as_of,
		.findings = &reading->findings,
	};
	if (asked->phase == UINT32_MAX)
		return standings_of(&question, session->arena);
	return standing_at_gate(&question, asked->cycle, asked->phase, asked->day, session->arena);
}

static size_t count_unmet(const struct status *status, const struct standing *only)
{
	size_t count = 0;
	for (size_t i = 0; i < status->standings.count; i++)
		if (!only || only == &status->standings.items[i])
			count += status->standings.items[i].gate.unmet;
	return count;
}

static enum exit_status show(struct session *session, const struct arguments *arguments,
	const struct reading *reading, enum verb verb, size_t operands)
{
	struct asked asked;
	if (!asked_given(session, arguments, reading, operands, &asked))
		return STATUS_USAGE;
	struct status status = {
		.plan = reading->plan,
		.town = plan_town(reading->plan),
		.as_of = reading->as_of,
		.recorded = reading->recorded,
		.findings = &reading->findings,
		.standings = standings_asked(session, reading, &asked),
	};
	struct phase_report report = {
		.status = &status, .conditions = verb == VERB_CHECK || asked.phase != UINT32_MAX};
	for (size_t i = 0; i < status.standings.count; i++)
		if (status.standings.items[i].cycle == asked.cycle)
			report.only = &status.standings.items[i];
	phase_print(session, arguments, &report);
	bool unmet = report.conditions && count_unmet(&status, report.only) > 0;
	standings_clear(&status.standings);
	return unmet ? STATUS_FINDINGS : STATUS_FINE;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	size_t operands;
	enum verb verb = verb_given(session, arguments, &operands);
	if (verb == VERB_ADVANCE)
		return phase_advance(session, arguments, reading);
	return show(session, arguments, reading, verb, operands);
}

static enum exit_status run(struct session *session, const struct arguments *arguments)
{
	size_t operands;
	bool writes = verb_given(session, arguments, &operands) == VERB_ADVANCE &&
		      !arguments_has(arguments, "dry-run");
	if (writes && !phase_advance_recover(session))
		return STATUS_FAILED;
	return reading_run(session, arguments, answer, true);
}

static const struct command_option options[] = {
	{.name = "date",
		.argument = N_("DATE"),
		.summary = N_("first day of the phase (the day looked at)")},
	{.name = "override",
		.argument = N_("REASON"),
		.summary = N_("advance against conditions, and why")},
	{.name = "decided-by", .argument = N_("ID"), .summary = N_("who decided so")},
	{.name = "beside", .summary = N_("the present phase goes on beside the new one")},
	{.name = "out-of-order", .summary = N_("leave out phases, or go back")},
	{.name = "dry-run", .summary = N_("only show what would be written")},
	{.name = "all", .summary = N_("leave nothing out and cut nothing")},
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how the result is printed (text)")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"fáze", "faze", NULL};

static const struct command_example examples[] = {
	{N_("kpss phase"), N_("where each cycle stands")},
	{N_("kpss phase check"), N_("what is missing for the next phase")},
	{N_("kpss phase check cyklus-2 approval"), N_("the conditions of that phase")},
	{N_("kpss phase advance cyklus-2 approval"), N_("begin it, record and tag it")},
	{0},
};

const struct command command_phase = {
	.name = "phase",
	.aliases = aliases,
	.group = GROUP_CYCLE,
	.summary = N_("show, check and begin the phases of the cycles"),
	.description = N_(
		"Without a verb, where each cycle stands. ‘check’ lists the conditions of the\n"
		"next phase, or of PHASE, and what is found against them. ‘advance’ ends the\n"
		"present phase and begins PHASE in the file of the cycle, records and tags it in\n"
		"git, kpss/CYCLE/PHASE, if the conditions are met or somebody says why not."),
	.examples = examples,
	.operands = N_("[check|advance] [CYCLE [PHASE]]"),
	.operands_most = 3,
	.options = options,
	.run = run,
};
