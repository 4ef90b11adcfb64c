/* Where planning stands on a day: the cycles and their phases, and what blocks the step to the
 * next one.
 *
 * The conditions of a step are the gates of the town (gate.h), judged by what is found today and by
 * what would be found if the cycle entered the next phase and nothing were done until then: in the
 * records of the cycle, and in those that belong to no cycle. Two cycles may run at once, and a cycle
 * may be in two phases. */
#ifndef ANSWER_STANDING_H
#define ANSWER_STANDING_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/finding.h>

#include "answer/gate.h"
#include "base/finding.h"

struct arena;
struct concern;
struct entity;
struct foresight;
struct node;
struct plan;
struct snapshot;

enum standing_state { CYCLE_RUNNING, CYCLE_COMING, CYCLE_OVER, CYCLE_UNDATED, CYCLE_STATE_COUNT };

struct standing {
	const struct entity *cycle;
	enum standing_state state;
	const struct node
		*next; /* of its phases, the first that begins after the day; NULL: none */
	struct gate gate; /* of the next phase: that one, else the one that follows in order */
	struct standing_blocks blocks; /* against its required conditions; without a gate, errors */
};

struct standings {
	struct standing *items; /* in the order of the files */
	size_t count;
	struct standing_blocks elsewhere; /* errors in records of no cycle that block none */
	/* To give back: */
	struct foresight *foresights; /* one for each item */
	struct plan *builtin;
};

struct standing_question {
	const struct plan *plan;
	struct snapshot *snapshot; /* from which it was read; NULL: what a phase without a day would bring is not foreseen */
	struct kpss_date as_of;
	const struct findings *findings; /* of the plan on that day */
	const struct concern *concern;   /* only what concerns it blocks; NULL: everything does */
};

/* Everything lives in the arena, as long as plan and findings; call standings_clear in the end. */
struct standings standings_of(const struct standing_question *question, struct arena *arena);
/* Only one cycle, and the gate of a phase that somebody asks for, entered on a day. */
struct standings standing_at_gate(const struct standing_question *question,
	const struct entity *cycle, uint32_t phase, struct kpss_date day, struct arena *arena);
void standings_clear(struct standings *standings);

/* Is the cycle in this of its phases on the day? */
bool phase_is_on(const struct node *phase, struct kpss_date day);
/* The word for it in both languages. */
struct finding_argument phase_argument(const struct plan *plan, const struct node *phase);
/* Of what it is a phase where not of the whole cycle: the name of the action plan, else the year, else what the town calls the
 * phase; empty where nothing of it is written. */
struct kpss_str phase_of(const struct plan *plan, const struct node *phase);

/* Does the record belong to the cycle: stands in its plan, is about it, names it? */
bool record_is_of_cycle(
	const struct plan *plan, const struct entity *record, const struct entity *cycle);

#endif
