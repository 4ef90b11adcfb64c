/* The git repository in which a plan is recorded, and its commits. Everything here only reads: no hook, no lock, no index is
 * touched, nothing is fetched. */
#ifndef REPO_STORE_H
#define REPO_STORE_H

#include <stdbool.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct findings;
struct store;

/* Prepares libgit2 to read much at once, also from clones that git knows to be partial. Between the two, any thread may open
 * stores; they themselves are called by one thread, before and after all others. */
void store_begin(void);
void store_end(void);

/* Opens the git repository around a folder, which may be bare, a work tree of another or gone in the meantime; NULL, with a
 * finding that says what to do, when there is none or it must not be read. Without `findings`, it says nothing. A store is
 * used by one thread. */
struct store *store_open(const char *folder, struct findings *findings);
void store_close(struct store *store);
/* Has it only the newest commits? */
bool store_is_shallow(const struct store *store);

/* Where a folder lies in the repository, to be freed: without slashes at the ends, "" for the root. A bare repository has no
 * folders on disk; what is named as if it lay in that of git is meant. NULL when it is outside. */
char *store_path(const struct store *store, const char *folder);

enum { STORE_ID_SIZE = 41, STORE_ID_SHOWN = 10 };

struct store_commit {
	char id[STORE_ID_SIZE]; /* hexadecimal */
	struct kpss_date day;   /* on which it was made, where it was made */
};

enum store_answer {
	STORE_FOUND,
	STORE_UNKNOWN,   /* no name, tag or id of a commit */
	STORE_AMBIGUOUS, /* the beginning of several ids */
	STORE_NO_COMMIT, /* it is something, but no single commit */
	STORE_EMPTY,     /* nothing has been recorded where HEAD points to */
	STORE_MISSING,   /* the commit should be there but is not: a partial or damaged clone */
	STORE_BROKEN,    /* it, or what leads to it, cannot be read */
};

/* The commit that git means by a revision: a branch, a tag, the beginning of an id, HEAD~3, … */
enum store_answer store_commit_named(
	struct store *store, const char *name, struct store_commit *commit);
/* Only a tag or a branch by its whole name, as “refs/tags/v1”; nothing in it is interpreted. */
enum store_answer store_commit_of_reference(
	struct store *store, const char *name, struct store_commit *commit);
/* The last commit that was made on the day or before, from HEAD on by first parents: what the town's own line said then. */
enum store_answer store_commit_on(
	struct store *store, struct kpss_date day, struct store_commit *commit);

/* Hands over the names of all branches and tags as a person types them. */
typedef void store_name_taker(void *user, struct kpss_str name);
void store_names(struct store *store, store_name_taker *take, void *user);

/* The nearest folder from `path` (as store_path gives it) upwards that holds kpss.yaml in the commit, to be freed; NULL when
 * there is none. */
char *store_find_plan(struct store *store, const struct store_commit *commit, const char *path);

#endif
