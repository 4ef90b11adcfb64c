/* Help, made from the descriptors. */
#ifndef COMMAND_USAGE_H
#define COMMAND_USAGE_H

struct buf;
struct command;
struct language;

/* The program as a whole. */
void usage_add_program(struct buf *buf, const struct language *language);
void usage_add_command(
	struct buf *buf, const struct language *language, const struct command *command);

#endif
