/* The trace from inside; only for src/answer/trace*.c. */
#ifndef ANSWER_TRACE_INSIDE_H
#define ANSWER_TRACE_INSIDE_H

#include "answer/trace.h"
#include "plan/plan.h"
#include "plan/value.h"

/* Whole years, both inclusive; `from` 0: none are said. */
struct years {
	int32_t from, to;
};

/* One record written about another, seen from the one above in the tree. */
struct trace_edge {
	const struct entity *under; /* NULL: beside the tree */
	enum trace_step step;
	const struct entity *to;
	const struct node *mapping; /* of a result; of anything else the reference, or NULL */
	struct years years;         /* of a row or result */
	size_t order;               /* of writing */
};

/* All edges, sorted by `under`, step, year and order. */
struct trace_edges {
	struct trace_edge *items;
	size_t count, capacity;
	size_t sorted; /* the first so many; what was added since is not found yet */
};

struct tracing {
	const struct plan *plan;
	const struct entity *of;
	struct arena *arena;
	struct kpss_date as_of;
	struct period period; /* of the plan, extensions included */
	struct kpss_date
		due; /* the day before which a year has to be over for its evaluation to be asked for */
	struct trace_edges edges;
	struct trace *trace;
	size_t link_capacity;
};

void trace_collect(struct tracing *tracing);
/* The edges of one step under a record. */
struct trace_edges trace_under(
	const struct tracing *tracing, const struct entity *under, enum trace_step step);

/* State, reason and number of the link that an edge makes under a record. */
void trace_judge(
	const struct tracing *tracing, const struct trace_edge *edge, struct trace_link *link);
bool trace_is_stopped(const struct tracing *tracing, const struct entity *node);
/* Does the item respond to a need, by itself, by what it stands under or by what it continues? */
bool trace_has_need(const struct tracing *tracing, const struct entity *node);
bool trace_needs_answer(const struct tracing *tracing, const struct entity *need);
/* Is the record dated after the day? */
bool trace_is_to_come(const struct tracing *tracing, const struct entity *record);
/* Is a result to be there by now? */
bool trace_is_due(const struct tracing *tracing, struct years years);

struct years years_of_row(const struct entity *row);
struct years years_of_evaluation(const struct entity *evaluation);
struct years years_of_action_plan(const struct entity *action_plan);
int32_t year_of(struct kpss_date day);
/* The action plan a row stands in or names; NULL: none. The plan an action plan or evaluation is of. */
const struct entity *action_plan_of_row(const struct plan *plan, const struct entity *row);
bool trace_is_of_plan(const struct tracing *tracing, const struct entity *record);

#endif
