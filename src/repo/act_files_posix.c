/* The files of the plan in an act, on a POSIX system. */
#include "repo/act_inside.h"

#include <errno.h>
#include <sys/stat.h>

#include "repo/replace.h"

/* What git compares to see without reading whether a file has changed. */
static void stat_take(git_index_entry *entry, const struct stat *status)
{
	entry->ctime.seconds = (int32_t)status->st_ctim.tv_sec;
	entry->ctime.nanoseconds = (uint32_t)status->st_ctim.tv_nsec;
	entry->mtime.seconds = (int32_t)status->st_mtim.tv_sec;
	entry->mtime.nanoseconds = (uint32_t)status->st_mtim.tv_nsec;
	entry->dev = (uint32_t)status->st_dev;
	entry->ino = (uint32_t)status->st_ino;
	entry->uid = status->st_uid;
	entry->gid = status->st_gid;
	entry->file_size = (uint32_t)status->st_size;
}

static bool blame(const struct act *act, struct act_trouble *trouble,
	const struct act_change *change, enum write_result result, int reason)
{
	/* That the file is gone is a change as well. */
	if (result == WRITE_CHANGED || reason == ENOENT || reason == ENOTDIR || reason == ELOOP)
		return act_fail(act, trouble, &act_trouble_changed, change->path.ptr);
	return act_fail_errno(act, trouble, &act_trouble_file, change->path.ptr, reason);
}

static bool file_take(const struct act *act, const struct act_change *change, struct act_file *file,
	struct act_trouble *trouble)
{
	int reason = 0;
	struct stat status = {0};
	struct kpss_str now = change->write ? change->before : change->after;
	enum write_result result = file_holds(act->root, change->path, now, &status, &reason);
	if (result != WRITTEN)
		return blame(act, trouble, change, result, reason);
	file->path = arena_format(
		act->arena, "%s%.*s", act->prefix, (int)change->path.len, change->path.ptr)
			     .ptr;
	file->write = change->write;
	if (!change->write && change->after.ptr)
		stat_take(&file->stat, &status);
	if (change->after.ptr && !objects_blob(act, change->after, &file->after))
		return act_fail_git(act, trouble, &act_trouble_write, NULL);
	/* Kept as long as it may have to be put back. */
	if (change->write && change->before.ptr &&
		!objects_blob(act, change->before, &file->disk_before))
		return act_fail_git(act, trouble, &act_trouble_write, NULL);
	return true;
}

bool files_take(const struct act *act, const struct act_wish *wish, struct act_file *files,
	struct act_trouble *trouble)
{
	for (size_t i = 0; i < wish->count; i++) {
		if (!file_take(act, &wish->changes[i], &files[i], trouble))
			return false;
		/* Whether a file may be run is nothing that a plan says. */
		const struct act_recorded *recorded = recorded_find(act, files[i].path);
		files[i].mode = recorded ? recorded->mode : GIT_FILEMODE_BLOB;
	}
	return true;
}

static enum write_result change_file(const char *root, struct kpss_str path, struct kpss_str before,
	struct kpss_str after, int *reason)
{
	if (!after.ptr)
		return before.ptr ? file_delete(root, path, before, reason) : WRITTEN;
	return before.ptr ? file_replace(root, path, before, after, reason)
			  : file_create(root, path, after, reason);
}

bool files_write(const struct act *act, const struct act_wish *wish, struct act_trouble *trouble)
{
	for (size_t i = 0; i < wish->count; i++) {
		const struct act_change *change = &wish->changes[i];
		int reason = 0;
		enum write_result result = change->write
						   ? change_file(act->root, change->path,
							     change->before, change->after, &reason)
						   : WRITTEN;
		if (result != WRITTEN)
			return blame(act, trouble, change, result, reason);
	}
	return true;
}

/* The bytes with an id, none for zeros; false when they are not there. */
static bool bytes_of(const struct act *act, const git_oid *id, struct kpss_str *bytes)
{
	*bytes = kpss_str(NULL);
	return git_oid_is_zero(id) || objects_read(act, id, bytes);
}

static bool file_put_back(const struct act *act, const struct act_file *file)
{
	int reason = 0;
	struct stat status;
	struct kpss_str before, after;
	if (strncmp(file->path, act->prefix, strlen(act->prefix)) != 0 ||
		!bytes_of(act, &file->disk_before, &before) || !bytes_of(act, &file->after, &after))
		return false;
	struct kpss_str path = kpss_str(file->path + strlen(act->prefix));
	if (file_holds(act->root, path, before, &status, &reason) == WRITTEN)
		return true;
	return change_file(act->root, path, after, before, &reason) == WRITTEN;
}

bool files_put_back(const struct act *act, const struct act_journal *journal)
{
	bool all = true;
	for (size_t i = 0; i < journal->count; i++)
		if (journal->files[i].write)
			all = file_put_back(act, &journal->files[i]) && all;
	return all;
}
