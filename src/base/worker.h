/* Independent tasks side by side. */
#ifndef BASE_WORKER_H
#define BASE_WORKER_H

#include <stddef.h>
#include <stdint.h>

/* Number of processors this process may use, at least 1. */
size_t workers_available(void);

/* Calls `work` once for each task 0 … count - 1, on up to `workers` threads; `worker` (below `workers`) tells which
 * thread, so that each may keep memory of its own. Tasks are handed out in order; returns when all are done. */
void workers_run(size_t workers, size_t count,
	void (*work)(void *context, size_t task, size_t worker), void *context);

/* Microseconds of processor time that this thread has used; what the others do does not count. */
int64_t worker_time(void);

#endif
