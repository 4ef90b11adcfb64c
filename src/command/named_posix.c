/* Files with POSIX; another system gets a sibling of this file. */
#include "command/named.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

enum { PERMISSIONS = 0777, LARGEST = 64 * 1024 * 1024 };

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

/* What a link leads to is replaced, not the link; what is no ordinary file (a pipe, a device) is not replaced at all. */
static int target_of(const char *path, char **target, int *mode)
{
	struct stat status;
	*target = NULL;
	*mode = MODE_USUAL;
	if (stat(path, &status) != 0)
		return errno == ENOENT ? 0 : errno;
	if (!S_ISREG(status.st_mode))
		return S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
	*mode = (int)(status.st_mode & PERMISSIONS);
	*target = realpath(path, NULL);
	return *target ? 0 : errno;
}

/* The folder that holds a file; -1 with errno. */
static int folder_open(const char *path, const char *name)
{
	struct buf folder = {0};
	buf_add(&folder, (struct kpss_str){.ptr = path, .len = (size_t)(name - path)});
	buf_add_text(&folder, name == path ? "." : "");
	buf_add_char(&folder, '\0');
	int opened = open(folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = errno;
	buf_clear(&folder);
	errno = error;
	return opened;
}

enum write_result named_write(const char *path, struct kpss_str bytes, int *reason)
{
	char *target;
	struct file_write write = {.bytes = bytes};
	*reason = target_of(path, &target, &write.mode);
	if (*reason)
		return WRITE_FAILED;
	const char *whole = target ? target : path, *slash = strrchr(whole, '/');
	write.name = slash ? slash + 1 : whole;
	write.folder = folder_open(whole, write.name);
	enum write_result result = WRITE_FAILED;
	if (write.folder < 0) {
		*reason = errno;
	} else {
		result = file_write(&write, reason);
		close(write.folder);
	}
	free(target);
	return result;
}

int named_folder(const char *path)
{
	struct stat status;
	if (mkdir(path, PERMISSIONS) == 0)
		return 0;
	int reason = errno;
	if (reason != EEXIST || stat(path, &status) != 0)
		return reason;
	return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

bool named_exists(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0;
}
