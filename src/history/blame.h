/* Of everything that a record says, the commit that made it say so. */
#ifndef HISTORY_BLAME_H
#define HISTORY_BLAME_H

#include "history/log.h"

struct blame_line {
	const struct diff_change *change; /* one thing that the record says: `after` */
	struct kpss_str path;
	struct past_state
		state; /* the commit; where it is not known, the oldest that was looked at and said it already */
	enum log_merge merge;
	bool known;
};

struct blame {
	struct diff_record record; /* as if it had just been added */
	struct blame_line *lines;
	size_t count;
	struct log_result result;
};

/* Of a record of a plan, which is the state that is asked about as a whole. In the arena. */
struct blame blame_of_record(const struct log_asked *asked, const struct plan *plan,
	const struct entity *entity, struct arena *arena);

#endif
