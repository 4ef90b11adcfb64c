#include "command/completion.h"

#include "base/buf.h"
#include "command/command.h"

static bool takes_value(const struct command_option *option)
{
	return option->argument || option->word;
}

/* `validate:--format|validate:-f`, as a pattern of `case`. */
static void add_option_names(
	struct buf *buf, const char *before, const struct command_option *option)
{
	buf_addf(buf, "%s:--%s", before, option->name);
	if (option->letter)
		buf_addf(buf, "|%s:-%c", before, option->letter);
}

static void add_words(struct buf *buf, word_function *word)
{
	for (size_t i = 0; word(i); i++)
		buf_addf(buf, "%s%s", i ? " " : "", word(i));
}

static void add_values(struct buf *buf, const char *command, const struct command_option *options)
{
	for (; options && options->name; options++) {
		if (!takes_value(options))
			continue;
		buf_add_text(buf, "\t");
		add_option_names(buf, command, options);
		buf_add_text(buf, ")\n\t\t");
		if (options->word) {
			buf_add_text(buf, "words='");
			add_words(buf, options->word);
			buf_add_text(buf, "'");
		} else {
			buf_addf(buf, "kind=%s", options->folder ? "folder" : "free");
		}
		buf_add_text(buf, " ;;\n");
	}
}

static void add_option_words(struct buf *buf, const struct command_option *options)
{
	for (; options && options->name; options++)
		buf_addf(buf, " --%s", options->name);
}

/* What may follow the command: its operands, and its options after a dash. */
static void add_operands(struct buf *buf, const struct command *command)
{
	buf_addf(buf, "\t%s:*)\n\t\toptions='", command->name);
	add_option_words(buf, command->options);
	add_option_words(buf, common_options);
	buf_add_text(buf, "'\n\t\t");
	if (command->operand_word) {
		buf_add_text(buf, command->operand_file ? "kind=file words='" : "words='");
		add_words(buf, command->operand_word);
		buf_add_text(buf, "'");
	} else {
		buf_addf(buf, "kind=%s", command->operand_folder ? "folder" : "free");
	}
	buf_add_text(buf, " ;;\n");
}

/* Aliases are brought to the command's own name, the program's options that take a value are stepped over. */
static void add_find_command(struct buf *buf)
{
	buf_add_text(buf, "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
			  "\t\tcase ${COMP_WORDS[i]} in\n\t\t");
	bool first = true;
	for (const struct command_option *o = program_options; o->name; o++) {
		if (!takes_value(o))
			continue;
		buf_addf(buf, "%s--%s", first ? "" : "|", o->name);
		if (o->letter)
			buf_addf(buf, "|-%c", o->letter);
		first = false;
	}
	buf_add_text(buf, ") [[ ${COMP_WORDS[i + 1]} == = ]] && ((i++)); ((i++)) ;;\n\t\t-*) ;;\n");
	for (size_t i = 0; i < command_count; i++) {
		buf_addf(buf, "\t\t%s", commands[i]->name);
		for (const char *const *alias = commands[i]->aliases; *alias; alias++)
			buf_addf(buf, "|%s", *alias);
		buf_addf(buf, ") command=%s; break ;;\n", commands[i]->name);
	}
	buf_add_text(buf, "\t\t*) command=unknown; break ;;\n\t\tesac\n\tdone\n");
}

void completion_bash(struct buf *buf, const struct language *language)
{
	(void)language;
	buf_add_text(buf,
		"# bash completion for kpss, made by \"kpss completion bash\"\n"
		"_kpss()\n{\n"
		"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
		"\tlocal command= words= kind=words options= i\n"
		"\t# bash splits --option=value at the sign\n"
		"\tif [[ $cur == = ]]; then cur=\n"
		"\telif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi\n");
	add_find_command(buf);
	buf_add_text(buf, "\tcase $command:$prev in\n");
	add_values(buf, "", program_options);
	for (size_t i = 0; i < command_count; i++) {
		add_values(buf, commands[i]->name, commands[i]->options);
		add_values(buf, commands[i]->name, common_options);
		add_operands(buf, commands[i]);
	}
	buf_add_text(buf, "\t:*)\n\t\toptions='");
	add_option_words(buf, program_options);
	buf_add_text(buf, "'\n\t\twords='");
	for (size_t i = 0; i < command_count; i++)
		buf_addf(buf, "%s%s", i ? " " : "", commands[i]->name);
	buf_add_text(buf, "' ;;\n\tesac\n"
			  "\tCOMPREPLY=()\n"
			  "\tif [[ $cur == -* && -n $options ]]; then\n"
			  "\t\tmapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
			  "\telif [[ $kind == folder ]]; then\n"
			  "\t\tcompopt -o filenames\n"
			  "\t\tmapfile -t COMPREPLY < <(compgen -d -- \"$cur\")\n"
			  "\telif [[ $kind == file && COMP_CWORD -gt i+1 ]]; then\n"
			  "\t\tcompopt -o filenames\n"
			  "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
			  "\telif [[ $kind == words || $kind == file ]]; then\n"
			  "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
			  "\tfi\n}\ncomplete -F _kpss kpss\n");
}
