/* kpss record [PATH…] */
#include "command/command.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/acting.h"
#include "command/arguments.h"
#include "command/reading.h"
#include "command/record_changes.h"
#include "command/record_wish.h"
#include "command/session.h"
#include "plan/plan.h"
#include "render/recording.h"
#include "render/report.h"
#include "render/summary.h"
#include "repo/act.h"

enum { ERRORS_SHOWN = 10 };

static const char *format_word(size_t index)
{
	enum { COUNT = 2 };
	return index < COUNT && recording_formats[index] ? recording_formats[index]->name : NULL;
}

static const struct recording_format *format_given(const struct arguments *arguments)
{
	const char *name = arguments_value(arguments, "format");
	for (size_t i = 0; name && recording_formats[i]; i++)
		if (strcmp(recording_formats[i]->name, name) == 0)
			return recording_formats[i];
	return recording_formats[0];
}

static void show_errors(struct session *session, const struct reading *reading)
{
	struct findings errors = reading->findings;
	struct buf buf = {0};
	const struct report_options options = {
		.language = session->language, .as_of = reading->as_of};
	errors.items = arena_array(session->arena, ERRORS_SHOWN, sizeof *errors.items);
	errors.count = 0;
	for (size_t i = 0; i < reading->findings.count && errors.count < ERRORS_SHOWN; i++)
		if (reading->findings.items[i].severity == KPSS_ERROR)
			errors.items[errors.count++] = reading->findings.items[i];
	const struct report_repository repository = {
		.path = kpss_str("."), .town = kpss_str(""), .findings = &errors};
	report_format_short.repository(&buf, &options, &repository);
	/* Nowhere is left to complain about a failure here. */
	(void)buf_write(&buf, session->err);
	buf_clear(&buf);
}

/* Errors forbid it unless somebody says why they do not. */
static bool may_be_recorded(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	if (reading->summary.errors == 0 || arguments_has(arguments, "anyway"))
		return true;
	struct buf counts = {0};
	const struct report_summary errors = {.errors = reading->summary.errors};
	show_errors(session, reading);
	summary_add_counts(&counts, session->language, &errors);
	session_complain(session, N_("nothing was recorded: the plan has errors ({0})"),
		N_("mend them, ‘kpss validate’ explains all; or say why it is to be recorded: kpss "
		   "record --anyway REASON"),
		buf_str(&counts), kpss_str(NULL));
	buf_clear(&counts);
	return false;
}

static void tell_ignored(struct session *session, const struct record_changes *changes)
{
	struct buf number = {0};
	buf_addf(&number, "%zu", changes->ignored);
	if (changes->ignored)
		session_complain(session,
			N_("not recorded, because git is told to ignore them: new files of the "
			   "plan ({0})"),
			N_("‘git status --ignored’ lists them; the lines in .gitignore decide"),
			buf_str(&number), kpss_str(NULL));
	buf_clear(&number);
}

static void print(struct session *session, const struct arguments *arguments,
	const struct recording *recording)
{
	struct buf buf = {0};
	format_given(arguments)->add(&buf, session->language, recording);
	session_write(session, &buf);
	buf_clear(&buf);
}

static enum exit_status do_it(struct session *session, const struct arguments *arguments,
	struct act *act, const struct act_wish *wish, struct recording *recording)
{
	char id[ACT_ID_SIZE];
	struct act_trouble trouble;
	if (wish->count > 0 && !recording->dry_run) {
		if (!act_do(act, wish, id, &trouble)) {
			acting_fail(session, &trouble);
			return STATUS_FAILED;
		}
		recording->id = id;
	}
	print(session, arguments, recording);
	return STATUS_FINE;
}

static enum exit_status compare_and_do(struct session *session, const struct arguments *arguments,
	const struct reading *reading, struct act *act, const struct plan *before)
{
	struct record_changes changes;
	struct act_wish wish = {0};
	record_changes_find(act, before, reading->plan, session->arena, &changes);
	if (!record_changes_choose(session, reading->folder, reading->plan, arguments->operands,
		    arguments->operand_count, &changes) ||
		!record_persons_given(session, &wish))
		return STATUS_USAGE;
	if (changes.unknown.ptr) {
		session_complain(session,
			N_("it cannot be told whether ‘{0}’ was deleted; nothing was recorded"),
			N_("check the rights to its folder, then try again"), changes.unknown,
			kpss_str(NULL));
		return STATUS_FAILED;
	}
	tell_ignored(session, &changes);
	record_message_given(session, arguments, reading, before, &changes, &wish);
	wish.changes = changes.items;
	wish.count = changes.count;
	struct recording recording = {
		.branch = act_branch(act),
		.message = wish.message,
		.files = changes.files,
		.count = changes.count,
		.dry_run = arguments_has(arguments, "dry-run"),
	};
	return do_it(session, arguments, act, &wish, &recording);
}

static enum exit_status answer_from(struct session *session, const struct arguments *arguments,
	const struct reading *reading, struct act *act, struct plan *before)
{
	struct kpss_str unread;
	enum record_before was = record_before(act, session->arena, before, &unread);
	if (was != BEFORE_UNREAD)
		return compare_and_do(
			session, arguments, reading, act, was == BEFORE_READ ? before : NULL);
	session_complain(session,
		N_("‘{0}’ cannot be read from git as it was recorded last; nothing was recorded"),
		N_("try again; ‘git fsck’ says whether something is damaged"), unread,
		kpss_str(NULL));
	return STATUS_FAILED;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	struct act_trouble trouble;
	enum exit_status status = STATUS_FAILED;
	if (!record_texts_given(session, arguments))
		return STATUS_USAGE;
	struct plan *before = plan_new();
	struct act *act = act_open(reading->folder, session->arena, &trouble);
	/* Whatever becomes of this one, an act that was interrupted is seen to. */
	bool ready = act && (arguments_has(arguments, "dry-run") || act_begin(act, &trouble));
	if (ready)
		acting_tell_recovery(session, act);
	if (!ready || !act_is_possible(act, &trouble))
		acting_fail(session, &trouble);
	else if (!may_be_recorded(session, arguments, reading))
		status = STATUS_FINDINGS;
	else
		status = answer_from(session, arguments, reading, act, before);
	act_close(act);
	plan_free(before);
	return status;
}

static const struct command_option options[] = {
	{.letter = 'm',
		.name = "message",
		.argument = N_("TEXT"),
		.summary = N_("what was done (told from the changes)")},
	{.name = "anyway",
		.argument = N_("REASON"),
		.summary = N_("record in spite of errors, and why")},
	{.name = "dry-run", .summary = N_("only say what would be recorded")},
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how the result is printed (text)")},
	{.name = "as-of",
		.argument = N_("DATE"),
		.summary = N_("the day on which the plan is looked at (today)")},
	{0},
};

static const char *const aliases[] = {"ulož", "uloz", NULL};

static const struct command_example examples[] = {
	{N_("kpss record"), N_("record all changes of the plan")},
	{N_("kpss record -m \"Minutes of May\""), N_("the same, in your own words")},
	{N_("kpss record meetings"), N_("only what has changed in that folder")},
	{N_("kpss record --dry-run"), N_("see what would be recorded")},
	{0},
};

const struct command command_record = {
	.name = "record",
	.aliases = aliases,
	.group = GROUP_HISTORY,
	.summary = N_("record the changes of the plan in git"),
	.description = N_(
		"Checks the whole plan and records the changed, new and deleted files of the plan\n"
		"(or those named) as one commit on the current branch. Nothing else is touched,\n"
		"whatever is staged; private folders are never recorded, nothing is sent\n"
		"anywhere. An interrupted record is completed or undone by the next one."),
	.examples = examples,
	.operands = N_("[PATH…]"),
	.operands_most = OPERANDS_ANY,
	.options = options,
	.answer = answer,
};
