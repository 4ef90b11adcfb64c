/* kpss merge-driver BASE OURS THEIRS MARKER PATH, kpss merge-driver install */
#include "command/command.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/named.h"
#include "command/session.h"
#include "document/merge.h"
#include "document/parse.h"
#include "document/words.h"
#include "render/message.h"
#include "repo/setup.h"
#include "repo/snapshot.h"
#include "repo/store.h"
#include "repo/text_merge.h"

enum { OPERANDS = 5, MARKER_LONGEST = 200 };

/* Git takes anything up to 128 for a conflict that is marked in the file; here nothing is, so it has to stop. */
enum { STATUS_STOPS_GIT = 129 };

/* In the order in which git gives them. */
enum file { FILE_BASE, FILE_OURS, FILE_THEIRS, FILES };

struct merge {
	struct session *session;
	const char *path; /* what people call the file */
	size_t marker;
	struct kpss_str bytes[FILES];
};

static bool files_read(struct merge *merge, const struct arguments *arguments)
{
	for (int i = 0; i < FILES; i++) {
		struct buf buf = {0};
		int reason = named_read(arguments->operands[i], &buf);
		merge->bytes[i] = arena_text(merge->session->arena, buf_str(&buf));
		buf_clear(&buf);
		if (!reason)
			continue;
		session_complain(merge->session, N_("‘{0}’ could not be read: {1}"), NULL,
			kpss_str(arguments->operands[i]),
			kpss_str(failure_text(merge->session->language, reason)));
		return false;
	}
	return true;
}

static void tell_conflict(const struct merge *merge, const struct merge_conflict *conflict)
{
	struct kpss_str path = kpss_str(merge->path), where = conflict->record;
	const char *sentence = N_("{0}: both sides changed ‘{1}’, each otherwise");
	if (conflict->field.len > 0 && conflict->record.len > 0)
		where = arena_format(merge->session->arena, "%.*s: %.*s", (int)conflict->record.len,
			conflict->record.ptr, (int)conflict->field.len, conflict->field.ptr);
	else if (conflict->field.len > 0)
		where = conflict->field;
	if (where.len == 0)
		sentence = N_("{0}: both sides changed a comment, each otherwise");
	session_complain(merge->session, sentence, NULL, path, where);
}

/* By records and fields; false when that is not possible. */
static bool merge_records(const struct merge *merge, struct kpss_str *out, enum exit_status *status)
{
	struct words *words = words_new(NULL, 0);
	struct reader *reader = reader_new(words);
	struct arena *arena = merge->session->arena;
	struct document documents[FILES];
	struct findings findings;
	struct merged merged;
	bool good = true;
	findings_init(&findings);
	for (int i = 0; i < FILES; i++)
		good = good && document_parse(reader,
				       source_new(arena, kpss_str(merge->path), merge->bytes[i]),
				       arena, &findings, &documents[i]);
	const struct merge_wish wish = {.base = &documents[FILE_BASE],
		.ours = &documents[FILE_OURS],
		.theirs = &documents[FILE_THEIRS],
		.reader = reader,
		.marker = merge->marker};
	good = good && merge_documents(&merged, &wish, arena);
	for (size_t i = 0; good && i < merged.count; i++)
		tell_conflict(merge, &merged.conflicts[i]);
	if (good && merged.twice.len > 0)
		session_complain(merge->session,
			N_("{0}: both sides moved ‘{1}’, each to another place; it stands in both "
			   "now"),
			N_("delete one of them"), kpss_str(merge->path), merged.twice);
	if (good) {
		*out = merged.bytes;
		*status = merged.count || merged.twice.len ? STATUS_FINDINGS : STATUS_FINE;
	}
	findings_clear(&findings);
	reader_free(reader);
	words_free(words);
	return good;
}

static bool merge_lines(const struct merge *merge, struct kpss_str *out, enum exit_status *status)
{
	const struct text_sides sides = {.base = merge->bytes[FILE_BASE],
		.ours = merge->bytes[FILE_OURS],
		.theirs = merge->bytes[FILE_THEIRS]};
	enum text_merge came =
		text_merge(out, &sides, (unsigned short)merge->marker, merge->session->arena);
	session_complain(merge->session,
		came == TEXT_FAILED
			? N_("{0} could not be merged")
			: N_("{0} cannot be merged by records; it was merged line by line"),
		NULL, kpss_str(merge->path), kpss_str(NULL));
	*status = came == TEXT_CONFLICTS ? STATUS_FINDINGS : STATUS_FINE;
	return came != TEXT_FAILED;
}

static enum exit_status merge_run(struct merge *merge, const struct arguments *arguments)
{
	enum exit_status status;
	struct kpss_str out;
	int reason;
	if (!files_read(merge, arguments))
		return (enum exit_status)STATUS_STOPS_GIT;
	if (!merge_records(merge, &out, &status) && !merge_lines(merge, &out, &status))
		return (enum exit_status)STATUS_STOPS_GIT;
	if (named_write(arguments->operands[FILE_OURS], out, &reason) != WRITE_FAILED)
		return status;
	session_complain(merge->session, N_("‘{0}’ could not be written: {1}"), NULL,
		kpss_str(arguments->operands[FILE_OURS]),
		kpss_str(failure_text(merge->session->language, reason)));
	return (enum exit_status)STATUS_STOPS_GIT;
}

static const char *const attribute_lines[] = {"*.yaml merge=kpss", "*.yml merge=kpss", NULL};

static bool has_line(struct kpss_str text, const char *line)
{
	size_t length = strlen(line);
	for (size_t at = 0; at < text.len;) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		size_t size = (end ? (size_t)(end - text.ptr) : text.len) - at;
		if (size == length && memcmp(text.ptr + at, line, length) == 0)
			return true;
		at += size + 1;
	}
	return false;
}

/* Adds what is missing to the file in the folder of the plan; 0, or the errno that says why not. */
static int attributes_write(struct session *session, const char *folder, struct buf *told)
{
	struct kpss_str path = arena_format(session->arena, "%s/.gitattributes", folder);
	struct buf buf = {0};
	int reason = named_read(path.ptr, &buf);
	reason = reason == ENOENT ? 0 : reason;
	size_t before = buf.len;
	for (size_t i = 0; !reason && attribute_lines[i]; i++) {
		if (has_line(buf_str(&buf), attribute_lines[i]))
			continue;
		if (buf.len > 0 && buf.ptr[buf.len - 1] != '\n')
			buf_add_char(&buf, '\n');
		buf_addf(&buf, "%s\n", attribute_lines[i]);
		buf_addf(told, ".gitattributes: %s\n", attribute_lines[i]);
	}
	if (!reason && buf.len > before &&
		named_write(path.ptr, buf_str(&buf), &reason) != WRITE_FAILED)
		reason = 0;
	buf_clear(&buf);
	return reason;
}

static bool settings_write(struct store *store, struct buf *told)
{
	static const char *const settings[][2] = {
		{"merge.kpss.name", "records and fields of a plan"},
		{"merge.kpss.driver", "kpss merge-driver %O %A %B %L %P"},
	};
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
		if (!store_setting_write(store, settings[i][0], settings[i][1]))
			return false;
		buf_addf(told, "git config: %s = %s\n", settings[i][0], settings[i][1]);
	}
	return true;
}

static enum exit_status install_into(
	struct session *session, const char *folder, struct store *store)
{
	const struct finding_argument none[FINDING_ARGUMENTS] = {{0}};
	struct buf told = {0};
	int reason = attributes_write(session, folder, &told);
	bool good = !reason && settings_write(store, &told);
	if (reason)
		session_complain(session, N_("‘{0}’ could not be written: {1}"), NULL,
			kpss_str(".gitattributes"),
			kpss_str(failure_text(session->language, reason)));
	else if (!good)
		session_complain(session,
			N_("the settings of this git repository could not be written"), NULL,
			kpss_str(NULL), kpss_str(NULL));
	if (good) {
		message_add(&told, session->language,
			N_("git merges the plan by records and fields now; record .gitattributes "
			   "too, and "
			   "type this command in every clone"),
			none);
		buf_add_char(&told, '\n');
		session_write(session, &told);
	}
	buf_clear(&told);
	return good ? STATUS_FINE : STATUS_FAILED;
}

static enum exit_status install(struct session *session)
{
	struct findings findings;
	enum exit_status status = STATUS_FAILED;
	char *folder = repository_find(".");
	findings_init(&findings);
	struct store *store = folder ? store_open(folder, &findings) : NULL;
	if (store)
		status = install_into(session, folder, store);
	else if (folder)
		session_say_reason(session, kpss_str("."), &findings);
	else
		session_complain(session, N_("there is no kpss.yaml in this folder or above it"),
			N_("go to the folder of the plan, or name it before the command: kpss -C "
			   "FOLDER"),
			kpss_str(NULL), kpss_str(NULL));
	store_close(store);
	findings_clear(&findings);
	free(folder);
	return status;
}

static enum exit_status merge_driver_run(struct session *session, const struct arguments *arguments)
{
	const char *const *operands = arguments->operands;
	if (arguments->operand_count == 1 && strcmp(operands[0], "install") == 0)
		return install(session);
	struct merge merge = {
		.session = session, .path = operands[OPERANDS - 1], .marker = MERGE_MARKER_USUAL};
	if (arguments->operand_count == OPERANDS) {
		char *end;
		unsigned long marker = strtoul(operands[FILES], &end, 10);
		if (end != operands[FILES] && *end == '\0' && marker > 0 &&
			marker <= MARKER_LONGEST) {
			merge.marker = marker;
			return merge_run(&merge, arguments);
		}
	}
	session_complain(session, N_("‘install’ or what git hands over is missing: %O %A %B %L %P"),
		N_("people type: kpss merge-driver install"), kpss_str(NULL), kpss_str(NULL));
	return STATUS_USAGE;
}

static const char *const aliases[] = {"slučování", "slucovani", NULL};

static const struct command_example examples[] = {
	{N_("kpss merge-driver install"), N_("from now on, git merge works by records")},
	{0},
};

const struct command command_merge_driver = {
	.name = "merge-driver",
	.aliases = aliases,
	.group = GROUP_HISTORY,
	.summary = N_("let git merge plans by records and fields"),
	.description = N_(
		"With ‘install’, git merges the YAML files of this plan with it from now on: two\n"
		"people who edit different records, or different fields of one, never conflict.\n"
		"What both changed stays in the file as both wrote it, between git's markers.\n"
		"\n"
		"Otherwise git itself runs it, with the files %O %A %B, %L and %P. Status: 0\n"
		"merged, 1 with conflicts, 129 not merged, and git stops."),
	.examples = examples,
	.operands = N_("install | BASE OURS THEIRS MARKER PATH"),
	.operands_most = OPERANDS,
	.run = merge_driver_run,
};
