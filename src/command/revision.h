/* The recorded state of a plan that a person asks for with --at: what git takes, date:YYYY-MM-DD or phase:CYCLE/NAME. */
#ifndef COMMAND_REVISION_H
#define COMMAND_REVISION_H

#include "command/command.h"
#include "render/recorded.h"
#include "repo/store.h"

struct arguments;
struct session;
struct snapshot;

struct revision {
	const char *typed;   /* NULL: none, the plan is taken as it is in its folder */
	const char *folder;  /* from which the git repository was found */
	struct store *store; /* and all below: only where something was typed */
	struct store_commit commit;
	struct recorded recorded;
};

/* Finds the commit of the --at behind the command, else before it, in the git repository around the folder. Anything but
 * STATUS_FINE is the status to end with, after saying why. Give it back with revision_close in either case. */
enum exit_status revision_given(struct session *session, const struct arguments *arguments,
	const char *folder, struct revision *revision);
/* The same for one that was typed in another place. */
enum exit_status revision_named(struct session *session, const char *typed, const char *folder,
	struct revision *revision);
void revision_close(struct revision *revision);
/* Did a person type one? */
bool revision_is_given(const struct session *session, const struct arguments *arguments);

/* What answers are said to be about; NULL for the folder as it is. */
const struct recorded *revision_recorded(const struct revision *revision);
/* The day on which the plan is looked at where nobody says otherwise: that of the commit, or today. */
struct kpss_date revision_day(const struct session *session, const struct revision *revision);

/* The path, as store_path gives it, of the plan around a folder as the commit has it; where there is none, of the folder
 * itself. To be freed; NULL when the folder is outside of the git repository. */
char *revision_plan(const struct revision *revision, const char *folder);

#endif
