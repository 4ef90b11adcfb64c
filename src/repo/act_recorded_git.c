/* What the newest commit has of the plan. */
#include "repo/act_inside.h"

#include <stdlib.h>

#include "repo/snapshot_kind.h"

const char *whole_path(const struct act *act, struct kpss_str path)
{
	return arena_format(act->arena, "%s%.*s", act->prefix, (int)path.len, path.ptr).ptr;
}

static int recorded_compare(const void *left, const void *right)
{
	const struct act_recorded *a = left, *b = right;
	return strcmp(a->path, b->path);
}

static void recorded_add(struct act *act, const char *path, const git_tree_entry *entry)
{
	if (act->recorded_count == act->recorded_capacity) {
		act->recorded_capacity = act->recorded_capacity ? act->recorded_capacity * 2 : 64;
		act->recorded =
			memory_resize(act->recorded, act->recorded_capacity, sizeof *act->recorded);
	}
	act->recorded[act->recorded_count++] = (struct act_recorded){.path = path,
		.id = *git_tree_entry_id(entry),
		.mode = git_tree_entry_filemode(entry)};
}

/* Only what is on the way to the plan or in it; in it, folders that begin with a dot, private ones and other plans are passed
 * over, as on disk. Negative where the folder cannot be read. */
static int folder_pass(const struct act *act, const char *path, const git_tree_entry *entry)
{
	git_tree *tree = NULL;
	size_t length = strlen(act->prefix), own = strlen(path);
	if (own < length)
		return strncmp(path, act->prefix, own) != 0 || act->prefix[own] != '/';
	if (strncmp(path, act->prefix, length) != 0 || *git_tree_entry_name(entry) == '.' ||
		path_is_private(kpss_str(path + length)))
		return 1;
	if (git_tree_lookup(&tree, act->repository, git_tree_entry_id(entry)) != 0)
		return -1;
	int nested = git_tree_entry_byname(tree, "kpss.yaml") != NULL;
	git_tree_free(tree);
	return nested;
}

static int recorded_take(const char *folder, const git_tree_entry *entry, void *user)
{
	struct act *act = user;
	git_filemode_t mode = git_tree_entry_filemode(entry);
	const char *path = act_path(act->arena, folder, git_tree_entry_name(entry));
	if (mode == GIT_FILEMODE_TREE)
		return folder_pass(act, path, entry);
	bool file = mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
	if (file && strncmp(path, act->prefix, strlen(act->prefix)) == 0 &&
		path_is_yaml(kpss_str(path)))
		recorded_add(act, path, entry);
	return 0;
}

/* All at once, so that what cannot be read is never taken for what is not there. */
bool recorded_read(struct act *act)
{
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	act->recorded_count = 0;
	if (act->unborn)
		return true;
	bool good = git_commit_lookup(&commit, act->repository, &act->head) == 0 &&
		    git_commit_tree(&tree, commit) == 0 &&
		    git_tree_walk(tree, GIT_TREEWALK_PRE, recorded_take, act) == 0;
	git_tree_free(tree);
	git_commit_free(commit);
	if (act->recorded_count > 1)
		qsort(act->recorded, act->recorded_count, sizeof *act->recorded, recorded_compare);
	return good;
}

const struct act_recorded *recorded_find(const struct act *act, const char *path)
{
	const struct act_recorded wanted = {.path = path};
	return act->recorded_count == 0 ? NULL
					: bsearch(&wanted, act->recorded, act->recorded_count,
						  sizeof wanted, recorded_compare);
}

bool act_recorded(const struct act *act, struct kpss_str path, struct kpss_str *bytes)
{
	const struct act_recorded *file = recorded_find(act, whole_path(act, path));
	*bytes = kpss_str(NULL);
	return file && (objects_read(act, &file->id, bytes) || true);
}

void act_recorded_each(const struct act *act, act_path_taker *take, void *user)
{
	size_t length = strlen(act->prefix);
	for (size_t i = 0; i < act->recorded_count; i++)
		take(user, kpss_str(act->recorded[i].path + length));
}
