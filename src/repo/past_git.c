/* States of a plan by the ids of git. Commits and trees are read as they lie in the object database: ten thousand of them are gone
 * through to find the few that matter. */
#include "repo/past.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "repo/past_inside.h"
#include "repo/snapshot_kind.h"

enum { HEX_LENGTH = 2 * PAST_ID_BYTES };

bool past_id_same(const struct past_id *a, const struct past_id *b)
{
	return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool past_id_is_none(const struct past_id *id)
{
	static const struct past_id none = {{0}};
	return past_id_same(id, &none);
}

git_oid past_oid(const struct past_id *id)
{
	git_oid oid;
	git_oid_fromraw(&oid, id->bytes);
	return oid;
}

int past_object(
	struct store *store, const struct past_id *id, git_object_t type, git_odb_object **object)
{
	git_oid oid = past_oid(id);
	int error = git_odb_read(object, store->odb, &oid);
	if (!error && git_odb_object_type(*object) == type)
		return 0;
	git_odb_object_free(*object);
	*object = NULL;
	return error ? error : GIT_ERROR;
}

/* The next line of the head of a commit that begins with the word: the id behind it. */
static bool head_take(const char **at, const char *end, const char *word, struct past_id *id)
{
	size_t length = strlen(word);
	git_oid oid;
	if ((size_t)(end - *at) < length + HEX_LENGTH + 1 || memcmp(*at, word, length) != 0 ||
		git_oid_fromstrn(&oid, *at + length, HEX_LENGTH) != 0)
		return false;
	memcpy(id->bytes, oid.id, sizeof id->bytes);
	*at += length + HEX_LENGTH + 1;
	return true;
}

/* “committer Name <mail> 1700000000 +0100” */
static bool day_take(const char *at, const char *end, struct kpss_date *day)
{
	static const char word[] = "\ncommitter ";
	enum { HUNDRED = 100, HOUR_MINUTES = 60 };
	const char *line = memmem(at, (size_t)(end - at), word, strlen(word));
	const char *close = line ? memchr(line + 1, '\n', (size_t)(end - line - 1)) : NULL;
	while (close && close > line && *close != '>')
		close--;
	if (!close || close == line)
		return false;
	char *rest;
	long long seconds = strtoll(close + 1, &rest, 10);
	long zone = strtol(rest, NULL, 10);
	*day = store_day(seconds, (int)(zone / HUNDRED * HOUR_MINUTES + zone % HUNDRED));
	return true;
}

static bool commit_parse(git_odb_object *object, struct past_state *out)
{
	const char *at = git_odb_object_data(object), *end = at + git_odb_object_size(object);
	struct past_id parent;
	if (!head_take(&at, end, "tree ", &out->whole))
		return false;
	while (head_take(&at, end, "parent ", &parent))
		if (out->parent_count++ < PAST_PARENTS_MOST)
			out->parents[out->parent_count - 1] = parent;
	return day_take(at - 1, end, &out->day);
}

/* In the folder of the plan: what concerns every file. */
static void plan_look(struct store *store, struct past_state *out)
{
	git_odb_object *tree = NULL;
	struct past_entry entry;
	if (past_object(store, &out->plan, GIT_OBJECT_TREE, &tree) != 0) {
		out->plan = (struct past_id){{0}};
		return;
	}
	for (struct past_entries entries = past_entries_of(tree);
		past_entry_next(&entries, &entry);) {
		if (kpss_str_is(entry.name, "kpss.yaml"))
			out->root = entry.id;
		else if (kpss_str_is(entry.name, "pravidla.yaml") ||
			 (kpss_str_is(entry.name, "profile.yaml") &&
				 past_id_is_none(&out->profile)))
			out->profile = entry.id;
	}
	git_odb_object_free(tree);
	if (past_id_is_none(&out->root))
		out->plan = (struct past_id){{0}};
}

/* The entry of a tree at a path; none where there is none. */
static struct past_id tree_find(struct store *store, struct past_id tree, const char *path)
{
	while (*path && !past_id_is_none(&tree)) {
		size_t length = strcspn(path, "/");
		struct kpss_str name = {.ptr = path, .len = length};
		git_odb_object *object = NULL;
		struct past_entry entry;
		struct past_id found = {{0}};
		if (past_object(store, &tree, GIT_OBJECT_TREE, &object) == 0)
			for (struct past_entries entries = past_entries_of(object);
				past_entry_next(&entries, &entry);)
				if (kpss_str_equal(entry.name, name)) {
					found = entry.id;
					break;
				}
		git_odb_object_free(object);
		tree = found;
		path += length + (path[length] == '/');
	}
	return tree;
}

enum store_answer past_read(struct store *store, const struct past_id *commit, const char *folder,
	const struct past_state *like, struct past_state *out)
{
	git_odb_object *object = NULL;
	*out = (struct past_state){.commit = *commit};
	int error = past_object(store, commit, GIT_OBJECT_COMMIT, &object);
	bool good = !error && commit_parse(object, out);
	git_odb_object_free(object);
	if (!good)
		return error == GIT_ENOTFOUND ? STORE_MISSING : STORE_BROKEN;
	if (!like || !past_id_same(&like->whole, &out->whole))
		out->plan = tree_find(store, out->whole, folder);
	if (like && (past_id_same(&like->whole, &out->whole) ||
			    past_id_same(&like->plan, &out->plan))) {
		out->plan = like->plan;
		out->root = like->root;
		out->profile = like->profile;
	} else if (!past_id_is_none(&out->plan)) {
		plan_look(store, out);
	}
	return STORE_FOUND;
}

enum store_answer past_read_commit(
	struct store *store, const char *commit, const char *folder, struct past_state *out)
{
	git_oid oid;
	struct past_id id;
	if (git_oid_fromstr(&oid, commit) != 0)
		return STORE_UNKNOWN;
	memcpy(id.bytes, oid.id, sizeof id.bytes);
	return past_read(store, &id, folder, NULL, out);
}

struct past_id past_file(struct store *store, const struct past_state *state, const char *path,
	const struct past_state *like, const struct past_id *found)
{
	if (like && past_id_same(&like->plan, &state->plan))
		return *found;
	return past_id_is_none(&state->plan) ? (struct past_id){{0}}
					     : tree_find(store, state->plan, path);
}

bool past_bytes(struct store *store, const struct past_id *file, struct buf *bytes)
{
	git_odb_object *object = NULL;
	git_object_t type = GIT_OBJECT_INVALID;
	git_oid oid = past_oid(file);
	size_t size = 0;
	bool good = git_odb_read_header(&size, &type, store->odb, &oid) == 0 &&
		    size <= FILE_SIZE_MOST &&
		    past_object(store, file, GIT_OBJECT_BLOB, &object) == 0;
	if (good)
		buf_add(bytes, (struct kpss_str){.ptr = git_odb_object_data(object),
				       .len = git_odb_object_size(object)});
	git_odb_object_free(object);
	return good;
}

bool past_is_alike(const struct past_state *before, const struct past_state *after)
{
	return past_id_same(&before->root, &after->root) &&
	       past_id_same(&before->profile, &after->profile);
}
