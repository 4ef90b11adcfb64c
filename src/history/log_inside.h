/* The log from inside; only for src/history/log*.c. */
#ifndef HISTORY_LOG_INSIDE_H
#define HISTORY_LOG_INSIDE_H

#include "base/buf.h"
#include "base/finding.h"
#include "history/cut.h"
#include "history/log.h"

struct arena;

/* Some files of a state, loaded as a plan. */
struct log_version {
	struct plan *plan;
	struct findings findings;
	struct snapshot *snapshot;
	struct arena *arena; /* for what the snapshot borrows */
	struct past_state state;
	struct past_changes files;
};
void version_init(struct log_version *version);
void version_clear(struct log_version *version);
/* With the files of the changes that the state has; false when the plan cannot be loaded at all. */
bool version_load(struct log_version *version, struct store *store, const struct past_state *state,
	const struct past_changes *changes, bool after);
bool version_load_file(struct log_version *version, struct store *store,
	const struct past_state *state, struct kpss_str path, const struct past_id *file);

/* Where the walk is. */
struct log_walk {
	const struct log_asked *asked;
	char *folder; /* of the plan, as far back as the walk is */
	struct past_state state;
	struct log_result result;
};
void walk_init(struct log_walk *walk, const struct log_asked *asked);
void walk_clear(struct log_walk *walk);
/* Reads the state before that of the walk, which becomes all zero before the first commit. False when there is nothing more to look
 * at; walk->result says why. */
bool walk_before(struct log_walk *walk, struct past_state *before);
/* The same for any parent; false when it cannot be read. */
bool walk_parent(const struct log_walk *walk, size_t parent, struct past_state *before);

#endif
