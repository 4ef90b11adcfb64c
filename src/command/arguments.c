#include "command/arguments.h"

#include <getopt.h>
#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "command/command.h"
#include "command/session.h"

enum { LONG_FIRST = 256, TABLES = 2 };

/* One reading of a line. */
struct reading {
	struct session *session;
	const struct command_option **options; /* of all tables */
	size_t option_count;
	struct option *longs; /* what getopt_long takes */
	char *letters;
	const char *hint;
	struct arguments *out;
};

static bool takes_value(const struct command_option *option)
{
	return option->argument || option->word;
}

static size_t table_length(const struct command_option *table)
{
	size_t count = 0;
	while (table && table[count].name)
		count++;
	return count;
}

static void reading_init(struct reading *reading, const struct command_option *const tables[TABLES])
{
	size_t most = table_length(tables[0]) + table_length(tables[1]);
	struct arena *arena = reading->session->arena;
	reading->options = arena_array(arena, most, sizeof(const struct command_option *));
	reading->longs = arena_array(arena, most + 1, sizeof *reading->longs);
	/* '+' keeps getopt from sorting the line, ':' from talking; two bytes for each letter. */
	reading->letters = arena_array(arena, 2 * most + strlen("+:") + 1, 1);
	char *letter = stpcpy(reading->letters, "+:");
	for (size_t t = 0; t < TABLES; t++)
		for (size_t i = 0; i < table_length(tables[t]); i++) {
			const struct command_option *option = &tables[t][i];
			size_t at = reading->option_count++;
			reading->options[at] = option;
			reading->longs[at] = (struct option){.name = option->name,
				.has_arg = takes_value(option) ? required_argument : no_argument,
				.val = LONG_FIRST + (int)at};
			if (option->letter) {
				*letter++ = option->letter;
				if (takes_value(option))
					*letter++ = ':';
			}
		}
}

/* The option for what getopt returned. */
static const struct command_option *option_of(const struct reading *reading, int value)
{
	if (value >= LONG_FIRST)
		return reading->options[value - LONG_FIRST];
	for (size_t i = 0; i < reading->option_count; i++)
		if (value != 0 && reading->options[i]->letter == value)
			return reading->options[i];
	return NULL;
}

static struct kpss_str with_dashes(const struct reading *reading, struct kpss_str name)
{
	return arena_format(reading->session->arena, "--%.*s", (int)name.len, name.ptr);
}

static bool begins_with(const char *text, struct kpss_str beginning)
{
	return strncmp(text, beginning.ptr, beginning.len) == 0;
}

static void suggest_options(
	const struct reading *reading, struct kpss_str name, struct text_suggestions *suggestions)
{
	suggestions_init(suggestions, reading->session->arena, name);
	for (size_t i = 0; i < reading->option_count; i++)
		suggestions_offer(suggestions, kpss_str(reading->options[i]->name));
	for (size_t i = 0; i < reading->option_count && suggestions->count == 0; i++)
		if (begins_with(reading->options[i]->name, name))
			suggestions->names[suggestions->count++] =
				kpss_str(reading->options[i]->name);
	for (size_t i = 0; i < suggestions->count; i++)
		suggestions->names[i] = with_dashes(reading, suggestions->names[i]);
}

/* getopt_long takes any unique beginning of a name; we take names only. */
static bool long_is_known(const struct reading *reading, const char *word)
{
	struct kpss_str name = {.ptr = word + 2, .len = strcspn(word + 2, "=")};
	for (size_t i = 0; i < reading->option_count; i++)
		if (kpss_str_is(name, reading->options[i]->name))
			return true;
	struct text_suggestions suggestions;
	suggest_options(reading, name, &suggestions);
	session_complain_suggesting(reading->session, N_("unknown option ‘{0}’"), reading->hint,
		with_dashes(reading, name), kpss_str(NULL), &suggestions);
	return false;
}

static bool value_is_allowed(
	const struct reading *reading, const struct command_option *option, const char *value)
{
	if (!option->word || option->word_open)
		return true;
	struct text_suggestions suggestions;
	suggestions_init(&suggestions, reading->session->arena, kpss_str(value));
	for (size_t i = 0; option->word(i); i++) {
		if (strcmp(option->word(i), value) == 0)
			return true;
		suggestions_offer(&suggestions, kpss_str(option->word(i)));
	}
	session_complain_suggesting(reading->session, N_("option ‘{1}’ does not know ‘{0}’"),
		reading->hint, kpss_str(value), with_dashes(reading, kpss_str(option->name)),
		&suggestions);
	return false;
}

static bool complain_of(const struct reading *reading, int found)
{
	const struct command_option *option = option_of(reading, optopt);
	char letter[] = {'-', (char)optopt, '\0'};
	struct kpss_str typed =
		option ? with_dashes(reading, kpss_str(option->name)) : kpss_str(letter);
	const char *english = !option        ? N_("unknown option ‘{0}’")
			      : found == ':' ? N_("option ‘{0}’ needs a value")
					     : N_("option ‘{0}’ takes no value");
	session_complain(reading->session, english, reading->hint, typed, kpss_str(NULL));
	return false;
}

static bool take_option(struct reading *reading, int found)
{
	if (found == '?' || found == ':')
		return complain_of(reading, found);
	const struct command_option *option = option_of(reading, found);
	const char *value = takes_value(option) ? optarg : NULL;
	if (value && !value_is_allowed(reading, option, value))
		return false;
	struct arguments *out = reading->out;
	out->options[out->option_count++] = (struct given_option){.option = option, .value = value};
	return true;
}

/* Some options take all words after them, up to the next option. */
static void take_more(struct reading *reading, int argc, char **argv)
{
	struct arguments *out = reading->out;
	const struct command_option *option =
		out->option_count ? out->options[out->option_count - 1].option : NULL;
	while (option && option->many && optind < argc && argv[optind][0] != '-')
		out->options[out->option_count++] =
			(struct given_option){.option = option, .value = argv[optind++]};
}

static bool read_line(struct reading *reading, bool stop, int argc, char **argv)
{
	struct arguments *out = reading->out;
	bool ended = false;
	optind = 0; /* a new line for GNU getopt */
	opterr = 0;
	for (int at = 1; at < argc; at = optind) {
		bool is_long = strncmp(argv[at], "--", 2) == 0 && argv[at][2] != '\0';
		if (!ended && is_long && !long_is_known(reading, argv[at]))
			return false;
		int found = ended ? -1
				  : getopt_long(argc, argv, reading->letters, reading->longs, NULL);
		if (found != -1) {
			if (!take_option(reading, found))
				return false;
			take_more(reading, argc, argv);
			continue;
		}
		if (!ended && strcmp(argv[at], "--") == 0) {
			ended = true;
			continue;
		}
		if (stop)
			break;
		out->operands[out->operand_count++] = argv[at];
		optind = at + 1;
	}
	out->used = optind ? optind : 1;
	return true;
}

bool arguments_parse(struct session *session, const struct command_option *const tables[TABLES],
	bool stop, const char *hint, int argc, char **argv, struct arguments *out)
{
	/* A word holds at most one option for each of its letters, or is a value of one that takes many. */
	size_t letters = 0;
	for (int i = 0; i < argc; i++)
		letters += strlen(argv[i]) + 1;
	*out = (struct arguments){
		.options = arena_array(session->arena, letters + 1, sizeof *out->options),
		.operands = arena_array(session->arena, (size_t)argc + 1, sizeof(const char *)),
	};
	struct reading reading = {.session = session, .hint = hint, .out = out};
	reading_init(&reading, tables);
	return read_line(&reading, stop, argc, argv);
}

const char *arguments_value(const struct arguments *arguments, const char *name)
{
	const char *value = NULL;
	for (size_t i = 0; i < arguments->option_count; i++)
		if (strcmp(arguments->options[i].option->name, name) == 0)
			value = arguments->options[i].value;
	return value;
}

bool arguments_has(const struct arguments *arguments, const char *name)
{
	for (size_t i = 0; i < arguments->option_count; i++)
		if (strcmp(arguments->options[i].option->name, name) == 0)
			return true;
	return false;
}
