#include "command/command.h"

#include <string.h>

#include "base/language.h"

#define COMMAND(name) extern const struct command command_##name;
#include "command/commands.def"
#undef COMMAND

#define COMMAND(name) &command_##name,
const struct command *const commands[] = {
#include "command/commands.def"
};
#undef COMMAND

const size_t command_count = sizeof commands / sizeof *commands;

static const char *language_word(size_t index)
{
	static const char *const words[] = {"cs", "en", NULL};
	return words[index];
}

static const char *colour_word(size_t index)
{
	static const char *const words[] = {"auto", "always", "never", NULL};
	return words[index];
}

#define COMMON_OPTIONS                                                                             \
	{.name = "lang", .word = language_word, .summary = N_("language of messages")},            \
		{.name = "color", .word = colour_word, .summary = N_("colour of the output")},     \
		{.letter = 'h', .name = "help", .summary = N_("print this help and end")}, {0},

const struct command_option common_options[] = {COMMON_OPTIONS};

const struct command_option program_options[] = {
	{.letter = 'C',
		.name = "directory",
		.argument = N_("FOLDER"),
		.folder = true,
		.summary = N_("work as if started in this folder")},
	LOOKING_OPTIONS,
	{.letter = 'V', .name = "version", .summary = N_("print the version and end")},
	COMMON_OPTIONS};

static bool is_called(const struct command *command, const char *name)
{
	if (strcmp(command->name, name) == 0)
		return true;
	for (const char *const *alias = command->aliases; *alias; alias++)
		if (strcmp(*alias, name) == 0)
			return true;
	return false;
}

const struct command *command_named(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (is_called(commands[i], name))
			return commands[i];
	return NULL;
}

const char *command_word(size_t index)
{
	if (index < command_count)
		return commands[index]->name;
	index -= command_count;
	for (size_t i = 0; i < command_count; i++)
		for (const char *const *alias = commands[i]->aliases; *alias; alias++)
			if (index-- == 0)
				return *alias;
	return NULL;
}
