/* The history of one record. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "history/diff_inside.h"
#include "history/log_inside.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

/* What is known of the file that the record is in at the state of the walk. */
struct spot {
	struct buf path;
	struct past_id file; /* none: the record is in no file */
	struct buf bytes;    /* of the file, where they were read */
	struct cut cut;
	bool is_read;
};

struct record_walk {
	struct log_walk walk;
	struct kpss_str id;
	struct arena *arena;
	struct log_version versions[3];
	/* What the record says in the states that were looked at last; NULL: it was not there. */
	struct log_version *held, *spare, *beside;
	const struct entity *entity;
	struct past_state since; /* the oldest of these states */
	struct buf held_path;
	struct spot spot;
	bool unsure; /* the file at the state of the walk could not be read; what is held is newer */
};

static struct kpss_str path_of(const struct buf *path)
{
	return path->len ? (struct kpss_str){.ptr = path->ptr, .len = path->len - 1} : kpss_str("");
}

static void path_set(struct buf *path, struct kpss_str text)
{
	path->len = 0;
	buf_add(path, text);
	if (text.len)
		buf_add_char(path, '\0');
}

static void spot_read(struct record_walk *record, struct spot *spot)
{
	if (spot->is_read || past_id_is_none(&spot->file))
		return;
	spot->bytes.len = 0;
	spot->is_read = past_bytes(record->walk.asked->store, &spot->file, &spot->bytes);
	spot->cut = cut_of(buf_str(&spot->bytes), record->id);
}

/* A record that stands outside of what was cut out cannot be judged by it. */
static void spot_judge(struct spot *spot, const struct entity *entity)
{
	struct kpss_str item = spot->cut.item;
	const char *file = spot->bytes.ptr;
	if (item.ptr && (item.ptr > file + entity->mapping->begin ||
				item.ptr + item.len < file + entity->mapping->end))
		spot->cut = (struct cut){{0}, {0}};
}

/* Does the version of the file at another state say the same of the record, as far as its bytes tell? */
static bool is_same_by_bytes(
	struct record_walk *record, const struct past_state *before, const struct past_id *file)
{
	struct spot *spot = &record->spot;
	if (!past_is_alike(before, &record->walk.state) || past_id_is_none(file))
		return false;
	if (past_id_same(file, &spot->file))
		return true;
	if (record->unsure)
		return false;
	spot_read(record, spot);
	if (!spot->cut.item.ptr)
		return false;
	struct spot other = {.file = *file};
	spot_read(record, &other);
	bool same = other.is_read &&
		    cut_is_same(buf_str(&spot->bytes), spot->cut, buf_str(&other.bytes), other.cut);
	if (same) {
		struct buf path = spot->path;
		buf_clear(&spot->bytes);
		*spot = other;
		spot->path = path;
	} else {
		buf_clear(&other.bytes);
	}
	return same;
}

/* Files of the earlier state that differ and name the id. */
static struct past_changes candidates_find(
	struct record_walk *record, const struct past_state *before)
{
	struct store *store = record->walk.asked->store;
	struct past_changes all = past_compare(store, before, &record->walk.state, record->arena);
	struct buf bytes = {0};
	size_t kept = 0;
	for (size_t i = 0; i < all.count; i++) {
		bytes.len = 0;
		if (!past_id_is_none(&all.items[i].before) &&
			past_bytes(store, &all.items[i].before, &bytes) && bytes.len &&
			memmem(bytes.ptr, bytes.len, record->id.ptr, record->id.len))
			all.items[kept++] = all.items[i];
	}
	buf_clear(&bytes);
	all.count = kept;
	return all;
}

/* The record at an earlier state, loaded into `version`; NULL when it is in none of the files that differ. *unread when it may be in one that
 * cannot be read. */
static const struct entity *record_find(struct record_walk *record, struct log_version *version,
	const struct past_state *before, const struct past_id *file, bool *unread)
{
	struct store *store = record->walk.asked->store;
	const struct entity *found = NULL;
	*unread = false;
	if (!past_id_is_none(file) &&
		version_load_file(version, store, before, path_of(&record->spot.path), file)) {
		found = plan_find(version->plan, record->id);
		*unread = !found && plan_is_unread(version->plan, record->id);
	}
	if (found || *unread)
		return found;
	struct past_changes candidates = candidates_find(record, before);
	if (!version_load(version, store, before, &candidates, false)) {
		*unread = candidates.count > 0;
		return NULL;
	}
	found = plan_find(version->plan, record->id);
	*unread = !found && plan_is_unread(version->plan, record->id);
	return found;
}

/* Is what the merge says of the record what another of its parents says? */
static enum log_merge merge_judge(struct record_walk *record)
{
	const struct past_state *merge = &record->walk.state;
	for (size_t i = 1; i < merge->parent_count && i < PAST_PARENTS_MOST; i++) {
		struct past_state other;
		struct diff_record ignored;
		bool unread;
		if (!walk_parent(&record->walk, i, &other))
			continue;
		struct past_id file = past_file(record->walk.asked->store, &other,
			record->spot.path.len ? record->spot.path.ptr : "", merge,
			&record->spot.file);
		if (past_is_alike(&other, merge) && past_id_same(&file, &record->spot.file) &&
			!past_id_is_none(&file))
			return LOG_MERGED;
		const struct entity *found =
			record_find(record, record->beside, &other, &file, &unread);
		if (!found && !record->entity)
			return LOG_MERGED;
		if (found && record->entity && found->kind == record->entity->kind &&
			!diff_of_record(
				differ_new(record->beside->plan, record->held->plan, record->arena),
				found, record->entity, &ignored))
			return LOG_MERGED;
	}
	return merge->parent_count > 1 ? LOG_MERGE_OWN : LOG_NO_MERGE;
}

static bool step_take(struct record_walk *record, const struct past_state *before,
	const struct entity *old, const struct entity *new, log_taker *take, void *user)
{
	struct diff_record changed;
	struct differ *differ = differ_new(record->spare->plan, record->held->plan, record->arena);
	if (!diff_of_record(differ, old, new, &changed))
		return true;
	const struct log_step step = {
		.state = &record->since,
		.before = before,
		.diff = {.before = record->spare->plan,
			.after = record->held->plan,
			.records = &changed,
			.count = 1,
			.added = changed.fate == DIFF_ADDED,
			.removed = changed.fate == DIFF_REMOVED,
			.changed = changed.fate == DIFF_CHANGED,
			.binding = changed.fate == DIFF_CHANGED ? changed.binding
								: changed.binding > 0},
		.merge = past_id_same(&record->since.commit, &record->walk.state.commit)
				 ? merge_judge(record)
				 : LOG_NO_MERGE,
		.path_before = old ? old->document->source->path : kpss_str(""),
		.path_after = new ? path_of(&record->held_path) : kpss_str(""),
	};
	bool more = take(user, &step);
	record->walk.result.end = more ? record->walk.result.end : LOG_END_TAKER;
	return more;
}

static void spot_move(
	struct record_walk *record, const struct entity *found, const struct past_state *before)
{
	struct spot *spot = &record->spot;
	spot->is_read = false;
	spot->file = (struct past_id){{0}};
	if (!found)
		return;
	path_set(&spot->path, found->document->source->path);
	spot->file = past_file(record->walk.asked->store, before, spot->path.ptr, NULL, NULL);
	spot_read(record, spot);
	spot_judge(spot, found);
}

/* What an earlier state says that may say something else. False ends the walk. */
static bool state_compare(struct record_walk *record, const struct past_state *before,
	const struct past_id *file, log_taker *take, void *user)
{
	bool unread, more = true;
	const struct entity *found = record_find(record, record->spare, before, file, &unread);
	record->unsure = unread;
	if (unread) {
		record->walk.result.unread++;
		record->spot.file = *file;
		record->spot.is_read = false;
		return true;
	}
	if (!found && !record->entity)
		return true;
	bool other = found && record->entity && found->kind != record->entity->kind;
	if (other)
		more = step_take(record, before, NULL, record->entity, take, user) &&
		       step_take(record, before, found, NULL, take, user);
	else
		more = step_take(record, before, found, record->entity, take, user);
	record->walk.result.met |= found != NULL;
	struct log_version *spare = record->held;
	record->held = record->spare;
	record->spare = spare;
	record->entity = found;
	spot_move(record, found, before);
	path_set(&record->held_path, found ? found->document->source->path : kpss_str(""));
	return more;
}

static void record_begin(struct record_walk *record, const struct log_asked *asked)
{
	*record = (struct record_walk){.id = asked->id, .arena = arena_new(), .since = asked->from};
	walk_init(&record->walk, asked);
	for (size_t i = 0; i < 3; i++)
		version_init(&record->versions[i]);
	record->held = &record->versions[0];
	record->spare = &record->versions[1];
	record->beside = &record->versions[2];
	struct past_changes none = {0};
	if (asked->path.len == 0) {
		version_load(record->held, asked->store, &asked->from, &none, true);
		return;
	}
	path_set(&record->spot.path, asked->path);
	path_set(&record->held_path, asked->path);
	struct past_id file =
		past_file(asked->store, &asked->from, record->spot.path.ptr, NULL, NULL);
	if (version_load_file(record->held, asked->store, &asked->from, asked->path, &file))
		record->entity = plan_find(record->held->plan, asked->id);
	if (record->entity)
		spot_move(record, record->entity, &asked->from);
	record->walk.result.met = record->entity != NULL;
}

struct log_result log_of_record(const struct log_asked *asked, log_taker *take, void *user)
{
	struct record_walk record;
	struct past_state before;
	record_begin(&record, asked);
	for (bool more = true; more && walk_before(&record.walk, &before);) {
		struct spot *spot = &record.spot;
		bool same = past_id_same(&before.plan, &record.walk.state.plan);
		if (!same) {
			struct past_id file = past_id_is_none(&spot->file)
						      ? spot->file
						      : past_file(asked->store, &before,
								spot->path.ptr, NULL, NULL);
			if (!is_same_by_bytes(&record, &before, &file))
				more = state_compare(&record, &before, &file, take, user);
			arena_reset(record.arena);
		}
		if (!record.unsure)
			record.since = before;
		record.walk.state = before;
	}
	struct log_result result = record.walk.result;
	for (size_t i = 0; i < 3; i++)
		version_clear(&record.versions[i]);
	buf_clear(&record.held_path);
	buf_clear(&record.spot.path);
	buf_clear(&record.spot.bytes);
	arena_free(record.arena);
	walk_clear(&record.walk);
	return result;
}
