/* The index of an act. libgit2 would lock it only while it is written, and lose what somebody stages between reading and writing.
 * So a copy is made in our own folder and takes the place of the lock in one step, whole: whatever is found under the lock's name
 * after a kill can be told from the lock of another program by its checksum. */
#include "repo/act_inside.h"

#include <errno.h>

const char *index_path(const struct act *act, const char *ending)
{
	return arena_format(act->arena, "%sindex%s", git_repository_path(act->repository), ending)
		.ptr;
}

static const char *copy_path(const struct act *act)
{
	return act_path(act->arena, act->place, "index");
}

void index_clear(const struct act *act)
{
	act_file_gone(copy_path(act));
	act_file_gone(act_path(act->arena, act->place, "index.lock"));
}

/* The bytes as they are; the name is theirs alone, so that nobody else writes it. */
static bool source_copy(const struct act *act, struct index_copy *copy)
{
	const char *path = index_path(act, "");
	index_clear(act);
	copy->source = kpss_str(NULL);
	copy->time = act_file_time(path);
	if (copy->time == 0)
		copy->time = act_now();
	if (!act_file_read(act->arena, path, &copy->source))
		return errno == ENOENT;
	return act_file_write(act->place, "index", copy->source);
}

/* What a person has told git of a file beside its bytes stays. */
static int entry_set(git_index *index, struct act_file *file)
{
	const git_index_entry *old = git_index_get_bypath(index, file->path, 0);
	git_index_entry entry = file->stat;
	file->index_before = old ? old->id : (git_oid){0};
	if (git_oid_is_zero(&file->after))
		return old ? git_index_remove(index, file->path, 0) : 0;
	entry.path = file->path;
	entry.mode = file->mode;
	entry.id = file->after;
	entry.flags = old ? old->flags & GIT_INDEX_ENTRY_VALID : 0;
	entry.flags_extended = old ? old->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE : 0;
	return git_index_add(index, &entry);
}

static bool is_in_conflict(git_index *index, const char *path)
{
	const git_index_entry *base, *ours, *theirs;
	return git_index_conflict_get(&base, &ours, &theirs, index, path) == 0;
}

bool index_prepare(const struct act *act, struct index_copy *copy, struct act_file *files,
	size_t count, struct act_trouble *trouble)
{
	git_index *index = NULL;
	bool good = false;
	if (!source_copy(act, copy))
		return act_fail_errno(act, trouble, &act_trouble_place, act->place, errno);
	if (git_index_open(&index, copy_path(act)) != 0) {
		act_fail_git(act, trouble, &act_trouble_index, NULL);
		goto done;
	}
	for (size_t i = 0; i < count; i++) {
		if (is_in_conflict(index, files[i].path)) {
			act_fail(act, trouble, &act_trouble_conflicts, files[i].path);
			goto done;
		}
		if (entry_set(index, &files[i]) != 0) {
			act_fail_git(act, trouble, &act_trouble_index, NULL);
			goto done;
		}
	}
	errno = 0;
	good = git_index_write(index) == 0 && act_file_set_time(copy_path(act), copy->time);
	if (good)
		git_oid_cpy(&copy->checksum, git_index_checksum(index));
	else
		act_fail_git(act, trouble, &act_trouble_write, NULL);
done:
	git_index_free(index);
	return good;
}

static bool source_is_same(const struct act *act, const struct index_copy *copy)
{
	struct kpss_str now = {0};
	if (!act_file_read(act->arena, index_path(act, ""), &now))
		return errno == ENOENT && !copy->source.ptr;
	return copy->source.ptr && kpss_str_equal(now, copy->source);
}

bool index_lock(const struct act *act, const struct index_copy *copy)
{
	const char *lock = index_path(act, ".lock");
	if (!act_name_add(copy_path(act), lock))
		return false;
	if (source_is_same(act, copy))
		return true;
	act_file_gone(lock);
	errno = EAGAIN;
	return false;
}

bool index_commit(const struct act *act)
{
	return act_name_move(index_path(act, ".lock"), index_path(act, ""),
		git_repository_path(act->repository));
}
