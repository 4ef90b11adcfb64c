/* A repository opened to answer from: what every command does first that reads a plan and is not validate. */
#ifndef COMMAND_READING_H
#define COMMAND_READING_H

#include <kpss/date.h>

#include "base/finding.h"
#include "command/command.h"
#include "render/report.h"

struct arguments;
struct plan;
struct session;
struct snapshot;

struct reading {
	struct kpss_date as_of; /* the day of --as-of, or today */
	const struct plan *plan;
	struct findings findings; /* of loading and of all rules on that day, sorted */
	struct report_summary summary;

	/* To give back: */
	char *folder;
	struct snapshot *snapshot;
	struct plan *loaded;
};

/* Finds the repository from the current folder upwards, loads it and runs the rules. Anything but STATUS_FINE is the status
 * to end with, after saying why. Give it back with reading_close in either case. */
enum exit_status reading_open(
	struct reading *reading, struct session *session, const struct arguments *arguments);
void reading_close(struct reading *reading);

/* Says in one line on standard error that the repository has findings, if it has: an answer from it may lack something. */
void reading_note(const struct reading *reading, struct session *session);

#endif
