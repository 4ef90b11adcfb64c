/* From commit to commit, and the plan of a few files. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "history/log_inside.h"
#include "plan/load.h"
#include "repo/snapshot.h"

void version_init(struct log_version *version)
{
	*version = (struct log_version){.plan = plan_new(), .arena = arena_new()};
	findings_init(&version->findings);
}

static void version_close(struct log_version *version)
{
	if (version->snapshot)
		snapshot_close(version->snapshot);
	version->snapshot = NULL;
	findings_clear(&version->findings);
}

void version_clear(struct log_version *version)
{
	version_close(version);
	plan_free(version->plan);
	arena_free(version->arena);
}

static bool load(struct log_version *version, struct store *store, bool after)
{
	version->snapshot = past_snapshot(store, &version->state, &version->files, after);
	return plan_load(version->plan, version->snapshot, &version->findings);
}

bool version_load(struct log_version *version, struct store *store, const struct past_state *state,
	const struct past_changes *changes, bool after)
{
	version_close(version);
	findings_init(&version->findings);
	version->state = *state;
	version->files = *changes;
	return load(version, store, after);
}

bool version_load_file(struct log_version *version, struct store *store,
	const struct past_state *state, struct kpss_str path, const struct past_id *file)
{
	struct past_change change = {.path = path, .after = *file};
	const struct past_changes changes = {.items = &change, .count = 1};
	version_close(version);
	findings_init(&version->findings);
	version->state = *state;
	version->files = changes;
	bool good = load(version, store, true);
	version->files = (struct past_changes){0};
	return good;
}

void walk_init(struct log_walk *walk, const struct log_asked *asked)
{
	*walk = (struct log_walk){.asked = asked, .state = asked->from};
	walk->folder = strcpy(memory_resize(NULL, strlen(asked->folder) + 1, 1), asked->folder);
	walk->result.oldest = asked->from;
	walk->result.commits = 1;
}

void walk_clear(struct log_walk *walk)
{
	free(walk->folder);
}

/* The folder of the plan may have been renamed, or the plan may have lain in a folder above. */
static void folder_follow(struct log_walk *walk, struct past_state *before)
{
	struct store *store = walk->asked->store;
	if (!past_id_is_none(&before->plan) || past_id_is_none(&walk->state.plan))
		return;
	char *found = past_folder_before(store, before, &walk->state, walk->folder);
	if (!found)
		return;
	free(walk->folder);
	walk->folder = found;
	past_read(store, &before->commit, found, NULL, before);
}

bool walk_before(struct log_walk *walk, struct past_state *before)
{
	struct store *store = walk->asked->store;
	*before = (struct past_state){.parent_count = 0};
	if (walk->state.parent_count == 0) {
		bool done = past_id_is_none(&walk->state.commit);
		walk->result.end = LOG_END_FIRST;
		return !done;
	}
	enum store_answer answer =
		past_read(store, &walk->state.parents[0], walk->folder, &walk->state, before);
	if (answer != STORE_FOUND) {
		walk->result.end = answer == STORE_MISSING && store_is_shallow(store)
					   ? LOG_END_SHALLOW
					   : LOG_END_BROKEN;
		return false;
	}
	folder_follow(walk, before);
	walk->result.oldest = *before;
	walk->result.commits++;
	return true;
}

bool walk_parent(const struct log_walk *walk, size_t parent, struct past_state *before)
{
	return past_read(walk->asked->store, &walk->state.parents[parent], walk->folder,
		       &walk->state, before) == STORE_FOUND;
}
