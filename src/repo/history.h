/* What git keeps of the past of a plan's folder. Everything here only reads: no hook, no lock, no index is touched. */
#ifndef REPO_HISTORY_H
#define REPO_HISTORY_H

#include <stdbool.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct findings;
struct history;

/* A version of a file of the plan: where it stands in the oldest commit that has it. */
struct history_file {
	struct kpss_str path; /* from the root of the plan; as git has it, so not safe to be shown */
	struct kpss_str bytes; /* ptr NULL: a file of a private folder, which is not read */
	struct kpss_str blob; /* the id of its bytes */
	struct kpss_str commit; /* the beginning of its id */
	struct kpss_date date; /* of the commit */
};

/* Opens the git repository around a folder; NULL, with a finding that says what to do, when there is none or it must not be
 * read. Without `findings`, it says nothing. */
struct history *history_open(const char *folder, struct findings *findings);
void history_close(struct history *history);

/* Hands over every YAML file, each version once, and every file that was ever in a private folder, each path once, of all
 * commits that HEAD, a branch or a tag leads to, oldest first. What is handed over lasts for the call. What could not be
 * looked at is a finding. */
typedef void history_taker(void *user, const struct history_file *file);
void history_walk(struct history *history, struct findings *findings, history_taker *take, void *user);

/* Hands over the path of each file of a private folder that git records with the next commit. */
typedef void history_path_taker(void *user, struct kpss_str path);
void history_tracked_private(struct history *history, history_path_taker *take, void *user);
/* Does git leave a folder in the root of the plan out? */
bool history_ignores(struct history *history, const char *folder);

#endif
