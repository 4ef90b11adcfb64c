/* Some files of a state of a plan, and who recorded it. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/failure.h"
#include "repo/past_inside.h"
#include "repo/snapshot_kind.h"

struct some_files {
	struct snapshot base;
	struct store *store;
	const struct past_state *state;
	const struct past_changes *changes;
	bool after;
};

static const struct past_id *id_in(const struct some_files *some, const struct past_change *change)
{
	return some->after ? &change->after : &change->before;
}

static const char *const of_every_file[] = {"kpss.yaml", "profile.yaml", "pravidla.yaml"};

static bool concerns_every_file(struct kpss_str path)
{
	for (size_t i = 0; i < sizeof of_every_file / sizeof *of_every_file; i++)
		if (kpss_str_is(path, of_every_file[i]))
			return true;
	return false;
}

static struct past_id root_file(const struct some_files *some, struct kpss_str path)
{
	return kpss_str_is(path, "kpss.yaml")
		       ? some->state->root
		       : past_file(some->store, some->state, path.ptr, NULL, NULL);
}

static void some_list(struct snapshot *snapshot, struct file_list *list)
{
	const struct some_files *some = (const struct some_files *)snapshot;
	for (size_t i = 0; i < sizeof of_every_file / sizeof *of_every_file; i++) {
		struct past_id id = root_file(some, kpss_str(of_every_file[i]));
		if (!past_id_is_none(&id))
			file_list_add(list, kpss_str(of_every_file[i]));
	}
	for (size_t i = 0; i < some->changes->count; i++) {
		const struct past_change *change = &some->changes->items[i];
		if (!concerns_every_file(change->path) && !past_id_is_none(id_in(some, change)))
			file_list_take(list, snapshot, change->path, ENTRY_FILE);
	}
}

static bool some_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings,
	struct kpss_str path, struct kpss_str *bytes)
{
	const struct some_files *some = (const struct some_files *)snapshot;
	struct past_id id = {{0}};
	struct buf read = {0};
	if (concerns_every_file(path))
		id = root_file(some, path);
	for (size_t i = 0; past_id_is_none(&id) && i < some->changes->count; i++)
		if (kpss_str_equal(some->changes->items[i].path, path))
			id = *id_in(some, &some->changes->items[i]);
	bool good = !past_id_is_none(&id) && past_bytes(some->store, &id, &read);
	if (good) {
		*bytes = arena_text(arena, buf_str(&read));
	} else {
		git_oid oid = past_oid(&id);
		store_report_object(findings, path, &oid, GIT_ENOTFOUND);
	}
	buf_clear(&read);
	return good;
}

static void some_close(struct snapshot *snapshot)
{
	free(snapshot);
}

struct snapshot *past_snapshot(struct store *store, const struct past_state *state,
	const struct past_changes *changes, bool after)
{
	static const struct snapshot_kind kind = {
		.list = some_list, .read = some_read, .close = some_close};
	struct some_files *some = memory_resize(NULL, 1, sizeof *some);
	*some = (struct some_files){.base = {.kind = &kind, .partial = true},
		.store = store,
		.state = state,
		.changes = changes,
		.after = after};
	return &some->base;
}

struct past_mailmap *past_mailmap_open(struct store *store)
{
	git_mailmap *mailmap = NULL;
	if (git_mailmap_from_repository(&mailmap, store->repository) != 0)
		return NULL;
	return (struct past_mailmap *)mailmap;
}

void past_mailmap_close(struct past_mailmap *mailmap)
{
	git_mailmap_free((git_mailmap *)mailmap);
}

bool past_words(struct store *store, const struct past_mailmap *mailmap,
	const struct past_id *commit, struct arena *arena, struct past_words *out)
{
	git_oid oid = past_oid(commit);
	git_commit *read = NULL;
	git_signature *author = NULL;
	*out = (struct past_words){0};
	git_oid_tostr(out->id, sizeof out->id, &oid);
	bool good = git_commit_lookup(&read, store->repository, &oid) == 0;
	if (good &&
		git_commit_author_with_mailmap(&author, read, (const git_mailmap *)mailmap) == 0) {
		out->author = arena_text(arena, kpss_str(author->name));
		out->email = arena_text(arena, kpss_str(author->email));
		out->day = store_day(author->when.time, author->when.offset);
	}
	if (good && git_commit_message(read))
		out->message = arena_text(arena, kpss_str(git_commit_message(read)));
	git_signature_free(author);
	git_commit_free(read);
	return good;
}
