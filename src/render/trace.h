/* The chain of planning as a person or a program reads it. */
#ifndef RENDER_TRACE_H
#define RENDER_TRACE_H

#include <stdbool.h>
#include <stddef.h>

#include "answer/trace.h"

struct arena;
struct buf;
struct language;
struct recorded;
struct trace_format;

struct trace_options {
	const struct language *language;
	bool colour;
	const struct recorded *recorded; /* NULL: the folder as it is */
	struct arena *arena;
};

struct trace_format {
	const char *name;
	void (*add)(
		struct buf *buf, const struct trace_options *options, const struct trace *trace);
};

/* In the order of help; the first is the default. Ends in NULL. */
extern const struct trace_format *const trace_formats[];

/* “covered”, …: English, for programs and as msgid. NULL behind the last. */
const char *trace_state_word(size_t state);

#endif
