/* Replacing a file on a POSIX system; another system gets a sibling of this file. */
#include "repo/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"

/* The folder that a path leads to, opened part by part; -1 with errno. *name is its last part. */
static int parent_open(const char *root, struct kpss_str path, const char **name)
{
	int at = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const char *part = path.ptr;
	for (const char *slash; at >= 0 && (slash = strchr(part, '/')); part = slash + 1) {
		struct buf buf = {0};
		buf_add(&buf, (struct kpss_str){.ptr = part, .len = (size_t)(slash - part)});
		buf_add_char(&buf, '\0');
		int next = openat(at, buf.ptr, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		int error = errno;
		buf_clear(&buf);
		close(at);
		errno = error;
		at = next;
	}
	*name = part;
	return at;
}

static enum write_result holds(int file, struct kpss_str expected)
{
	size_t at = 0;
	char piece[16384];
	ssize_t count;
	while ((count = read(file, piece, sizeof piece)) != 0) {
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return WRITE_FAILED;
		if ((size_t)count > expected.len - at || memcmp(piece, expected.ptr + at, (size_t)count) != 0)
			return WRITE_CHANGED;
		at += (size_t)count;
	}
	return at == expected.len ? WRITTEN : WRITE_CHANGED;
}

static bool is_absent(int error)
{
	return error == ENOENT || error == ENOTDIR;
}

/* Is the file still what it was? What the system says of it is asked before its bytes are. */
static enum write_result file_look(int folder, const char *name, struct kpss_str before, struct stat *status)
{
	int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return before.ptr || !is_absent(errno) ? WRITE_FAILED : WRITTEN;
	enum write_result result = WRITE_FAILED;
	if (fstat(file, status) == 0)
		result = before.ptr && S_ISREG(status->st_mode) ? holds(file, before) : WRITE_CHANGED;
	int error = errno;
	close(file);
	errno = error;
	return result;
}

/* Looked at once more before the new one takes its name, so that an edit made meanwhile is not lost. */
static enum write_result still_before(const struct file_write *write)
{
	const struct kpss_str *before = write->context;
	struct stat status;
	return file_look(write->folder, write->name, *before, &status);
}

/* Looks at the file and, where it is what it should be, does something to it. */
static enum write_result file_change(const char *root, struct kpss_str path, struct kpss_str before,
	const struct kpss_str *after, int *reason)
{
	struct stat status = {0};
	struct file_write write = {.still = still_before, .context = &before, .mode = MODE_USUAL};
	write.folder = parent_open(root, path, &write.name);
	if (write.folder < 0) {
		*reason = errno;
		return WRITE_FAILED;
	}
	enum write_result result = file_look(write.folder, write.name, before, &status);
	*reason = errno;
	if (result == WRITTEN && after) {
		write.bytes = *after;
		write.mode = before.ptr ? (int)(status.st_mode & 07777) : MODE_USUAL;
		result = file_write(&write, reason);
	} else if (result == WRITTEN && unlinkat(write.folder, write.name, 0) != 0) {
		*reason = errno;
		result = WRITE_FAILED;
	}
	close(write.folder);
	return result;
}

enum write_result file_replace(const char *root, struct kpss_str path, struct kpss_str before, struct kpss_str after,
	int *reason)
{
	return file_change(root, path, before, &after, reason);
}

enum write_result file_create(const char *root, struct kpss_str path, struct kpss_str bytes, int *reason)
{
	return file_change(root, path, kpss_str(NULL), &bytes, reason);
}

enum write_result file_delete(const char *root, struct kpss_str path, struct kpss_str before, int *reason)
{
	return file_change(root, path, before, NULL, reason);
}

enum write_result file_holds(const char *root, struct kpss_str path, struct kpss_str bytes, struct stat *status,
	int *reason)
{
	const char *name;
	int folder = parent_open(root, path, &name);
	*reason = errno;
	if (folder < 0)
		return bytes.ptr || !is_absent(errno) ? WRITE_FAILED : WRITTEN;
	enum write_result result = file_look(folder, name, bytes, status);
	*reason = errno;
	close(folder);
	return result;
}
