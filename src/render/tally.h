/* How many findings each code has. */
#ifndef RENDER_TALLY_H
#define RENDER_TALLY_H

#include <stddef.h>

struct buf;
struct findings;
struct report_options;

struct tally_item {
	const char *code;
	size_t count;
};

/* All zero is empty. Give the memory back with tally_clear. */
struct tally {
	struct tally_item *items; /* in the order of their first findings */
	size_t count, capacity;
};

void tally_clear(struct tally *tally);
/* Counts one more finding of the code and says how many that makes. */
size_t tally_add(struct tally *tally, const char *code);
void tally_all(struct tally *tally, const struct findings *findings);
/* Adds a line for each code of which more findings were counted than a person is shown. */
void tally_add_hidden(
	struct buf *buf, const struct report_options *options, const struct tally *tally);

#endif
