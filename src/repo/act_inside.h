/* An act from inside; only for src/repo/act*. */
#ifndef REPO_ACT_INSIDE_H
#define REPO_ACT_INSIDE_H

#include <git2.h>

#include "base/arena.h"
#include "base/buf.h"
#include "repo/act.h"

enum { ACT_LOCK_SECONDS = 10, ACT_GIT_LOCK_SECONDS = 2 };

/* A file of the plan in the newest commit. */
struct act_recorded {
	const char *path; /* from the working folder of git */
	git_oid id;
	git_filemode_t mode;
};

struct act {
	git_repository *repository;
	struct arena *arena;
	char *root;         /* of the plan, absolute */
	char *prefix;       /* from the working folder of git to the root, with a slash behind */
	char *place;        /* the folder of our own in the git directory, with a slash behind */
	int lock;           /* held as long as the act is open */
	const char *branch; /* refs/heads/…; NULL: HEAD is on none */
	bool unborn;        /* the branch has no commit yet */
	git_oid head;       /* its commit otherwise */
	struct act_recorded *recorded; /* in the order of paths */
	size_t recorded_count, recorded_capacity;
	enum act_recovery recovered;
};

/* A file in an act as the journal says it. Ids of zeros say that there is none. */
struct act_file {
	const char *path; /* from the working folder of git */
	git_filemode_t mode;
	git_oid index_before; /* what was staged, before */
	git_oid after;
	git_oid disk_before; /* of a file that the act writes */
	bool write;
	git_index_entry
		stat; /* what the index says of the file beside its bytes; never in the journal */
};

struct act_journal {
	long process;
	const char *branch; /* refs/heads/… */
	const char *tag;    /* refs/tags/…; NULL: none */
	git_oid after, tag_id;
	git_oid index; /* the checksum of the index that is to take the lock */
	struct act_file *files;
	size_t count;
};

/* What the index in our own folder was copied from, and what it is. */
struct index_copy {
	struct kpss_str source; /* ptr NULL: there was none */
	int64_t time;           /* of the last change; keeps what git must look at twice */
	git_oid checksum;
};

/* act_trouble.c */
extern const struct act_trouble act_trouble_none, act_trouble_bare, act_trouble_owner,
	act_trouble_refused, act_trouble_detached, act_trouble_state, act_trouble_conflicts,
	act_trouble_identity, act_trouble_busy, act_trouble_locked, act_trouble_place,
	act_trouble_write, act_trouble_file, act_trouble_changed, act_trouble_moved,
	act_trouble_tag, act_trouble_index, act_trouble_journal, act_trouble_unsure;
bool act_fail(const struct act *act, struct act_trouble *trouble, const struct act_trouble *kind,
	const char *about);
/* With what libgit2 or, where it knows, the system says. */
bool act_fail_git(const struct act *act, struct act_trouble *trouble,
	const struct act_trouble *kind, const char *about);
bool act_fail_errno(const struct act *act, struct act_trouble *trouble,
	const struct act_trouble *kind, const char *about, int reason);

/* act_journal.c */
void journal_print(struct buf *buf, const struct act_journal *journal);
/* False when the text is no journal that may be followed. Borrows the text, which ends in NUL and is changed. */
bool journal_parse(char *text, struct arena *arena, struct act_journal *journal);

/* act_posix.c; false or -1 with errno */
char *act_path(struct arena *arena, const char *folder, const char *name);
bool act_place_make(const char *place);
int act_lock_take(const char *path, int seconds);
bool act_file_read(struct arena *arena, const char *path, struct kpss_str *bytes);
bool act_file_write(const char *folder, const char *name, struct kpss_str bytes);
bool act_file_gone(const char *path);
/* Gives the file a second name that nothing has; the first may be gone afterwards. */
bool act_name_add(const char *from, const char *to);
bool act_name_move(const char *from, const char *to, const char *folder);
/* Seconds of its last change; 0 when there is no such file. */
int64_t act_file_time(const char *path);
bool act_file_set_time(const char *path, int64_t seconds);
bool act_folder_keep(const char *folder);
/* Removes what interrupted runs left behind under names of ours. */
void act_litter_remove(const char *folder, const char *prefix);
void act_pause(void);
long act_process(void);
/* Does the work while no signal that can wait disturbs it. */
void act_undisturbed(void (*work)(void *context), void *context);
int64_t act_now(void);

/* act_index_git.c: the index, through a copy in our own folder */
const char *index_path(const struct act *act, const char *ending);
/* Makes the copy, with the files of the act as they are to be; what was there instead is told in each file. */
bool index_prepare(const struct act *act, struct index_copy *copy, struct act_file *files,
	size_t count, struct act_trouble *trouble);
/* Locks the index with the copy; false with errno EEXIST when it is locked by another, EAGAIN when it is not what the copy was
 * made of. */
bool index_lock(const struct act *act, const struct index_copy *copy);
bool index_commit(const struct act *act);
void index_clear(const struct act *act);

/* act_objects_git.c */
bool objects_blob(const struct act *act, struct kpss_str bytes, git_oid *id);
bool objects_read(const struct act *act, const git_oid *id, struct kpss_str *bytes);
bool objects_commit(const struct act *act, const struct act_wish *wish, struct act_journal *journal,
	struct act_trouble *trouble);
/* Is what the journal names on disk? Asked anew, not of what libgit2 remembers. */
bool objects_are_kept(const struct act *act, const struct act_journal *journal);

/* act_files_git.c: the files of the plan */
bool files_take(const struct act *act, const struct act_wish *wish, struct act_file *files,
	struct act_trouble *trouble);
bool files_write(const struct act *act, const struct act_wish *wish, struct act_trouble *trouble);
/* Undoes what was written. False when a file holds something else by now; it stays. */
bool files_put_back(const struct act *act, const struct act_journal *journal);

/* act_recorded_git.c */
const char *whole_path(const struct act *act, struct kpss_str path);
bool recorded_read(struct act *act);
/* By its path from the working folder of git, NULL when there is none */
const struct act_recorded *recorded_find(const struct act *act, const char *path);

/* act_do_git.c */
bool journal_write(const struct act *act, struct act_journal *journal, struct act_trouble *trouble);
bool journal_remove(const struct act *act);
void tag_take_back(const struct act *act, const struct act_journal *journal);
/* Prepares the index, says so in the journal and locks it; waits for other programs a little. */
bool index_take(const struct act *act, struct act_journal *journal, struct act_trouble *trouble);

/* act_recover_git.c */
const char *journal_path(const struct act *act);
/* Is the commit of the journal on its branch? */
bool branch_has_moved(const struct act *act, const struct act_journal *journal);
bool act_recover(struct act *act, struct act_trouble *trouble);

#endif
