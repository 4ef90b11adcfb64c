/* Which files differ between two states of a plan, by the ids of trees. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "repo/past_inside.h"
#include "repo/snapshot_kind.h"

struct comparison {
	struct store *store;
	struct arena *arena;
	struct past_changes changes;
	struct buf path; /* of the folder, with a slash behind */
	size_t folders;
};

enum { FOLDERS_MOST = 100000 };

struct past_entries past_entries_of(git_odb_object *tree)
{
	const char *at = tree ? git_odb_object_data(tree) : NULL;
	return (struct past_entries){.at = at, .end = at ? at + git_odb_object_size(tree) : NULL};
}

bool past_entry_next(struct past_entries *entries, struct past_entry *entry)
{
	size_t left = (size_t)(entries->end - entries->at);
	const char *blank = left ? memchr(entries->at, ' ', left) : NULL;
	const char *zero = blank ? memchr(blank, '\0', (size_t)(entries->end - blank)) : NULL;
	if (!zero || (size_t)(entries->end - zero - 1) < PAST_ID_BYTES)
		return false;
	struct kpss_str mode = {.ptr = entries->at, .len = (size_t)(blank - entries->at)};
	*entry = (struct past_entry){
		.name = {.ptr = blank + 1, .len = (size_t)(zero - blank - 1)},
		.is_folder = kpss_str_is(mode, "40000"),
		.is_file = mode.len > 2 && memcmp(mode.ptr, "100", 3) == 0,
	};
	memcpy(entry->id.bytes, zero + 1, PAST_ID_BYTES);
	entries->at = zero + 1 + PAST_ID_BYTES;
	return true;
}

/* Git sorts the name of a folder as if it ended in a slash. */
static int entry_order(const struct past_entry *a, const struct past_entry *b)
{
	size_t shorter = a->name.len < b->name.len ? a->name.len : b->name.len;
	int order = memcmp(a->name.ptr, b->name.ptr, shorter);
	if (order)
		return order;
	unsigned char left = a->name.len > shorter ? (unsigned char)a->name.ptr[shorter]
			     : a->is_folder        ? '/'
						   : 0;
	unsigned char right = b->name.len > shorter ? (unsigned char)b->name.ptr[shorter]
			      : b->is_folder        ? '/'
						    : 0;
	return (left > right) - (left < right);
}

static void change_take(
	struct comparison *comparison, const struct past_id *before, const struct past_id *after)
{
	struct past_changes *changes = &comparison->changes;
	if (!path_is_yaml(buf_str(&comparison->path)))
		return;
	if (changes->count == changes->capacity) {
		size_t capacity = changes->capacity ? changes->capacity * 2 : 16;
		struct past_change *more = arena_array(comparison->arena, capacity, sizeof *more);
		if (changes->count)
			memcpy(more, changes->items, changes->count * sizeof *more);
		changes->items = more;
		changes->capacity = capacity;
	}
	changes->items[changes->count++] = (struct past_change){
		.path = arena_text(comparison->arena, buf_str(&comparison->path)),
		.before = *before,
		.after = *after,
	};
}

static void trees_compare(struct comparison *comparison, const struct past_id *before,
	const struct past_id *after, int depth);

/* An entry of the same name on either side; NULL where one has none. */
static void entries_compare(struct comparison *comparison, const struct past_entry *before,
	const struct past_entry *after, int depth)
{
	static const struct past_id none = {{0}};
	const struct past_entry *any = before ? before : after;
	const struct past_id *files[2] = {before && before->is_file ? &before->id : &none,
		after && after->is_file ? &after->id : &none};
	const struct past_id *folders[2] = {before && before->is_folder ? &before->id : &none,
		after && after->is_folder ? &after->id : &none};
	size_t length = comparison->path.len;
	if (any->name.len == 0 || any->name.ptr[0] == '.')
		return;
	buf_add(&comparison->path, any->name);
	if (!path_is_private(buf_str(&comparison->path))) {
		if (!past_id_same(files[0], files[1]))
			change_take(comparison, files[0], files[1]);
		if (!past_id_same(folders[0], folders[1])) {
			buf_add_char(&comparison->path, '/');
			trees_compare(comparison, folders[0], folders[1], depth + 1);
		}
	}
	comparison->path.len = length;
}

/* A plan below another is no part of it. */
static git_odb_object *tree_open(
	const struct comparison *comparison, const struct past_id *id, int depth)
{
	git_odb_object *tree = NULL;
	struct past_entry entry;
	if (past_id_is_none(id) || past_object(comparison->store, id, GIT_OBJECT_TREE, &tree) != 0)
		return NULL;
	for (struct past_entries entries = past_entries_of(tree);
		depth > 0 && past_entry_next(&entries, &entry);)
		if (kpss_str_is(entry.name, "kpss.yaml")) {
			git_odb_object_free(tree);
			return NULL;
		}
	return tree;
}

static void trees_compare(struct comparison *comparison, const struct past_id *before,
	const struct past_id *after, int depth)
{
	if (depth > FOLDERS_DEEP_MOST || comparison->folders++ >= FOLDERS_MOST)
		return;
	git_odb_object *trees[2] = {
		tree_open(comparison, before, depth), tree_open(comparison, after, depth)};
	struct past_entries left = past_entries_of(trees[0]), right = past_entries_of(trees[1]);
	struct past_entry old, new;
	bool has_old = past_entry_next(&left, &old), has_new = past_entry_next(&right, &new);
	while (has_old || has_new) {
		int order = !has_old ? 1 : !has_new ? -1 : entry_order(&old, &new);
		entries_compare(
			comparison, order <= 0 ? &old : NULL, order >= 0 ? &new : NULL, depth);
		if (order <= 0)
			has_old = past_entry_next(&left, &old);
		if (order >= 0)
			has_new = past_entry_next(&right, &new);
	}
	git_odb_object_free(trees[0]);
	git_odb_object_free(trees[1]);
}

struct past_changes past_compare(struct store *store, const struct past_state *before,
	const struct past_state *after, struct arena *arena)
{
	struct comparison comparison = {.store = store, .arena = arena};
	if (!past_id_same(&before->plan, &after->plan))
		trees_compare(&comparison, &before->plan, &after->plan, 0);
	buf_clear(&comparison.path);
	return comparison.changes;
}

struct root_search {
	struct store *store;
	const struct past_id *root; /* the file that is looked for */
	struct buf path, found;
	size_t count, folders;
};

static void root_search(struct root_search *search, const struct past_id *id, int depth)
{
	git_odb_object *tree = NULL;
	struct past_entry entry;
	if (depth > FOLDERS_DEEP_MOST || search->folders++ >= FOLDERS_MOST ||
		past_object(search->store, id, GIT_OBJECT_TREE, &tree) != 0)
		return;
	for (struct past_entries entries = past_entries_of(tree);
		past_entry_next(&entries, &entry);) {
		size_t length = search->path.len;
		if (entry.is_file && kpss_str_is(entry.name, "kpss.yaml") &&
			past_id_same(&entry.id, search->root)) {
			search->count++;
			search->found.len = 0;
			buf_add(&search->found, buf_str(&search->path));
		} else if (entry.is_folder && entry.name.len && entry.name.ptr[0] != '.') {
			buf_add_text(&search->path, length ? "/" : "");
			buf_add(&search->path, entry.name);
			root_search(search, &entry.id, depth + 1);
		}
		search->path.len = length;
	}
	git_odb_object_free(tree);
}

char *past_folder_before(struct store *store, const struct past_state *before,
	const struct past_state *after, const char *folder)
{
	struct store_commit commit = {{0}, {0}};
	git_oid oid = past_oid(&before->commit);
	git_oid_tostr(commit.id, sizeof commit.id, &oid);
	char *above = store_find_plan(store, &commit, folder);
	if (above)
		return above;
	struct root_search search = {.store = store, .root = &after->root};
	root_search(&search, &before->whole, 0);
	buf_add_char(&search.found, '\0');
	buf_clear(&search.path);
	if (search.count != 1)
		buf_clear(&search.found);
	return search.found.ptr;
}
