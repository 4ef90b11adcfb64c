/* Writing a file of a plan: whole or not at all, and never over somebody else's change. */
#ifndef REPO_REPLACE_H
#define REPO_REPLACE_H

#include <kpss/str.h>

#include "repo/write.h"

/* Puts `after` in the place of a file below `root` that still holds `before`, with its mode; no link is followed on the way.
 * Where that fails, *reason is the errno. */
enum write_result file_replace(const char *root, struct kpss_str path, struct kpss_str before, struct kpss_str after,
	int *reason);

/* Makes a file where there is none; its folder is there. */
enum write_result file_create(const char *root, struct kpss_str path, struct kpss_str bytes, int *reason);
/* Deletes a file below `root` that still holds `before`. */
enum write_result file_delete(const char *root, struct kpss_str path, struct kpss_str before, int *reason);

/* Does a file below `root` hold these bytes (ptr NULL: is there none)? WRITTEN for yes. */
struct stat;
enum write_result file_holds(const char *root, struct kpss_str path, struct kpss_str bytes, struct stat *status,
	int *reason);

#endif
