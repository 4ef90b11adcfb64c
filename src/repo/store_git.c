/* Opening git repositories; what else of libgit2 the files beside share. */
#include "repo/store_git.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "repo/snapshot_kind.h"

enum { DAY_SECONDS = 24 * 60 * 60, MINUTE_SECONDS = 60 };

/* Git writes these where libgit2 1.5 does not expect them; none changes what an object is or where it lies. */
void store_extensions_allow(void)
{
	const char *extensions[] = {"partialclone", "worktreeconfig", "preciousobjects"};
	git_libgit2_opts(
		GIT_OPT_SET_EXTENSIONS, extensions, sizeof extensions / sizeof *extensions);
}

/* What is damaged does not unpack; hashing every object again costs more than checking the plan in it. No object is asked for
 * twice, so none is kept. */
void store_begin(void)
{
	git_libgit2_init();
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	store_extensions_allow();
}

void store_end(void)
{
	git_libgit2_shutdown();
}

void store_report(struct findings *findings, const struct finding_kind *kind, struct kpss_str text)
{
	if (findings)
		findings_add(findings,
			&(struct finding){.kind = kind,
				.arguments = {argument_text(findings_text(findings, text))}});
}

/* Where nothing is trusted by configuration, libgit2 1.5 answers for a foreign owner that the setting was not found. */
static const struct finding_kind *refusal(int error)
{
	const git_error *last = git_error_last();
	bool no_setting = error == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_CONFIG;
	if (error == GIT_EOWNER || no_setting)
		return &repo_history_owner;
	return error == GIT_ENOTFOUND ? &repo_history_none : &repo_history_refused;
}

/* The length of a path without its last part and the slashes around it; that of "/" stays. */
static size_t path_shorter(const char *path, size_t length)
{
	while (length > 1 && path[length - 1] == '/')
		length--;
	while (length > 0 && path[length - 1] != '/')
		length--;
	while (length > 1 && path[length - 1] == '/')
		length--;
	return length;
}

/* The whole path of a folder of which the end may be gone, to be freed; NULL when it cannot be had. In *there the length of
 * what is on disk. */
static char *path_whole(const char *folder, size_t *there)
{
	struct buf path = {0};
	size_t length = strlen(folder);
	char *known = folder_absolute(folder);
	for (size_t next; !known && length > 0; length = next) {
		next = path_shorter(folder, length);
		if (next == length)
			break;
		path.len = 0;
		buf_add(&path,
			next ? (struct kpss_str){.ptr = folder, .len = next} : kpss_str("."));
		buf_add_char(&path, '\0');
		known = folder_absolute(path.ptr);
	}
	if (known) {
		path.len = 0;
		buf_add_text(&path, known);
		*there = path.len;
		if (folder[length] != '\0')
			buf_addf(&path, "%s%s",
				folder[length] == '/' || known[1] == '\0' ? "" : "/",
				folder + length);
		while (path.len > 1 && path.ptr[path.len - 1] == '/')
			path.len--;
		buf_add_char(&path, '\0');
	} else {
		buf_clear(&path);
	}
	free(known);
	return path.ptr;
}

static git_repository *repository_open(const char *folder, const struct finding_kind **problem)
{
	git_repository *repository = NULL;
	size_t there = 0;
	char *path = path_whole(folder, &there);
	if (path)
		path[there] = '\0';
	int error = git_repository_open_ext(&repository, path ? path : folder, 0, NULL);
	*problem = error ? refusal(error) : NULL;
	free(path);
	return repository;
}

struct store *store_open(const char *folder, struct findings *findings)
{
	const struct finding_kind *problem;
	git_odb *odb = NULL;
	git_libgit2_init();
	git_repository *repository = repository_open(folder, &problem);
	if (repository && git_repository_odb(&odb, repository) != 0)
		problem = &repo_history_refused;
	if (problem) {
		store_report(findings, problem, kpss_str(""));
		git_repository_free(repository);
		git_libgit2_shutdown();
		return NULL;
	}
	struct store *store = memory_resize(NULL, 1, sizeof *store);
	*store = (struct store){.repository = repository, .odb = odb};
	return store;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	git_odb_free(store->odb);
	git_repository_free(store->repository);
	free(store);
	git_libgit2_shutdown();
}

bool store_is_shallow(const struct store *store)
{
	return git_repository_is_shallow(store->repository) == 1;
}

char *store_path(const struct store *store, const char *folder)
{
	size_t there;
	const char *working = git_repository_workdir(store->repository);
	char *outer = folder_absolute(working ? working : git_repository_path(store->repository));
	char *inner = path_whole(folder, &there), *path = NULL;
	size_t length = outer ? strlen(outer) : 0;
	if (outer && length == 1)
		length = 0; /* the root of all folders ends in its slash */
	if (outer && inner && strncmp(outer, inner, length) == 0 &&
		(inner[length] == '\0' || inner[length] == '/')) {
		struct buf buf = {0};
		if (inner[length] == '/')
			buf_add_text(&buf, inner + length + 1);
		buf_add_char(&buf, '\0');
		path = buf.ptr;
	}
	free(outer);
	free(inner);
	return path;
}

struct kpss_date store_day(git_time_t time, int offset)
{
	git_time_t seconds = time + (git_time_t)offset * MINUTE_SECONDS;
	git_time_t days = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	git_time_t most = INT32_MAX / 2;
	return (struct kpss_date){.days = (int32_t)(days > most    ? most
						    : days < -most ? -most
								   : days)};
}

enum store_answer store_answer_of(int error)
{
	return error == 0 ? STORE_FOUND : error == GIT_ENOTFOUND ? STORE_MISSING : STORE_BROKEN;
}

void store_report_object(
	struct findings *findings, struct kpss_str path, const git_oid *id, int error)
{
	char text[STORE_ID_SHOWN + 1];
	git_oid_tostr(text, sizeof text, id);
	path_report(findings, error == GIT_ENOTFOUND ? &repo_object_missing : &repo_object_broken,
		path, argument_text(findings_text(findings, kpss_str(text))));
}
