/* Preloaded into the program: makes one call of one kind fail. KPSS_FAULT is “write 3” (the third call of write fails);
 * KPSS_FAULT_SEEN names a file that is made when it has. The call that fails does nothing. With KPSS_FAULT_KILL the program is
 * killed there instead. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum call { WRITE, READ, FSYNC, RENAME, OPEN, FSTAT, FCHMOD, MALLOC, LINK, UNLINK, MKDIR, CALL_COUNT };

static atomic_long left[CALL_COUNT];

static const char *const names[] = {"write", "read", "fsync", "rename", "open", "fstat", "fchmod",
	"malloc", "link", "unlink", "mkdir"};

__attribute__((constructor)) static void begin(void)
{
	const char *wish = getenv("KPSS_FAULT");
	for (size_t i = 0; wish && i < sizeof names / sizeof *names; i++) {
		size_t length = strlen(names[i]);
		if (strncmp(wish, names[i], length) == 0 && wish[length] == ' ')
			left[i] = strtol(wish + length, NULL, 10);
	}
}

static bool fails(enum call call, int error)
{
	if (left[call] == 0 || --left[call] > 0)
		return false;
	const char *seen = getenv("KPSS_FAULT_SEEN");
	if (seen)
		syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, seen, O_WRONLY | O_CREAT, 0600));
	if (getenv("KPSS_FAULT_KILL"))
		raise(SIGKILL);
	errno = error;
	return true;
}

/* The same function of the library behind this one; a pointer to it cannot be cast from one to an object in ISO C. */
static void next(void *out, const char *name)
{
	void *symbol = dlsym(RTLD_NEXT, name);
	memcpy(out, &symbol, sizeof symbol);
}

ssize_t write(int file, const void *bytes, size_t size)
{
	return fails(WRITE, ENOSPC) ? -1 : syscall(SYS_write, file, bytes, size);
}

ssize_t read(int file, void *bytes, size_t size)
{
	return fails(READ, EIO) ? -1 : syscall(SYS_read, file, bytes, size);
}

ssize_t __read_chk(int file, void *bytes, size_t size, size_t room);
ssize_t __read_chk(int file, void *bytes, size_t size, size_t room)
{
	(void)room;
	return read(file, bytes, size);
}

int fsync(int file)
{
	return fails(FSYNC, EIO) ? -1 : (int)syscall(SYS_fsync, file);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
	return fails(RENAME, EACCES)
		       ? -1
		       : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
}

int rename(const char *from, const char *to)
{
	return fails(RENAME, EACCES)
		       ? -1
		       : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to)
{
	return fails(LINK, EACCES) ? -1
				   : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
	return fails(UNLINK, EACCES) ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int mkdir(const char *path, mode_t mode)
{
	return fails(MKDIR, EACCES) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

static int open_at(int folder, const char *path, int flags, mode_t mode)
{
	return fails(OPEN, EMFILE) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	va_list more;
	va_start(more, flags);
	mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
	va_end(more);
	return open_at(folder, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
	va_list more;
	va_start(more, flags);
	mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
	va_end(more);
	return open_at(AT_FDCWD, path, flags, mode);
}

int __openat_2(int folder, const char *path, int flags);
int __openat_2(int folder, const char *path, int flags)
{
	return open_at(folder, path, flags, 0);
}

int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags)
{
	return open_at(AT_FDCWD, path, flags, 0);
}

int fstat(int file, struct stat *status)
{
	int (*real)(int, struct stat *);
	next(&real, "fstat");
	return fails(FSTAT, EIO) ? -1 : real(file, status);
}

int fchmod(int file, mode_t mode)
{
	return fails(FCHMOD, EPERM) ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

/* glibc lends its own allocator under these names. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

void *malloc(size_t size)
{
	return fails(MALLOC, ENOMEM) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails(MALLOC, ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
	return fails(MALLOC, ENOMEM) ? NULL : __libc_realloc(block, size);
}
