/* Commits are followed by hand and not by its walker, so that a commit that is missing (a shallow clone)
 * or damaged hides no other. */
#include "repo/history.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/seen.h"
#include "repo/snapshot_kind.h"
#include "repo/store_git.h"

enum {
	COMMITS_MOST = 200000,
	OBJECTS_MOST = 1000000, /* folders and files of all commits together */
	BROKEN_MOST = 20,       /* damaged objects that are told one by one */
	COMMIT_DIGITS = 10,
};
static const uint64_t BYTES_MOST = UINT64_C(1024) * 1024 * 1024; /* of all versions of all files */

struct history {
	struct store *store;
	git_repository *repository; /* the store's */
	char *prefix; /* from the working folder of git to the root of the plan, with a slash behind; "" where they are one */
};

struct commit {
	git_oid id;
	git_time_t time;
	int offset; /* minutes */
};

struct walk {
	const struct history *history;
	struct findings *findings;
	history_taker *take;
	void *user;
	struct commit *commits;
	size_t commit_count, commit_capacity;
	struct seen commits_seen, folders_seen, files_seen, broken_seen;
	size_t broken;
	uint64_t bytes;
	bool shallow, full;
	struct buf path;          /* of the folder that is looked at, with a slash behind */
	struct history_file file; /* commit and date */
};

static uint64_t hash_id(uint64_t before, const git_oid *id)
{
	return seen_hash(
		before, (struct kpss_str){.ptr = (const char *)id->id, .len = sizeof id->id});
}

static void broken_report(struct walk *walk, const git_oid *id)
{
	char text[COMMIT_DIGITS + 1];
	git_oid_tostr(text, sizeof text, id);
	if (seen_add(&walk->broken_seen, hash_id(0, id)) && walk->broken++ < BROKEN_MOST)
		store_report(walk->findings, &repo_history_broken, kpss_str(text));
}

static void limit_report(struct walk *walk)
{
	if (!walk->full)
		store_report(walk->findings, &repo_history_limit, kpss_str(""));
	walk->full = true;
}

struct history *history_open(const char *folder, struct findings *findings)
{
	struct store *store = store_open(folder, findings);
	if (!store)
		return NULL;
	bool bare = git_repository_is_bare(store->repository);
	char *path = bare ? NULL : store_path(store, folder);
	if (!path) {
		store_report(
			findings, bare ? &repo_history_bare : &repo_history_refused, kpss_str(""));
		store_close(store);
		return NULL;
	}
	struct buf prefix = {0};
	buf_addf(&prefix, "%s%s", path, *path ? "/" : "");
	buf_add_char(&prefix, '\0');
	free(path);
	struct history *history = memory_resize(NULL, 1, sizeof *history);
	*history = (struct history){
		.store = store, .repository = store->repository, .prefix = prefix.ptr};
	return history;
}

void history_close(struct history *history)
{
	if (!history)
		return;
	store_close(history->store);
	free(history->prefix);
	free(history);
}

/* The commit that a reference leads to, annotated tags followed; what leads elsewhere is none. */
static bool commit_of(struct walk *walk, const char *name, git_oid *id)
{
	git_object *target = NULL, *commit = NULL;
	git_repository *repository = walk->history->repository;
	bool found = false;
	if (git_reference_name_to_id(id, repository, name) != 0)
		return false;
	if (git_object_lookup(&target, repository, id, GIT_OBJECT_ANY) != 0)
		broken_report(walk, id);
	else
		found = git_object_peel(&commit, target, GIT_OBJECT_COMMIT) == 0;
	if (found)
		git_oid_cpy(id, git_object_id(commit));
	git_object_free(commit);
	git_object_free(target);
	return found;
}

static void commit_push(struct walk *walk, const git_oid *id)
{
	if (walk->full || !seen_add(&walk->commits_seen, hash_id(0, id)))
		return;
	if (walk->commit_count == COMMITS_MOST) {
		limit_report(walk);
		return;
	}
	if (walk->commit_count == walk->commit_capacity) {
		walk->commit_capacity = walk->commit_capacity ? walk->commit_capacity * 2 : 256;
		walk->commits =
			memory_resize(walk->commits, walk->commit_capacity, sizeof *walk->commits);
	}
	walk->commits[walk->commit_count++] = (struct commit){.id = *id};
}

static int reference_take(const char *name, void *user)
{
	static const char *const folders[] = {"refs/heads/", "refs/tags/", "refs/remotes/"};
	struct walk *walk = user;
	git_oid id;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (strncmp(name, folders[i], strlen(folders[i])) == 0 &&
			commit_of(walk, name, &id))
			commit_push(walk, &id);
	return walk->full ? GIT_EUSER : 0;
}

static int commit_compare(const void *left, const void *right)
{
	const struct commit *a = left, *b = right;
	if (a->time != b->time)
		return (a->time > b->time) - (a->time < b->time);
	return git_oid_cmp(&a->id, &b->id);
}

/* Reads when a commit was made and adds its parents. A parent that is missing behind the edge of a shallow clone is nothing new. */
static bool commit_read(struct walk *walk, struct commit *commit)
{
	git_commit *read = NULL;
	int error = git_commit_lookup(&read, walk->history->repository, &commit->id);
	if (error) {
		if (!walk->shallow || error != GIT_ENOTFOUND)
			broken_report(walk, &commit->id);
		return false;
	}
	commit->time = git_commit_time(read);
	commit->offset = git_commit_time_offset(read);
	for (unsigned i = 0; i < git_commit_parentcount(read); i++)
		commit_push(walk, git_commit_parent_id(read, i));
	git_commit_free(read);
	return true;
}

/* All commits, oldest first. The list grows while it is gone through. */
static void commits_collect(struct walk *walk)
{
	git_oid head;
	git_repository *repository = walk->history->repository;
	if (commit_of(walk, "HEAD", &head))
		commit_push(walk, &head);
	git_reference_foreach_name(repository, reference_take, walk);
	size_t kept = 0;
	for (size_t i = 0; i < walk->commit_count; i++) {
		struct commit commit = walk->commits[i];
		if (commit_read(walk, &commit))
			walk->commits[kept++] = commit;
	}
	walk->commit_count = kept;
	if (kept > 1)
		qsort(walk->commits, kept, sizeof *walk->commits, commit_compare);
}

static void file_hand_over(struct walk *walk, const git_oid *id, struct kpss_str bytes)
{
	char blob[GIT_OID_HEXSZ + 1];
	git_oid_tostr(blob, sizeof blob, id);
	walk->file.path = buf_str(&walk->path);
	walk->file.bytes = bytes;
	walk->file.blob = kpss_str(blob);
	walk->take(walk->user, &walk->file);
}

/* Asks for the size first, so that nothing large is unpacked. */
static void blob_take(struct walk *walk, const git_oid *id)
{
	git_odb *odb = walk->history->store->odb;
	git_odb_object *object = NULL;
	size_t size = 0;
	git_object_t type = GIT_OBJECT_INVALID;
	if (git_odb_read_header(&size, &type, odb, id) != 0 || type != GIT_OBJECT_BLOB) {
		broken_report(walk, id);
	} else if (size > FILE_SIZE_MOST) {
		path_report(walk->findings, &repo_history_size, buf_str(&walk->path),
			argument_number(FILE_SIZE_MOST / 1024 / 1024));
	} else if ((walk->bytes += size) > BYTES_MOST) {
		limit_report(walk);
	} else if (git_odb_read(&object, odb, id) != 0 || git_odb_object_size(object) != size) {
		broken_report(walk, id);
	} else {
		file_hand_over(walk, id,
			(struct kpss_str){.ptr = git_odb_object_data(object), .len = size});
	}
	git_odb_object_free(object);
}

static void folder_take(struct walk *walk, const git_oid *id, int depth, bool is_private);

static void entry_take(struct walk *walk, const git_tree_entry *entry, int depth, bool is_private)
{
	const char *name = git_tree_entry_name(entry);
	const git_oid *id = git_tree_entry_id(entry);
	git_filemode_t mode = git_tree_entry_filemode(entry);
	size_t length = walk->path.len;
	if (name[0] == '.' && !is_private)
		return;
	buf_add_text(&walk->path, name);
	bool within = is_private || path_is_private(buf_str(&walk->path));
	bool file = mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
	if (walk->path.len > PATH_LONGEST) {
		path_report(walk->findings, &repo_path_length, buf_str(&walk->path),
			argument_number(PATH_LONGEST));
	} else if (mode == GIT_FILEMODE_TREE) {
		buf_add_char(&walk->path, '/');
		folder_take(walk, id, depth + 1, within);
	} else if (within && mode != GIT_FILEMODE_COMMIT) {
		if (seen_add(&walk->files_seen, seen_hash(1, buf_str(&walk->path))))
			file_hand_over(walk, id, kpss_str(NULL));
	} else if (file && path_is_yaml(buf_str(&walk->path)) &&
		   seen_add(&walk->files_seen, hash_id(0, id))) {
		blob_take(walk, id);
	}
	walk->path.len = length;
}

/* A folder that was the same in an earlier commit has nothing new. */
static void folder_take(struct walk *walk, const git_oid *id, int depth, bool is_private)
{
	git_tree *tree = NULL;
	if (walk->full || depth > FOLDERS_DEEP_MOST ||
		!seen_add(&walk->folders_seen, hash_id(seen_hash(0, buf_str(&walk->path)), id)))
		return;
	if (walk->folders_seen.count + walk->files_seen.count > OBJECTS_MOST) {
		limit_report(walk);
		return;
	}
	if (git_tree_lookup(&tree, walk->history->repository, id) != 0) {
		broken_report(walk, id);
		return;
	}
	bool nested = depth > 0 && !is_private && git_tree_entry_byname(tree, "kpss.yaml");
	for (size_t i = 0; !nested && !walk->full && i < git_tree_entrycount(tree); i++)
		entry_take(walk, git_tree_entry_byindex(tree, i), depth, is_private);
	git_tree_free(tree);
}

/* Goes to the folder of the plan as it was in a commit; that it was not there is nothing wrong. */
static bool plan_folder(struct walk *walk, const git_commit *commit, git_oid *id)
{
	const char *prefix = walk->history->prefix;
	git_tree *tree = NULL;
	git_tree_entry *entry = NULL;
	bool found = false;
	git_oid_cpy(id, git_commit_tree_id(commit));
	if (*prefix == '\0')
		return true;
	char *path = memory_resize(NULL, strlen(prefix), 1);
	memcpy(path, prefix, strlen(prefix) - 1);
	path[strlen(prefix) - 1] = '\0';
	if (git_commit_tree(&tree, commit) != 0)
		broken_report(walk, id);
	else
		found = git_tree_entry_bypath(&entry, tree, path) == 0 &&
			git_tree_entry_type(entry) == GIT_OBJECT_TREE;
	if (found)
		git_oid_cpy(id, git_tree_entry_id(entry));
	git_tree_entry_free(entry);
	git_tree_free(tree);
	free(path);
	return found;
}

static void commit_take(struct walk *walk, const struct commit *commit)
{
	char id[COMMIT_DIGITS + 1];
	git_commit *read = NULL;
	git_oid folder;
	git_oid_tostr(id, sizeof id, &commit->id);
	walk->file.commit = kpss_str(id);
	walk->file.date = store_day(commit->time, commit->offset);
	walk->path.len = 0;
	if (git_commit_lookup(&read, walk->history->repository, &commit->id) != 0)
		broken_report(walk, &commit->id);
	else if (plan_folder(walk, read, &folder))
		folder_take(walk, &folder, 0, false);
	git_commit_free(read);
}

void history_walk(
	struct history *history, struct findings *findings, history_taker *take, void *user)
{
	struct walk walk = {.history = history, .findings = findings, .take = take, .user = user};
	walk.shallow = git_repository_is_shallow(history->repository) == 1;
	if (walk.shallow)
		store_report(findings, &repo_history_shallow, kpss_str(""));
	commits_collect(&walk);
	if (walk.commit_count == 0 && walk.broken == 0)
		store_report(findings, &repo_history_empty, kpss_str(""));
	for (size_t i = 0; i < walk.commit_count && !walk.full; i++)
		commit_take(&walk, &walk.commits[i]);
	free(walk.commits);
	seen_clear(&walk.commits_seen);
	seen_clear(&walk.folders_seen);
	seen_clear(&walk.files_seen);
	seen_clear(&walk.broken_seen);
	buf_clear(&walk.path);
}

void history_tracked_private(struct history *history, history_path_taker *take, void *user)
{
	git_index *index = NULL;
	size_t length = strlen(history->prefix);
	if (git_repository_index(&index, history->repository) != 0)
		return;
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const char *path = git_index_get_byindex(index, i)->path;
		if (strncmp(path, history->prefix, length) == 0 &&
			path_is_private(kpss_str(path + length)))
			take(user, kpss_str(path + length));
	}
	git_index_free(index);
}

bool history_ignores(struct history *history, const char *folder)
{
	struct buf path = {0};
	int ignored = 0;
	buf_addf(&path, "%s%s/", history->prefix, folder);
	buf_add_char(&path, '\0');
	bool known = git_ignore_path_is_ignored(&ignored, history->repository, path.ptr) == 0;
	buf_clear(&path);
	return known && ignored;
}
