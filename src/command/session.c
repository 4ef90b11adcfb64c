#include "command/session.h"

#include <errno.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "command/environment.h"
#include "render/message.h"
#include "render/report.h"

static const struct language *environment_language(const struct environment *environment)
{
	const char *const wishes[] = {environment->kpss_lang, environment->lc_all,
		environment->lc_messages, environment->lang};
	const struct language *language = NULL;
	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		if (!wishes[i] || wishes[i][0] == '\0')
			continue;
		language = language_find(wishes[i]);
		break;
	}
	return language ? language : language_find("en");
}

void session_init(
	struct session *session, const struct environment *environment, FILE *out, FILE *err)
{
	*session = (struct session){
		.environment = environment,
		.out = out,
		.err = err,
		.arena = arena_new(),
		.language = environment_language(environment),
	};
}

void session_clear(struct session *session)
{
	arena_free(session->arena);
	session->arena = NULL;
}

static bool colours(const struct session *session, bool terminal)
{
	const struct environment *environment = session->environment;
	if (session->colour != COLOUR_AUTO)
		return session->colour == COLOUR_ALWAYS;
	bool refused = environment->no_color && environment->no_color[0] != '\0';
	bool dumb = environment->term && strcmp(environment->term, "dumb") == 0;
	return terminal && !refused && !dumb;
}

bool session_colours_output(const struct session *session)
{
	return colours(session, session->environment->output_is_terminal);
}

bool session_colours_errors(const struct session *session)
{
	return colours(session, session->environment->error_is_terminal);
}

void session_write(struct session *session, const struct buf *buf)
{
	if (session->output_failed)
		return;
	errno = 0;
	if (buf_write(buf, session->out) && fflush(session->out) == 0)
		return;
	int reason = errno;
	session->output_failed = true;
	/* Whoever closed the pipe does not wait for an explanation. */
	if (reason != EPIPE)
		session_complain(session, N_("the output could not be written: {0}"), NULL,
			kpss_str(failure_text(session->language, reason)), kpss_str(NULL));
}

static void add_remedy(struct buf *buf, const struct session *session, const char *remedy,
	const struct finding_argument *arguments)
{
	if (!remedy)
		return;
	buf_addf(buf, "  = %s: ", language_text(session->language, N_("what to do")));
	message_add(buf, session->language, remedy, arguments);
	buf_add_char(buf, '\n');
}

static void add_suggestion(
	struct buf *buf, const struct session *session, const struct text_suggestions *suggestions)
{
	static const char *const questions[] = {
		NULL,
		N_("did you mean ‘{0}’?"),
		N_("did you mean ‘{0}’ or ‘{1}’?"),
		N_("did you mean ‘{0}’, ‘{1}’ or ‘{2}’?"),
	};
	struct finding_argument arguments[FINDING_ARGUMENTS] = {{0}};
	for (size_t i = 0; i < suggestions->count; i++)
		arguments[i] = argument_text(suggestions->names[i]);
	add_remedy(buf, session, questions[suggestions->count], arguments);
}

void session_complain_suggesting(struct session *session, const char *english, const char *remedy,
	struct kpss_str about, struct kpss_str more, const struct text_suggestions *suggestions)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_text(about), argument_text(more)};
	struct buf buf = {0};
	buf_add_text(&buf, "kpss: ");
	message_add(&buf, session->language, english, arguments);
	buf_add_char(&buf, '\n');
	if (suggestions && suggestions->count)
		add_suggestion(&buf, session, suggestions);
	else
		add_remedy(&buf, session, remedy, arguments);
	/* Nowhere is left to complain about a failure here. */
	(void)buf_write(&buf, session->err);
	fflush(session->err);
	buf_clear(&buf);
}

void session_complain(struct session *session, const char *english, const char *remedy,
	struct kpss_str about, struct kpss_str more)
{
	session_complain_suggesting(session, english, remedy, about, more, NULL);
}

void session_say_reason(
	struct session *session, struct kpss_str path, const struct findings *findings)
{
	const struct report_options options = {
		.language = session->language,
		.as_of = session->environment->today,
		.colour = session_colours_errors(session),
		.several = !kpss_str_is(path, "."),
	};
	const struct report_repository repository = {
		.path = path,
		.town = kpss_str(""),
		.findings = findings,
		.summary = {.unread = 1},
	};
	struct buf buf = {0};
	report_format_text.repository(&buf, &options, &repository);
	/* Nowhere is left to complain about a failure here. */
	(void)buf_write(&buf, session->err);
	fflush(session->err);
	buf_clear(&buf);
}
