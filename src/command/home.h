/* kpss without a command. */
#ifndef COMMAND_HOME_H
#define COMMAND_HOME_H

#include "command/command.h"

/* In a repository: where we are and what to type now, on one screen. Outside: what the program
 * is. */
enum exit_status home_run(struct session *session, const struct arguments *arguments);

#endif
