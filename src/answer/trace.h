/* The chain of planning: what a plan answers, how it is measured, planned for years and evaluated, and where the chain
 * is broken.
 *
 * Each link is in one state, judged as of a day:
 *
 * covered     both ends exist and fit.
 * missing     something is asked for and is not there: a need that no item responds to (and that says no reason why it is
 *             not met); a measure without an indicator of its own or of what stands under it; a measure in no action plan of
 *             the plan, once one of them has begun; a row without a result, once all its years are over (and so many days
 *             more as the profile gives evaluations); where the town keeps no action plans, a measure without any result once
 *             the plan is over.
 * orphaned    one end leads nowhere: a measure that traces to no need, neither by itself nor by what it stands under or
 *             continues; a reference to a record that does not exist; a row, result or indicator that names nothing.
 * unwanted    nobody planned it: a row whose years lie outside the plan's or its action plan's; a row or result for years
 *             after an item ended, was cancelled or moved; a result of a row, or of a measure, that is not in the action plan
 *             evaluated.
 * outdated    something newer stands in its place: a need that another one continues, that is cancelled or moved, or that is
 *             done and was answered by an earlier plan; a result from before the row began; an indicator without the value of
 *             the last year that is over, up to its target year.
 * unreadable  the other end was seen in a file that could not be read.
 *
 * Of kinds that the repository has no record of nothing is asked, and measures are the items of the level that the
 * profile flags. Of years that are not over, only what is there is judged. Needs, sources and results that are dated after
 * the day are not there yet. */
#ifndef ANSWER_TRACE_H
#define ANSWER_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct arena;
struct entity;
struct plan;

enum trace_state {
	TRACE_COVERED,
	TRACE_MISSING,
	TRACE_ORPHANED,
	TRACE_UNWANTED,
	TRACE_OUTDATED,
	TRACE_UNREADABLE,
	TRACE_STATE_COUNT,
};

/* What a link leads to, in the order in which links under one item follow. */
enum trace_step {
	TRACE_NEED,   /* upwards: what the item responds to */
	TRACE_SOURCE, /* upwards: where the need was found */
	TRACE_INDICATOR,
	TRACE_ROW,    /* of an action plan */
	TRACE_RESULT, /* of an evaluation */
	TRACE_ITEM,   /* the item stands in the one above */
	TRACE_STEP_COUNT,
};

/* Links lie in the order of the tree: what belongs under one follows it one deeper. Beside the tree, links that have no
 * place in it stand at depth 0. */
struct trace_link {
	uint32_t depth;
	enum trace_step step;
	enum trace_state state;
	const struct entity *from; /* NULL: nothing stands above */
	const struct entity *to;   /* NULL: there is no such record */
	struct kpss_str text;      /* a need in words, or the id that leads nowhere; may be empty */
	struct kpss_str status;    /* of a result, as the town says it; may be empty */
	const char *reason;        /* msgid with {0} for `number`; NULL when covered */
	int32_t number;
	int32_t year; /* of a row or result; 0: none */
};

enum trace_choice { TRACE_ASKED, TRACE_HOLDS_THE_DAY, TRACE_NEXT, TRACE_LAST };

struct trace_share {
	size_t part, whole;
};

struct trace {
	const struct plan *plan;
	const struct entity *of; /* the plan traced; NULL: the repository has none */
	enum trace_choice choice;
	struct kpss_date as_of;
	int32_t year; /* of `in_year` */
	const struct trace_link *links;
	size_t count;
	size_t states[TRACE_STATE_COUNT];
	struct trace_share needs, measured, in_year,
		evaluated;           /* needs answered, measures with indicator, measures in
	                                                         * the year's action plan, rows of years that are over */
	bool used[TRACE_STEP_COUNT]; /* does the repository have any? */
	bool has_measures;           /* an item of the plan is one */
};

/* The plan that holds the day (the one begun last), else the next, else the last. */
const struct entity *trace_plan(
	const struct plan *plan, struct kpss_date as_of, enum trace_choice *choice);

/* `of` may be NULL. Everything lives in the arena and as long as the plan. */
struct trace trace_of(const struct plan *plan, const struct entity *of, struct kpss_date as_of,
	struct arena *arena);
/* Only the chains through a record, upwards and downwards; only those with a link in one of the states (bits). The counts
 * of states follow, the shares stay the whole plan's. */
void trace_keep_through(struct trace *trace, const struct entity *entity, struct arena *arena);
void trace_keep_states(struct trace *trace, unsigned states, struct arena *arena);
/* Is it of a kind that chains consist of? */
bool trace_has_kind(const struct entity *entity);

#endif
