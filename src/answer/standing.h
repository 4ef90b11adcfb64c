/* Where planning stands on a day: the cycles and their phases, and what blocks the step to the
 * next one.
 *
 * The conditions of a step are what the town demands of itself: errors that validate finds
 * today in the records of the cycle, and the errors that it would find on the first day of the
 * next phase if nothing were done until then. Two cycles may run at once, and a cycle may be in
 * two phases. */
#ifndef ANSWER_STANDING_H
#define ANSWER_STANDING_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/finding.h>

#include "base/finding.h"

struct arena;
struct concern;
struct entity;
struct node;
struct plan;

enum standing_state { CYCLE_RUNNING, CYCLE_COMING, CYCLE_OVER, CYCLE_UNDATED, CYCLE_STATE_COUNT };

struct standing_block {
	const struct finding *finding;
	bool ahead; /* nothing is wrong yet; it will be when the next phase begins */
};

struct standing_blocks {
	const struct standing_block *items;
	size_t count;
};

struct standing {
	const struct entity *cycle;
	enum standing_state state;
	const struct node
		*next; /* of its phases, the first that begins after the day; NULL: none */
	struct standing_blocks blocks;
};

struct standings {
	const struct standing *items; /* in the order of the files */
	size_t count;
	struct standing_blocks
		elsewhere;      /* errors in records that belong to no cycle: people, groups… */
	struct findings *ahead; /* to give back; one for each item */
};

/* `findings` are those of the plan on the day. With `concern` (may be NULL) only what concerns it
 * blocks. Everything lives in the arena, as long as plan and findings; call standings_clear in
 * the end. */
struct standings standings_of(const struct plan *plan, struct kpss_date as_of,
	const struct findings *findings, const struct concern *concern, struct arena *arena);
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
