/* How a plan came to be: the states that git has recorded, compared by the ids of trees and files, so that only what differs between two
 * of them is ever read. Everything here only reads. */
#ifndef REPO_PAST_H
#define REPO_PAST_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "repo/store.h"

struct arena;
struct buf;
struct findings;
struct snapshot;

enum { PAST_ID_BYTES = 20, PAST_PARENTS_MOST = 16 };

/* Of a commit, a tree or a file; all zero: there is none. */
struct past_id {
	unsigned char bytes[PAST_ID_BYTES];
};
bool past_id_same(const struct past_id *a, const struct past_id *b);
bool past_id_is_none(const struct past_id *id);

/* What the plan was at a commit. */
struct past_state {
	struct past_id commit, whole; /* the tree of all that is in the commit */
	struct past_id plan; /* the tree of the plan's folder; none: there is no plan in it */
	struct past_id root,
		profile; /* kpss.yaml and the profile: what they say concerns every file */
	struct kpss_date day;
	struct past_id parents[PAST_PARENTS_MOST];
	size_t parent_count; /* also of those beyond PAST_PARENTS_MOST */
};

/* `folder` is where the plan lies in git, as revision_plan or store_path gives it. With `like` (may be NULL), a state of the same
 * folder, trees that both have are not read. STORE_MISSING: the commit is not in this clone. */
enum store_answer past_read(struct store *store, const struct past_id *commit, const char *folder,
	const struct past_state *like, struct past_state *out);
/* By the whole hexadecimal id. */
enum store_answer past_read_commit(
	struct store *store, const char *commit, const char *folder, struct past_state *out);

/* Where the plan lay in an earlier commit that has none in the folder: in a folder above, or in the only one whose kpss.yaml is that of the later
 * state; to be freed, NULL when that is nowhere. */
char *past_folder_before(struct store *store, const struct past_state *before,
	const struct past_state *after, const char *folder);

/* The file of a plan at a path from its root; none where it has none. `like` and `found` are a state and what was found there. */
struct past_id past_file(struct store *store, const struct past_state *state, const char *path,
	const struct past_state *like, const struct past_id *found);
/* Its bytes, behind what the buffer has; false when they cannot be had or are too many. */
bool past_bytes(struct store *store, const struct past_id *file, struct buf *bytes);

/* A file of a plan that two states have in different versions; none: one has none. */
struct past_change {
	struct kpss_str path; /* from the root of the plan */
	struct past_id before, after;
};
struct past_changes {
	struct past_change *items; /* in git's order of paths */
	size_t count, capacity;
};
/* YAML files that a plan may read, in the arena. What cannot be read counts as having nothing in it. */
struct past_changes past_compare(struct store *store, const struct past_state *before,
	const struct past_state *after, struct arena *arena);
/* Do both say the same in what concerns every file, so that files that do not differ say the same as well? */
bool past_is_alike(const struct past_state *before, const struct past_state *after);

/* One state with these of its files alone, beside kpss.yaml and the profile (`after`: as they are after the change). Borrows the store and the
 * changes. */
struct snapshot *past_snapshot(struct store *store, const struct past_state *state,
	const struct past_changes *changes, bool after);

/* What a commit says of itself, in the arena. */
struct past_words {
	struct kpss_str author, email; /* as .mailmap would have them */
	struct kpss_str message;
	char id[STORE_ID_SIZE];
	struct kpss_date day; /* on which it was written by the author */
};
struct past_mailmap;
struct past_mailmap *past_mailmap_open(struct store *store);
void past_mailmap_close(struct past_mailmap *mailmap);
bool past_words(struct store *store, const struct past_mailmap *mailmap,
	const struct past_id *commit, struct arena *arena, struct past_words *out);

#endif
