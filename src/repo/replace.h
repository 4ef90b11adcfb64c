/* Writing a file of a plan: whole or not at all, and never over somebody else's change. */
#ifndef REPO_REPLACE_H
#define REPO_REPLACE_H

#include <kpss/str.h>

#include "repo/write.h"

/* Puts `after` in the place of a file below `root` that still holds `before`, with its mode; no link is followed on the way.
 * Where that fails, *reason is the errno. */
enum write_result file_replace(const char *root, struct kpss_str path, struct kpss_str before, struct kpss_str after,
	int *reason);

#endif
