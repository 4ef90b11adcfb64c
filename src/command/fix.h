/* validate --fix: mends what can be mended in one way only. */
#ifndef COMMAND_FIX_H
#define COMMAND_FIX_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct buf;
struct language;

struct fix_request {
	const char *folder; /* to open */
	struct kpss_str prefix; /* to print before paths, with its slash; empty: nothing */
	const struct language *language;
	bool dry_run; /* only says what would be done */
};

/* Applies the fixes of the findings of one repository, again until there are none. Every new file is read again before it is
 * written; where a fix does not do what it should, the file is left as it was. What was done is added to `told`, a line for
 * each place. False when a file could not be written (and `told` says why); the others are. */
bool fix_repository(const struct fix_request *request, struct buf *told);

#endif
