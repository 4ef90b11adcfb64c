/* Seeing to an act that was interrupted. Whoever made the journal is dead: the lock of our own is held by nobody else. */
#include "repo/act_inside.h"

#include <errno.h>

enum { LOOKS = 10, LOCK_MOST = 4096 };

/* Our index carries the checksum that the journal names at its end. */
static bool index_lock_is_ours(const struct act *act, const struct act_journal *journal)
{
	struct kpss_str bytes;
	return act_file_read(act->arena, index_path(act, ".lock"), &bytes) &&
	       bytes.len >= GIT_OID_RAWSZ &&
	       memcmp(bytes.ptr + bytes.len - GIT_OID_RAWSZ, journal->index.id, GIT_OID_RAWSZ) == 0;
}

/* libgit2 makes the lock of a reference empty and writes the new id into it at once. One that says our id, or has said nothing for
 * a while, is ours. */
static bool reference_lock_is_ours(const struct act *act, const char *lock, const git_oid *id)
{
	char ours[GIT_OID_HEXSZ + 2];
	struct kpss_str bytes;
	git_oid_tostr(ours, GIT_OID_HEXSZ + 1, id);
	ours[GIT_OID_HEXSZ] = '\n';
	for (int i = 0; i < LOOKS; i++) {
		if (!act_file_read(act->arena, lock, &bytes) || bytes.len > GIT_OID_HEXSZ + 1 ||
			memcmp(bytes.ptr, ours, bytes.len) != 0)
			return false;
		if (bytes.len > 0)
			return true;
		act_pause();
	}
	return true;
}

static void reference_unlock(const struct act *act, const char *name, const git_oid *id)
{
	const char *lock = arena_format(
		act->arena, "%s%s.lock", git_repository_commondir(act->repository), name)
				   .ptr;
	if (reference_lock_is_ours(act, lock, id))
		act_file_gone(lock);
}

static void locks_remove(const struct act *act, const struct act_journal *journal)
{
	if (index_lock_is_ours(act, journal))
		act_file_gone(index_path(act, ".lock"));
	reference_unlock(act, journal->branch, &journal->after);
	if (journal->tag)
		reference_unlock(act, journal->tag, &journal->tag_id);
}

bool branch_has_moved(const struct act *act, const struct act_journal *journal)
{
	git_oid tip;
	if (git_reference_name_to_id(&tip, act->repository, journal->branch) != 0)
		return false;
	return git_oid_equal(&tip, &journal->after) ||
	       git_graph_descendant_of(act->repository, &tip, &journal->after) == 1;
}

/* Leaves in the journal the files that are still staged as they were before the act. */
static bool files_left(const struct act *act, struct act_journal *journal)
{
	git_index *index = NULL;
	size_t kept = 0;
	if (git_index_open(&index, index_path(act, "")) != 0)
		return false;
	for (size_t i = 0; i < journal->count; i++) {
		const git_index_entry *entry =
			git_index_get_bypath(index, journal->files[i].path, 0);
		git_oid now = entry ? entry->id : (git_oid){0};
		if (git_oid_equal(&now, &journal->files[i].index_before))
			journal->files[kept++] = journal->files[i];
	}
	git_index_free(index);
	journal->count = kept;
	return true;
}

static bool complete(struct act *act, struct act_journal *journal, struct act_trouble *trouble)
{
	if (!files_left(act, journal))
		return act_fail_git(act, trouble, &act_trouble_index, NULL);
	if (journal->count > 0 && !index_take(act, journal, trouble))
		return false;
	if (journal->count > 0 && !index_commit(act))
		return act_fail_errno(act, trouble, &act_trouble_place,
			git_repository_path(act->repository), errno);
	act->recovered = ACT_COMPLETED;
	return true;
}

static void undo(struct act *act, const struct act_journal *journal)
{
	act->recovered = files_put_back(act, journal) ? ACT_UNDONE : ACT_UNDONE_PARTLY;
	tag_take_back(act, journal);
}

/* What a killed run was writing beside files of the plan has its number in its name. */
static void litter_remove(const struct act *act, const struct act_journal *journal)
{
	const char *prefix = arena_format(act->arena, ".kpss-%ld-", journal->process).ptr;
	for (size_t i = 0; i < journal->count; i++) {
		const char *path = arena_format(act->arena, "%s%s",
			git_repository_workdir(act->repository), journal->files[i].path)
					   .ptr;
		if (journal->files[i].write)
			act_litter_remove(
				arena_text(act->arena,
					(struct kpss_str){.ptr = path,
						.len = (size_t)(strrchr(path, '/') - path)})
					.ptr,
				prefix);
	}
}

struct recovering {
	struct act *act;
	struct act_journal *journal;
	struct act_trouble *trouble;
	bool good;
};

static void recover(void *context)
{
	struct recovering *recovering = context;
	struct act *act = recovering->act;
	litter_remove(act, recovering->journal);
	locks_remove(act, recovering->journal);
	if (branch_has_moved(act, recovering->journal))
		recovering->good = complete(act, recovering->journal, recovering->trouble);
	else
		undo(act, recovering->journal);
	if (recovering->good)
		journal_remove(act);
}

bool act_recover(struct act *act, struct act_trouble *trouble)
{
	struct kpss_str text;
	struct act_journal journal;
	struct recovering recovering = {
		.act = act, .journal = &journal, .trouble = trouble, .good = true};
	act_litter_remove(act->place, ".kpss-");
	if (act_file_read(act->arena, journal_path(act), &text)) {
		if (!journal_parse((char *)text.ptr, act->arena, &journal))
			return act_fail(act, trouble, &act_trouble_journal, journal_path(act));
		act_undisturbed(recover, &recovering);
	} else if (errno != ENOENT) {
		return act_fail_errno(act, trouble, &act_trouble_place, act->place, errno);
	}
	index_clear(act);
	return recovering.good;
}
