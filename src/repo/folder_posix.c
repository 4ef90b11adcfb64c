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
#include "base/text.h"
#include "repo/snapshot_kind.h"

struct folder_snapshot {
	struct snapshot base;
	int root;
};

static struct finding_argument reason(struct findings *findings)
{
	return argument_text(findings_text(findings, kpss_str(strerror(errno))));
}

/* Can every character of the name be shown as it is? */
static bool name_is_plain(struct kpss_str name)
{
	if (text_valid_utf8(name) != name.len)
		return false;
	for (size_t at = 0, length; at < name.len; at += length) {
		uint32_t c = text_code_point(name, at, &length);
		bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
		bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
		if (control || direction)
			return false;
	}
	return true;
}

static void walk(struct folder_snapshot *folder, struct file_list *list, int parent, const char *name, struct buf *path,
	int depth);

static unsigned char entry_type(int directory, const struct dirent *entry)
{
	struct stat status;
	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type;
	if (fstatat(directory, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return DT_UNKNOWN;
	return S_ISDIR(status.st_mode) ? DT_DIR : S_ISLNK(status.st_mode) ? DT_LNK : S_ISREG(status.st_mode) ? DT_REG : DT_FIFO;
}

static bool leads_to_folder(int directory, const char *name)
{
	struct stat status;
	return fstatat(directory, name, &status, 0) == 0 && S_ISDIR(status.st_mode);
}

static void entry_take(struct folder_snapshot *folder, struct file_list *list, int directory, const struct dirent *entry,
	struct buf *path, int depth)
{
	struct kpss_str name = kpss_str(entry->d_name);
	size_t length = path->len;
	buf_add(path, name);
	struct kpss_str whole = buf_str(path);
	unsigned char type = entry_type(directory, entry);
	bool wanted = name.ptr[0] != '.' && path_is_wanted(&folder->base, whole);
	bool yaml = path_is_yaml(name);
	struct finding_argument none = {0};
	if (wanted && type == DT_DIR) {
		buf_add_char(path, '/');
		walk(folder, list, directory, entry->d_name, path, depth + 1);
	} else if (wanted && type == DT_LNK && (yaml || leads_to_folder(directory, entry->d_name))) {
		path_report(list->findings, &repo_link, whole, none);
	} else if (wanted && yaml && type != DT_REG && type != DT_LNK) {
		path_report(list->findings, &repo_special_file, whole, none);
	} else if (wanted && yaml && !name_is_plain(whole)) {
		path_report(list->findings, &repo_file_name, whole, none);
	} else if (wanted && yaml) {
		file_list_add(list, whole);
	}
	path->len = length;
}

/* A folder inside that is a repository of its own is none of ours. */
static bool is_nested(int directory)
{
	return faccessat(directory, "kpss.yaml", F_OK, AT_SYMLINK_NOFOLLOW) == 0 ||
		faccessat(directory, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static void entries_take(struct folder_snapshot *folder, struct file_list *list, DIR *directory, struct buf *path,
	int depth)
{
	const struct dirent *entry;
	while (errno = 0, !list->full && (entry = readdir(directory)))
		entry_take(folder, list, dirfd(directory), entry, path, depth);
	if (errno != 0)
		path_report(list->findings, &repo_cannot_read, buf_str(path), reason(list->findings));
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
		path_report(list->findings, &repo_cannot_read, buf_str(path), reason(list->findings));
		if (descriptor >= 0)
			close(descriptor);
		return;
	}
	if (depth == 0 || !is_nested(descriptor))
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

/* Each part of the path is opened by itself, so that no folder on the way is a link either. */
static int path_open(int root, const char *path)
{
	int at = root;
	for (;;) {
		const char *slash = strchr(path, '/');
		char name[NAME_MAX + 1];
		size_t length = slash ? (size_t)(slash - path) : strlen(path);
		if (length > NAME_MAX) {
			errno = ENAMETOOLONG;
			length = 0;
		}
		memcpy(name, path, length);
		name[length] = '\0';
		int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (slash ? O_DIRECTORY : 0);
		int next = length ? openat(at, name, flags) : -1;
		if (at != root) {
			int error = errno;
			close(at);
			errno = error;
		}
		if (next < 0 || !slash)
			return next;
		at = next;
		path = slash + 1;
	}
}

static bool folder_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes)
{
	struct folder_snapshot *folder = (struct folder_snapshot *)snapshot;
	struct stat status;
	bool good = false;
	int file = path_open(folder->root, path.ptr);
	if (file < 0 && errno == ELOOP) {
		path_report(findings, &repo_link, path, (struct finding_argument){0});
	} else if (file < 0 || fstat(file, &status) != 0) {
		path_report(findings, &repo_cannot_read, path, reason(findings));
	} else if (!S_ISREG(status.st_mode)) {
		path_report(findings, &repo_special_file, path, (struct finding_argument){0});
	} else if (status.st_size > FILE_SIZE_MOST) {
		path_report(findings, &repo_file_size, path, argument_number(FILE_SIZE_MOST / 1024 / 1024));
	} else {
		char *content = arena_alloc(arena, (size_t)status.st_size + 1);
		content[status.st_size] = '\0';
		good = whole_read(file, content, (size_t)status.st_size);
		if (!good)
			path_report(findings, &repo_cannot_read, path, reason(findings));
		*bytes = (struct kpss_str){.ptr = content, .len = (size_t)status.st_size};
	}
	if (file >= 0)
		close(file);
	return good;
}

static void folder_close(struct snapshot *snapshot)
{
	struct folder_snapshot *folder = (struct folder_snapshot *)snapshot;
	close(folder->root);
	free(folder);
}

struct snapshot *snapshot_folder(const char *directory, struct findings *findings)
{
	static const struct snapshot_kind kind = {.list = folder_list, .read = folder_read, .close = folder_close};
	int root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool missing = root >= 0 && faccessat(root, "kpss.yaml", F_OK, 0) != 0;
	if (root < 0 || missing) {
		findings_add(findings, &(struct finding){
			.kind = missing ? &repo_no_repository : &repo_cannot_open,
			.arguments = {argument_text(findings_text(findings, kpss_str(directory))), reason(findings)},
		});
		if (root >= 0)
			close(root);
		return NULL;
	}
	struct folder_snapshot *folder = memory_resize(NULL, 1, sizeof *folder);
	*folder = (struct folder_snapshot){.base.kind = &kind, .root = root};
	return &folder->base;
}

char *repository_find(const char *start)
{
	char *path = realpath(start, NULL);
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
