#include "command/record_changes.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "command/session.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

struct recorded_files {
	const struct act *act;
	struct arena *arena;
	struct memory_file *items;
	size_t count, capacity;
	struct kpss_str unread;
};

static void recorded_take(void *user, struct kpss_str path)
{
	struct recorded_files *files = user;
	struct kpss_str bytes;
	if (!act_recorded(files->act, path, &bytes))
		return;
	if (!bytes.ptr) {
		files->unread = path;
		return;
	}
	if (files->count == files->capacity) {
		files->capacity = files->capacity ? files->capacity * 2 : 64;
		files->items = memory_resize(files->items, files->capacity, sizeof *files->items);
	}
	files->items[files->count++] =
		(struct memory_file){.path = arena_text(files->arena, path).ptr, .bytes = bytes};
}

enum record_before record_before(
	const struct act *act, struct arena *arena, struct plan *before, struct kpss_str *unread)
{
	struct recorded_files files = {.act = act, .arena = arena};
	struct findings findings;
	struct kpss_str root;
	act_recorded_each(act, recorded_take, &files);
	*unread = files.unread;
	if (files.unread.ptr || !act_recorded(act, kpss_str("kpss.yaml"), &root)) {
		free(files.items);
		return files.unread.ptr ? BEFORE_UNREAD : BEFORE_NOTHING;
	}
	findings_init(&findings);
	struct memory_file *kept = arena_array(arena, files.count + 1, sizeof *kept);
	if (files.count)
		memcpy(kept, files.items, files.count * sizeof *kept);
	struct snapshot *snapshot = snapshot_memory(kept, files.count);
	bool loaded = plan_load(before, snapshot, &findings);
	snapshot_close(snapshot);
	findings_clear(&findings);
	free(files.items);
	return loaded ? BEFORE_READ : BEFORE_NOTHING;
}

static int path_compare(struct kpss_str a, struct kpss_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int file_compare(const void *left, const void *right)
{
	const struct plan_file *a = left, *b = right;
	return path_compare(a->path, b->path);
}

/* The files of a plan in the order of their paths. */
static struct plan_file *sorted(const struct plan *plan, struct arena *arena, size_t *count)
{
	const struct plan_file *files = plan_files(plan, count);
	struct plan_file *items = arena_array(arena, *count + 1, sizeof *items);
	memcpy(items, files, *count * sizeof *items);
	qsort(items, *count, sizeof *items, file_compare);
	return items;
}

static bool has_file(const struct plan_file *files, size_t count, struct kpss_str path)
{
	const struct plan_file wanted = {.path = path};
	return bsearch(&wanted, files, count, sizeof *files, file_compare) != NULL;
}

static void change_add(struct record_changes *changes, struct kpss_str path, struct kpss_str after,
	enum recording_how how)
{
	changes->items[changes->count] = (struct act_change){.path = path, .after = after};
	changes->files[changes->count++] = (struct recording_file){.path = path, .how = how};
}

static int change_compare(const void *left, const void *right)
{
	const struct act_change *a = left, *b = right;
	return path_compare(a->path, b->path);
}

static int shown_compare(const void *left, const void *right)
{
	const struct recording_file *a = left, *b = right;
	return path_compare(a->path, b->path);
}

bool record_changes_have(const struct record_changes *changes, struct kpss_str path)
{
	const struct recording_file wanted = {.path = path};
	return changes->count > 0 &&
	       bsearch(&wanted, changes->files, changes->count, sizeof wanted, shown_compare);
}

static void deleted_take(
	const struct act *act, struct kpss_str path, struct record_changes *changes)
{
	enum act_absence absence = act_absence_of(act, path);
	if (absence == ACT_DELETED)
		change_add(changes, path, kpss_str(NULL), RECORDING_DELETED);
	else if (absence == ACT_UNKNOWN)
		changes->unknown = path;
}

void record_changes_find(const struct act *act, const struct plan *before, const struct plan *now,
	struct arena *arena, struct record_changes *changes)
{
	size_t old_count = 0, new_count;
	const struct plan_file *old = before ? sorted(before, arena, &old_count) : NULL;
	const struct plan_file *new = sorted(now, arena, &new_count);
	*changes = (struct record_changes){
		.items = arena_array(arena, old_count + new_count + 1, sizeof *changes->items),
		.files = arena_array(arena, old_count + new_count + 1, sizeof *changes->files),
	};
	for (size_t i = 0; i < new_count; i++) {
		struct kpss_str bytes;
		bool recorded = act_recorded(act, new[i].path, &bytes);
		if (!new[i].bytes.ptr || (recorded && kpss_str_equal(bytes, new[i].bytes)))
			continue;
		if (!recorded && act_ignores(act, new[i].path))
			changes->ignored++;
		else
			change_add(changes, new[i].path, new[i].bytes,
				recorded ? RECORDING_CHANGED : RECORDING_ADDED);
	}
	for (size_t i = 0; i < old_count; i++)
		if (!has_file(new, new_count, old[i].path))
			deleted_take(act, old[i].path, changes);
	if (changes->count > 1) {
		qsort(changes->items, changes->count, sizeof *changes->items, change_compare);
		qsort(changes->files, changes->count, sizeof *changes->files, shown_compare);
	}
}

/* Takes “.” and “..” out of a path that begins with a slash, without asking the disk: what is named may be gone. */
static struct kpss_str without_dots(struct arena *arena, const char *path)
{
	struct buf buf = {0};
	for (const char *part = path; *part; part += strcspn(part, "/")) {
		part += strspn(part, "/");
		size_t length = strcspn(part, "/");
		if (length == 0 || (length == 1 && *part == '.'))
			continue;
		if (length == 2 && strncmp(part, "..", 2) == 0) {
			while (buf.len > 0 && buf.ptr[--buf.len] != '/')
				;
			continue;
		}
		buf_add_char(&buf, '/');
		buf_add(&buf, (struct kpss_str){.ptr = part, .len = length});
	}
	struct kpss_str text = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

/* From the root of the plan, without a slash at its end; "" for the root itself, ptr NULL outside. */
static struct kpss_str path_typed(struct session *session, const char *root, const char *typed)
{
	char *here = folder_absolute(".");
	struct kpss_str whole = without_dots(session->arena,
		*typed == '/' ? typed
			      : arena_format(session->arena, "%s/%s", here ? here : "", typed).ptr);
	size_t length = strlen(root);
	free(here);
	if (whole.len < length || memcmp(whole.ptr, root, length) != 0 ||
		(whole.len > length && whole.ptr[length] != '/'))
		return kpss_str(NULL);
	return kpss_str(whole.ptr + length + (whole.len > length));
}

static bool lies_in(struct kpss_str path, struct kpss_str folder)
{
	if (folder.len == 0 || kpss_str_equal(path, folder))
		return true;
	return path.len > folder.len && memcmp(path.ptr, folder.ptr, folder.len) == 0 &&
	       path.ptr[folder.len] == '/';
}

static bool is_known(
	const struct record_changes *changes, const struct plan *now, struct kpss_str chosen)
{
	size_t count;
	const struct plan_file *files = plan_files(now, &count);
	bool known = false;
	for (size_t i = 0; i < count && !known && chosen.ptr; i++)
		known = lies_in(files[i].path, chosen);
	for (size_t i = 0; i < changes->count && !known && chosen.ptr; i++)
		known = lies_in(changes->files[i].path, chosen);
	return known;
}

bool record_changes_choose(struct session *session, const char *root, const struct plan *now,
	const char *const *names, size_t count, struct record_changes *changes)
{
	struct kpss_str *chosen = arena_array(session->arena, count + 1, sizeof *chosen);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		chosen[i] = path_typed(session, root, names[i]);
		if (is_known(changes, now, chosen[i]))
			continue;
		session_complain(session,
			N_("‘{0}’ is no file of the plan, and no folder with any"),
			N_("name files as they lie in this folder; ‘kpss record --dry-run’ lists "
			   "what has changed"),
			kpss_str(names[i]), kpss_str(NULL));
		return false;
	}
	for (size_t i = 0; i < changes->count; i++) {
		bool wanted = count == 0;
		for (size_t j = 0; j < count && !wanted; j++)
			wanted = lies_in(changes->files[i].path, chosen[j]);
		if (!wanted)
			continue;
		changes->items[kept] = changes->items[i];
		changes->files[kept++] = changes->files[i];
	}
	changes->count = kept;
	return true;
}
