#include "command/completion.h"

#include "base/buf.h"
#include "base/language.h"
#include "command/command.h"

/* Text inside single quotes of a specification, where brackets and colons mean something. */
static void add_quoted(struct buf *buf, const char *text)
{
	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			buf_add_char(buf, '\\');
		if (*text == '\'')
			buf_add_text(buf, "'\\''");
		else
			buf_add_char(buf, *text);
	}
}

static void add_words(struct buf *buf, word_function *word)
{
	buf_add_char(buf, '(');
	for (size_t i = 0; word(i); i++)
		buf_addf(buf, "%s%s", i ? " " : "", word(i));
	buf_add_char(buf, ')');
}

static void add_specification(struct buf *buf, const struct language *language, const char *dashed,
	const struct command_option *option)
{
	buf_addf(buf, "\t\t'*%s[", dashed);
	add_quoted(buf, language_text(language, option->summary));
	buf_add_char(buf, ']');
	if (option->word || option->argument) {
		buf_add_text(buf, ":value:");
		if (option->word)
			add_words(buf, option->word);
		else if (option->folder)
			buf_add_text(buf, "_directories");
	}
	buf_add_text(buf, "' \\\n");
}

static void add_options(
	struct buf *buf, const struct language *language, const struct command_option *options)
{
	for (; options && options->name; options++) {
		bool value = options->word || options->argument;
		struct buf dashed = {0};
		buf_addf(&dashed, "--%s%s", options->name, value ? "=" : "");
		buf_add_char(&dashed, '\0');
		add_specification(buf, language, dashed.ptr, options);
		dashed.len = 0;
		buf_addf(&dashed, "-%c%s", options->letter, value ? "+" : "");
		buf_add_char(&dashed, '\0');
		if (options->letter)
			add_specification(buf, language, dashed.ptr, options);
		buf_clear(&dashed);
	}
}

static void add_command(
	struct buf *buf, const struct language *language, const struct command *command)
{
	buf_addf(buf, "\t%s", command->name);
	for (const char *const *alias = command->aliases; *alias; alias++)
		buf_addf(buf, "|%s", *alias);
	buf_add_text(buf, ")\n\t\t_arguments -s \\\n");
	add_options(buf, language, command->options);
	add_options(buf, language, common_options);
	if (command->operand_word) {
		buf_addf(buf, "\t\t'%c:operand:", command->operand_file ? '1' : '*');
		add_words(buf, command->operand_word);
		buf_addf(buf, "'%s", command->operand_file ? " '2:file:_files'" : "");
	} else {
		buf_addf(buf, "\t\t%s", command->operand_folder ? "'*:folder:_directories'" : "");
	}
	buf_add_text(buf, "\n\t\t;;\n");
}

void completion_zsh(struct buf *buf, const struct language *language)
{
	buf_add_text(buf, "#compdef kpss\n"
			  "# zsh completion for kpss, made by \"kpss completion zsh\"\n"
			  "_kpss()\n{\n"
			  "\tlocal context state state_descr line\n"
			  "\ttypeset -A opt_args\n"
			  "\tlocal -a commands=(\n");
	for (size_t i = 0; i < command_count; i++) {
		buf_addf(buf, "\t\t'%s:", commands[i]->name);
		add_quoted(buf, language_text(language, commands[i]->summary));
		buf_add_text(buf, "'\n");
	}
	buf_add_text(buf, "\t)\n\t_arguments -C -s \\\n");
	add_options(buf, language, program_options);
	buf_add_text(buf, "\t\t'1:command:->command' '*::argument:->argument'\n"
			  "\tcase $state in\n"
			  "\tcommand) _describe command commands; return ;;\n"
			  "\targument) ;;\n"
			  "\t*) return ;;\n"
			  "\tesac\n"
			  "\tcase $line[1] in\n");
	for (size_t i = 0; i < command_count; i++)
		add_command(buf, language, commands[i]);
	buf_add_text(buf, "\tesac\n}\n"
			  "if [[ $funcstack[1] == _kpss ]]; then _kpss \"$@\"; else compdef _kpss "
			  "kpss; fi\n");
}
