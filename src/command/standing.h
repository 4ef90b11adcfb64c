/* The state of a repository, computed for the commands that show it: status, and kpss without a
 * command. */
#ifndef COMMAND_STANDING_H
#define COMMAND_STANDING_H

#include "render/status.h"

struct reading;
struct session;

/* Days that are due up to so many months ahead, where nobody says otherwise. */
enum { STANDING_MONTHS = 3 };

/* `about` may be NULL. Give it back with standing_close before the reading is closed. */
struct status standing_open(struct session *session, const struct reading *reading,
	const struct entity *about, struct kpss_date until);
void standing_close(struct status *status);

#endif
