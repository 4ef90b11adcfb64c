#include "answer/trace.h"

#include <stdlib.h>

#include "answer/trace_inside.h"
#include "base/arena.h"
#include "base/language.h"
#include "town/item.h"
#include "town/setting.h"

enum { DEPTH_MOST = 100 };

const struct entity *trace_plan(
	const struct plan *plan, struct kpss_date as_of, enum trace_choice *choice)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(plan, KIND_plan, &count);
	const struct entity *holds = NULL, *next = NULL, *last = NULL;
	for (uint32_t i = 0; i < count; i++) {
		struct period period = plan_period(plans[i]);
		if (period_contains(period, as_of)) {
			if (!holds || period.from.days > plan_period(holds).from.days)
				holds = plans[i];
		} else if (period.from.days > as_of.days) {
			if (!next || period.from.days < plan_period(next).from.days)
				next = plans[i];
		} else if (!last || period.to.days > plan_period(last).to.days) {
			last = plans[i];
		}
	}
	*choice = holds ? TRACE_HOLDS_THE_DAY : next ? TRACE_NEXT : TRACE_LAST;
	return holds ? holds : next ? next : last;
}

static struct trace_link *link_add(struct tracing *tracing, struct trace_link link)
{
	struct trace *trace = tracing->trace;
	struct trace_link *links = (struct trace_link *)trace->links;
	if (trace->count == tracing->link_capacity) {
		tracing->link_capacity = tracing->link_capacity ? tracing->link_capacity * 2 : 256;
		struct trace_link *more =
			arena_array(tracing->arena, tracing->link_capacity, sizeof *more);
		if (trace->count)
			memcpy(more, links, trace->count * sizeof *more);
		trace->links = links = more;
	}
	links[trace->count] = link;
	return &links[trace->count++];
}

static void missing_add(struct tracing *tracing, uint32_t depth, enum trace_step step,
	const struct entity *from, const char *reason, int32_t year)
{
	link_add(tracing, (struct trace_link){.depth = depth,
				  .step = step,
				  .state = TRACE_MISSING,
				  .from = from,
				  .reason = reason,
				  .number = year,
				  .year = year});
}

static void edge_walk(struct tracing *tracing, const struct trace_edge *edge, uint32_t depth);

static void step_walk(
	struct tracing *tracing, const struct entity *under, enum trace_step step, uint32_t depth)
{
	struct trace_edges edges = trace_under(tracing, under, step);
	for (size_t i = 0; i < edges.count; i++)
		edge_walk(tracing, &edges.items[i], depth);
}

static bool has_indicator(const struct tracing *tracing, const struct entity *node, uint32_t depth)
{
	struct trace_edges below = trace_under(tracing, node, TRACE_ITEM);
	if (trace_under(tracing, node, TRACE_INDICATOR).count)
		return true;
	for (size_t i = 0; i < below.count && depth < DEPTH_MOST; i++)
		if (has_indicator(tracing, below.items[i].to, depth + 1))
			return true;
	return false;
}

/* Has an action plan of the plan begun by the day? */
static bool action_plan_has_begun(const struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *action_plans =
		plan_kind(tracing->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (trace_is_of_plan(tracing, action_plans[i]) &&
			years_of_action_plan(action_plans[i]).from <= year_of(tracing->as_of))
			return true;
	return false;
}

static bool profile_wants_results(const struct tracing *tracing)
{
	const struct node *of = setting(tracing->plan, WORD_evaluation, WORD_of);
	return is_absent(of) || value_has_word(of, WORD_measures) || value_has_word(of, WORD_rows);
}

/* What a measure lacks; nothing is asked of one that is cancelled, moved or has not begun. */
static void measure_ask(struct tracing *tracing, const struct entity *node, uint32_t depth)
{
	struct trace *trace = tracing->trace;
	struct trace_edges rows = trace_under(tracing, node, TRACE_ROW);
	bool has_begun = mapping_period(node->mapping).from.days <= tracing->as_of.days;
	struct years all = {year_of(tracing->period.from), year_of(tracing->period.to)};
	trace->has_measures = true;
	if (trace_is_stopped(tracing, node))
		return;
	trace->measured.whole++;
	trace->in_year.whole++;
	trace->measured.part += has_indicator(tracing, node, 0);
	for (size_t i = 0; i < rows.count; i++)
		if (rows.items[i].years.from <= trace->year &&
			trace->year <= rows.items[i].years.to) {
			trace->in_year.part++;
			break;
		}
	if (trace->used[TRACE_NEED] && !trace_has_need(tracing, node))
		link_add(tracing, (struct trace_link){.depth = depth,
					  .step = TRACE_NEED,
					  .state = TRACE_ORPHANED,
					  .from = node,
					  .reason = N_("the measure responds to no need")});
	if (trace->used[TRACE_INDICATOR] && !has_indicator(tracing, node, 0))
		missing_add(tracing, depth, TRACE_INDICATOR, node,
			N_("the measure has no indicator"), 0);
	if (trace->used[TRACE_ROW] && rows.count == 0 && has_begun &&
		action_plan_has_begun(tracing))
		missing_add(
			tracing, depth, TRACE_ROW, node, N_("the measure is in no action plan"), 0);
	if (!trace->used[TRACE_ROW] && trace->used[TRACE_RESULT] &&
		profile_wants_results(tracing) &&
		trace_under(tracing, node, TRACE_RESULT).count == 0 && trace_is_due(tracing, all))
		missing_add(
			tracing, depth, TRACE_RESULT, node, N_("the measure was not evaluated"), 0);
}

static void row_ask(struct tracing *tracing, const struct trace_edge *edge, uint32_t depth,
	enum trace_state state)
{
	bool has_result = trace_under(tracing, edge->to, TRACE_RESULT).count > 0;
	if (!tracing->trace->used[TRACE_RESULT] || !profile_wants_results(tracing) ||
		!trace_is_due(tracing, edge->years) || state != TRACE_COVERED)
		return;
	tracing->trace->evaluated.whole++;
	tracing->trace->evaluated.part += has_result;
	if (!has_result)
		missing_add(tracing, depth, TRACE_RESULT, edge->to,
			N_("the year {0} is over and the row was not evaluated"), edge->years.to);
}

/* A need or source of a later day is not shown; that an item has one counts all the same. */
static bool is_to_come(const struct tracing *tracing, const struct trace_edge *edge)
{
	bool leads_upwards = edge->step == TRACE_NEED || edge->step == TRACE_SOURCE;
	return leads_upwards && edge->to && trace_is_to_come(tracing, edge->to);
}

static void edge_walk(struct tracing *tracing, const struct trace_edge *edge, uint32_t depth)
{
	if (is_to_come(tracing, edge))
		return;
	struct trace_link link = {.depth = depth,
		.step = edge->step,
		.from = edge->under,
		.to = edge->to,
		.year = edge->years.to};
	if (!edge->under) {
		link.from = edge->to;
		link.to = NULL;
	}
	trace_judge(tracing, edge, &link);
	link_add(tracing, link);
	if (!edge->under || !edge->to || depth >= DEPTH_MOST)
		return;
	if (edge->step == TRACE_ITEM) {
		if (item_is_flagged(tracing->plan, edge->to, WORD_measure))
			measure_ask(tracing, edge->to, depth + 1);
		for (enum trace_step step = TRACE_NEED; step < TRACE_STEP_COUNT; step++)
			step_walk(tracing, edge->to, step, depth + 1);
	} else if (edge->step == TRACE_NEED) {
		step_walk(tracing, edge->to, TRACE_SOURCE, depth + 1);
	} else if (edge->step == TRACE_ROW) {
		row_ask(tracing, edge, depth + 1, link.state);
		step_walk(tracing, edge->to, TRACE_RESULT, depth + 1);
	}
}

/* Needs that nothing responds to, and how many of this plan's something does. */
static void needs_ask(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *needs = plan_kind(tracing->plan, KIND_need, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool answered = false, here = false;
		if (trace_is_to_come(tracing, needs[i]))
			continue;
		for (size_t k = 0; k < tracing->edges.count; k++) {
			const struct trace_edge *edge = &tracing->edges.items[k];
			if (edge->step != TRACE_NEED || edge->to != needs[i] || !edge->under)
				continue;
			answered = true;
			here = here || item_plan(edge->under) == tracing->of;
		}
		bool asks = !answered && trace_needs_answer(tracing, needs[i]);
		tracing->trace->needs.part += here;
		tracing->trace->needs.whole += here || asks;
		if (asks)
			missing_add(tracing, 0, TRACE_NEED, needs[i],
				N_("nothing in the plan responds to the need"), 0);
	}
}

/* An evaluation gives the town so many days after the year, where its profile says so. */
static struct kpss_date due_day(const struct tracing *tracing)
{
	int64_t days;
	const struct node *evaluation = field(plan_profile(tracing->plan), WORD_evaluation);
	if (!value_integer(field(evaluation, WORD_within_days), &days) || days < 0 ||
		days > INT16_MAX)
		days = 0;
	return (struct kpss_date){.days = tracing->as_of.days - (int32_t)days};
}

static void states_count(struct trace *trace)
{
	memset(trace->states, 0, sizeof trace->states);
	for (size_t i = 0; i < trace->count; i++)
		trace->states[trace->links[i].state]++;
}

static void used_find(const struct tracing *tracing, bool used[TRACE_STEP_COUNT])
{
	for (size_t i = 0; i < tracing->edges.count; i++)
		used[tracing->edges.items[i].step] = true;
	uint32_t count;
	plan_kind(tracing->plan, KIND_need, &count);
	used[TRACE_NEED] = used[TRACE_NEED] || count > 0;
	plan_kind(tracing->plan, KIND_action_plan, &count);
	used[TRACE_ROW] = used[TRACE_ROW] || count > 0;
	plan_kind(tracing->plan, KIND_evaluation, &count);
	used[TRACE_RESULT] = used[TRACE_RESULT] || count > 0;
}

/* Rows beyond the plan stand directly under their action plan. */
static void extra_rows_walk(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *action_plans =
		plan_kind(tracing->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (trace_is_of_plan(tracing, action_plans[i]))
			step_walk(tracing, action_plans[i], TRACE_ROW, 0);
}

static int32_t year_shown(const struct tracing *tracing)
{
	int32_t year = year_of(tracing->as_of), from = year_of(tracing->period.from),
		to = year_of(tracing->period.to);
	return from && year < from ? from : to && year > to ? to : year;
}

struct trace trace_of(const struct plan *plan, const struct entity *of, struct kpss_date as_of,
	struct arena *arena)
{
	struct trace trace = {.plan = plan, .of = of, .choice = TRACE_ASKED, .as_of = as_of};
	if (!of)
		return trace;
	struct tracing tracing = {.plan = plan,
		.of = of,
		.arena = arena,
		.as_of = as_of,
		.period = plan_period(of),
		.trace = &trace};
	tracing.due = due_day(&tracing);
	trace.year = year_shown(&tracing);
	trace_collect(&tracing);
	used_find(&tracing, trace.used);
	step_walk(&tracing, of, TRACE_ITEM, 0);
	needs_ask(&tracing);
	extra_rows_walk(&tracing);
	for (enum trace_step step = TRACE_NEED; step < TRACE_STEP_COUNT; step++)
		step_walk(&tracing, NULL, step, 0);
	states_count(&trace);
	free(tracing.edges.items);
	return trace;
}

bool trace_has_kind(const struct entity *entity)
{
	static const uint16_t kinds[] = {KIND_plan, KIND_need, KIND_node, KIND_indicator,
		KIND_action_plan, KIND_action_plan_row, KIND_evaluation, KIND_analysis,
		KIND_target_group_profile, KIND_swot, KIND_suggestion, KIND_comment, KIND_meeting};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i] == entity->kind)
			return true;
	return false;
}

static bool touches(const struct trace_link *link, const struct entity *entity)
{
	bool in_action_plan = entity->kind == KIND_action_plan && link->step == TRACE_ROW &&
			      link->to && link->to->parent == entity;
	return link->to == entity || (link->from == entity && !link->to) || in_action_plan;
}

/* Where the links below a link end. */
static size_t subtree_end(const struct trace *trace, size_t index)
{
	size_t end = index + 1;
	while (end < trace->count && trace->links[end].depth > trace->links[index].depth)
		end++;
	return end;
}

/* Marks the links above one and what those items respond to. */
static void mark_above(const struct trace *trace, size_t index, bool *kept)
{
	uint32_t depth = trace->links[index].depth;
	for (size_t i = index; i-- > 0 && depth > 0;) {
		const struct trace_link *link = &trace->links[i];
		if (link->depth >= depth)
			continue;
		depth = link->depth;
		kept[i] = true;
		for (size_t k = i + 1; k < subtree_end(trace, i); k++)
			if (trace->links[k].depth == depth + 1 &&
				trace->links[k].step == TRACE_NEED)
				kept[k] = true;
	}
}

/* What leads upwards from an item leads back through it, to all that stands under it. */
static size_t turning_point(const struct trace *trace, size_t index)
{
	while (trace->links[index].depth > 0 && (trace->links[index].step == TRACE_NEED ||
							trace->links[index].step == TRACE_SOURCE)) {
		uint32_t depth = trace->links[index].depth;
		while (trace->links[index].depth >= depth)
			index--;
	}
	return index;
}

static void links_keep(struct trace *trace, const bool *kept, struct arena *arena)
{
	struct trace_link *links = arena_array(arena, trace->count + 1, sizeof *links);
	size_t count = 0;
	for (size_t i = 0; i < trace->count; i++)
		if (kept[i])
			links[count++] = trace->links[i];
	trace->links = links;
	trace->count = count;
	states_count(trace);
}

void trace_keep_through(struct trace *trace, const struct entity *entity, struct arena *arena)
{
	bool *kept = arena_array(arena, trace->count + 1, sizeof *kept);
	for (size_t i = 0; i < trace->count; i++) {
		if (entity != trace->of && !touches(&trace->links[i], entity))
			continue;
		size_t top = turning_point(trace, i), end = subtree_end(trace, top);
		for (size_t k = top; k < end; k++)
			kept[k] = true;
		mark_above(trace, top, kept);
	}
	links_keep(trace, kept, arena);
}

void trace_keep_states(struct trace *trace, unsigned states, struct arena *arena)
{
	bool *kept = arena_array(arena, trace->count + 1, sizeof *kept);
	for (size_t i = 0; i < trace->count; i++) {
		if (!(states & 1U << trace->links[i].state))
			continue;
		kept[i] = true;
		uint32_t depth = trace->links[i].depth;
		for (size_t k = i; k-- > 0 && depth > 0;)
			if (trace->links[k].depth < depth) {
				depth = trace->links[k].depth;
				kept[k] = true;
			}
	}
	links_keep(trace, kept, arena);
}
