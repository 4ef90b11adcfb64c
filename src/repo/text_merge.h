/* Git's own merge of lines, for what nothing better can be done with. */
#ifndef REPO_TEXT_MERGE_H
#define REPO_TEXT_MERGE_H

#include <stdbool.h>

#include <kpss/str.h>

struct arena;

enum text_merge { TEXT_MERGED, TEXT_CONFLICTS, TEXT_FAILED };

struct text_sides {
	struct kpss_str base, ours, theirs;
};

/* Conflicts stand between git's markers of so many characters. The result is in the arena; nothing of it where it fails. */
enum text_merge text_merge(struct kpss_str *out, const struct text_sides *sides,
	unsigned short marker, struct arena *arena);

#endif
