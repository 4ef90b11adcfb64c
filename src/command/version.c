/* kpss version */
#include "command/command.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/version.h"
#include "command/arguments.h"
#include "command/session.h"

static enum exit_status version_run(struct session *session, const struct arguments *arguments)
{
	(void)arguments;
	struct buf buf = {0};
	buf_addf(&buf, "kpss %s\n" KPSS_LIBRARIES "\n", program_version);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static const char *const aliases[] = {"verze", NULL};

static const struct command_example examples[] = {
	{N_("kpss version"), N_("print the version and the libraries it was built with")},
	{0},
};

const struct command command_version = {
	.name = "version",
	.aliases = aliases,
	.group = GROUP_TOOLS,
	.summary = N_("print the version of the program and its libraries"),
	.examples = examples,
	.run = version_run,
};
