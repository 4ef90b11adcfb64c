/* kpss status */
#include "command/command.h"

#include <string.h>

#include "answer/concern.h"
#include "query/name.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/standing.h"

static const char *format_word(size_t index)
{
	enum { COUNT = 3 };
	return index < COUNT && status_formats[index] ? status_formats[index]->name : NULL;
}

static const struct status_format *format_given(const struct arguments *arguments)
{
	const char *name = arguments_value(arguments, "format");
	for (size_t i = 0; name && status_formats[i]; i++)
		if (strcmp(status_formats[i]->name, name) == 0)
			return status_formats[i];
	return status_formats[0];
}

/* The record of --for; false, after saying so, when there is none that something can concern. */
static bool about_given(struct session *session, const struct arguments *arguments,
	const struct plan *plan, const struct entity **about)
{
	const char *typed = arguments_value(arguments, "for");
	*about = NULL;
	if (!typed)
		return true;
	size_t count;
	*about = name_find(plan, NULL, kpss_str(typed), &count);
	if (*about && concern_is_possible(*about))
		return true;
	if (*about || count > 1) {
		session_complain(session, N_("‘{0}’ is nobody whom something could concern"),
			N_("write the id of a person, role, group, body or organization"),
			kpss_str(typed), kpss_str(NULL));
		return false;
	}
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, text_fold(session->arena, kpss_str(typed)));
	name_suggest(plan, NULL, &suggestions);
	session_complain_suggesting(session, N_("no record has the id ‘{0}’"),
		N_("write the id of a person, role, group, body or organization"), kpss_str(typed),
		kpss_str(NULL), &suggestions);
	return false;
}

static bool until_given(struct session *session, const struct arguments *arguments,
	struct kpss_date as_of, struct kpss_date *until)
{
	const char *day = arguments_value(arguments, "until");
	*until = day_plus_months(as_of, STANDING_MONTHS);
	return !day || day_typed(session, day, until);
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	const struct entity *about;
	struct kpss_date until;
	if (!until_given(session, arguments, reading->as_of, &until) ||
		!about_given(session, arguments, reading->plan, &about))
		return STATUS_USAGE;
	struct status status = standing_open(session, reading, about, until);
	const struct status_options options = {
		.language = session->language,
		.colour = session_colours_output(session),
		.all = arguments_has(arguments, "all"),
		.arena = session->arena,
	};
	struct buf buf = {0};
	format_given(arguments)->add(&buf, &options, &status);
	session_write(session, &buf);
	buf_clear(&buf);
	standing_close(&status);
	return STATUS_FINE;
}

static const struct command_option options[] = {
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how it is printed (text); ics is a calendar")},
	{.name = "for",
		.argument = N_("ID"),
		.summary = N_("only what concerns this person, group, role…")},
	{.name = "until",
		.argument = N_("DATE"),
		.summary = N_("what is due up to this day (three months ahead)")},
	{.name = "all", .summary = N_("leave nothing out and cut nothing")},
	LOOKING_OPTIONS,
	{0},
};

static const char *const aliases[] = {"stav", NULL};

static const struct command_example examples[] = {
	{N_("kpss status"), N_("where we are and what is due in three months")},
	{N_("kpss status --for ps-seniori"), N_("only what concerns that group")},
	{N_("kpss status -f ics > kpss.ics"), N_("the same days for a calendar")},
	{0},
};

const struct command command_status = {
	.name = "status",
	.aliases = aliases,
	.group = GROUP_CHECK,
	.summary = N_("show where we are, what blocks the next step and what is due"),
	.description = N_(
		"The cycles and their phases on the day, the errors that stand in the way of the\n"
		"next phase, and all days that somebody has to keep: invitations, minutes,\n"
		"tasks, rounds of comments, evaluations, terms, by the records and by the\n"
		"town's rules."),
	.examples = examples,
	.options = options,
	.answer = answer,
};
