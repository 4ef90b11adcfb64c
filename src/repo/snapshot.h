/* Where the bytes of a plan come from. A working folder, a commit of git, files in memory and edits laid over
 * another are kinds of one thing. Nothing else in the program reads the files of a plan. */
#ifndef REPO_SNAPSHOT_H
#define REPO_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct arena;
struct findings;
struct snapshot;
struct store;
struct store_commit;

extern const struct finding_kind *const repo_finding_kinds[]; /* ends in NULL */

/* One file of the plan. Its bytes are read only when asked for. */
struct snapshot_file {
	struct kpss_str path; /* from the root, with '/' */

};

/* Folders in the root for contacts and names that are nobody else's business; nothing reads them unasked. Ends in NULL. */
extern const char *const private_folders[];
bool path_is_private(struct kpss_str path);

/* The whole path of a folder without links in it, to be freed; NULL when it cannot be had. */
char *folder_absolute(const char *folder);
bool folder_exists(const char *folder, const char *name);

/* The nearest folder from `start` upwards that holds kpss.yaml, as a path to free; NULL when there is none. */
char *repository_find(const char *start);

/* A folder on disk; NULL, with a finding, when it cannot be opened or is no repository. Only reads. */
struct snapshot *snapshot_folder(const char *directory, struct findings *findings);

/* A folder as it is recorded in a commit, its path from the root of the git repository; NULL, with a finding, when there is no
 * plan in it there. Nothing is checked out: files have the bytes that are recorded. What a clone lacks is a finding. Borrows
 * the store. */
struct snapshot *snapshot_commit(struct store *store, const struct store_commit *commit,
	const char *path, struct findings *findings);

/* Files in memory, for tests and edits; borrows everything. */
struct memory_file {
	const char *path;
	struct kpss_str bytes;
};
struct snapshot *snapshot_memory(const struct memory_file *files, size_t count);

/* Another snapshot with these files in place of its own or beside them; borrows everything, and closing it leaves the other
 * open. */
struct snapshot *snapshot_overlay(struct snapshot *below, const struct memory_file *files, size_t count);

void snapshot_close(struct snapshot *snapshot);

/* Has it only some of the files of a plan, so that records may be missing without being gone? */
bool snapshot_is_partial(const struct snapshot *snapshot);

/* Paths that the walk leaves out: each as in kpss.yaml, a file or a folder with all below it. Borrowed. */
void snapshot_ignore(struct snapshot *snapshot, const struct kpss_str *paths, size_t count);

/* All YAML files in the order of their paths' bytes. Folders that begin with a dot and nested repositories are passed over;
 * links, special files and what cannot be read are findings. False when a limit stopped the walk (with a finding).
 * The files live as long as the arena. */
bool snapshot_list(struct snapshot *snapshot, struct arena *arena, struct findings *findings,
	struct snapshot_file **files, size_t *count);

/* The bytes of one file, in the arena; false, with a finding, when it cannot be read or is too large. */
bool snapshot_read(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
	struct kpss_str *bytes);

#endif
