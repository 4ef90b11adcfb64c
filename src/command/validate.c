/* kpss validate [DIR…] */
#include "command/command.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/failure.h"
#include "command/arguments.h"
#include "command/baseline.h"
#include "command/check.h"
#include "command/codes.h"
#include "command/day.h"
#include "command/environment.h"
#include "command/fix.h"
#include "command/named.h"
#include "command/progress.h"
#include "command/reading.h"
#include "command/revision.h"
#include "command/session.h"
#include "render/message.h"
#include "repo/snapshot.h"
#include "rule/code.h"
#include "rule/run.h"

enum { SHOWN_MOST = 100 }; /* findings of one code, before there are too many for a person */

static const char *format_word(size_t index)
{
	return index < report_format_count ? report_formats[index]->name : NULL;
}

static const char *severity_level(size_t index)
{
	static const char *const words[] = {"error", "warning", "note", "never", NULL};
	return words[index];
}

static struct kpss_str without_slashes(const char *folder)
{
	struct kpss_str path = kpss_str(folder);
	while (path.len > 1 && path.ptr[path.len - 1] == '/')
		path.len--;
	return path;
}

/* Where a folder that a person named is to be read: the folder itself or, of a revision, its path in git. */
static bool take_folder(struct session *session, struct check *check, struct check_task *task, const char *named)
{
	*task = (struct check_task){.folder = named, .path = without_slashes(named)};
	if (!check->revision)
		return true;
	char *path = store_path(check->revision->store, named);
	task->folder = path ? arena_text(session->arena, kpss_str(path)).ptr : NULL;
	free(path);
	if (!task->folder)
		session_complain(session, N_("‘{0}’ is not in the git repository of ‘{1}’"),
			N_("check plans of several git repositories one after another"), kpss_str(named),
			kpss_str(check->revision->folder));
	return task->folder;
}

/* The repository around the current folder. */
static bool find_folder(struct session *session, struct check *check)
{
	char *found = check->revision ? revision_plan(check->revision, ".") : repository_find(".");
	check->tasks[0] = (struct check_task){.path = kpss_str(".")};
	if (found)
		check->tasks[0].folder = arena_text(session->arena, kpss_str(found)).ptr;
	else
		session_complain(session, N_("there is no kpss.yaml in this folder or above it"),
			N_("go to the folder of the plan, or name it: kpss validate FOLDER"),
			kpss_str(NULL), kpss_str(NULL));
	free(found);
	return check->tasks[0].folder;
}

/* The folders named, or the repository around the current one. */
static enum exit_status take_folders(
	struct session *session, const struct arguments *arguments, struct check *check)
{
	size_t named = arguments->operand_count;
	check->count = named ? named : 1;
	check->tasks = arena_array(session->arena, check->count, sizeof *check->tasks);
	check->options.several = named > 1;
	if (named == 0)
		return find_folder(session, check) ? STATUS_FINE : STATUS_FAILED;
	for (size_t i = 0; i < named; i++)
		if (!take_folder(session, check, &check->tasks[i], arguments->operands[i]))
			return STATUS_USAGE;
	return STATUS_FINE;
}

/* What a commit has cannot be changed, and has no other history than all commits. */
static bool revision_goes_with(struct session *session, const struct arguments *arguments)
{
	static const char *const others[] = {"fix", "write-baseline", "history"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (!arguments_has(arguments, others[i]))
			continue;
		session_complain(session, N_("‘{0}’ and ‘--at’ do not go together"),
			N_("leave one of them out: ‘--at’ only looks at the plan as one commit has it"),
			arena_format(session->arena, "--%s", others[i]), kpss_str(NULL));
		return false;
	}
	return true;
}

/* The revision and the day; *revision is to be closed in any case. */
static enum exit_status take_state(struct session *session, const struct arguments *arguments, struct check *check,
	struct revision *revision)
{
	const char *from = arguments->operand_count ? arguments->operands[0] : ".";
	bool given = revision_is_given(session, arguments);
	if (given && !revision_goes_with(session, arguments))
		return STATUS_USAGE;
	enum exit_status status = revision_given(session, arguments, from, revision);
	check->revision = given ? revision : NULL;
	check->options.recorded = revision_recorded(revision);
	check->options.as_of = revision_day(session, revision);
	check->options.as_of_given = given || day_is_given(session, arguments);
	if (status == STATUS_FINE && !day_given(session, arguments, &check->options.as_of))
		status = STATUS_USAGE;
	return status;
}

static void print_reasons(struct session *session, const struct check *check)
{
	for (size_t i = 0; i < check->count; i++)
		(void)buf_write(&check->tasks[i].reason, session->err);
	fflush(session->err);
}

/* Without people in the output, they are told beside it. */
static void print_known(
	struct session *session, const struct check *check, const struct report_summary *total)
{
	struct buf buf = {0};
	if (!check->format->for_people)
		report_add_known(&buf, &check->options, total);
	(void)buf_write(&buf, session->err);
	fflush(session->err);
	buf_clear(&buf);
}

static void take_piece(void *session, struct buf *buf)
{
	session_write(session, buf);
	buf->len = 0;
}

static void print_report(struct session *session, const struct check *check)
{
	const struct report_drain drain = {.take = take_piece, .context = session};
	struct report_summary total = check_total(check);
	struct buf buf = {0};
	check->format->begin(&buf, &check->options, &total);
	session_write(session, &buf);
	for (size_t i = 0; i < check->count; i++)
		check_report(check, i, &drain);
	buf.len = 0;
	check->format->end(&buf, &check->options, &total);
	session_write(session, &buf);
	buf_clear(&buf);
	print_known(session, check, &total);
}

static enum kpss_severity severity_of(const char *level)
{
	static const enum kpss_severity severities[] = {
		KPSS_ERROR, KPSS_WARNING, KPSS_NOTE, KPSS_SILENT};
	for (size_t i = 0; level && severity_level(i); i++)
		if (strcmp(severity_level(i), level) == 0)
			return severities[i];
	return KPSS_ERROR;
}

static bool is_reached(enum kpss_severity level, const struct report_summary *total)
{
	return (level != KPSS_SILENT && total->errors) ||
	       ((level == KPSS_WARNING || level == KPSS_NOTE) && total->warnings) ||
	       (level == KPSS_NOTE && total->notes);
}

static bool write_known(struct session *session, const struct check *check, const char *path)
{
	int reason;
	enum write_result result = path ? named_write(path, buf_str(check->to_know), &reason) : WRITTEN;
	if (result == WRITTEN)
		return true;
	session_complain(session,
		result == WRITE_UNSURE
			? N_("the baseline ‘{0}’ is written, but a loss of power could undo it: {1}")
			: N_("the baseline ‘{0}’ could not be written: {1}"),
		NULL, kpss_str(path), kpss_str(failure_text(session->language, reason)));
	return false;
}

/* The options of baselines; false after saying what is wrong with them, with the status for that. */
static enum exit_status take_baseline(struct session *session, const struct arguments *arguments,
	struct check *check, struct baseline *known)
{
	const char *path = arguments_value(arguments, "baseline");
	if (path && arguments_has(arguments, "write-baseline")) {
		session_complain(session,
			N_("‘--baseline’ and ‘--write-baseline’ do not go together"),
			N_("a baseline is written with all that is found; leave --baseline out"),
			kpss_str(NULL), kpss_str(NULL));
		return STATUS_USAGE;
	}
	if (check->count > 1 && (path || check->to_know)) {
		session_complain(session, N_("a baseline belongs to one plan"),
			N_("check each plan on its own, with its own baseline"), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	if (path && !baseline_read(session, path, known))
		return STATUS_FAILED;
	check->known = path ? known : NULL;
	return STATUS_FINE;
}

static enum exit_status conclude(
	struct session *session, const struct check *check, const char *baseline)
{
	size_t failures = check_failures(check);
	if (failures == check->count) {
		print_reasons(session, check);
		return STATUS_FAILED;
	}
	if (!write_known(session, check, baseline))
		return STATUS_FAILED;
	print_report(session, check);
	struct report_summary total = check_total(check);
	return failures                                     ? STATUS_FAILED
	       : is_reached(check->options.fail_on, &total) ? STATUS_FINDINGS
							    : STATUS_FINE;
}

/* Told at once, whatever becomes of the next repository. */
static void print_told(struct session *session, const struct fix_told *told, bool dry_run, bool *begun)
{
	const struct finding_argument none[FINDING_ARGUMENTS] = {{0}};
	struct buf heading = {0};
	if (told->done.len > 0 && !*begun) {
		message_add(&heading, session->language, dry_run ? N_("would be fixed:") : N_("fixed:"), none);
		buf_add_char(&heading, '\n');
		*begun = true;
	}
	(void)buf_write(&heading, session->err);
	(void)buf_write(&told->done, session->err);
	(void)buf_write(&told->trouble, session->err);
	fflush(session->err);
	buf_clear(&heading);
}

/* What was mended is told on standard error; the report that follows is of what is left. */
static bool fix_all(struct session *session, const struct arguments *arguments, const struct check *check)
{
	bool good = true, begun = false, dry_run = arguments_has(arguments, "dry-run");
	for (size_t i = 0; i < check->count; i++) {
		struct kpss_str path = check->tasks[i].path;
		const struct fix_request request = {
			.folder = check->tasks[i].folder,
			.prefix = check->options.several ? arena_format(session->arena, "%.*s/", (int)path.len, path.ptr) : kpss_str(""),
			.language = session->language,
			.dry_run = dry_run,
		};
		struct fix_told told = {0};
		good = fix_repository(&request, &told) && good;
		print_told(session, &told, dry_run, &begun);
		buf_clear(&told.done);
		buf_clear(&told.trouble);
	}
	return good;
}

static void check_with_progress(struct session *session, struct check *check)
{
	struct progress progress;
	progress_begin(&progress, session, check->count);
	check->progress = &progress;
	check_run(check);
	progress_end(&progress);
}

static enum exit_status validate_run(struct session *session, const struct arguments *arguments)
{
	const char *format = arguments_value(arguments, "format");
	const char *baseline = arguments_value(arguments, "write-baseline");
	struct buf to_know = {0};
	struct baseline known = {0};
	struct check check = {
		.format = format ? report_format_find(kpss_str(format)) : report_formats[0],
		.options = {.language = session->language,
			.colour = session_colours_output(session),
			.fail_on = severity_of(arguments_value(arguments, "fail-on")),
			.limit = arguments_has(arguments, "all") ? 0 : SHOWN_MOST},
		.colour_reasons = session_colours_errors(session),
		.filter = {.only = codes_given(session, arguments, "only"),
			.ignore = codes_given(session, arguments, "ignore")},
		.to_know = baseline ? &to_know : NULL,
	};
	struct revision revision = {0};
	check.history = arguments_has(arguments, "history");
	enum exit_status status = take_state(session, arguments, &check, &revision);
	if (status == STATUS_FINE)
		status = take_folders(session, arguments, &check);
	if (status == STATUS_FINE && !codes_are_known(session, &check))
		status = STATUS_USAGE;
	if (status == STATUS_FINE)
		status = take_baseline(session, arguments, &check, &known);
	if (status == STATUS_FINE) {
		bool fixed = !arguments_has(arguments, "fix") || fix_all(session, arguments, &check);
		for (size_t i = 0; i < check.count; i++)
			reading_say_unfinished(session, check.tasks[i].folder);
		check_with_progress(session, &check);
		status = conclude(session, &check, baseline);
		status = fixed ? status : STATUS_FAILED;
	}
	check_clear(&check);
	buf_clear(&to_know);
	revision_close(&revision);
	return status;
}

static const struct command_option options[] = {
	{.letter = 'f',
		.name = "format",
		.word = format_word,
		.summary = N_("how findings are printed (text)")},
	{.name = "fail-on",
		.word = severity_level,
		.summary = N_("from which severity on the status is 1 (error)")},
	{.name = "only",
		.argument = N_("CODE"),
		.word = code_at,
		.word_open = true,
		.summary = N_("report only this code; may be repeated")},
	{.name = "ignore",
		.argument = N_("CODE"),
		.word = code_at,
		.word_open = true,
		.summary = N_("leave this code out; may be repeated")},
	{.name = "all", .summary = N_("print all findings, not just 100 of each code")},
	{.name = "baseline",
		.argument = N_("FILE"),
		.summary = N_("report only findings that are not in this file")},
	{.name = "write-baseline",
		.argument = N_("FILE"),
		.summary = N_("write all findings to this file, for --baseline")},
	LOOKING_OPTIONS,
	{.name = "history", .summary = N_("also find private data in the history of git")},
	{.name = "fix", .summary = N_("first mend what can be mended in one way only")},
	{.name = "dry-run", .summary = N_("with --fix: only say what would be mended")},
	{0},
};

static const char *const aliases[] = {"zkontroluj", "ověř", "over", NULL};

static const struct command_example examples[] = {
	{N_("kpss validate"), N_("check the plan around this folder")},
	{N_("kpss validate --as-of 2026-12-31"), N_("check it as it will stand at the year's end")},
	{N_("kpss validate --at HEAD~1"), N_("check it as recorded one commit ago")},
	{N_("kpss validate --fix --dry-run"), N_("see which slips it could mend by itself")},
	{N_("kpss validate --baseline b.json"), N_("report only what is new in an old plan")},
	{N_("kpss validate --history"), N_("find private data in the history of git")},
	{N_("kpss validate -f json plans/*"), N_("check many plans, for a program to read")},
	{0},
};

const struct command command_validate = {
	.name = "validate",
	.aliases = aliases,
	.group = GROUP_CHECK,
	.summary = N_("check a plan and report everything that is wrong"),
	.description = N_(
		"Without FOLDER, the repository is looked for from the current folder upwards by\n"
		"its kpss.yaml. With several, each is checked on its own. Only --fix edits them.\n"
		"\n"
		"Status: 0 fine, 1 findings at or above --fail-on, 2 wrong usage, 3 a repository\n"
		"could not be read. The codes are explained in ‘man kpss-findings’."),
	.examples = examples,
	.operands = N_("[FOLDER…]"),
	.operands_most = OPERANDS_ANY,
	.operand_folder = true,
	.options = options,
	.run = validate_run,
};
