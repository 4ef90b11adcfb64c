/* The difference of two states of a plan as a person or a program reads it. */
#ifndef RENDER_DIFF_H
#define RENDER_DIFF_H

#include <stdbool.h>

#include "history/diff.h"

struct arena;
struct buf;
struct language;

/* What a state is called, and where git has it; NULL for files as they are in a folder. */
struct recorded;
struct diff_state {
	struct kpss_str called;
	const struct recorded *recorded;
};

struct diff_options {
	const struct language *language;
	bool colour;
	struct diff_state from, to;
	struct arena *arena;
};

struct diff_format {
	const char *name;
	void (*add)(struct buf *buf, const struct diff_options *options, const struct diff *diff);
};

/* In the order of help; the first is the default. Ends in NULL. */
extern const struct diff_format *const diff_formats[];

#endif
