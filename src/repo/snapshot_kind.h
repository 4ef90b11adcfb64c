/* How a kind of snapshot is made; only for src/repo. */
#ifndef REPO_SNAPSHOT_KIND_H
#define REPO_SNAPSHOT_KIND_H

#include "base/finding.h"
#include "repo/snapshot.h"

enum {
	FILES_MOST = 100000,
	FILE_SIZE_MOST = 16 * 1024 * 1024,
	FOLDERS_DEEP_MOST = 40,
	PATH_LONGEST = 1000, /* bytes: it is said again with every finding */
};

/* Files as a walk collects them; sorted and cut to what is asked for by snapshot_list. */
struct file_list {
	struct arena *arena;
	struct findings *findings;
	struct snapshot_file *items;
	size_t count, capacity;
	bool full;
};

struct snapshot_kind {
	void (*list)(struct snapshot *snapshot, struct file_list *list);
	bool (*read)(struct snapshot *snapshot, struct arena *arena, struct findings *findings, struct kpss_str path,
		struct kpss_str *bytes);
	void (*close)(struct snapshot *snapshot);
};

/* First member of every kind of snapshot. */
struct snapshot {
	const struct snapshot_kind *kind;
	const struct kpss_str *ignored;
	size_t ignored_count;
	bool partial;
};

/* False when the path is to be left out. */
bool path_is_wanted(const struct snapshot *snapshot, struct kpss_str path);
bool path_is_yaml(struct kpss_str path);
/* What a walk meets in a folder, whatever keeps the folder. */
enum entry_kind { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK, ENTRY_LINK_TO_FOLDER, ENTRY_OTHER };
/* Adds an entry to the list, reports it or passes over it, by the rules that all walks share. True: it is a folder to go into. */
bool file_list_take(struct file_list *list, const struct snapshot *snapshot, struct kpss_str path,
	enum entry_kind kind);
void file_list_add(struct file_list *list, struct kpss_str path);

#define REPO_FINDING(name) extern const struct finding_kind repo_##name;
#include "repo/repo.def"
#undef REPO_FINDING

/* A finding about a file as a whole; the path is made safe to be shown. */
void path_report(struct findings *findings, const struct finding_kind *kind, struct kpss_str path,
	struct finding_argument argument);

#endif
