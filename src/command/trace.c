/* kpss trace [ID] */
#include "command/command.h"

#include <string.h>

#include "answer/trace.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/asked.h"
#include "command/reading.h"
#include "command/session.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/trace.h"
#include "town/item.h"

static const char *format_word(size_t index)
{
	enum { COUNT = 4 };
	return index < COUNT && trace_formats[index] ? trace_formats[index]->name : NULL;
}

static const struct trace_format *format_given(const struct arguments *arguments)
{
	const char *name = arguments_value(arguments, "format");
	for (size_t i = 0; name && trace_formats[i]; i++)
		if (strcmp(trace_formats[i]->name, name) == 0)
			return trace_formats[i];
	return trace_formats[0];
}

/* A state in English or in the language of the session. */
static bool state_find(const struct session *session, struct kpss_str word, size_t *state)
{
	struct kpss_str typed = text_fold(session->arena, word);
	for (size_t i = 0; trace_state_word(i); i++) {
		const char *own = language_text(language_find("cs"), trace_state_word(i));
		*state = i;
		if (kpss_str_is(typed, trace_state_word(i)) ||
			kpss_str_equal(typed, text_fold(session->arena, kpss_str(own))))
			return true;
	}
	return false;
}

static void complain_about_state(struct session *session, struct kpss_str word)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, word);
	for (size_t i = 0; trace_state_word(i); i++)
		suggestions_offer(&suggestions,
			kpss_str(language_text(session->language, trace_state_word(i))));
	session_complain_suggesting(session, N_("a link is never in the state ‘{0}’"),
		N_("write one or several of: covered, missing, orphaned, unwanted, outdated, "
		   "unreadable"),
		word, kpss_str(NULL), &suggestions);
}

/* Words with commas between them, as bits; 0 when the option is not given. */
static bool states_given(
	struct session *session, const struct arguments *arguments, unsigned *states)
{
	const char *text = arguments_value(arguments, "state");
	*states = 0;
	while (text) {
		const char *comma = strchr(text, ',');
		struct kpss_str word = {
			.ptr = text, .len = comma ? (size_t)(comma - text) : strlen(text)};
		size_t state;
		if (!state_find(session, word, &state)) {
			complain_about_state(session, arena_text(session->arena, word));
			return false;
		}
		*states |= 1U << state;
		text = comma ? comma + 1 : NULL;
	}
	return true;
}

static bool plan_given(struct session *session, const struct plan *plan,
	const struct arguments *arguments, const struct entity **of)
{
	const char *typed = arguments_value(arguments, "plan");
	if (!typed)
		return true;
	*of = plan_find(plan, kpss_str(typed));
	if (*of && (*of)->kind == KIND_plan)
		return true;
	uint32_t count;
	struct text_suggestions suggestions;
	const struct entity *const *plans = plan_kind(plan, KIND_plan, &count);
	suggestions_init(&suggestions, session->arena, kpss_str(typed));
	for (uint32_t i = 0; i < count; i++)
		suggestions_offer(&suggestions, plans[i]->id);
	session_complain_suggesting(session, N_("no plan has the id ‘{0}’"),
		N_("write the id of a record among the plans (plány)"), kpss_str(typed),
		kpss_str(NULL), &suggestions);
	return false;
}

/* An item, an action plan or an evaluation of another plan leads to that plan. */
static const struct entity *plan_of_record(const struct plan *plan, const struct entity *record)
{
	const struct entity *named = plan_target(plan, field(record->mapping, WORD_plan));
	if (record->kind == KIND_plan)
		return record;
	if (record->kind == KIND_action_plan_row && record->parent)
		return plan_target(plan, field(record->parent->mapping, WORD_plan));
	return record->kind == KIND_node ? item_plan(record) : named;
}

static enum exit_status print(struct session *session, const struct arguments *arguments,
	const struct reading *reading, struct trace *trace, const struct entity *record)
{
	unsigned states;
	if (!states_given(session, arguments, &states))
		return STATUS_USAGE;
	if (record)
		trace_keep_through(trace, record, session->arena);
	if (states)
		trace_keep_states(trace, states, session->arena);
	const struct trace_options options = {.language = session->language,
		.colour = session_colours_output(session),
		.recorded = reading->recorded,
		.arena = session->arena};
	struct buf buf = {0};
	format_given(arguments)->add(&buf, &options, trace);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	enum trace_choice choice;
	const struct plan *plan = reading->plan;
	const struct entity *of = trace_plan(plan, reading->as_of, &choice), *record = NULL;
	bool named = arguments_value(arguments, "plan") != NULL;
	if (!plan_given(session, plan, arguments, &of))
		return STATUS_USAGE;
	if (arguments->operand_count) {
		record = asked_record(session, plan, of, arguments->operands[0]);
		if (!record)
			return STATUS_USAGE;
		if (!trace_has_kind(record)) {
			session_complain(session, N_("‘{0}’ is no part of the chain of planning"),
				N_("name a need, an item of the plan, an indicator, an action plan "
				   "or its row, or an evaluation"),
				kpss_str(arguments->operands[0]), kpss_str(NULL));
			return STATUS_USAGE;
		}
		const struct entity *own = named ? NULL : plan_of_record(plan, record);
		choice = own && own != of ? TRACE_ASKED : choice;
		of = own ? own : of;
	}
	struct trace trace = trace_of(plan, of, reading->as_of, session->arena);
	trace.choice = named ? TRACE_ASKED : choice;
	return print(session, arguments, reading, &trace, record);
}

static const struct command_option options[] = {
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how the chain is printed (text)")},
	{.name = "plan",
		.argument = N_("ID"),
		.summary = N_("the plan to trace (that of the day)")},
	{.name = "state",
		.argument = N_("STATE,…"),
		.summary = N_("only chains with a link in one of these states")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"návaznosti", "navaznosti", NULL};

static const struct command_example examples[] = {
	{N_("kpss trace"), N_("the whole plan that holds today")},
	{N_("kpss trace 2.1"), N_("only what concerns item 2.1")},
	{N_("kpss trace --state missing,orphaned"), N_("only where the chain is broken")},
	{0},
};

const struct command command_trace = {
	.name = "trace",
	.aliases = aliases,
	.group = GROUP_CHECK,
	.summary = N_("show what answers each need and how far it has come"),
	.description = N_(
		"The chain of planning as a tree: needs, items of the plan down to its measures,\n"
		"indicators, rows of action plans, results of evaluations, and at each link\n"
		"whether it is covered, missing, orphaned, unwanted, outdated or unreadable.\n"
		"With ID (or a code that the plan prints), only the chain through that record."),
	.examples = examples,
	.operands = N_("[ID]"),
	.operands_most = 1,
	.options = options,
	.answer = answer,
};
