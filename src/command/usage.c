#include "command/usage.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/text.h"
#include "command/command.h"

enum { LEFT_WIDEST = 34, WORDS_SHOWN = 8 };

static const char *const group_titles[GROUP_COUNT] = {
	[GROUP_CHECK] = N_("Check"),
	[GROUP_ASK] = N_("Ask"),
	[GROUP_HISTORY] = N_("History"),
	[GROUP_CYCLE] = N_("Cycle"),
	[GROUP_TOOLS] = N_("Tools"),
};

static const struct command_example program_examples[] = {
	{N_("kpss validate"), N_("check the plan around this folder")},
	{N_("kpss -C těšín validate"), N_("check the plan in the folder ‘těšín’")},
	{N_("kpss help validate"), N_("say more about a command")},
	{0},
};

/* Two columns; a left side that is too wide gets a line of its own. */
static void add_row(struct buf *buf, struct kpss_str left, size_t column, const char *right)
{
	size_t width = text_width(left);
	buf_add_text(buf, "  ");
	buf_add(buf, left);
	if (width > column) {
		buf_add_text(buf, "\n  ");
		width = 0;
	}
	buf_add_repeated(buf, ' ', column - width + 2);
	buf_add_text(buf, right);
	buf_add_char(buf, '\n');
}

static void add_title(struct buf *buf, const struct language *language, const char *english)
{
	buf_addf(buf, "\n%s:\n", language_text(language, english));
}

static void add_words(struct buf *buf, word_function *word)
{
	for (size_t i = 0; i < WORDS_SHOWN && word(i); i++)
		buf_addf(buf, "%s%s", i ? "|" : "", word(i));
}

static void add_option(
	struct buf *buf, const struct language *language, const struct command_option *option)
{
	if (option->letter)
		buf_addf(buf, "-%c, ", option->letter);
	else
		buf_add_text(buf, "    ");
	buf_addf(buf, "--%s", option->name);
	if (option->argument) {
		buf_addf(buf, " %s", language_text(language, option->argument));
	} else if (option->word) {
		buf_add_char(buf, ' ');
		add_words(buf, option->word);
	}
}

static size_t options_width(const struct language *language, const struct command_option *options)
{
	size_t widest = 0;
	struct buf buf = {0};
	for (; options && options->name; options++) {
		buf.len = 0;
		add_option(&buf, language, options);
		size_t width = text_width(buf_str(&buf));
		if (width > widest && width <= LEFT_WIDEST)
			widest = width;
	}
	buf_clear(&buf);
	return widest;
}

static void add_options(struct buf *buf, const struct language *language, size_t column,
	const struct command_option *options)
{
	struct buf left = {0};
	for (; options && options->name; options++) {
		left.len = 0;
		add_option(&left, language, options);
		add_row(buf, buf_str(&left), column, language_text(language, options->summary));
	}
	buf_clear(&left);
}

static void add_examples(
	struct buf *buf, const struct language *language, const struct command_example *examples)
{
	size_t column = 0;
	for (const struct command_example *e = examples; e->line; e++) {
		size_t width = text_width(kpss_str(language_text(language, e->line)));
		column = width > column ? width : column;
	}
	add_title(buf, language, N_("Examples"));
	for (const struct command_example *e = examples; e->line; e++)
		add_row(buf, kpss_str(language_text(language, e->line)), column,
			language_text(language, e->summary));
}

static void add_commands(struct buf *buf, const struct language *language)
{
	size_t column = 0;
	for (size_t i = 0; i < command_count; i++) {
		size_t width = text_width(kpss_str(commands[i]->name));
		column = width > column ? width : column;
	}
	for (size_t group = 0; group < GROUP_COUNT; group++) {
		add_title(buf, language, group_titles[group]);
		for (size_t i = 0; i < command_count; i++)
			if (commands[i]->group == group)
				add_row(buf, kpss_str(commands[i]->name), column,
					language_text(language, commands[i]->summary));
	}
}

void usage_add_program(struct buf *buf, const struct language *language)
{
	buf_addf(buf, "kpss – %s\n\n",
		language_text(
			language, N_("community planning of social services as text in git")));
	buf_addf(buf, "%s: kpss %s\n", language_text(language, N_("Usage")),
		language_text(language, N_("[OPTIONS] COMMAND …")));
	add_examples(buf, language, program_examples);
	add_commands(buf, language);
	add_title(buf, language, N_("Options before the command"));
	add_options(buf, language, options_width(language, program_options), program_options);
	buf_addf(buf, "\n%s\n",
		language_text(
			language, N_("‘kpss help COMMAND’ says more; the manual is ‘man kpss’.")));
}

static void add_usage_line(
	struct buf *buf, const struct language *language, const struct command *command)
{
	buf_addf(buf, "%s: kpss %s", language_text(language, N_("Usage")), command->name);
	if (command->options)
		buf_addf(buf, " %s", language_text(language, N_("[OPTIONS]")));
	if (command->operands)
		buf_addf(buf, " %s", language_text(language, command->operands));
	buf_add_char(buf, '\n');
}

static void add_aliases(
	struct buf *buf, const struct language *language, const struct command *command)
{
	if (!command->aliases[0])
		return;
	buf_addf(buf, "\n%s: ", language_text(language, N_("Also called")));
	for (size_t i = 0; command->aliases[i]; i++)
		buf_addf(buf, "%s%s", i ? ", " : "", command->aliases[i]);
	buf_add_char(buf, '\n');
}

void usage_add_command(
	struct buf *buf, const struct language *language, const struct command *command)
{
	size_t own = options_width(language, command->options);
	size_t common = options_width(language, common_options);
	size_t column = own > common ? own : common;
	buf_addf(buf, "kpss %s – %s\n\n", command->name, language_text(language, command->summary));
	add_usage_line(buf, language, command);
	add_examples(buf, language, command->examples);
	if (command->description)
		buf_addf(buf, "\n%s\n", language_text(language, command->description));
	add_title(buf, language, N_("Options"));
	add_options(buf, language, column, command->options);
	add_options(buf, language, column, common_options);
	add_aliases(buf, language, command);
}
