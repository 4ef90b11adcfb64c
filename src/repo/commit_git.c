/* The plan as a commit has it, straight from the objects of git. What a folder of the same files would give, this gives. */
#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "repo/snapshot_kind.h"
#include "repo/store_git.h"

enum { LINKS_MOST = 10, LINK_LONGEST = 4096, FOLDERS_MOST = 100000 };

struct commit_snapshot {
	struct snapshot base;
	struct store *store;
	git_tree *whole; /* what the commit has */
	git_tree *plan;
	char *root; /* from the one to the other; "" where they are one */
	/* The folder that was read from last: files come in the order of their paths, so it mostly serves again. */
	git_tree *last;
	struct buf last_path; /* up to and with its slash */
	size_t folders;       /* that the walk has been in */
};

static enum entry_kind entry_kind_of(git_filemode_t mode)
{
	switch (mode) {
	case GIT_FILEMODE_TREE:
	case GIT_FILEMODE_COMMIT: /* a submodule: an empty folder until it is fetched */
		return ENTRY_FOLDER;
	case GIT_FILEMODE_LINK:
		return ENTRY_LINK;
	case GIT_FILEMODE_BLOB:
	case GIT_FILEMODE_BLOB_EXECUTABLE:
		return ENTRY_FILE;
	default:
		return ENTRY_OTHER;
	}
}

/* The text of a link; false when it cannot be had or leads to a place by its whole path. */
static bool link_read(const struct commit_snapshot *commit, const git_oid *id, struct buf *target)
{
	git_odb_object *object = NULL;
	bool good = git_odb_read(&object, commit->store->odb, id) == 0 &&
		    git_odb_object_size(object) <= LINK_LONGEST;
	if (good)
		buf_add(target, (struct kpss_str){.ptr = git_odb_object_data(object),
					.len = git_odb_object_size(object)});
	buf_add_char(target, '\0');
	git_odb_object_free(object);
	return good && target->ptr[0] != '/';
}

static void part_remove(struct buf *path)
{
	while (path->len > 0 && path->ptr[path->len - 1] != '/')
		path->len--;
	path->len -= path->len > 0;
}

static bool leads_to_folder(
	const struct commit_snapshot *commit, struct buf *at, const git_oid *id, int links);

/* One step on the way of a link, from the folder `at`. */
static bool part_follow(
	const struct commit_snapshot *commit, struct buf *at, struct kpss_str part, int links)
{
	git_tree_entry *entry = NULL;
	size_t length = at->len;
	if (part.len == 0 || kpss_str_is(part, "."))
		return true;
	if (kpss_str_is(part, "..")) {
		part_remove(at);
		return length > 0;
	}
	buf_addf(at, "%s%.*s", length ? "/" : "", (int)part.len, part.ptr);
	buf_add_char(at, '\0');
	at->len--;
	if (git_tree_entry_bypath(&entry, commit->whole, at->ptr) != 0)
		return false;
	enum entry_kind kind = entry_kind_of(git_tree_entry_filemode(entry));
	bool good = kind == ENTRY_FOLDER;
	if (kind == ENTRY_LINK) {
		part_remove(at);
		good = leads_to_folder(commit, at, git_tree_entry_id(entry), links + 1);
	}
	git_tree_entry_free(entry);
	return good;
}

/* Does a link in the folder `at`, from the root of git, lead to a folder that the commit has? `at` goes there. */
static bool leads_to_folder(
	const struct commit_snapshot *commit, struct buf *at, const git_oid *id, int links)
{
	struct buf target = {0};
	bool good = links < LINKS_MOST && link_read(commit, id, &target);
	for (const char *part = target.ptr; good && *part;) {
		size_t length = strcspn(part, "/");
		good = part_follow(
			commit, at, (struct kpss_str){.ptr = part, .len = length}, links);
		part += length + (part[length] == '/');
	}
	buf_clear(&target);
	return good;
}

/* Of an entry of the folder `path` of the plan. */
static enum entry_kind entry_kind(
	const struct commit_snapshot *commit, struct kpss_str path, const git_tree_entry *entry)
{
	enum entry_kind kind = entry_kind_of(git_tree_entry_filemode(entry));
	if (kind != ENTRY_LINK)
		return kind;
	struct buf at = {0};
	buf_addf(
		&at, "%s%s%.*s", commit->root, commit->root[0] ? "/" : "", (int)path.len, path.ptr);
	while (at.len > 0 && at.ptr[at.len - 1] == '/')
		at.len--;
	bool folder = leads_to_folder(commit, &at, git_tree_entry_id(entry), 0);
	buf_clear(&at);
	return folder ? ENTRY_LINK_TO_FOLDER : kind;
}

static void walk(struct commit_snapshot *commit, struct file_list *list, const git_oid *id,
	struct buf *path, int depth);

static void tree_take(struct commit_snapshot *commit, struct file_list *list, const git_tree *tree,
	struct buf *path, int depth)
{
	size_t length = path->len;
	for (size_t i = 0; !list->full && i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const char *name = git_tree_entry_name(entry);
		if (name[0] == '.')
			continue;
		enum entry_kind kind = entry_kind(commit, buf_str(path), entry);
		buf_add_text(path, name);
		if (file_list_take(list, &commit->base, buf_str(path), kind) &&
			git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE) {
			buf_add_char(path, '/');
			walk(commit, list, git_tree_entry_id(entry), path, depth + 1);
		}
		path->len = length;
	}
}

static void walk(struct commit_snapshot *commit, struct file_list *list, const git_oid *id,
	struct buf *path, int depth)
{
	git_tree *tree = NULL;
	if (depth > FOLDERS_DEEP_MOST) {
		path_report(list->findings, &repo_folder_depth, buf_str(path),
			argument_number(FOLDERS_DEEP_MOST));
		return;
	}
	/* In git, a folder may stand in itself as often as a few bytes can say. */
	if (commit->folders++ == FOLDERS_MOST) {
		findings_add(list->findings, &(struct finding){.kind = &repo_folder_count,
						     .arguments = {argument_number(FOLDERS_MOST)}});
		list->full = true;
		return;
	}
	int error = git_tree_lookup(&tree, commit->store->repository, id);
	if (error)
		store_report_object(list->findings, buf_str(path), id, error);
	else if (depth == 0 || !git_tree_entry_byname(tree, "kpss.yaml"))
		tree_take(commit, list, tree, path, depth);
	git_tree_free(tree);
}

static void commit_list(struct snapshot *snapshot, struct file_list *list)
{
	struct commit_snapshot *commit = (struct commit_snapshot *)snapshot;
	struct buf path = {0};
	commit->folders = 0;
	walk(commit, list, git_tree_id(commit->plan), &path, 0);
	buf_clear(&path);
}

static void last_forget(struct commit_snapshot *commit)
{
	if (commit->last != commit->plan)
		git_tree_free(commit->last);
	commit->last = commit->plan;
	commit->last_path.len = 0;
}

/* Goes to the folder of a path; 0 or libgit2's error. */
static int last_move(struct commit_snapshot *commit, struct kpss_str path)
{
	git_object *folder = NULL;
	if (kpss_str_equal(buf_str(&commit->last_path), path))
		return 0;
	last_forget(commit);
	if (path.len == 0)
		return 0;
	buf_add(&commit->last_path, path);
	commit->last_path.ptr[path.len - 1] = '\0';
	int error = git_object_lookup_bypath(
		&folder, (const git_object *)commit->plan, commit->last_path.ptr, GIT_OBJECT_TREE);
	commit->last_path.ptr[path.len - 1] = '/';
	commit->last_path.len = error ? 0 : path.len;
	commit->last = error ? commit->plan : (git_tree *)folder;
	return error;
}

/* Asks for the size first, so that nothing large is unpacked. */
static bool blob_read(struct commit_snapshot *commit, struct arena *arena,
	struct findings *findings, struct kpss_str path, const git_oid *id, struct kpss_str *bytes)
{
	git_odb_object *object = NULL;
	git_object_t type = GIT_OBJECT_INVALID;
	size_t size = 0;
	int error = git_odb_read_header(&size, &type, commit->store->odb, id);
	if (!error && size > FILE_SIZE_MOST) {
		path_report(findings, &repo_file_size, path,
			argument_number(FILE_SIZE_MOST / 1024 / 1024));
		return false;
	}
	if (!error)
		error = git_odb_read(&object, commit->store->odb, id);
	bool good = !error && git_odb_object_type(object) == GIT_OBJECT_BLOB &&
		    git_odb_object_size(object) == size;
	if (good)
		*bytes = arena_text(
			arena, (struct kpss_str){.ptr = git_odb_object_data(object), .len = size});
	else
		store_report_object(findings, path, id, error);
	git_odb_object_free(object);
	return good;
}

static bool commit_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings,
	struct kpss_str path, struct kpss_str *bytes)
{
	struct commit_snapshot *commit = (struct commit_snapshot *)snapshot;
	const char *slash = strrchr(path.ptr, '/'), *name = slash ? slash + 1 : path.ptr;
	const git_tree_entry *entry = NULL;
	if (last_move(commit,
		    (struct kpss_str){.ptr = path.ptr, .len = (size_t)(name - path.ptr)}) == 0)
		entry = git_tree_entry_byname(commit->last, name);
	enum entry_kind kind = entry ? entry_kind_of(git_tree_entry_filemode(entry)) : ENTRY_OTHER;
	if (!entry)
		path_report(findings, &repo_cannot_read, path, failure_argument(findings, ENOENT));
	else if (kind == ENTRY_LINK)
		path_report(findings, &repo_link, path, (struct finding_argument){0});
	else if (kind != ENTRY_FILE)
		path_report(findings, &repo_special_file, path, (struct finding_argument){0});
	else
		return blob_read(commit, arena, findings, path, git_tree_entry_id(entry), bytes);
	return false;
}

static void commit_close(struct snapshot *snapshot)
{
	struct commit_snapshot *commit = (struct commit_snapshot *)snapshot;
	last_forget(commit);
	git_tree_free(commit->plan);
	git_tree_free(commit->whole);
	buf_clear(&commit->last_path);
	free(commit->root);
	free(commit);
}

/* The folder of a tree; *error is libgit2's where it is not there. Back with git_tree_free. */
static git_tree *folder_open(git_tree *whole, const char *path, int *error)
{
	git_object *folder = NULL;
	if (*path == '\0')
		*error = git_tree_dup(&whole, whole);
	else
		*error = git_object_lookup_bypath(
			&folder, (const git_object *)whole, path, GIT_OBJECT_TREE);
	return *error ? NULL : *path ? (git_tree *)folder : whole;
}

/* All that a commit has; NULL, with a finding, when it cannot be had. */
static git_tree *whole_open(
	struct store *store, const struct store_commit *commit, struct findings *findings)
{
	git_oid id;
	git_commit *read = NULL;
	git_tree *whole = NULL;
	int error = git_oid_fromstr(&id, commit->id);
	if (!error)
		error = git_commit_lookup(&read, store->repository, &id);
	if (!error) {
		git_oid_cpy(&id, git_commit_tree_id(read));
		error = git_commit_tree(&whole, read);
	}
	if (error && findings)
		store_report_object(findings, kpss_str("."), &id, error);
	git_commit_free(read);
	return error ? NULL : whole;
}

struct snapshot *snapshot_commit(struct store *store, const struct store_commit *commit,
	const char *path, struct findings *findings)
{
	static const struct snapshot_kind kind = {
		.list = commit_list, .read = commit_read, .close = commit_close};
	int error;
	git_tree *whole = whole_open(store, commit, findings);
	git_tree *plan = whole ? folder_open(whole, path, &error) : NULL;
	if (!plan || !git_tree_entry_byname(plan, "kpss.yaml")) {
		if (whole)
			store_report(findings, &repo_commit_no_plan,
				(struct kpss_str){.ptr = commit->id, .len = STORE_ID_SHOWN});
		git_tree_free(plan);
		git_tree_free(whole);
		return NULL;
	}
	struct commit_snapshot *snapshot = memory_resize(NULL, 1, sizeof *snapshot);
	*snapshot = (struct commit_snapshot){
		.base.kind = &kind,
		.store = store,
		.whole = whole,
		.plan = plan,
		.last = plan,
		.root = strcpy(memory_resize(NULL, strlen(path) + 1, 1), path),
	};
	return &snapshot->base;
}

char *store_find_plan(struct store *store, const struct store_commit *commit, const char *path)
{
	git_tree *whole = whole_open(store, commit, NULL);
	char *found = whole ? strcpy(memory_resize(NULL, strlen(path) + 1, 1), path) : NULL;
	while (found) {
		int error;
		git_tree *folder = folder_open(whole, found, &error);
		bool here = folder && git_tree_entry_byname(folder, "kpss.yaml");
		char *slash = strrchr(found, '/');
		git_tree_free(folder);
		if (here)
			break;
		if (*found == '\0') {
			free(found);
			found = NULL;
		} else {
			*(slash ? slash : found) = '\0';
		}
	}
	git_tree_free(whole);
	return found;
}
