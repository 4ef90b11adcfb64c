/* A state of the plan that a person names: a folder, or a revision in git. */
#ifndef COMMAND_STATE_H
#define COMMAND_STATE_H

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/finding.h"
#include "command/command.h"
#include "command/revision.h"

struct plan;
struct session;
struct snapshot;

struct state {
	struct kpss_str called; /* as it is told to people */
	const struct plan *plan;

	/* To give back: */
	struct findings findings;
	struct snapshot *snapshot;
	struct plan *loaded;
	struct revision revision;
	char *folder;
};

/* The plan around the current folder as its files are. Anything but STATUS_FINE is the status to end with, after saying why. Give
 * it back with state_close in any case. */
enum exit_status state_open_here(struct state *state, struct session *session);
/* What a person typed: a folder with a plan, otherwise what git takes for a revision, date:DAY or phase:CYCLE/PHASE of the plan around
 * the current folder. */
enum exit_status state_open(struct state *state, struct session *session, const char *typed);
void state_close(struct state *state);

#endif
