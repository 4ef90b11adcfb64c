/* Files with POSIX; another system gets a sibling of this file. */
#include "command/named.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { FILE_MODE = 0666, PERMISSIONS = 0777, LARGEST = 64 * 1024 * 1024 };

static int read_all(int file, struct buf *buf)
{
	enum { PIECE = 65536 };
	struct stat status;
	if (fstat(file, &status) != 0)
		return errno;
	if (!S_ISREG(status.st_mode))
		return S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	if (status.st_size > LARGEST)
		return EFBIG;
	for (;;) {
		buf_reserve(buf, PIECE);
		ssize_t size = read(file, buf->ptr + buf->len, PIECE);
		if (size < 0 && errno == EINTR)
			continue;
		if (size <= 0)
			return size == 0 ? 0 : errno;
		buf->len += (size_t)size;
	}
}

int named_read(const char *path, struct buf *buf)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return errno;
	int reason = read_all(file, buf);
	close(file);
	return reason;
}

static int write_all(int file, struct kpss_str bytes)
{
	while (bytes.len > 0) {
		ssize_t size = write(file, bytes.ptr, bytes.len);
		if (size < 0 && errno == EINTR)
			continue;
		if (size < 0)
			return errno;
		bytes.ptr += size;
		bytes.len -= (size_t)size;
	}
	return fsync(file) == 0 ? 0 : errno;
}

/* A file that was there keeps its mode. */
static int write_temporary(const char *path, const char *temporary, struct kpss_str bytes)
{
	int file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
	struct stat status;
	if (file < 0)
		return errno;
	int reason = write_all(file, bytes);
	if (reason == 0 && stat(path, &status) == 0 &&
		fchmod(file, status.st_mode & PERMISSIONS) != 0)
		reason = errno;
	if (close(file) != 0 && reason == 0)
		reason = errno;
	if (reason == 0 && rename(temporary, path) != 0)
		reason = errno;
	if (reason)
		unlink(temporary);
	return reason;
}

/* What a link leads to is replaced, not the link; what is no ordinary file (a pipe, a device) is not replaced at all. */
static int target_of(const char *path, char **target)
{
	struct stat status;
	*target = NULL;
	if (stat(path, &status) != 0)
		return errno == ENOENT ? 0 : errno;
	if (!S_ISREG(status.st_mode))
		return S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	*target = realpath(path, NULL);
	return *target ? 0 : errno;
}

int named_write(const char *path, struct kpss_str bytes)
{
	char *target;
	int reason = target_of(path, &target);
	if (reason)
		return reason;
	const char *name = target ? target : path;
	struct buf temporary = {0};
	sigset_t all, before;
	buf_addf(&temporary, "%s.%ld.tmp", name, (long)getpid());
	buf_add_char(&temporary, '\0');
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	reason = write_temporary(name, temporary.ptr, bytes);
	sigprocmask(SIG_SETMASK, &before, NULL);
	buf_clear(&temporary);
	free(target);
	return reason;
}
