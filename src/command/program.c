#include "command/program.h"

#include <string.h>

#include "base/buf.h"
#include "base/failure.h"
#include "base/language.h"
#include "base/text.h"
#include "command/arguments.h"
#include "command/command.h"
#include "command/environment.h"
#include "command/home.h"
#include "command/reading.h"
#include "command/session.h"
#include "command/usage.h"
#include "render/described.h"

static void take_common(struct session *session, const struct arguments *arguments)
{
	const char *language = arguments_value(arguments, "lang");
	const char *colour = arguments_value(arguments, "color");
	const char *as_of = arguments_value(arguments, "as-of");
	const char *at = arguments_value(arguments, "at");
	session->as_of = as_of ? as_of : session->as_of;
	session->at = at ? at : session->at;
	if (language)
		session->language = language_find(language);
	if (colour)
		session->colour = strcmp(colour, "always") == 0  ? COLOUR_ALWAYS
				  : strcmp(colour, "never") == 0 ? COLOUR_NEVER
								 : COLOUR_AUTO;
}

static enum exit_status print_help(struct session *session, const struct command *command)
{
	struct buf buf = {0};
	if (command)
		usage_add_command(&buf, session->language, command);
	else
		usage_add_program(&buf, session->language);
	session_write(session, &buf);
	buf_clear(&buf);
	return STATUS_FINE;
}

static enum exit_status complain_unknown(struct session *session, const char *name)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, kpss_str(name));
	for (size_t i = 0; i < command_count; i++) {
		suggestions_offer(&suggestions, kpss_str(commands[i]->name));
		for (const char *const *alias = commands[i]->aliases; *alias; alias++)
			suggestions_offer(&suggestions, kpss_str(*alias));
	}
	session_complain_suggesting(session, N_("unknown command ‘{0}’"),
		N_("‘kpss help’ lists the commands"), kpss_str(name), kpss_str(NULL), &suggestions);
	return STATUS_USAGE;
}

static bool operand_is_allowed(
	struct session *session, const struct command *command, const char *operand)
{
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, session->arena, kpss_str(operand));
	for (size_t i = 0; command->operand_word(i); i++) {
		if (strcmp(command->operand_word(i), operand) == 0)
			return true;
		suggestions_offer(&suggestions, kpss_str(command->operand_word(i)));
	}
	session_complain_suggesting(session, N_("‘kpss {1}’ does not know ‘{0}’"),
		N_("‘kpss help {1}’ lists what may stand there"), kpss_str(operand),
		kpss_str(command->name), &suggestions);
	return false;
}

static bool operands_are_allowed(
	struct session *session, const struct command *command, const struct arguments *arguments)
{
	if (arguments->operand_count > command->operands_most) {
		session_complain(session, N_("‘{0}’ is one word too many"),
			N_("‘kpss help {1}’ says how the command is written"),
			kpss_str(arguments->operands[command->operands_most]),
			kpss_str(command->name));
		return false;
	}
	size_t words = command->operand_file && arguments->operand_count ? 1 : arguments->operand_count;
	for (size_t i = 0; command->operand_word && !command->operand_open && i < words; i++)
		if (!operand_is_allowed(session, command, arguments->operands[i]))
			return false;
	return true;
}

static bool option_is_known(const struct command *command, const char *name)
{
	const struct command_option *option = command->options;
	while (option && option->name && strcmp(option->name, name) != 0)
		option++;
	return option && option->name;
}

/* A day or a revision before a command that does not look at a plan would be ignored. */
static bool looking_is_allowed(struct session *session, const struct command *command)
{
	const char *ignored = session->as_of && !option_is_known(command, "as-of") ? "--as-of"
			      : session->at && !option_is_known(command, "at")     ? "--at"
										    : NULL;
	if (ignored)
		session_complain(session, N_("‘kpss {1}’ does not know ‘{0}’"), N_("‘--help’ lists the options"),
			kpss_str(ignored), kpss_str(command->name));
	return !ignored;
}

static enum exit_status run_command(
	struct session *session, const struct command *command, int argc, char **argv)
{
	const struct command_option *const tables[2] = {command->options, common_options};
	struct arguments arguments;
	if (!arguments_parse(session, tables, false, N_("‘--help’ lists the options"), argc, argv,
		    &arguments))
		return STATUS_USAGE;
	take_common(session, &arguments);
	if (arguments_has(&arguments, "help"))
		return print_help(session, command);
	if (!looking_is_allowed(session, command) ||
		!operands_are_allowed(session, command, &arguments))
		return STATUS_USAGE;
	return command->answer ? reading_run(session, &arguments, command->answer, true)
			       : command->run(session, &arguments);
}

static bool enter_folder(struct session *session, const char *folder)
{
	int reason = folder ? environment_enter(folder) : 0;
	if (reason == 0)
		return true;
	session_complain(session, N_("the folder ‘{0}’ cannot be entered: {1}"), NULL,
		kpss_str(folder), kpss_str(failure_text(session->language, reason)));
	return false;
}

static enum exit_status run_line(struct session *session, int argc, char **argv)
{
	const struct command_option *const tables[2] = {program_options};
	struct arguments arguments;
	if (!arguments_parse(session, tables, true, N_("‘--help’ lists the options"), argc, argv,
		    &arguments))
		return STATUS_USAGE;
	take_common(session, &arguments);
	if (arguments_has(&arguments, "version"))
		return command_named("version")->run(session, &arguments);
	const char *name = arguments.used < argc ? argv[arguments.used] : NULL;
	const struct command *command = name ? command_named(name) : NULL;
	if (name && !command)
		return complain_unknown(session, name);
	if (arguments_has(&arguments, "help"))
		return print_help(session, command);
	if (!enter_folder(session, arguments_value(&arguments, "directory")))
		return STATUS_FAILED;
	if (!command)
		return home_run(session, &arguments);
	return run_command(session, command, argc - arguments.used, argv + arguments.used);
}

int program_run(int argc, char **argv, const struct environment *environment, FILE *out, FILE *err)
{
	struct session session;
	described_init();
	session_init(&session, environment, out, err);
	enum exit_status status = run_line(&session, argc, argv);
	if (session.output_failed)
		status = STATUS_FAILED;
	session_clear(&session);
	return (int)status;
}
