/* kpss query --tables: what can be asked about. */
#ifndef COMMAND_QUERY_TABLES_H
#define COMMAND_QUERY_TABLES_H

#include "command/command.h"

/* All tables and views; with an operand, the columns of that one. */
enum exit_status query_tables_print(struct session *session, const struct arguments *arguments);

#endif
