/* A piece of YAML on one line, as it stands among things in brackets. */
#ifndef CHANGE_BRACKETS_H
#define CHANGE_BRACKETS_H

#include <stdbool.h>

#include <kpss/str.h>

struct arena;
struct reader;

/* “phase: approval” and “from: 2026-03-12” on two lines become “{phase: approval, from: 2026-03-12}”, in the arena. False when the
 * piece does not read. The reader is borrowed. */
bool yaml_in_brackets(
	struct reader *reader, struct arena *arena, struct kpss_str yaml, struct kpss_str *out);

#endif
