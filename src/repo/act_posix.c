/* What an act asks of a POSIX system; another system gets a sibling of this file. */
#include "repo/act_inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "repo/write.h"

enum {
	PAUSE_NANOSECONDS = 50 * 1000 * 1000,
	PAUSES_A_SECOND = 20,
	PLACE_MODE = 0777,
	LOCK_MODE = 0666
};

char *act_path(struct arena *arena, const char *folder, const char *name)
{
	struct kpss_str path = arena_format(arena, "%s%s", folder, name);
	return (char *)path.ptr;
}

void act_pause(void)
{
	nanosleep(&(struct timespec){.tv_nsec = PAUSE_NANOSECONDS}, NULL);
}

long act_process(void)
{
	return (long)getpid();
}

void act_undisturbed(void (*work)(void *context), void *context)
{
	sigset_t all, usual;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &usual);
	work(context);
	sigprocmask(SIG_SETMASK, &usual, NULL);
}

int64_t act_now(void)
{
	return (int64_t)time(NULL);
}

bool act_place_make(const char *place)
{
	return mkdir(place, PLACE_MODE) == 0 || errno == EEXIST;
}

/* The system gives the lock back whatever ends the process, so whoever holds it is alive. The file itself stays. */
int act_lock_take(const char *path, int seconds)
{
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, LOCK_MODE);
	for (int i = 0; file >= 0; i++) {
		if (flock(file, LOCK_EX | LOCK_NB) == 0)
			return file;
		if (errno == EINTR)
			continue;
		if (errno == EWOULDBLOCK && i < seconds * PAUSES_A_SECOND) {
			act_pause();
			continue;
		}
		int reason = errno;
		close(file);
		errno = reason;
		return -1;
	}
	return -1;
}

bool act_file_read(struct arena *arena, const char *path, struct kpss_str *bytes)
{
	struct stat status;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (file < 0)
		return false;
	size_t done = 0, size = fstat(file, &status) == 0 && S_ISREG(status.st_mode)
					? (size_t)status.st_size
					: 0;
	char *content = arena_alloc(arena, size + 1);
	ssize_t count = 1;
	while (done < size && count > 0) {
		count = read(file, content + done, size - done);
		if (count > 0)
			done += (size_t)count;
		else if (count < 0 && errno == EINTR)
			count = 1;
	}
	int reason = count < 0 ? errno : EIO;
	close(file);
	content[done] = '\0';
	*bytes = (struct kpss_str){.ptr = content, .len = done};
	errno = reason;
	return done == size;
}

bool act_file_write(const char *folder, const char *name, struct kpss_str bytes)
{
	int reason = 0;
	struct file_write write = {.name = name, .bytes = bytes, .mode = MODE_USUAL};
	write.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (write.folder < 0)
		return false;
	bool written = file_write(&write, &reason) == WRITTEN;
	close(write.folder);
	errno = reason;
	return written;
}

bool act_file_gone(const char *path)
{
	return unlink(path) == 0 || errno == ENOENT;
}

/* Where a file cannot have two names, it is moved, but never over another. */
bool act_name_add(const char *from, const char *to)
{
	if (link(from, to) == 0)
		return true;
	if (errno == EEXIST || errno == ENOENT)
		return false;
	return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0;
}

bool act_name_move(const char *from, const char *to, const char *folder)
{
	return rename(from, to) == 0 && act_folder_keep(folder);
}

int64_t act_file_time(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0 ? (int64_t)status.st_mtime : 0;
}

bool act_file_set_time(const char *path, int64_t seconds)
{
	const struct timespec times[] = {{.tv_sec = (time_t)seconds}, {.tv_sec = (time_t)seconds}};
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool good = file >= 0 && futimens(file, times) == 0 && fsync(file) == 0;
	if (file >= 0)
		close(file);
	return good;
}

bool act_folder_keep(const char *folder)
{
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool kept = file >= 0 && (fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP);
	if (file >= 0)
		close(file);
	return kept;
}

void act_litter_remove(const char *folder, const char *prefix)
{
	const struct dirent *entry;
	DIR *directory = opendir(folder);
	if (!directory)
		return;
	while ((entry = readdir(directory)))
		if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
			unlinkat(dirfd(directory), entry->d_name, 0);
	closedir(directory);
}

/* The file `.git` of a worktree names its git directory after this. */
static const char gitdir_mark[] = "gitdir: ";

/* Where git keeps its things for a working folder, found without libgit2, which takes longer to start than to answer. */
static char *git_directory(struct arena *arena, const char *folder)
{
	struct stat status;
	struct kpss_str text;
	char *git = act_path(arena, folder, "/.git");
	if (lstat(git, &status) != 0)
		return NULL;
	if (S_ISDIR(status.st_mode))
		return git;
	enum { NAME_MOST = 4096 };
	if (!S_ISREG(status.st_mode) || status.st_size > NAME_MOST ||
		!act_file_read(arena, git, &text) ||
		strncmp(text.ptr, gitdir_mark, sizeof gitdir_mark - 1) != 0)
		return NULL;
	char *name = (char *)text.ptr + sizeof gitdir_mark - 1;
	name[strcspn(name, "\r\n")] = '\0';
	return name[0] == '/' ? name : act_path(arena, act_path(arena, folder, "/"), name);
}

static bool is_held(const char *lock)
{
	int file = open(lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (file < 0)
		return false;
	bool held = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
	close(file);
	return held;
}

bool act_is_unfinished(const char *folder)
{
	struct arena *arena = arena_new();
	char *at = realpath(folder, NULL), *git = at ? git_directory(arena, at) : NULL;
	while (at && !git && *at) {
		char *slash = strrchr(at, '/');
		*slash = '\0';
		git = git_directory(arena, at);
	}
	bool unfinished = git && access(act_path(arena, git, "/kpss/journal"), F_OK) == 0 &&
			  !is_held(act_path(arena, git, "/kpss/lock"));
	free(at);
	arena_free(arena);
	return unfinished;
}
