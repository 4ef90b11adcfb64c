/* One run of kpss export; only for src/command/export*.c. */
#ifndef COMMAND_EXPORT_H
#define COMMAND_EXPORT_H

#include <stdbool.h>

#include "command/command.h"
#include "command/named.h"

struct arguments;
struct database_plan;
struct session;

/* What one run exports, and to where. */
struct exporting {
	struct session *session;
	const struct arguments *arguments;
	const struct database_plan *plan;
	const char *file; /* "-": standard output */
};

bool export_is_standard_output(const struct exporting *exporting);
/* The status after writing a file; says why where it went wrong. */
enum exit_status export_written(
	struct session *session, const char *file, enum write_result result, int reason);

/* CSV files in the folder that `file` names. */
enum exit_status export_folder(const struct exporting *exporting);

#endif
