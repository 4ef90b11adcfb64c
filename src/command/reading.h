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

#endif
