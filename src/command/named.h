/* Files that a person names on the command line; those of a plan are read through snapshots and written by repo/replace.h. */
#ifndef COMMAND_NAMED_H
#define COMMAND_NAMED_H

#include <stdbool.h>

#include <kpss/str.h>

#include "repo/write.h"

struct buf;

/* Adds the bytes of an ordinary file; 0, or the errno that says why not. */
int named_read(const char *path, struct buf *buf);

/* Writes the file as a whole or not at all (repo/write.h). Where that fails, *reason is the errno. */
enum write_result named_write(const char *path, struct kpss_str bytes, int *reason);

bool named_exists(const char *path);
/* Makes a folder where there is none; 0, or the errno that says why there is none afterwards. */
int named_folder(const char *path);

#endif
