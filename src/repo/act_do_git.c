/* The order of an act. Objects first, which nothing leads to yet; then the journal; then the lock of the index, the files, and the
 * branch, which decides: once it has moved the act is done, whatever happens; until then nothing is. The index comes last. */
#include "repo/act_inside.h"

#include <errno.h>

enum { TRIES_MOST = 20 };

const char *journal_path(const struct act *act)
{
	return act_path(act->arena, act->place, "journal");
}

bool journal_write(const struct act *act, struct act_journal *journal, struct act_trouble *trouble)
{
	struct buf buf = {0};
	journal_print(&buf, journal);
	bool written = act_file_write(act->place, "journal", buf_str(&buf));
	int reason = errno;
	buf_clear(&buf);
	return written || act_fail_errno(act, trouble, &act_trouble_place, act->place, reason);
}

bool journal_remove(const struct act *act)
{
	return act_file_gone(journal_path(act)) && act_folder_keep(act->place);
}

static bool locked(const struct act *act, struct act_trouble *trouble)
{
	const char *lock = index_path(act, ".lock");
	int64_t since = act_file_time(lock), seconds = since ? act_now() - since : 0;
	act_fail(act, trouble, &act_trouble_locked, lock);
	trouble->more = arena_format(act->arena, "%lld", (long long)(seconds > 0 ? seconds : 0));
	return false;
}

bool index_take(const struct act *act, struct act_journal *journal, struct act_trouble *trouble)
{
	struct index_copy copy;
	int64_t end = act_now() + ACT_GIT_LOCK_SECONDS;
	for (int i = 0; i < TRIES_MOST || act_now() <= end; i++) {
		if (!index_prepare(act, &copy, journal->files, journal->count, trouble))
			return false;
		git_oid_cpy(&journal->index, &copy.checksum);
		if (!journal_write(act, journal, trouble))
			return false;
		if (index_lock(act, &copy))
			return true;
		if (errno != EEXIST && errno != EAGAIN)
			return act_fail_errno(act, trouble, &act_trouble_place,
				git_repository_path(act->repository), errno);
		if (errno == EEXIST && act_now() > end)
			break;
		act_pause();
	}
	return locked(act, trouble);
}

static bool reference_fails(const struct act *act, int error, const struct act_trouble *taken,
	const char *about, struct act_trouble *trouble)
{
	if (error == GIT_EMODIFIED || error == GIT_EEXISTS)
		return act_fail(act, trouble, taken, about);
	if (error == GIT_ELOCKED)
		return act_fail(act, trouble, &act_trouble_moved, NULL);
	return act_fail_git(act, trouble, &act_trouble_write, NULL);
}

static bool tag_make(
	const struct act *act, const struct act_journal *journal, struct act_trouble *trouble)
{
	git_reference *made = NULL;
	if (!journal->tag)
		return true;
	errno = 0;
	int error = git_reference_create(
		&made, act->repository, journal->tag, &journal->tag_id, 0, NULL);
	git_reference_free(made);
	return error == 0 || reference_fails(act, error, &act_trouble_tag,
				     journal->tag + strlen("refs/tags/"), trouble);
}

/* Only from the commit that the act was made for. */
static bool branch_move(
	const struct act *act, const struct act_journal *journal, struct act_trouble *trouble)
{
	git_reference *moved = NULL;
	errno = 0;
	int error = git_reference_create_matching(&moved, act->repository, act->branch,
		&journal->after, !act->unborn, act->unborn ? NULL : &act->head,
		act->unborn ? "commit (initial): kpss" : "commit: kpss");
	git_reference_free(moved);
	return error == 0 || reference_fails(act, error, &act_trouble_moved, NULL, trouble);
}

enum outcome { NOT_DONE, DONE, UNSURE };

struct doing {
	const struct act *act;
	const struct act_wish *wish;
	struct act_journal *journal;
	struct act_trouble *trouble;
	enum outcome outcome;
};

void tag_take_back(const struct act *act, const struct act_journal *journal)
{
	git_oid tag;
	if (journal->tag && git_reference_name_to_id(&tag, act->repository, journal->tag) == 0 &&
		git_oid_equal(&tag, &journal->tag_id))
		git_reference_remove(act->repository, journal->tag);
}

static void take_back(const struct act *act, const struct act_journal *journal)
{
	files_put_back(act, journal);
	tag_take_back(act, journal);
	act_file_gone(index_path(act, ".lock"));
}

/* Where the branch has moved though libgit2 says that it could not, its name may not be on disk yet. */
static enum outcome branch_decide(
	const struct act *act, const struct act_journal *journal, struct act_trouble *trouble)
{
	if (branch_move(act, journal, trouble))
		return DONE;
	if (!branch_has_moved(act, journal))
		return NOT_DONE;
	struct kpss_str more = trouble->more;
	act_fail_errno(act, trouble, &act_trouble_unsure, NULL, trouble->reason);
	trouble->more = more;
	return UNSURE;
}

static void journal_follow(void *context)
{
	struct doing *doing = context;
	const struct act *act = doing->act;
	if (index_take(act, doing->journal, doing->trouble)) {
		if (files_write(act, doing->wish, doing->trouble) &&
			tag_make(act, doing->journal, doing->trouble))
			doing->outcome = branch_decide(act, doing->journal, doing->trouble);
		if (doing->outcome == NOT_DONE)
			take_back(act, doing->journal);
		/* Should the index not get its name, the journal stays, and the next act sees to it. */
		else if (!index_commit(act))
			return;
	}
	index_clear(act);
	journal_remove(act);
}

static const char *tag_name(const struct act *act, const struct act_wish *wish)
{
	return wish->tag ? act_path(act->arena, "refs/tags/", wish->tag) : NULL;
}

bool act_do(struct act *act, const struct act_wish *wish, char id[ACT_ID_SIZE],
	struct act_trouble *trouble)
{
	git_oid tag;
	struct act_journal journal = {
		.process = act_process(),
		.branch = act->branch,
		.tag = tag_name(act, wish),
		.files = arena_array(act->arena, wish->count + 1, sizeof *journal.files),
		.count = wish->count,
	};
	if (!act_is_possible(act, trouble))
		return false;
	if (journal.tag && git_reference_name_to_id(&tag, act->repository, journal.tag) == 0)
		return act_fail(act, trouble, &act_trouble_tag, wish->tag);
	if (!files_take(act, wish, journal.files, trouble) ||
		!objects_commit(act, wish, &journal, trouble))
		return false;
	if (!objects_are_kept(act, &journal))
		return act_fail_git(act, trouble, &act_trouble_write, NULL);
	struct doing doing = {.act = act, .wish = wish, .journal = &journal, .trouble = trouble};
	act_undisturbed(journal_follow, &doing);
	git_oid_tostr(id, ACT_ID_SIZE, &journal.after);
	return doing.outcome == DONE;
}
