/* Writing a file of a plan: whole or not at all, and never over somebody else's change. */
#ifndef REPO_REPLACE_H
#define REPO_REPLACE_H

#include <kpss/str.h>

enum replace_result {
	REPLACED,
	REPLACE_CHANGED, /* the file is not what it was when it was read; nothing was written */
	REPLACE_FAILED, /* nothing was written; *reason is an errno */
};

/* Puts `after` in the place of a file below `root` that still holds `before`. The new bytes are written beside it, with its
 * mode, and are on disk before they take its name; no link is followed on the way. */
enum replace_result file_replace(const char *root, struct kpss_str path, struct kpss_str before, struct kpss_str after,
	int *reason);

#endif
