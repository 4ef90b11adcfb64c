/* A snapshot with some files replaced: how an edit is looked at before it is written. */
#include <stdlib.h>

#include "base/arena.h"
#include "repo/snapshot_kind.h"

struct overlay_snapshot {
	struct snapshot base;
	struct snapshot *below;
	const struct memory_file *files;
	size_t count;
};

static bool is_listed(const struct file_list *list, const char *path)
{
	for (size_t i = 0; i < list->count; i++)
		if (kpss_str_is(list->items[i].path, path))
			return true;
	return false;
}

/* The files below, and those that are new. */
static void overlay_list(struct snapshot *snapshot, struct file_list *list)
{
	struct overlay_snapshot *overlay = (struct overlay_snapshot *)snapshot;
	snapshot_ignore(overlay->below, snapshot->ignored, snapshot->ignored_count);
	overlay->below->kind->list(overlay->below, list);
	for (size_t i = 0; i < overlay->count; i++)
		if (!is_listed(list, overlay->files[i].path))
			file_list_take(list, snapshot, kpss_str(overlay->files[i].path), ENTRY_FILE);
}

static bool overlay_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes)
{
	struct overlay_snapshot *overlay = (struct overlay_snapshot *)snapshot;
	for (size_t i = 0; i < overlay->count; i++) {
		if (!kpss_str_is(path, overlay->files[i].path))
			continue;
		*bytes = overlay->files[i].bytes;
		return true;
	}
	return snapshot_read(overlay->below, arena, findings, path, bytes);
}

static void overlay_close(struct snapshot *snapshot)
{
	free(snapshot);
}

struct snapshot *snapshot_overlay(struct snapshot *below, const struct memory_file *files, size_t count)
{
	static const struct snapshot_kind kind = {.list = overlay_list, .read = overlay_read, .close = overlay_close};
	struct overlay_snapshot *overlay = memory_resize(NULL, 1, sizeof *overlay);
	*overlay = (struct overlay_snapshot){.base.kind = &kind, .below = below, .files = files, .count = count};
	return &overlay->base;
}
