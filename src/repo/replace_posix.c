/* Replacing a file on a POSIX system; another system gets a sibling of this file. */
#include "repo/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
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

static bool holds(int file, struct kpss_str expected)
{
	size_t at = 0;
	char piece[16384];
	ssize_t count;
	while ((count = read(file, piece, sizeof piece)) != 0) {
		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0 || (size_t)count > expected.len - at || memcmp(piece, expected.ptr + at, (size_t)count) != 0)
			return false;
		at += (size_t)count;
	}
	return at == expected.len;
}

static bool whole_write(int file, struct kpss_str bytes)
{
	while (bytes.len > 0) {
		ssize_t count = write(file, bytes.ptr, bytes.len);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes = (struct kpss_str){.ptr = bytes.ptr + count, .len = bytes.len - (size_t)count};
	}
	return true;
}

/* The file as it is now: unchanged, and what its mode is. */
static enum replace_result file_look(int parent, const char *name, struct kpss_str before, mode_t *mode)
{
	struct stat status;
	int file = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (file < 0 || fstat(file, &status) != 0) {
		int error = errno;
		if (file >= 0)
			close(file);
		errno = error;
		return REPLACE_FAILED;
	}
	bool same = S_ISREG(status.st_mode) && holds(file, before);
	*mode = status.st_mode & 07777;
	close(file);
	return same ? REPLACED : REPLACE_CHANGED;
}

static enum replace_result file_write(int parent, const char *name, const char *temporary, struct kpss_str before,
	struct kpss_str after)
{
	mode_t mode;
	enum replace_result result = file_look(parent, name, before, &mode);
	if (result != REPLACED)
		return result;
	int file = openat(parent, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (file < 0)
		return REPLACE_FAILED;
	bool written = whole_write(file, after) && fchmod(file, mode) == 0 && fsync(file) == 0;
	int error = errno;
	if (close(file) != 0 && written) {
		written = false;
		error = errno;
	}
	/* Looked at once more, so that an edit made meanwhile is not lost. */
	result = written ? file_look(parent, name, before, &mode) : REPLACE_FAILED;
	if (result == REPLACED && renameat(parent, temporary, parent, name) != 0) {
		result = REPLACE_FAILED;
		error = errno;
	}
	if (result != REPLACED)
		unlinkat(parent, temporary, 0);
	errno = error;
	return result;
}

enum replace_result file_replace(const char *root, struct kpss_str path, struct kpss_str before, struct kpss_str after,
	int *reason)
{
	const char *name;
	struct buf temporary = {0};
	int parent = parent_open(root, path, &name);
	enum replace_result result = REPLACE_FAILED;
	sigset_t all, usual;
	/* An interrupted run leaves no temporary file behind. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &usual);
	if (parent >= 0) {
		buf_addf(&temporary, ".%s.kpss-%ld", name, (long)getpid());
		buf_add_char(&temporary, '\0');
		result = file_write(parent, name, temporary.ptr, before, after);
	}
	int error = errno;
	sigprocmask(SIG_SETMASK, &usual, NULL);
	errno = error;
	*reason = errno;
	if (result == REPLACED && fsync(parent) != 0)
		*reason = errno;
	buf_clear(&temporary);
	if (parent >= 0)
		close(parent);
	return result;
}
