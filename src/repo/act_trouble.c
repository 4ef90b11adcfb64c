/* Why there is no act, and what a person can do about it. */
#include "repo/act_inside.h"

#include <errno.h>

#include "base/language.h"

const struct act_trouble act_trouble_none = {
	.message = N_("the plan is in no git repository, so nothing can be recorded"),
	.remedy = N_("begin to record it: git init"),
};
const struct act_trouble act_trouble_bare = {
	.message = N_(
		"the git repository is bare: it has no folder of files that the plan could be in"),
	.remedy = N_("clone it and work in the clone: git clone FOLDER"),
};
const struct act_trouble act_trouble_owner = {
	.message = N_("the git repository belongs to another user of this computer, so nothing is "
		      "written to it"),
	.remedy = N_("if you trust it, allow it as git asks: git config --global --add "
		     "safe.directory FOLDER"),
};
const struct act_trouble act_trouble_refused = {
	.message = N_("kpss cannot work with this git repository: {1}"),
	.remedy = N_("record with git itself: git add FILE, git commit"),
};
const struct act_trouble act_trouble_detached = {
	.message = N_("no branch is checked out, so what would be recorded could get lost "
		      "(detached HEAD)"),
	.remedy =
		N_("go back to a branch: git switch BRANCH; or begin one here: git switch -c NAME"),
};
const struct act_trouble act_trouble_state = {
	.message = N_("git is in the middle of another work: {0}"),
	.remedy = N_("finish it or give it up first: git {0} --continue, git {0} --abort"),
};
const struct act_trouble act_trouble_conflicts = {
	.message = N_("‘{0}’ is not merged: git holds several versions of it"),
	.remedy = N_("settle the conflict in the file, then: git add FILE"),
};
const struct act_trouble act_trouble_identity = {
	.message = N_("git does not know who you are, and every record says who made it"),
	.remedy = N_("tell it once: git config --global user.name \"NAME\"; git config --global "
		     "user.email ADDRESS"),
};
const struct act_trouble act_trouble_busy = {
	.message = N_("another kpss is writing here; nothing was changed"),
	.remedy = N_("try again when it has finished"),
};
const struct act_trouble act_trouble_locked = {
	.message = N_("another program works with git here, for {1} s already; nothing was changed "
		      "(its lock: {0})"),
	.remedy =
		N_("close it, also an open ‘git commit’; if none is running, delete the lock file"),
};
const struct act_trouble act_trouble_place = {
	.message = N_("the folder ‘{0}’ cannot be written to, so nothing was recorded: {1}"),
	.remedy = N_("check the rights to it and the space on the disk"),
};
const struct act_trouble act_trouble_write = {
	.message = N_("git could not write, so nothing was recorded: {1}"),
	.remedy =
		N_("check the rights to the folder .git and the space on the disk, then try again"),
};
const struct act_trouble act_trouble_file = {
	.message = N_("the file ‘{0}’ could not be written, nothing was recorded: {1}"),
	.remedy = N_("check the rights to it and the space on the disk, then try again"),
};
const struct act_trouble act_trouble_changed = {
	.message = N_("somebody has changed ‘{0}’ meanwhile; nothing was recorded"),
	.remedy = N_("try again"),
};
const struct act_trouble act_trouble_moved = {
	.message = N_("somebody else has recorded something meanwhile; nothing was recorded now"),
	.remedy = N_("try again"),
};
const struct act_trouble act_trouble_tag = {
	.message = N_("there is a tag ‘{0}’ already; nothing was recorded"),
	.remedy = N_("‘git show {0}’ says what it marks; choose another name"),
};
const struct act_trouble act_trouble_index = {
	.message = N_("kpss cannot read what is staged in git: {1}"),
	.remedy = N_("‘git status’ says more; a split index can be joined: git update-index "
		     "--no-split-index"),
};
const struct act_trouble act_trouble_journal = {
	.message = N_("the journal of an interrupted act cannot be read: {0}"),
	.remedy = N_(
		"see in ‘git status’ and ‘git log’ whether all is in order, then delete that file"),
};
const struct act_trouble act_trouble_unsure = {
	.message = N_("recorded, but a loss of power could undo it: {1}"),
	.remedy = N_("see whether the disk is in order; ‘git log’ shows what is recorded"),
};

static void fill(const struct act *act, struct act_trouble *trouble, const struct act_trouble *kind,
	const char *about)
{
	*trouble = *kind;
	trouble->about = arena_text(act->arena, kpss_str(about ? about : ""));
	trouble->more = kpss_str("");
}

bool act_fail(const struct act *act, struct act_trouble *trouble, const struct act_trouble *kind,
	const char *about)
{
	fill(act, trouble, kind, about);
	return false;
}

bool act_fail_errno(const struct act *act, struct act_trouble *trouble,
	const struct act_trouble *kind, const char *about, int reason)
{
	fill(act, trouble, kind, about);
	trouble->reason = reason;
	return false;
}

bool act_fail_git(const struct act *act, struct act_trouble *trouble,
	const struct act_trouble *kind, const char *about)
{
	int reason = errno;
	const git_error *last = git_error_last();
	fill(act, trouble, kind, about);
	if (last && last->klass != GIT_ERROR_OS && last->message)
		trouble->more = arena_text(act->arena, kpss_str(last->message));
	else
		trouble->reason = reason ? reason : EIO;
	return false;
}
