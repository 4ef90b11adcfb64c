/* The git repository that an act is for, and what it holds before. */
#include "repo/act_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/replace.h"
#include "repo/snapshot.h"
#include "repo/store_git.h"

/* What stands between the working folder of git and the folder of the plan; NULL when one is not in the other. */
static char *prefix_between(struct arena *arena, const char *working, const char *root)
{
	char *outer = folder_absolute(working), *prefix = NULL;
	size_t length = outer ? strlen(outer) : 0;
	length = length == 1 ? 0 : length; /* the root of all folders ends in its slash */
	if (outer && strncmp(outer, root, length) == 0 && root[length] == '\0')
		prefix = act_path(arena, "", "");
	else if (outer && strncmp(outer, root, length) == 0 && root[length] == '/')
		prefix = root[length + 1] ? act_path(arena, root + length + 1, "/")
					  : act_path(arena, "", "");
	free(outer);
	return prefix;
}

/* Where nothing is trusted by configuration, libgit2 1.5 answers for a foreign owner that the setting was not found. */
static const struct act_trouble *refusal(int error)
{
	const git_error *last = git_error_last();
	bool no_setting = error == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_CONFIG;
	if (error == GIT_EOWNER || no_setting)
		return &act_trouble_owner;
	return error == GIT_ENOTFOUND ? &act_trouble_none : &act_trouble_refused;
}

/* Which branch HEAD is on and which commit it is at. */
static bool head_read(struct act *act)
{
	git_reference *head = NULL, *branch = NULL;
	const char *name = NULL;
	act->branch = NULL;
	if (git_reference_lookup(&head, act->repository, "HEAD") != 0)
		return false;
	if (git_reference_type(head) == GIT_REFERENCE_SYMBOLIC)
		name = git_reference_symbolic_target(head);
	if (name && strncmp(name, "refs/heads/", strlen("refs/heads/")) == 0)
		act->branch = arena_text(act->arena, kpss_str(name)).ptr;
	int error = git_reference_resolve(&branch, head);
	act->unborn = error == GIT_ENOTFOUND;
	bool good = act->unborn || (error == 0 && git_reference_target(branch));
	if (good && !act->unborn)
		git_oid_cpy(&act->head, git_reference_target(branch));
	git_reference_free(branch);
	git_reference_free(head);
	return good;
}

static bool open_inside(struct act *act, const char *folder, struct act_trouble *trouble)
{
	act->root = folder_absolute(folder);
	int error = git_repository_open_ext(&act->repository, folder, 0, NULL);
	if (error)
		return act_fail_git(act, trouble, refusal(error), NULL);
	if (git_repository_is_bare(act->repository))
		return act_fail(act, trouble, &act_trouble_bare, NULL);
	act->prefix = act->root ? prefix_between(act->arena,
					  git_repository_workdir(act->repository), act->root)
				: NULL;
	if (!act->prefix)
		return act_fail(act, trouble, &act_trouble_none, NULL);
	act->place = act_path(act->arena, git_repository_path(act->repository), "kpss/");
	errno = 0;
	return (head_read(act) && recorded_read(act)) ||
	       act_fail_git(act, trouble, &act_trouble_refused, NULL);
}

struct act *act_open(const char *folder, struct arena *arena, struct act_trouble *trouble)
{
	struct act *act = memory_resize(NULL, 1, sizeof *act);
	*act = (struct act){.arena = arena, .lock = -1};
	git_libgit2_init();
	store_extensions_allow();
	/* What is written is on disk before it is relied upon. */
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	if (open_inside(act, folder, trouble))
		return act;
	act_close(act);
	return NULL;
}

void act_close(struct act *act)
{
	if (!act)
		return;
	if (act->lock >= 0)
		close(act->lock);
	git_repository_free(act->repository);
	free(act->recorded);
	free(act->root);
	free(act);
	git_libgit2_shutdown();
}

bool act_begin(struct act *act, struct act_trouble *trouble)
{
	if (act_place_make(act->place))
		act->lock =
			act_lock_take(act_path(act->arena, act->place, "lock"), ACT_LOCK_SECONDS);
	if (act->lock < 0 && errno == EWOULDBLOCK)
		return act_fail(act, trouble, &act_trouble_busy, NULL);
	if (act->lock < 0)
		return act_fail_errno(act, trouble, &act_trouble_place, act->place, errno);
	if (!act_recover(act, trouble))
		return false;
	errno = 0;
	return (head_read(act) && recorded_read(act)) ||
	       act_fail_git(act, trouble, &act_trouble_refused, NULL);
}

enum act_recovery act_recovered(const struct act *act)
{
	return act->recovered;
}

/* What git calls the work that is under way, as its command is called. */
static const char *state_word(int state)
{
	static const char *const words[] = {
		[GIT_REPOSITORY_STATE_MERGE] = "merge",
		[GIT_REPOSITORY_STATE_REVERT] = "revert",
		[GIT_REPOSITORY_STATE_REVERT_SEQUENCE] = "revert",
		[GIT_REPOSITORY_STATE_CHERRYPICK] = "cherry-pick",
		[GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE] = "cherry-pick",
		[GIT_REPOSITORY_STATE_REBASE] = "rebase",
		[GIT_REPOSITORY_STATE_REBASE_INTERACTIVE] = "rebase",
		[GIT_REPOSITORY_STATE_REBASE_MERGE] = "rebase",
		[GIT_REPOSITORY_STATE_APPLY_MAILBOX] = "am",
		[GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE] = "rebase",
	};
	return state > 0 && (size_t)state < sizeof words / sizeof *words ? words[state] : NULL;
}

bool act_is_possible(const struct act *act, struct act_trouble *trouble)
{
	const char *state = state_word(git_repository_state(act->repository));
	if (state)
		return act_fail(act, trouble, &act_trouble_state, state);
	return act->branch || act_fail(act, trouble, &act_trouble_detached, NULL);
}

struct kpss_str act_branch(const struct act *act)
{
	return kpss_str(act->branch ? act->branch + strlen("refs/heads/") : "");
}

bool act_ignores(const struct act *act, struct kpss_str path)
{
	int ignored = 0;
	struct kpss_str bytes;
	if (act_recorded(act, path, &bytes))
		return false;
	return git_ignore_path_is_ignored(&ignored, act->repository, whole_path(act, path)) == 0 &&
	       ignored;
}

enum act_absence act_absence_of(const struct act *act, struct kpss_str path)
{
	int reason;
	struct stat status;
	git_index *index = NULL;
	const git_index_entry *entry = NULL;
	enum write_result absent = file_holds(act->root, path, kpss_str(NULL), &status, &reason);
	if (absent != WRITTEN)
		return absent == WRITE_CHANGED ? ACT_THERE : ACT_UNKNOWN;
	bool known = git_repository_index(&index, act->repository) == 0;
	if (known)
		entry = git_index_get_bypath(index, whole_path(act, path), 0);
	bool hidden = entry && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE);
	git_index_free(index);
	return !known ? ACT_UNKNOWN : hidden ? ACT_THERE : ACT_DELETED;
}
