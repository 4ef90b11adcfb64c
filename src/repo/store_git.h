/* libgit2 behind repo/store.h; only for the files of src/repo that end in _git.c, which share it. */
#ifndef REPO_STORE_GIT_H
#define REPO_STORE_GIT_H

#include <git2.h>

#include "base/finding.h"
#include "repo/store.h"

struct store {
	git_repository *repository;
	git_odb *odb;
};

/* To be called once libgit2 has begun: opens clones that git knows to be partial or to have settings of their own. */
void store_extensions_allow(void);

/* The day of a commit, where it was made; `offset` in minutes. */
struct kpss_date store_day(git_time_t time, int offset);

/* A finding with a text, if findings are wanted. */
void store_report(struct findings *findings, const struct finding_kind *kind, struct kpss_str text);

/* What came of an error about an object that should be there. */
enum store_answer store_answer_of(int error);

/* Tells that an object that belongs to the path cannot be had; `error` is libgit2's. */
void store_report_object(
	struct findings *findings, struct kpss_str path, const git_oid *id, int error);

#endif
