/* An act: changes of files of the plan and one commit of exactly these files, or nothing. Nothing else that somebody has staged or
 * changed is touched. While it runs, a journal in the git directory says what is under way, so that after a kill or a loss of
 * power the next act completes it, where the branch has moved already, or undoes it. No hook is run, nothing is sent anywhere. */
#ifndef REPO_ACT_H
#define REPO_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

struct act;
struct arena;

/* Why there is no act, as msgids with {0} and {1}. */
struct act_trouble {
	const char *message, *remedy;
	struct kpss_str about, more;
	int reason; /* an errno that {1} says in words; 0: `more` does */
};

/* What became of an act that was interrupted. */
enum act_recovery { ACT_NOTHING, ACT_COMPLETED, ACT_UNDONE, ACT_UNDONE_PARTLY };

/* Who acts and when; names NULL: as git is configured. */
struct act_person {
	const char *name, *email;
	int64_t seconds; /* since 1970 */
	int offset;      /* minutes east of Greenwich */
};

struct act_change {
	struct kpss_str path;  /* from the root of the plan */
	struct kpss_str after; /* ptr NULL: the file is gone */
	/* With `write` the file still holds this, ptr NULL for no file, and the act writes it; without, it holds `after` already. */
	struct kpss_str before;
	bool write;
};

struct act_wish {
	const struct act_change *changes; /* may be none */
	size_t count;
	struct act_person author, committer;
	struct kpss_str message; /* whole */
	const char *tag; /* its name without refs/tags/; NULL: none. It says what the commit says */
};

enum { ACT_ID_SIZE = 41 };

/* Opens the git repository around the root of a plan; only reads. NULL with *trouble. Texts of troubles are in the arena, which
 * outlives the act. */
struct act *act_open(const char *folder, struct arena *arena, struct act_trouble *trouble);
void act_close(struct act *act);

/* From here on no other run of this program writes to the repository. Sees to an act that was interrupted. */
bool act_begin(struct act *act, struct act_trouble *trouble);

enum act_recovery act_recovered(const struct act *act);
/* Which state forbids a commit now? False with *trouble. */
bool act_is_possible(const struct act *act, struct act_trouble *trouble);
/* The branch that the commit goes to; empty where HEAD is on none. */
struct kpss_str act_branch(const struct act *act);
/* Has the newest commit that YAML file? Its bytes have ptr NULL where they cannot be read. */
bool act_recorded(const struct act *act, struct kpss_str path, struct kpss_str *bytes);
/* Hands over the path, from the root of the plan, of each YAML file that the newest commit has of it, private ones left out. */
typedef void act_path_taker(void *user, struct kpss_str path);
void act_recorded_each(const struct act *act, act_path_taker *take, void *user);
/* Does git leave the file out? One that is recorded already it does not. */
bool act_ignores(const struct act *act, struct kpss_str path);
/* A file that the newest commit has and a plan does not read: is it missing because it was deleted, and not kept from sight by git
 * or by the system? */
enum act_absence { ACT_THERE, ACT_DELETED, ACT_UNKNOWN };
enum act_absence act_absence_of(const struct act *act, struct kpss_str path);

/* Does it. Done means on disk. False with *trouble; nothing has changed then, unless it says that it was recorded but might not
 * last. `id` gets the commit's. */
bool act_do(struct act *act, const struct act_wish *wish, char id[ACT_ID_SIZE],
	struct act_trouble *trouble);

/* Is there an act around the root of a plan that was interrupted and nobody has seen to? Writes nothing. */
bool act_is_unfinished(const char *folder);

#endif
