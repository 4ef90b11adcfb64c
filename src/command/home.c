#include "command/home.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/language.h"
#include "command/reading.h"
#include "command/revision.h"
#include "command/session.h"
#include "command/standing.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

static enum exit_status introduce(struct session *session)
{
	static const char *const texts[] = {
		N_("kpss keeps the community planning of social services as text files: it checks "
		   "the\n"
		   "plan, shows where planning stands and what is due."),
		N_("This folder is no plan: there is no kpss.yaml here or above. Go to the folder "
		   "of\n"
		   "the plan, or name it: kpss -C FOLDER"),
		N_("‘kpss help’ lists all commands."),
	};
	struct buf buf = {0};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		buf_addf(&buf, "%s%s\n", i ? "\n" : "", language_text(session->language, texts[i]));
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

/* The findings are part of it. */
static enum exit_status show(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	(void)arguments;
	struct status status = standing_open(
		session, reading, NULL, day_plus_months(reading->as_of, STANDING_MONTHS));
	const struct status_options options = {
		.language = session->language,
		.colour = session_colours_output(session),
		.arena = session->arena,
	};
	struct buf buf = {0};
	home_add(&buf, &options, &status);
	session_write(session, &buf);
	buf_clear(&buf);
	standing_close(&status);
	return STATUS_FINE;
}

enum exit_status home_run(struct session *session, const struct arguments *arguments)
{
	char *folder = repository_find(".");
	if (!folder && !revision_is_given(session, arguments))
		return introduce(session);
	free(folder);
	return reading_run(session, arguments, show, false);
}
