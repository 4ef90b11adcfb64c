/* The past from inside; only for src/repo/past_*_git.c. */
#ifndef REPO_PAST_INSIDE_H
#define REPO_PAST_INSIDE_H

#include "repo/past.h"
#include "repo/store_git.h"

git_oid past_oid(const struct past_id *id);
/* An object of the type, to be given back with git_odb_object_free; libgit2's error, then *object is NULL. */
int past_object(
	struct store *store, const struct past_id *id, git_object_t type, git_odb_object **object);

/* Entries of a tree as git writes them: “100644 name”, a zero byte, the id. */
struct past_entries {
	const char *at, *end;
};
struct past_entry {
	struct kpss_str name;
	struct past_id id;
	bool is_folder, is_file; /* else a link, a submodule */
};
struct past_entries past_entries_of(git_odb_object *tree);
/* False behind the last. */
bool past_entry_next(struct past_entries *entries, struct past_entry *entry);

#endif
