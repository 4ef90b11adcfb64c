#include "command/reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/day.h"
#include "command/session.h"
#include "plan/load.h"
#include "render/summary.h"
#include "repo/act.h"
#include "repo/snapshot.h"
#include "rule/run.h"

/* The folder named, or the repository around the current folder. */
static char *folder_of(const struct reading *reading, const char *named)
{
	if (reading->recorded)
		return revision_plan(&reading->revision, named ? named : ".");
	return named ? strdup(named) : repository_find(".");
}

static enum exit_status folder_find(struct reading *reading, struct session *session, const char *named)
{
	reading->folder = folder_of(reading, named);
	if (reading->folder)
		return STATUS_FINE;
	session_complain(session, N_("there is no kpss.yaml in this folder or above it"),
		N_("go to the folder of the plan, or name it before the command: kpss -C "
		   "FOLDER"),
		kpss_str(NULL), kpss_str(NULL));
	return STATUS_FAILED;
}

static bool load(struct reading *reading)
{
	const struct revision *revision = &reading->revision;
	reading->loaded = plan_new();
	reading->snapshot = reading->recorded ? snapshot_commit(revision->store, &revision->commit, reading->folder,
							 &reading->findings)
					      : snapshot_folder(reading->folder, &reading->findings);
	bool good = reading->snapshot &&
		    plan_load(reading->loaded, reading->snapshot, &reading->findings);
	if (good)
		rules_run(reading->loaded, reading->as_of, &reading->findings);
	findings_sort(&reading->findings);
	return good;
}

void reading_say_unfinished(struct session *session, const char *folder)
{
	if (act_is_unfinished(folder))
		session_complain(session, N_("an act of kpss was interrupted here and is in git only in part"),
			N_("the next act completes or undoes it: kpss record"), kpss_str(NULL), kpss_str(NULL));
}

static enum exit_status reading_open(
	struct reading *reading, struct session *session, const struct arguments *arguments, const char *named)
{
	*reading = (struct reading){.name = kpss_str(named)};
	findings_init(&reading->findings);
	enum exit_status status = revision_given(session, arguments, named ? named : ".", &reading->revision);
	reading->recorded = revision_recorded(&reading->revision);
	reading->as_of = revision_day(session, &reading->revision);
	if (status == STATUS_FINE && !day_given(session, arguments, &reading->as_of))
		status = STATUS_USAGE;
	if (status == STATUS_FINE)
		status = folder_find(reading, session, named);
	if (status != STATUS_FINE)
		return status;
	if (!load(reading)) {
		session_say_reason(session, reading->name.len ? reading->name : kpss_str("."), &reading->findings);
		return STATUS_FAILED;
	}
	if (!reading->recorded)
		reading_say_unfinished(session, reading->folder);
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
	revision_close(&reading->revision);
}

static void say_findings(const struct report_summary *summary, struct session *session)
{
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
	enum exit_status status = reading_open(&reading, session, arguments, NULL);
	if (status == STATUS_FINE) {
		status = answer(session, arguments, &reading);
		if (note && status == STATUS_FINE)
			say_findings(&reading.summary, session);
	}
	reading_close(&reading);
	return status;
}

bool reading_is_of_many(const struct arguments *arguments)
{
	return arguments_has(arguments, "repos");
}

enum exit_status reading_run_each(struct session *session, const struct arguments *arguments,
	void (*take)(void *user, const struct reading *reading), void *user)
{
	struct report_summary total = {0};
	enum exit_status worst = STATUS_FINE;
	bool many = reading_is_of_many(arguments);
	for (size_t i = 0; i < (many ? arguments->option_count : 1); i++) {
		struct reading reading;
		if (many && strcmp(arguments->options[i].option->name, "repos") != 0)
			continue;
		enum exit_status status = reading_open(
			&reading, session, arguments, many ? arguments->options[i].value : NULL);
		if (status == STATUS_FINE) {
			take(user, &reading);
			report_summary_join(&total, &reading.summary);
		}
		reading_close(&reading);
		worst = status > worst ? status : worst;
		if (status == STATUS_USAGE)
			break;
	}
	say_findings(&total, session);
	return worst;
}
