/* kpss completion SHELL */
#include "command/completion.h"

#include "base/buf.h"
#include "base/language.h"
#include "command/arguments.h"
#include "command/command.h"
#include "command/session.h"

static const struct {
	const char *name;
	void (*add)(struct buf *buf, const struct language *language);
} shells[] = {
	{"bash", completion_bash},
	{"zsh", completion_zsh},
	{"fish", completion_fish},
};

static const char *shell_word(size_t index)
{
	return index < sizeof shells / sizeof *shells ? shells[index].name : NULL;
}

static enum exit_status completion_run(struct session *session, const struct arguments *arguments)
{
	if (arguments->operand_count == 0) {
		session_complain(session, N_("the shell is missing"),
			N_("name it: kpss completion bash, zsh or fish"), kpss_str(NULL),
			kpss_str(NULL));
		return STATUS_USAGE;
	}
	struct buf buf = {0};
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (strcmp(shells[i].name, arguments->operands[0]) == 0)
			shells[i].add(&buf, session->language);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static const char *const aliases[] = {"doplňování", "doplnovani", NULL};

static const struct command_example examples[] = {
	{N_("source <(kpss completion bash)"), N_("switch it on in this bash")},
	{N_("kpss completion fish | source"), N_("switch it on in this fish")},
	{0},
};

const struct command command_completion = {
	.name = "completion",
	.aliases = aliases,
	.group = GROUP_TOOLS,
	.summary = N_("print a script that completes commands and options in a shell"),
	.examples = examples,
	.operands = N_("bash|zsh|fish"),
	.operands_most = 1,
	.operand_word = shell_word,
	.run = completion_run,
};
