/* What is wrong with a question in SQL, told to the person who asked. */
#ifndef COMMAND_QUERY_FAULT_H
#define COMMAND_QUERY_FAULT_H

#include "command/command.h"
#include "query/database.h"

struct session;

/* Where the SQL comes from, as it is named to the person: “SQL”, or a file. */
struct query_text {
	struct kpss_str name, sql;
};

/* Says it on standard error, with the place in the SQL. The status to end with. */
enum exit_status query_complain(struct session *session, struct database *database,
	const struct query_text *text, const struct database_fault *fault);
/* Says that the time is used up, from any thread. */
void query_complain_too_long(struct session *session);

#endif
