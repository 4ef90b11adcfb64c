/* validate --fix: mends what can be mended in one way only. */
#ifndef COMMAND_FIX_H
#define COMMAND_FIX_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

#include "base/buf.h"

struct language;

struct fix_request {
	const char *folder; /* to open */
	struct kpss_str prefix; /* to print before paths, with its slash; empty: nothing */
	const struct language *language;
	bool dry_run; /* only says what would be done */
};

struct fix_told {
	struct buf done; /* a line for each place that was mended, or would be */
	struct buf trouble; /* why a file, or all of them, stayed as they were */
};

/* Applies the fixes of the findings of one repository, again until there are none. Every new file is read again before it is
 * written; where a fix does not do what it should, the file is left as it was. Adds to `told`. False when something could not
 * be read or written; what could be was written. */
bool fix_repository(const struct fix_request *request, struct fix_told *told);

#endif
