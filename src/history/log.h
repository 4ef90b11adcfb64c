/* How one record, or a plan, came to say what it says: what each commit changed in its meaning, newest first, from a state back by first
 * parents. A merge counts as what it brought to its first parent.
 *
 * A record is followed by its id, through files and folders that were renamed, moved or split, and past the commits in which its file could not
 * be read: what had changed by the next readable state is told of that one. */
#ifndef HISTORY_LOG_H
#define HISTORY_LOG_H

#include <stdbool.h>
#include <stddef.h>

#include "history/diff.h"
#include "repo/past.h"

enum log_merge {
	LOG_NO_MERGE,
	LOG_MERGED,    /* one of the other parents says the same as the merge */
	LOG_MERGE_OWN, /* the merge itself says something that no parent says */
};

/* A commit that changed something; lasts for the call that takes it. */
struct log_step {
	const struct past_state *state,
		*before;  /* of `before`, the commit is none at the very beginning */
	struct diff diff; /* of a record, just that one */
	enum log_merge merge;
	/* Of one record: the files it was and is in; empty where it is in none. */
	struct kpss_str path_before, path_after;
};

/* False ends the walk. */
typedef bool log_taker(void *user, const struct log_step *step);

enum log_end {
	LOG_END_FIRST,   /* the very first commit was reached */
	LOG_END_SHALLOW, /* what came before is not in this clone */
	LOG_END_BROKEN,  /* the next commit is missing or damaged */
	LOG_END_TAKER,   /* whoever takes the steps wanted no more */
};

struct log_asked {
	struct store *store;
	const char *folder; /* of the plan, in git */
	struct past_state from;
	struct kpss_str id; /* of the record */
	struct kpss_str
		path; /* the file that it is in, from the root of the plan; empty: it is in none */
};

struct log_result {
	enum log_end end;
	struct past_state oldest; /* that was looked at */
	size_t commits;           /* looked at */
	size_t unread; /* versions of its file in which it could not be found for errors */
	bool met;      /* the record was there at some time */
};

struct log_result log_of_record(const struct log_asked *asked, log_taker *take, void *user);
/* `id` and `path` are not used. */
struct log_result log_of_plan(const struct log_asked *asked, log_taker *take, void *user);

#endif
