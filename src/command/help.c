/* kpss help [COMMAND] */
#include "command/command.h"

#include "base/buf.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/session.h"
#include "command/usage.h"

static enum exit_status help_run(struct session *session, const struct arguments *arguments)
{
	struct buf buf = {0};
	if (arguments->operand_count)
		usage_add_command(&buf, session->language, command_named(arguments->operands[0]));
	else
		usage_add_program(&buf, session->language);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static const char *const aliases[] = {"nápověda", "napoveda", "pomoc", NULL};

static const struct command_example examples[] = {
	{N_("kpss help"), N_("list the commands")},
	{N_("kpss help validate"), N_("say more about ‘validate’")},
	{0},
};

const struct command command_help = {
	.name = "help",
	.aliases = aliases,
	.group = GROUP_TOOLS,
	.summary = N_("explain the program or a command"),
	.examples = examples,
	.operands = N_("[COMMAND]"),
	.operands_most = 1,
	.operand_word = command_word,
	.run = help_run,
};
