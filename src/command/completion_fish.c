#include "command/completion.h"

#include "base/buf.h"
#include "base/language.h"
#include "command/command.h"

static void add_quoted(struct buf *buf, const char *text)
{
	buf_add_char(buf, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			buf_add_char(buf, '\\');
		buf_add_char(buf, *text);
	}
	buf_add_char(buf, '\'');
}

static void add_words(struct buf *buf, word_function *word)
{
	buf_add_text(buf, " -a '");
	for (size_t i = 0; word(i); i++)
		buf_addf(buf, "%s%s", i ? " " : "", word(i));
	buf_add_char(buf, '\'');
}

static void add_options(struct buf *buf, const struct language *language, const char *condition,
	const struct command_option *options)
{
	for (; options && options->name; options++) {
		buf_addf(buf, "complete -c kpss -n '%s' -l %s", condition, options->name);
		if (options->letter)
			buf_addf(buf, " -s %c", options->letter);
		if (options->word || options->argument)
			buf_add_text(buf, " -x");
		if (options->word)
			add_words(buf, options->word);
		else if (options->folder)
			buf_add_text(buf, " -a '(__fish_complete_directories)'");
		buf_add_text(buf, " -d ");
		add_quoted(buf, language_text(language, options->summary));
		buf_add_char(buf, '\n');
	}
}

static void add_command(
	struct buf *buf, const struct language *language, const struct command *command)
{
	struct buf condition = {0};
	buf_addf(&condition, "__fish_seen_subcommand_from %s", command->name);
	for (const char *const *alias = command->aliases; *alias; alias++)
		buf_addf(&condition, " %s", *alias);
	buf_add_char(&condition, '\0');
	buf_addf(buf, "complete -c kpss -n __fish_use_subcommand -a %s -d ", command->name);
	add_quoted(buf, language_text(language, command->summary));
	buf_add_char(buf, '\n');
	add_options(buf, language, condition.ptr, command->options);
	add_options(buf, language, condition.ptr, common_options);
	if (command->operand_word || command->operand_folder) {
		buf_addf(buf, "complete -c kpss -n '%s'", condition.ptr);
		if (command->operand_word)
			add_words(buf, command->operand_word);
		else
			buf_add_text(buf, " -a '(__fish_complete_directories)'");
		buf_add_char(buf, '\n');
	}
	if (command->operand_file)
		buf_addf(buf, "complete -c kpss -n '%s' -F\n", condition.ptr);
	buf_clear(&condition);
}

void completion_fish(struct buf *buf, const struct language *language)
{
	buf_add_text(buf, "# fish completion for kpss, made by \"kpss completion fish\"\n"
			  "complete -c kpss -f\n");
	add_options(buf, language, "__fish_use_subcommand", program_options);
	for (size_t i = 0; i < command_count; i++)
		add_command(buf, language, commands[i]);
}
