/* What commands that act (repo/act.h) say alike. */
#ifndef COMMAND_ACTING_H
#define COMMAND_ACTING_H

#include <stdbool.h>

struct act;
struct act_trouble;
struct session;

/* Says why there was no act; always false. */
bool acting_fail(struct session *session, const struct act_trouble *trouble);
/* What became of an act that was interrupted, if there was one. */
void acting_tell_recovery(struct session *session, const struct act *act);

#endif
