/* From what a person calls a state of the plan to the commit. */
#include <stdlib.h>

#include "repo/store_git.h"

/* A commit without tags around it, which is given back here. */
static enum store_answer commit_take(git_object *object, struct store_commit *commit)
{
	git_object *peeled = NULL;
	int error = git_object_peel(&peeled, object, GIT_OBJECT_COMMIT);
	if (!error) {
		const git_commit *read = (const git_commit *)peeled;
		git_oid_tostr(commit->id, sizeof commit->id, git_commit_id(read));
		commit->day = store_day(git_commit_time(read), git_commit_time_offset(read));
	}
	git_object_free(peeled);
	git_object_free(object);
	return error == GIT_EPEEL || error == GIT_EINVALIDSPEC ? STORE_NO_COMMIT
							       : store_answer_of(error);
}

/* What a branch or tag leads to, or a reference by its whole name. Asked before all else, as libgit2 does itself; but of a name
 * that leads to something missing it only says that it knows no such name, and forgets to give back the reference. */
static enum store_answer by_reference(
	struct store *store, const char *name, struct store_commit *commit)
{
	git_reference *reference = NULL, *direct = NULL;
	git_object *object = NULL;
	enum store_answer answer = STORE_UNKNOWN;
	/* To libgit2, nothing is HEAD. */
	if (*name && git_reference_dwim(&reference, store->repository, name) == 0 &&
		git_reference_resolve(&direct, reference) == 0) {
		int error = git_object_lookup(
			&object, store->repository, git_reference_target(direct), GIT_OBJECT_ANY);
		answer = error ? store_answer_of(error) : commit_take(object, commit);
	}
	git_reference_free(direct);
	git_reference_free(reference);
	return answer;
}

/* HEAD points to a branch that nothing has been recorded on. */
static bool is_empty(struct store *store, const char *name)
{
	return strncmp(name, "HEAD", strlen("HEAD")) == 0 &&
	       git_repository_head_unborn(store->repository) == 1;
}

enum store_answer store_commit_named(
	struct store *store, const char *name, struct store_commit *commit)
{
	git_object *object = NULL;
	*commit = (struct store_commit){0};
	if (is_empty(store, name))
		return STORE_EMPTY;
	enum store_answer answer = by_reference(store, name, commit);
	if (answer != STORE_UNKNOWN)
		return answer;
	int error = git_revparse_single(&object, store->repository, name);
	switch (error) {
	case 0:
		return commit_take(object, commit);
	case GIT_EAMBIGUOUS:
		return STORE_AMBIGUOUS;
	case GIT_EPEEL:
		return STORE_NO_COMMIT;
	case GIT_ENOTFOUND:
	case GIT_EINVALIDSPEC:
		return strstr(name, "..") ? STORE_NO_COMMIT : STORE_UNKNOWN;
	default:
		return STORE_BROKEN;
	}
}

enum store_answer store_commit_of_reference(
	struct store *store, const char *name, struct store_commit *commit)
{
	git_oid id;
	git_object *object = NULL;
	*commit = (struct store_commit){0};
	int error = git_reference_name_to_id(&id, store->repository, name);
	if (error)
		return error == GIT_ENOTFOUND || error == GIT_EINVALIDSPEC ? STORE_UNKNOWN
									   : STORE_BROKEN;
	error = git_object_lookup(&object, store->repository, &id, GIT_OBJECT_ANY);
	return error ? store_answer_of(error) : commit_take(object, commit);
}

enum store_answer store_commit_on(
	struct store *store, struct kpss_date day, struct store_commit *commit)
{
	git_oid id;
	*commit = (struct store_commit){0};
	if (git_repository_head_unborn(store->repository) == 1)
		return STORE_EMPTY;
	if (git_reference_name_to_id(&id, store->repository, "HEAD") != 0)
		return STORE_BROKEN;
	for (bool more = true, first = true; more; first = false) {
		git_commit *read = NULL;
		int error = git_commit_lookup(&read, store->repository, &id);
		if (error)
			return error == GIT_ENOTFOUND && !first && store_is_shallow(store)
				       ? STORE_UNKNOWN
				       : store_answer_of(error);
		commit->day = store_day(git_commit_time(read), git_commit_time_offset(read));
		bool found = commit->day.days <= day.days;
		if (found)
			git_oid_tostr(commit->id, sizeof commit->id, &id);
		more = git_commit_parentcount(read) > 0;
		if (more)
			git_oid_cpy(&id, git_commit_parent_id(read, 0));
		git_commit_free(read);
		if (found)
			return STORE_FOUND;
	}
	return STORE_UNKNOWN;
}

struct name_taking {
	store_name_taker *take;
	void *user;
};

static int name_take(const char *name, void *user)
{
	static const char *const folders[] = {"refs/heads/", "refs/tags/", "refs/remotes/"};
	const struct name_taking *taking = user;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (strncmp(name, folders[i], strlen(folders[i])) == 0)
			taking->take(taking->user, kpss_str(name + strlen(folders[i])));
	return 0;
}

void store_names(struct store *store, store_name_taker *take, void *user)
{
	struct name_taking taking = {.take = take, .user = user};
	git_reference_foreach_name(store->repository, name_take, &taking);
}
