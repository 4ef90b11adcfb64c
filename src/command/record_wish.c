#include "command/record_wish.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "base/version.h"
#include "command/arguments.h"
#include "command/environment.h"
#include "command/moment.h"
#include "command/reading.h"
#include "command/record_changes.h"
#include "command/record_message.h"
#include "command/session.h"
#include "plan/plan.h"
#include "render/message.h"

enum { FILES_NAMED = 3 };

static bool text_is_given(
	struct session *session, const struct arguments *arguments, const char *name)
{
	const char *text = arguments_value(arguments, name);
	if (!text)
		return true;
	bool blank = text[strspn(text, " \t\r\n")] == '\0';
	if (!blank && text_valid_utf8(kpss_str(text)) == strlen(text))
		return true;
	session_complain(session,
		blank ? N_("the text after ‘--{0}’ is empty")
		      : N_("the text after ‘--{0}’ is not in UTF-8"),
		N_("write it in quotes: kpss record --{0} \"TEXT\""), kpss_str(name),
		kpss_str(NULL));
	return false;
}

/* When a person acts: as the variables say, else now. */
static bool moment_given(
	struct session *session, const char *name, const char *value, struct act_person *person)
{
	const struct environment *environment = session->environment;
	struct moment moment = {.seconds = environment->now, .offset = environment->utc_offset};
	struct moment epoch = {0};
	/* Git, too, takes an empty one for none. */
	value = value && *value ? value : NULL;
	const char *wrong = NULL, *text = value;
	if (value && !moment_parse(kpss_str(value), &moment)) {
		wrong = name;
	} else if (!value && environment->source_date_epoch) {
		text = environment->source_date_epoch;
		if (moment_parse(kpss_str(text), &epoch))
			moment = epoch;
		else
			wrong = "SOURCE_DATE_EPOCH";
	}
	person->seconds = moment.seconds;
	person->offset = moment.offset;
	if (wrong)
		session_complain(session, N_("the variable {0} holds no moment: ‘{1}’"),
			N_("write it like 2026-03-12T10:00:00+01:00, or leave it out"),
			kpss_str(wrong), kpss_str(text));
	return !wrong;
}

bool record_persons_given(struct session *session, struct act_wish *wish)
{
	const struct environment *environment = session->environment;
	wish->author = (struct act_person){
		.name = environment->git_author_name, .email = environment->git_author_email};
	wish->committer = (struct act_person){
		.name = environment->git_committer_name, .email = environment->git_committer_email};
	return moment_given(
		       session, "GIT_AUTHOR_DATE", environment->git_author_date, &wish->author) &&
	       moment_given(session, "GIT_COMMITTER_DATE", environment->git_committer_date,
		       &wish->committer);
}

/* On one line, as trailers are. */
static void add_flat(struct buf *buf, struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		buf_add_char(buf, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
}

static struct kpss_str trimmed(const char *text)
{
	struct kpss_str line = kpss_str(text + strspn(text, " \t\r\n"));
	while (line.len > 0 && strchr(" \t\r\n", line.ptr[line.len - 1]))
		line.len--;
	return line;
}

static void trailers_add(struct buf *buf, const struct reading *reading, const char *anyway)
{
	buf_addf(buf, "\n\nKpss-Act: record\nKpss-Findings: %zu errors, %zu warnings",
		reading->summary.errors, reading->summary.warnings);
	if (anyway) {
		buf_add_text(buf, "\nKpss-Anyway: ");
		add_flat(buf, trimmed(anyway));
	}
	buf_addf(buf, "\nKpss-Version: %s\n", program_version);
}
/* Where all records are the same, the files are told. */
static void files_add(
	struct buf *buf, const struct plan *plan, const struct record_changes *changes)
{
	struct buf names = {0};
	for (size_t i = 0; i < changes->count && i < FILES_NAMED; i++) {
		buf_add_text(&names, i ? ", " : "");
		buf_add(&names, changes->files[i].path);
	}
	if (changes->count > FILES_NAMED)
		buf_add_text(&names, ", …");
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(buf_str(&names))};
	message_add(buf, language_find(plan_is_czech(plan) ? "cs" : "en"), N_("Files changed: {0}"),
		arguments);
	buf_clear(&names);
}

bool record_texts_given(struct session *session, const struct arguments *arguments)
{
	return text_is_given(session, arguments, "message") &&
	       text_is_given(session, arguments, "anyway");
}

void record_message_given(struct session *session, const struct arguments *arguments,
	const struct reading *reading, const struct plan *before,
	const struct record_changes *changes, struct act_wish *wish)
{
	struct buf buf = {0};
	const char *text = arguments_value(arguments, "message"),
		   *anyway = arguments_value(arguments, "anyway");
	if (text)
		buf_add(&buf, trimmed(text));
	else
		record_message_add(&buf, before, reading->plan, changes);
	if (buf.len == 0)
		files_add(&buf, reading->plan, changes);
	trailers_add(&buf, reading, anyway);
	wish->message = arena_text(session->arena, buf_str(&buf));
	buf_clear(&buf);
}
