/* How far long work has come: on standard error, only on a terminal, after a second, erased at the end. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct session;

struct progress {
	struct session *session;
	size_t total;
	uint64_t begun; /* in milliseconds */
	uint64_t shown; /* when it was last written; 0: never */
	atomic_size_t done;
	atomic_flag writing; /* by one of the threads */
};

void progress_begin(struct progress *progress, struct session *session, size_t total);
/* One more is done; from any thread. */
void progress_step(struct progress *progress);
void progress_end(struct progress *progress);

#endif
