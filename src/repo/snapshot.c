/* What all kinds of snapshots share, and the kind that is only in memory. */
#include "repo/snapshot.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/text.h"
#include "repo/snapshot_kind.h"

void snapshot_close(struct snapshot *snapshot)
{
	if (snapshot)
		snapshot->kind->close(snapshot);
}

void snapshot_ignore(struct snapshot *snapshot, const struct kpss_str *paths, size_t count)
{
	snapshot->ignored = paths;
	snapshot->ignored_count = count;
}

bool snapshot_is_partial(const struct snapshot *snapshot)
{
	return snapshot->partial;
}

static bool has_ending(struct kpss_str path, const char *ending)
{
	size_t length = strlen(ending);
	return path.len > length && memcmp(path.ptr + path.len - length, ending, length) == 0;
}

bool path_is_yaml(struct kpss_str path)
{
	return has_ending(path, ".yaml") || has_ending(path, ".yml");
}

/* “./web/” is “web”. */
static struct kpss_str path_plain(struct kpss_str path)
{
	while (path.len >= 2 && memcmp(path.ptr, "./", 2) == 0)
		path = (struct kpss_str){.ptr = path.ptr + 2, .len = path.len - 2};
	while (path.len > 0 && path.ptr[path.len - 1] == '/')
		path.len--;
	return path;
}

static bool is_inside(struct kpss_str path, struct kpss_str folder)
{
	bool begins = path.len >= folder.len && memcmp(path.ptr, folder.ptr, folder.len) == 0;
	return folder.len > 0 && begins && (path.len == folder.len || path.ptr[folder.len] == '/');
}

/* Some systems write é as a letter and an accent. */
const char *const private_folders[] = {"private", "soukrom\xC3\xA9", "soukrome\xCC\x81", NULL};

bool path_is_private(struct kpss_str path)
{
	for (size_t i = 0; private_folders[i]; i++)
		if (is_inside(path, kpss_str(private_folders[i])))
			return true;
	return false;
}

bool path_is_wanted(const struct snapshot *snapshot, struct kpss_str path)
{
	if (path_is_private(path))
		return false;
	for (size_t i = 0; i < snapshot->ignored_count; i++)
		if (is_inside(path, path_plain(snapshot->ignored[i])))
			return false;
	return true;
}

void file_list_add(struct file_list *list, struct kpss_str path)
{
	if (list->full)
		return;
	if (list->count == FILES_MOST) {
		/* Without a place: which file is one too many depends on the order in which the system lists them. */
		findings_add(list->findings, &(struct finding){
			.kind = &repo_file_count,
			.arguments = {argument_number(FILES_MOST)},
		});
		list->full = true;
		return;
	}
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 64;
		list->items = memory_resize(list->items, list->capacity, sizeof *list->items);
	}
	list->items[list->count++] = (struct snapshot_file){.path = arena_text(list->arena, path)};
}

/* Can every character of the path be shown as it is? */
static bool path_is_plain(struct kpss_str path)
{
	if (text_valid_utf8(path) != path.len)
		return false;
	for (size_t at = 0, length; at < path.len; at += length) {
		uint32_t c = text_code_point(path, at, &length);
		bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
		bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
		if (control || direction)
			return false;
	}
	return true;
}

bool file_list_take(struct file_list *list, const struct snapshot *snapshot, struct kpss_str path,
	enum entry_kind kind)
{
	struct finding_argument none = {0};
	bool yaml = path_is_yaml(path), folder = kind == ENTRY_FOLDER;
	if (!path_is_wanted(snapshot, path) || (!yaml && !folder && kind != ENTRY_LINK_TO_FOLDER))
		return false;
	if ((yaml || folder) && path.len > PATH_LONGEST)
		path_report(list->findings, &repo_path_length, path, argument_number(PATH_LONGEST));
	else if (folder)
		return true;
	else if (kind == ENTRY_LINK || kind == ENTRY_LINK_TO_FOLDER)
		path_report(list->findings, &repo_link, path, none);
	else if (kind == ENTRY_OTHER)
		path_report(list->findings, &repo_special_file, path, none);
	else if (!path_is_plain(path))
		path_report(list->findings, &repo_file_name, path, none);
	else
		file_list_add(list, path);
	return false;
}

static int file_compare(const void *left, const void *right)
{
	const struct snapshot_file *a = left, *b = right;
	return strcmp(a->path.ptr, b->path.ptr);
}

bool snapshot_list(struct snapshot *snapshot, struct arena *arena, struct findings *findings,
	struct snapshot_file **files, size_t *count)
{
	struct file_list list = {.arena = arena, .findings = findings};
	snapshot->kind->list(snapshot, &list);
	if (list.count > 1)
		qsort(list.items, list.count, sizeof *list.items, file_compare);
	*files = arena_array(arena, list.count + 1, sizeof **files);
	if (list.count)
		memcpy(*files, list.items, list.count * sizeof **files);
	*count = list.count;
	free(list.items);
	return !list.full;
}

bool snapshot_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes)
{
	return snapshot->kind->read(snapshot, arena, findings, path, bytes);
}

struct memory_snapshot {
	struct snapshot base;
	const struct memory_file *files;
	size_t count;
};

static void memory_list(struct snapshot *snapshot, struct file_list *list)
{
	const struct memory_snapshot *memory = (const struct memory_snapshot *)snapshot;
	for (size_t i = 0; i < memory->count; i++) {
		struct kpss_str path = kpss_str(memory->files[i].path);
		if (path_is_yaml(path) && path_is_wanted(snapshot, path))
			file_list_add(list, path);
	}
}

static bool memory_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes)
{
	(void)arena;
	const struct memory_snapshot *memory = (const struct memory_snapshot *)snapshot;
	for (size_t i = 0; i < memory->count; i++) {
		if (!kpss_str_is(path, memory->files[i].path))
			continue;
		*bytes = memory->files[i].bytes;
		return true;
	}
	path_report(findings, &repo_cannot_read, path, argument_text(kpss_str("?")));
	return false;
}

static void memory_close(struct snapshot *snapshot)
{
	free(snapshot);
}

struct snapshot *snapshot_memory(const struct memory_file *files, size_t count)
{
	static const struct snapshot_kind kind = {.list = memory_list, .read = memory_read, .close = memory_close};
	struct memory_snapshot *memory = memory_resize(NULL, 1, sizeof *memory);
	*memory = (struct memory_snapshot){.base.kind = &kind, .files = files, .count = count};
	return &memory->base;
}
