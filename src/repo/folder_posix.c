/* A folder on a POSIX system; another system gets a sibling of this file. Everything is opened relative to the root and no
 * link is followed, so nothing outside the folder is ever reached. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "repo/snapshot_kind.h"

struct folder_snapshot {
	struct snapshot base;
	int root;
	/* The folder that was read from last: files come in the order of their paths, so it mostly serves again. */
	int last;
	struct buf last_path; /* up to and with its slash */
};

/* One entry of a folder: names lie one behind the other in a buffer, each after its type and before a NUL. */
struct entry {
	unsigned char type;
	const char *name;
};

static void walk(struct folder_snapshot *folder, struct file_list *list, int parent, const char *name, struct buf *path,
	int depth);

static enum entry_kind entry_kind(int directory, const struct entry *entry)
{
	struct stat status;
	unsigned char type = entry->type;
	if (type == DT_UNKNOWN && fstatat(directory, entry->name, &status, AT_SYMLINK_NOFOLLOW) == 0)
		type = IFTODT(status.st_mode);
	if (type == DT_LNK && fstatat(directory, entry->name, &status, 0) == 0 && S_ISDIR(status.st_mode))
		return ENTRY_LINK_TO_FOLDER;
	return type == DT_DIR ? ENTRY_FOLDER : type == DT_LNK ? ENTRY_LINK : type == DT_REG ? ENTRY_FILE : ENTRY_OTHER;
}

static void entry_take(struct folder_snapshot *folder, struct file_list *list, int directory, struct entry entry,
	struct buf *path, int depth)
{
	size_t length = path->len;
	buf_add(path, kpss_str(entry.name));
	if (file_list_take(list, &folder->base, buf_str(path), entry_kind(directory, &entry))) {
		buf_add_char(path, '/');
		walk(folder, list, directory, entry.name, path, depth + 1);
	}
	path->len = length;
}

/* Reads all names before any is looked at, so that few folders are open at once. False, with errno, when it failed. In
 * *nested whether the folder is a repository of its own. */
static bool entries_read(DIR *directory, struct buf *entries, bool *nested)
{
	const struct dirent *entry;
	*nested = false;
	while (errno = 0, (entry = readdir(directory))) {
		if (strcmp(entry->d_name, ".git") == 0 || strcmp(entry->d_name, "kpss.yaml") == 0)
			*nested = true;
		if (entry->d_name[0] == '.')
			continue;
		buf_add_char(entries, (char)entry->d_type);
		buf_add(entries, (struct kpss_str){.ptr = entry->d_name, .len = strlen(entry->d_name) + 1});
	}
	return errno == 0;
}

static void entries_take(struct folder_snapshot *folder, struct file_list *list, DIR *directory, struct buf *path,
	int depth)
{
	struct buf entries = {0};
	bool nested;
	if (!entries_read(directory, &entries, &nested))
		path_report(list->findings, &repo_cannot_read, buf_str(path), failure_argument(list->findings, errno));
	for (size_t at = 0; at < entries.len && !list->full && (depth == 0 || !nested);) {
		struct entry entry = {.type = (unsigned char)entries.ptr[at], .name = entries.ptr + at + 1};
		entry_take(folder, list, dirfd(directory), entry, path, depth);
		at += strlen(entry.name) + 2;
	}
	buf_clear(&entries);
}

static void walk(struct folder_snapshot *folder, struct file_list *list, int parent, const char *name, struct buf *path,
	int depth)
{
	if (depth > FOLDERS_DEEP_MOST) {
		path_report(list->findings, &repo_folder_depth, buf_str(path), argument_number(FOLDERS_DEEP_MOST));
		return;
	}
	int descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *directory = descriptor >= 0 ? fdopendir(descriptor) : NULL;
	if (!directory) {
		path_report(list->findings, &repo_cannot_read, buf_str(path), failure_argument(list->findings, errno));
		if (descriptor >= 0)
			close(descriptor);
		return;
	}
	entries_take(folder, list, directory, path, depth);
	closedir(directory);
}

static void folder_list(struct snapshot *snapshot, struct file_list *list)
{
	struct folder_snapshot *folder = (struct folder_snapshot *)snapshot;
	struct buf path = {0};
	walk(folder, list, folder->root, ".", &path, 0);
	buf_clear(&path);
}

static bool whole_read(int file, char *bytes, size_t size)
{
	size_t done = 0;
	while (done < size) {
		ssize_t count = read(file, bytes + done, size - done);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0) {
			errno = count < 0 ? errno : EIO;
			return false;
		}
		done += (size_t)count;
	}
	return true;
}

static int part_open(int parent, const char *part, size_t length, int flags)
{
	char name[NAME_MAX + 1];
	if (length == 0 || length > NAME_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(name, part, length);
	name[length] = '\0';
	return openat(parent, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | flags);
}

static void last_forget(struct folder_snapshot *folder)
{
	if (folder->last != folder->root)
		close(folder->last);
	folder->last = folder->root;
	folder->last_path.len = 0;
}

/* Goes to the folder of a path. Each part is opened by itself, so that no folder on the way is a link either. */
static bool last_move(struct folder_snapshot *folder, struct kpss_str path)
{
	if (kpss_str_equal(buf_str(&folder->last_path), path))
		return true;
	last_forget(folder);
	for (size_t at = 0; at < path.len;) {
		size_t length = strcspn(path.ptr + at, "/");
		int next = part_open(folder->last, path.ptr + at, length, O_DIRECTORY);
		int error = errno;
		last_forget(folder);
		errno = error;
		if (next < 0)
			return false;
		folder->last = next;
		at += length + 1;
	}
	buf_add(&folder->last_path, path);
	return true;
}

static int path_open(struct folder_snapshot *folder, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	if (!last_move(folder, (struct kpss_str){.ptr = path, .len = (size_t)(name - path)}))
		return -1;
	return part_open(folder->last, name, strlen(name), 0);
}

static bool folder_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes)
{
	struct folder_snapshot *folder = (struct folder_snapshot *)snapshot;
	struct stat status;
	bool good = false;
	int file = path_open(folder, path.ptr);
	if (file < 0 && errno == ELOOP) {
		path_report(findings, &repo_link, path, (struct finding_argument){0});
	} else if (file < 0 || fstat(file, &status) != 0) {
		path_report(findings, &repo_cannot_read, path, failure_argument(findings, errno));
	} else if (!S_ISREG(status.st_mode)) {
		path_report(findings, &repo_special_file, path, (struct finding_argument){0});
	} else if (status.st_size > FILE_SIZE_MOST) {
		path_report(findings, &repo_file_size, path, argument_number(FILE_SIZE_MOST / 1024 / 1024));
	} else {
		char *content = arena_alloc(arena, (size_t)status.st_size + 1);
		content[status.st_size] = '\0';
		good = whole_read(file, content, (size_t)status.st_size);
		if (good)
			*bytes = (struct kpss_str){.ptr = content, .len = (size_t)status.st_size};
		else
			path_report(findings, &repo_cannot_read, path,
				failure_argument(findings, errno));
	}
	if (file >= 0)
		close(file);
	return good;
}

static void folder_close(struct snapshot *snapshot)
{
	struct folder_snapshot *folder = (struct folder_snapshot *)snapshot;
	last_forget(folder);
	buf_clear(&folder->last_path);
	close(folder->root);
	free(folder);
}

struct snapshot *snapshot_folder(const char *directory, struct findings *findings)
{
	static const struct snapshot_kind kind = {.list = folder_list, .read = folder_read, .close = folder_close};
	int root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool missing = root >= 0 && faccessat(root, "kpss.yaml", F_OK, 0) != 0;
	int error = errno;
	if (root < 0 || missing) {
		findings_add(findings, &(struct finding){
			.kind = missing ? &repo_no_repository : &repo_cannot_open,
			.arguments = {argument_text(findings_text(findings, kpss_str(directory))), failure_argument(findings, error)},
		});
		if (root >= 0)
			close(root);
		return NULL;
	}
	struct folder_snapshot *folder = memory_resize(NULL, 1, sizeof *folder);
	*folder = (struct folder_snapshot){.base.kind = &kind, .root = root, .last = root};
	return &folder->base;
}

char *folder_absolute(const char *folder)
{
	char *path = realpath(folder, NULL);
	if (!path && errno == ENOMEM)
		memory_exhausted();
	return path;
}

bool folder_exists(const char *folder, const char *name)
{
	struct stat status;
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool there = descriptor >= 0 && fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
	if (descriptor >= 0)
		close(descriptor);
	return there;
}

char *repository_find(const char *start)
{
	char *path = folder_absolute(start);
	while (path) {
		struct buf name = {0};
		buf_addf(&name, "%s/kpss.yaml", path);
		buf_add_char(&name, '\0');
		bool found = access(name.ptr, F_OK) == 0;
		buf_clear(&name);
		char *slash = strrchr(path, '/');
		if (found)
			return path;
		if (!slash || slash[1] == '\0') {
			free(path);
			return NULL;
		}
		slash[slash == path] = '\0';
	}
	return NULL;
}
