/* Writing a file on a POSIX system; another system gets a sibling of this file. */
#include "repo/write.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NEW_MODE = 0666, OWN_MODE = 0600, NAMES_TRIED = 100, NAME_SIZE = 64 };

static bool whole_write(int file, struct kpss_str bytes)
{
	while (bytes.len > 0) {
		ssize_t count = write(file, bytes.ptr, bytes.len);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes = (struct kpss_str){
			.ptr = bytes.ptr + count, .len = bytes.len - (size_t)count};
	}
	return true;
}

/* A name that nothing has: a run that was killed may have left one with the same number. */
static int temporary_open(const struct file_write *write, char name[NAME_SIZE])
{
	mode_t mode = write->mode == MODE_USUAL ? NEW_MODE : OWN_MODE;
	int file = -1;
	for (int i = 0; i < NAMES_TRIED && file < 0; i++) {
		snprintf(name, NAME_SIZE, ".kpss-%ld-%d.tmp", (long)getpid(), i);
		file = openat(write->folder, name,
			O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
		if (file < 0 && errno != EEXIST)
			break;
	}
	return file;
}

/* 0, or the errno that says why not. */
static int temporary_fill(int file, const struct file_write *write)
{
	bool kept = write->mode == MODE_USUAL || fchmod(file, (mode_t)write->mode) == 0;
	int reason = kept && whole_write(file, write->bytes) && fsync(file) == 0 ? 0 : errno;
	if (close(file) != 0 && reason == 0)
		reason = errno;
	return reason;
}

/* Some file systems cannot be asked to keep a folder, and keep it without being asked. */
static bool folder_keep(int folder)
{
	return fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP;
}

static enum write_result name_take(
	const struct file_write *write, const char *temporary, int *reason)
{
	enum write_result result = write->still ? write->still(write) : WRITTEN;
	if (result == WRITTEN &&
		renameat(write->folder, temporary, write->folder, write->name) != 0)
		result = WRITE_FAILED;
	*reason = errno;
	if (result != WRITTEN) {
		unlinkat(write->folder, temporary, 0);
		return result;
	}
	if (folder_keep(write->folder))
		return WRITTEN;
	*reason = errno;
	return WRITE_UNSURE;
}

static enum write_result write_now(const struct file_write *write, int *reason)
{
	char temporary[NAME_SIZE];
	int file = temporary_open(write, temporary);
	if (file < 0) {
		*reason = errno;
		return WRITE_FAILED;
	}
	*reason = temporary_fill(file, write);
	if (*reason == 0)
		return name_take(write, temporary, reason);
	unlinkat(write->folder, temporary, 0);
	return WRITE_FAILED;
}

enum write_result file_write(const struct file_write *write, int *reason)
{
	sigset_t all, usual;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &usual);
	enum write_result result = write_now(write, reason);
	sigprocmask(SIG_SETMASK, &usual, NULL);
	return result;
}
