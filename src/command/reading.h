/* A repository opened to answer from: what every command does that reads a plan and is not validate. */
#ifndef COMMAND_READING_H
#define COMMAND_READING_H

#include <kpss/date.h>

#include "base/finding.h"
#include "command/command.h"
#include "command/revision.h"
#include "render/report.h"

struct arguments;
struct plan;
struct session;
struct snapshot;

struct reading {
	struct kpss_date as_of; /* the day of --as-of, else that of the revision, or today */
	const struct recorded *recorded; /* what --at asks for; NULL: the folder as it is */
	const struct plan *plan;
	struct findings findings; /* of loading and of all rules on that day, sorted */
	struct report_summary summary;
	struct kpss_str name; /* as it was typed after --repos; empty: the repository around the current folder */

	/* To give back: */
	char *folder; /* on disk, or in the commit */
	struct revision revision;
	struct snapshot *snapshot;
	struct plan *loaded;
};

/* Finds the repository from the current folder upwards, loads it, runs the rules, answers and gives it back. A repository that
 * cannot be read is told with the reason. With `note`, one line on standard error says after the answer that there are
 * findings, if there are: the answer may lack something. */
enum exit_status reading_run(struct session *session, const struct arguments *arguments,
	answer_function *answer, bool note);

/* The same for an answer from several repositories, those of --repos (READING_REPOS_OPTION); without it, from
 * the one around the current folder. Each is handed to `take`, then given back; one that cannot be read is told with the reason
 * and hides none of the others, but the status is then STATUS_FAILED. Notes findings. */
enum exit_status reading_run_each(struct session *session, const struct arguments *arguments,
	void (*take)(void *user, const struct reading *reading), void *user);
bool reading_is_of_many(const struct arguments *arguments);
#define READING_REPOS_OPTION \
	{.name = "repos", \
		.argument = N_("DIR…"), \
		.folder = true, \
		.many = true, \
		.summary = N_("answer from these repositories together")}

/* Says on standard error, where it is so, that an act of recording was interrupted around the root of a plan. */
void reading_say_unfinished(struct session *session, const char *folder);

#endif
