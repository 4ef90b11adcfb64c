/* The last resort against work that cannot be asked to stop. */
#ifndef BASE_DEADLINE_H
#define BASE_DEADLINE_H

#include <stdint.h>

struct deadline;

/* Calls `missed` from a thread of its own once the process has used so many more seconds of the processor, unless
 * deadline_free comes first. What the others do meanwhile goes on, so `missed` had better end the process. NULL when no thread
 * can be had. */
struct deadline *deadline_new(int64_t seconds, void (*missed)(void *user), void *user);
void deadline_free(struct deadline *deadline);

#endif
