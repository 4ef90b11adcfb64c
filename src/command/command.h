/* A command as data: dispatch, options, help, completion and the manual's synopsis come from its descriptor. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct arguments;
struct reading;
struct session;

/* What the shell is told. */
enum exit_status {
	STATUS_FINE = 0,
	STATUS_FINDINGS = 1, /* at or above --fail-on */
	STATUS_USAGE = 2,
	STATUS_FAILED = 3,
};

/* Values that may stand somewhere: the word at an index, NULL behind the last. May repeat. */
typedef const char *word_function(size_t index);

/* Answers from a plan that is open and has gone through all rules. */
typedef enum exit_status answer_function(
	struct session *session, const struct arguments *arguments, const struct reading *reading);

/* A table of options ends in a row without a name. An option takes a value when it has `argument` or `word`. */
struct command_option {
	char letter;      /* 0: none */
	const char *name; /* without the dashes */
	const char *
		argument; /* msgid: what the value is called in help; NULL: the words themselves, or no value */
	word_function *word; /* the values allowed */
	bool word_open; /* a town may have more of them: the command itself refuses the others */
	bool folder;         /* the value is a folder, for completion */
	bool many;           /* takes all words after it, each as a value of its own */
	const char *summary; /* msgid */
};

struct command_example {
	const char *line;    /* msgid: what to type */
	const char *summary; /* msgid */
};

enum command_group { GROUP_CHECK, GROUP_ASK, GROUP_HISTORY, GROUP_CYCLE, GROUP_TOOLS, GROUP_COUNT };

struct command {
	const char *name;
	const char *const *aliases; /* Czech, with and without diacritics; ends in NULL */
	enum command_group group;
	const char *summary;                    /* msgid: one line */
	const char *description;                /* msgid: a paragraph, lines already broken */
	const struct command_example *examples; /* ends in an empty row */
	const char *operands;                   /* msgid: as in the usage line; NULL: none */
	size_t operands_most;
	word_function *operand_word;          /* the operands allowed */
	bool operand_open;                    /* as word_open */
	bool operand_folder;                  /* operands are folders, for completion */
	bool operand_file; /* only the first operand is such a word, a file follows it */
	const struct command_option *options; /* may be NULL */
	/* One of the two: what the command does, or how it answers from the plan around the current folder. */
	enum exit_status (*run)(struct session *session, const struct arguments *arguments);
	answer_function *answer;
};

enum { OPERANDS_ANY = 1000000 };

extern const struct command *const commands[];
extern const size_t command_count;

/* By name or alias; NULL when there is none. */
const struct command *command_named(const char *name);
/* For operands that name a command: first all names, then all aliases. */
word_function command_word;

/* Rows for the options of every command that looks at a plan. */
#define LOOKING_OPTIONS                                                                            \
	{.name = "at",                                                                             \
		.argument = N_("REVISION"),                                                        \
		.summary = N_("look at the plan as recorded in git at REVISION")},                 \
	{                                                                                          \
		.name = "as-of", .argument = N_("DATE"),                                           \
		.summary = N_("the day on which the plan is looked at (today)")                    \
	}

/* Options that stand before the command, and those of them that may also follow it. */
extern const struct command_option program_options[];
extern const struct command_option common_options[];

#endif
