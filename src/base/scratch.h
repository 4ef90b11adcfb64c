/* A file for a library that can only write to one by name. */
#ifndef BASE_SCRATCH_H
#define BASE_SCRATCH_H

#include <stdbool.h>
#include <stdio.h>

struct buf;

enum { SCRATCH_PATH_SIZE = 32 };

/* Opens an empty file that no folder shows and that is gone when it is closed, or the program ends in whatever way. `path` is
 * good until then, for this process alone. NULL when there can be none; errno says why. */
FILE *scratch_open(char path[SCRATCH_PATH_SIZE]);
/* Adds all that was written to the path; false when it cannot be read. */
bool scratch_read(FILE *scratch, struct buf *buf);

#endif
