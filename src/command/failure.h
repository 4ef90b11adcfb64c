/* Why the system refused, in a person's words. */
#ifndef COMMAND_FAILURE_H
#define COMMAND_FAILURE_H

struct language;

/* The text for a value of errno in the language. */
const char *failure_text(const struct language *language, int reason);

#endif
