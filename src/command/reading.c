#include "command/reading.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/session.h"
#include "plan/load.h"
#include "render/summary.h"
#include "repo/snapshot.h"
#include "rule/run.h"

/* Why a repository could not be read, in full: there is nothing else to say. */
static void say_reason(const struct reading *reading, struct session *session)
{
	const struct report_options options = {
		.language = session->language,
		.as_of = reading->as_of,
		.colour = session_colours_errors(session),
	};
	const struct report_repository repository = {
		.path = kpss_str("."),
		.town = kpss_str(""),
		.findings = &reading->findings,
		.summary = {.unread = 1},
	};
	struct buf buf = {0};
	report_format_text.repository(&buf, &options, &repository);
	/* Nowhere is left to complain about a failure here. */
	(void)buf_write(&buf, session->err);
	fflush(session->err);
	buf_clear(&buf);
}

static bool load(struct reading *reading)
{
	reading->loaded = plan_new();
	reading->snapshot = snapshot_folder(reading->folder, &reading->findings);
	bool good = reading->snapshot &&
		    plan_load(reading->loaded, reading->snapshot, &reading->findings);
	if (good)
		rules_run(reading->loaded, reading->as_of, &reading->findings);
	findings_sort(&reading->findings);
	return good;
}

static enum exit_status reading_open(
	struct reading *reading, struct session *session, const struct arguments *arguments)
{
	*reading = (struct reading){0};
	findings_init(&reading->findings);
	if (!day_given(session, arguments, &reading->as_of))
		return STATUS_USAGE;
	reading->folder = repository_find(".");
	if (!reading->folder) {
		session_complain(session, N_("there is no kpss.yaml in this folder or above it"),
			N_("go to the folder of the plan, or name it before the command: kpss -C "
			   "FOLDER"),
			kpss_str(NULL), kpss_str(NULL));
		return STATUS_FAILED;
	}
	if (!load(reading)) {
		say_reason(reading, session);
		return STATUS_FAILED;
	}
	reading->plan = reading->loaded;
	reading->summary = report_summary_of(&reading->findings, plan_file_count(reading->plan));
	return STATUS_FINE;
}

static void reading_close(struct reading *reading)
{
	if (reading->snapshot)
		snapshot_close(reading->snapshot);
	if (reading->loaded)
		plan_free(reading->loaded);
	findings_clear(&reading->findings);
	free(reading->folder);
}

static void say_findings(const struct reading *reading, struct session *session)
{
	const struct report_summary *summary = &reading->summary;
	if (summary->errors + summary->warnings + summary->notes == 0)
		return;
	struct buf counts = {0};
	summary_add_counts(&counts, session->language, summary);
	session_complain(session, N_("the plan has findings ({0}); ‘kpss validate’ lists them"),
		NULL, buf_str(&counts), kpss_str(NULL));
	buf_clear(&counts);
}

enum exit_status reading_run(struct session *session, const struct arguments *arguments,
	answer_function *answer, bool note)
{
	struct reading reading;
	enum exit_status status = reading_open(&reading, session, arguments);
	if (status == STATUS_FINE) {
		status = answer(session, arguments, &reading);
		if (note && status == STATUS_FINE)
			say_findings(&reading, session);
	}
	reading_close(&reading);
	return status;
}
