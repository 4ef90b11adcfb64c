/* kpss diff [A..B | A [B]] */
#include "command/command.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/session.h"
#include "command/state.h"
#include "history/diff.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "query/name.h"
#include "render/diff.h"
#include "command/environment.h"
#include "town/gathering.h"

static const char *format_word(size_t index)
{
	enum { COUNT = 5 };
	return index < COUNT && diff_formats[index] ? diff_formats[index]->name : NULL;
}

static const struct diff_format *format_given(const struct arguments *arguments)
{
	const char *name = arguments_value(arguments, "format");
	for (size_t i = 0; name && diff_formats[i]; i++)
		if (strcmp(diff_formats[i]->name, name) == 0)
			return diff_formats[i];
	return diff_formats[0];
}

/* Which states are meant; NULL: the files as they are now. */
struct asked {
	const char *before, *after;
};

/* The last day before the as-of day on which a group met, as a revision; NULL after saying that there is none. */
static const char *meeting_found(
	struct session *session, const struct plan *plan, const char *typed, struct kpss_date as_of)
{
	size_t count;
	const struct entity *group = name_find(plan, NULL, kpss_str(typed), &count);
	struct kpss_date last = KPSS_DATE_EARLIEST;
	struct gatherings gatherings = gatherings_of_plan(plan, session->arena);
	for (size_t i = 0; group && i < gatherings.count; i++) {
		const struct gathering *gathering = &gatherings.items[i];
		if (gathering->body == group && gathering->day.days < as_of.days &&
			gathering->day.days > last.days)
			last = gathering->day;
	}
	if (last.days != KPSS_DATE_EARLIEST.days) {
		int year, month, day;
		kpss_date_split(last, &year, &month, &day);
		return arena_format(session->arena, "date:%04d-%02d-%02d", year, month, day).ptr;
	}
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, kpss_str(typed));
	if (!group)
		name_suggest(plan, NULL, &suggestions);
	session_complain_suggesting(session,
		group ? N_("no meeting of ‘{0}’ before that day is in the plan")
		      : N_("no group or body has the id or code ‘{0}’"),
		group ? N_("record the meeting, or name a day: kpss diff date:2026-03-12")
		      : N_("write the id of a record among the groups (skupiny) or bodies "
			   "(orgány)"),
		kpss_str(typed), kpss_str(NULL), &suggestions);
	return NULL;
}

static enum exit_status meeting_given(struct session *session, const struct arguments *arguments,
	const char *group, struct asked *asked)
{
	struct state here;
	struct kpss_date as_of = session->environment->today;
	if (arguments->operand_count) {
		session_complain(session, N_("‘--since-meeting’ already says from when on"),
			N_("leave out the revision, or the option"), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	if (!day_given(session, arguments, &as_of))
		return STATUS_USAGE;
	enum exit_status status = state_open_here(&here, session);
	if (status == STATUS_FINE)
		asked->before = meeting_found(session, here.plan, group, as_of);
	state_close(&here);
	return status != STATUS_FINE ? status : asked->before ? STATUS_FINE : STATUS_USAGE;
}

/* “A..B”, “A B”, “A” (until now) or nothing (since the last commit). An end left out of A..B is HEAD, as git has it. */
static enum exit_status states_given(
	struct session *session, const struct arguments *arguments, struct asked *asked)
{
	const char *group = arguments_value(arguments, "since-meeting");
	const char *first = arguments->operand_count ? arguments->operands[0] : "HEAD";
	const char *dots = arguments->operand_count == 1 ? strstr(first, "..") : NULL;
	*asked = (struct asked){.before = first,
		.after = arguments->operand_count > 1 ? arguments->operands[1] : NULL};
	if (group)
		return meeting_given(session, arguments, group, asked);
	/* ../old is a folder; no revision begins with a slash or ends so. */
	if (!dots || dots[2] == '/' || dots[2] == '.' || strcmp(first, "..") == 0)
		return STATUS_FINE;
	asked->before = dots == first
				? "HEAD"
				: arena_text(session->arena, (struct kpss_str){.ptr = first,
								     .len = (size_t)(dots - first)})
					  .ptr;
	asked->after = dots[2] ? dots + 2 : "HEAD";
	return STATUS_FINE;
}

/* What --only names: records with all that stands in them, files and folders. */
struct only {
	const struct given_option *options;
	size_t count;
};

static bool path_is_in(struct kpss_str path, const char *named)
{
	size_t length = strlen(named);
	while (length > 0 && named[length - 1] == '/')
		length--;
	return path.len >= length && memcmp(path.ptr, named, length) == 0 &&
	       (path.len == length || path.ptr[length] == '/');
}

static bool is_named(const struct entity *entity, const char *named)
{
	enum { DEPTH_MOST = 64 };
	if (entity && path_is_in(entity->document->source->path, named))
		return true;
	for (int depth = 0; entity && depth < DEPTH_MOST; entity = entity->parent, depth++)
		if (kpss_str_is(entity->id, named) ||
			kpss_str_is(value_text(field(entity->mapping, WORD_code)), named))
			return true;
	return false;
}

static bool is_wanted(const void *context, const struct diff_record *record)
{
	const struct only *only = context;
	bool any = false;
	for (size_t i = 0; i < only->count; i++) {
		const struct given_option *given = &only->options[i];
		if (strcmp(given->option->name, "only") != 0)
			continue;
		any = true;
		if (is_named(record->before, given->value) || is_named(record->after, given->value))
			return true;
	}
	return !any;
}

static bool plan_names(const struct plan *plan, const char *named)
{
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *entities = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			if (is_named(entities[i], named))
				return true;
	}
	return false;
}

/* A name that means nothing in either state would give an empty answer that looks like good news. */
static bool names_exist(struct session *session, const struct only *only, const struct diff *diff)
{
	for (size_t i = 0; i < only->count; i++) {
		const char *named = only->options[i].value;
		if (strcmp(only->options[i].option->name, "only") != 0 ||
			plan_names(diff->before, named) || plan_names(diff->after, named))
			continue;
		struct text_suggestions suggestions;
		suggestions_init(&suggestions, session->arena, kpss_str(named));
		name_suggest(diff->after, NULL, &suggestions);
		name_suggest(diff->before, NULL, &suggestions);
		session_complain_suggesting(session,
			N_("‘{0}’ is no record, file or folder in either state of the plan"),
			N_("write an id, a code that the plan prints, or a path from the root of "
			   "the plan"),
			kpss_str(named), kpss_str(NULL), &suggestions);
		return false;
	}
	return true;
}

static void note_errors(struct session *session, const struct state *state)
{
	size_t errors = findings_count(&state->findings, KPSS_ERROR);
	struct buf count = {0};
	buf_addf(&count, "%zu", errors);
	if (errors)
		session_complain(session,
			N_("not everything in ‘{0}’ could be read as it should be; errors: {1}"),
			N_("the difference may lack something; ‘kpss validate’ says what is wrong"),
			state->called, buf_str(&count));
	buf_clear(&count);
}

static enum exit_status print(struct session *session, const struct arguments *arguments,
	const struct state *before, const struct state *after)
{
	const struct only only = {.options = arguments->options, .count = arguments->option_count};
	struct diff whole = diff_of_plans(before->plan, after->plan, session->arena);
	if (!names_exist(session, &only, &whole))
		return STATUS_USAGE;
	struct diff diff = diff_only(&whole, is_wanted, &only, session->arena);
	const struct diff_options options = {.language = session->language,
		.colour = session_colours_output(session),
		.from = {before->called, revision_recorded(&before->revision)},
		.to = {after->called, revision_recorded(&after->revision)},
		.arena = session->arena};
	struct buf buf = {0};
	format_given(arguments)->add(&buf, &options, &diff);
	session_write(session, &buf);
	buf_clear(&buf);
	note_errors(session, before);
	note_errors(session, after);
	return diff.count && arguments_has(arguments, "exit-code") ? STATUS_FINDINGS : STATUS_FINE;
}

static enum exit_status diff_run(struct session *session, const struct arguments *arguments)
{
	struct asked asked;
	struct state before = {0}, after = {0};
	enum exit_status status = states_given(session, arguments, &asked);
	if (status != STATUS_FINE)
		return status;
	status = state_open(&before, session, asked.before);
	if (status == STATUS_FINE)
		status = asked.after ? state_open(&after, session, asked.after)
				     : state_open_here(&after, session);
	if (status == STATUS_FINE)
		status = print(session, arguments, &before, &after);
	state_close(&before);
	state_close(&after);
	return status;
}

static const struct command_option options[] = {
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how the difference is printed (text)")},
	{.name = "only",
		.argument = N_("ID|PATH"),
		.summary = N_("only a record, file or folder; repeatable")},
	{.name = "since-meeting",
		.argument = N_("GROUP"),
		.summary = N_("since the last time that a group met")},
	{.name = "exit-code", .summary = N_("end with status 1 where anything differs")},
	{.name = "as-of",
		.argument = N_("DATE"),
		.summary = N_("the day before which the group met (today)")},
	{0},
};

static const char *const aliases[] = {"rozdíl", "rozdil", "změny", "zmeny", NULL};

static const struct command_example examples[] = {
	{N_("kpss diff"), N_("what was changed since the last commit")},
	{N_("kpss diff date:2026-01-01"), N_("what was changed since that day")},
	{N_("kpss diff --since-meeting ps-seniori"), N_("since that group last met")},
	{N_("kpss diff -f html v1..v2 > zmeny.html"), N_("old and new wording side by side")},
	{N_("kpss diff old new"), N_("two folders, without git")},
	{0},
};

const struct command command_diff = {
	.name = "diff",
	.aliases = aliases,
	.group = GROUP_HISTORY,
	.summary = N_("show what differs between two states of the plan"),
	.description = N_(
		"Which records were added, removed, moved and renumbered, which fields say\n"
		"something else, with the words of long texts and the differences of amounts,\n"
		"and which memberships began or ended. What the profile calls binding is counted\n"
		"apart. Layout, order, comments, vocabulary and moved files are no change.\n"
		"States are folders or revisions of git; without any, the last commit is\n"
		"compared with the files as they are now."),
	.examples = examples,
	.operands = N_("[A..B | A [B]]"),
	.operands_most = 2,
	.options = options,
	.run = diff_run,
};
