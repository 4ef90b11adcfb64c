/* Which files of a plan differ from what git has recorded last. */
#ifndef COMMAND_RECORD_CHANGES_H
#define COMMAND_RECORD_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "render/recording.h"
#include "repo/act.h"

struct arena;
struct plan;
struct session;

struct record_changes {
	struct act_change *items;     /* in the order of paths */
	struct recording_file *files; /* the same for people */
	size_t count;
	size_t ignored;          /* files of the plan that are new and that git leaves out */
	struct kpss_str unknown; /* a file that may be deleted or not; ptr NULL: there is none */
};

enum record_before { BEFORE_READ, BEFORE_NOTHING, BEFORE_UNREAD };

/* The plan as it is recorded, in `before`; nothing where there is none; unread, with the file, where git cannot give one. What is
 * borrowed lives in the arena. */
enum record_before record_before(
	const struct act *act, struct arena *arena, struct plan *before, struct kpss_str *unread);

/* Compares; `before` may be NULL. Everything lives in the arena and as long as both plans. */
void record_changes_find(const struct act *act, const struct plan *before, const struct plan *now,
	struct arena *arena, struct record_changes *changes);

/* Is the file among them? */
bool record_changes_have(const struct record_changes *changes, struct kpss_str path);

/* Leaves only files that are named or lie in a folder that is; paths as typed in the current folder. False, after saying so, when
 * a name is none of the plan's; `root` is the folder of the plan. */
bool record_changes_choose(struct session *session, const char *root, const struct plan *now,
	const char *const *names, size_t count, struct record_changes *changes);

#endif
