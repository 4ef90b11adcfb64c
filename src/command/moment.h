/* A moment as git's variables give it. */
#ifndef COMMAND_MOMENT_H
#define COMMAND_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct moment {
	int64_t seconds; /* since 1970 */
	int offset;      /* minutes east of Greenwich */
};

/* Reads “2026-03-12T10:00:00+0100” (also with a blank, “Z”, “+01:00” or nothing at the end, which is *out's own offset) and
 * seconds since 1970 with or without “@” and “+0100”. False when the text is neither. */
bool moment_parse(struct kpss_str text, struct moment *out);

#endif
