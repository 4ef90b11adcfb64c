/* What a person typed, split by a table of options. */
#ifndef COMMAND_ARGUMENTS_H
#define COMMAND_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

struct command_option;
struct session;

struct given_option {
	const struct command_option *option;
	const char *value; /* NULL when the option takes none */
};

struct arguments {
	struct given_option *options; /* in the order of the line */
	size_t option_count;
	const char **operands;
	size_t operand_count;
	int used; /* words of the line that were read, the first (the name) included */
};

/* Splits argv, whose first word is the program's or command's name. `tables` (two, either may be NULL) hold the options;
 * with `stop`, the first operand ends them and stays unread. False when something was unknown, after saying so; `hint` is
 * a msgid that says where to look then. Everything lives in the session's arena. */
bool arguments_parse(struct session *session, const struct command_option *const tables[2],
	bool stop, const char *hint, int argc, char **argv, struct arguments *out);

/* The last value given for an option; NULL when it was not given or takes none. */
const char *arguments_value(const struct arguments *arguments, const char *name);
bool arguments_has(const struct arguments *arguments, const char *name);

#endif
