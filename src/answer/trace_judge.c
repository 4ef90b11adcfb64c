/* The state of each link. */
#include "answer/trace_inside.h"
#include "base/day.h"
#include "base/language.h"
#include "town/item.h"

enum { STEPS_MOST = 100 };

static void set(struct trace_link *link, enum trace_state state, const char *reason, int32_t number)
{
	link->state = state;
	link->reason = reason;
	link->number = number;
}

/* A reference that leads to no record: into a file that could not be read, or nowhere. */
static void judge_lost(
	const struct tracing *tracing, const struct node *reference, struct trace_link *link)
{
	link->text = reference ? value_text(reference) : kpss_str("");
	if (link->text.len == 0)
		set(link, TRACE_ORPHANED, N_("it names no item of the plan"), 0);
	else if (plan_is_unread(tracing->plan, link->text))
		set(link, TRACE_UNREADABLE,
			N_("what it refers to is in a file that cannot be read"), 0);
	else
		set(link, TRACE_ORPHANED, N_("what it refers to does not exist"), 0);
}

static bool class_stops(uint32_t class)
{
	return class == WORD_cancelled || class == WORD_moved;
}

bool trace_is_stopped(const struct tracing *tracing, const struct entity *node)
{
	return class_stops(plan_status_class(tracing->plan, field(node->mapping, WORD_status)));
}

bool trace_is_due(const struct tracing *tracing, struct years years)
{
	return years.to && year_end(years.to).days < tracing->due.days;
}

/* Is there a need written with it, in words or as a record? */
static bool has_own_need(const struct tracing *tracing, const struct entity *node)
{
	return trace_under(tracing, node, TRACE_NEED).count > 0;
}

bool trace_has_need(const struct tracing *tracing, const struct entity *node)
{
	int steps = 0;
	for (const struct entity *start = node; start && steps < STEPS_MOST;
		start = plan_target(tracing->plan, field(start->mapping, WORD_continues)), steps++)
		for (const struct entity *above = start;
			above && above->kind == KIND_node && steps < STEPS_MOST;
			above = above->parent, steps++)
			if (has_own_need(tracing, above))
				return true;
	return false;
}

static bool is_continued(const struct tracing *tracing, const struct entity *need)
{
	uint32_t count;
	const struct entity *const *needs = plan_kind(tracing->plan, KIND_need, &count);
	for (uint32_t i = 0; i < count; i++)
		if (plan_target(tracing->plan, field(needs[i]->mapping, WORD_continues)) == need)
			return true;
	return false;
}

/* Did an item of a plan begun earlier respond to it already? */
static bool was_answered_before(const struct tracing *tracing, const struct entity *need)
{
	for (size_t i = 0; i < tracing->edges.count; i++) {
		const struct trace_edge *edge = &tracing->edges.items[i];
		const struct entity *plan = edge->step == TRACE_NEED && edge->to == need
						    ? item_plan(edge->under)
						    : NULL;
		if (plan && plan != tracing->of &&
			mapping_period(plan->mapping).from.days < tracing->period.from.days)
			return true;
	}
	return false;
}

static void judge_need(
	const struct tracing *tracing, const struct entity *need, struct trace_link *link)
{
	if (need->kind != KIND_need)
		return;
	uint32_t class = plan_status_class(tracing->plan, field(need->mapping, WORD_status));
	if (is_continued(tracing, need))
		set(link, TRACE_OUTDATED, N_("another need continues it"), 0);
	else if (class_stops(class))
		set(link, TRACE_OUTDATED, N_("the need no longer holds"), 0);
	else if (class == WORD_done && was_answered_before(tracing, need))
		set(link, TRACE_OUTDATED, N_("an earlier plan has already met the need"), 0);
}

bool trace_is_to_come(const struct tracing *tracing, const struct entity *record)
{
	struct kpss_date date = value_date(field(record->mapping, WORD_date), KPSS_DATE_EARLIEST);
	return date.days > tracing->as_of.days;
}

/* A need of this plan's time that still holds and for which nobody says why it is not met. */
bool trace_needs_answer(const struct tracing *tracing, const struct entity *need)
{
	uint32_t class = plan_status_class(tracing->plan, field(need->mapping, WORD_status));
	struct kpss_date date = value_date(field(need->mapping, WORD_date), KPSS_DATE_EARLIEST);
	return date.days <= tracing->period.to.days && !trace_is_to_come(tracing, need) &&
	       !class_stops(class) && class != WORD_done &&
	       is_absent(field(need->mapping, WORD_not_met_reason)) && !is_continued(tracing, need);
}

/* The last year for which a value is there; 0: none. */
static int32_t last_value(const struct entity *indicator)
{
	const struct node *values = field(indicator->mapping, WORD_values);
	int64_t last = 0, year;
	if (values->kind != NODE_SEQUENCE)
		return 0;
	for (const struct node *item = node_first(values); item;
		item = node_next_item(values, item)) {
		bool known = !is_absent(field(item, WORD_fact)) ||
			     !is_absent(field(item, WORD_in_words));
		if (known && value_integer(field(item, WORD_year), &year) && year > last)
			last = year;
	}
	return (int32_t)last;
}

static void judge_indicator(
	const struct tracing *tracing, const struct entity *indicator, struct trace_link *link)
{
	int32_t first = year_of(tracing->period.from), wanted = year_of(tracing->due);
	int64_t target;
	/* The last year that is over, of the plan and of the indicator. */
	while (wanted > 0 && !trace_is_due(tracing, (struct years){wanted, wanted}))
		wanted--;
	if (tracing->period.to.days != INT32_MAX && wanted > year_of(tracing->period.to))
		wanted = year_of(tracing->period.to);
	if (value_integer(field(indicator->mapping, WORD_target_year), &target) && wanted > target)
		wanted = (int32_t)target;
	if (first && wanted >= first && last_value(indicator) < wanted)
		set(link, TRACE_OUTDATED, N_("the value for {0} is missing"), wanted);
}

static bool is_within(struct years inner, struct years outer)
{
	return inner.from == 0 || ((outer.from == 0 || inner.from >= outer.from) &&
					  (outer.to == 0 || inner.to <= outer.to));
}

/* Years in which the item was over already: after its end or, where that is not written, after the day on which it is
 * known to be stopped, or after an evaluation that stopped it. */
static bool is_after_the_end(
	const struct tracing *tracing, const struct entity *node, struct years years)
{
	struct kpss_date end = mapping_period(node->mapping).to;
	if (years.from == 0)
		return false;
	if (end.days != INT32_MAX)
		return year_of(end) < years.from;
	return trace_is_stopped(tracing, node) && year_end(years.to).days >= tracing->as_of.days;
}

static bool cancelled_before(
	const struct tracing *tracing, const struct entity *node, struct years years)
{
	struct trace_edges rows = trace_under(tracing, node, TRACE_ROW);
	for (size_t i = 0; i < rows.count; i++) {
		struct trace_edges results = trace_under(tracing, rows.items[i].to, TRACE_RESULT);
		for (size_t k = 0; k < results.count; k++) {
			const struct node *status = field(results.items[k].mapping, WORD_status);
			if (results.items[k].years.to && results.items[k].years.to < years.from &&
				plan_status_class(tracing->plan, status) == WORD_cancelled)
				return true;
		}
	}
	return false;
}

static void judge_row(
	const struct tracing *tracing, const struct trace_edge *edge, struct trace_link *link)
{
	const struct entity *action_plan = action_plan_of_row(tracing->plan, edge->to),
			    *node = edge->under;
	struct years of_plan = {year_of(tracing->period.from), year_of(tracing->period.to)};
	const struct node *named = field(edge->to->mapping, WORD_action_plan);
	if (!action_plan)
		judge_lost(tracing, is_absent(named) ? NULL : named, link);
	else if (!is_within(edge->years, of_plan))
		set(link, TRACE_UNWANTED, N_("its years lie outside the plan"), 0);
	else if (!is_within(edge->years, years_of_action_plan(action_plan)))
		set(link, TRACE_UNWANTED, N_("its years lie outside its action plan"), 0);
	else if (node->kind == KIND_node && is_after_the_end(tracing, node, edge->years))
		set(link, TRACE_UNWANTED, N_("the item was over by then"), 0);
	else if (node->kind == KIND_node && cancelled_before(tracing, node, edge->years))
		set(link, TRACE_UNWANTED, N_("an earlier evaluation has cancelled the item"), 0);
}

static struct kpss_date row_begin(const struct tracing *tracing, const struct entity *row)
{
	struct kpss_date begin = mapping_period(row->mapping).from;
	struct years years = years_of_row(row);
	if (years.from == 0)
		years = years_of_action_plan(action_plan_of_row(tracing->plan, row));
	if (begin.days == INT32_MIN && years.from)
		begin = year_begin(years.from);
	const struct node *stages = field(row->mapping, WORD_stages);
	if (stages->kind != NODE_SEQUENCE)
		return begin;
	for (const struct node *item = node_first(stages); item;
		item = node_next_item(stages, item)) {
		struct kpss_date from = mapping_period(item).from;
		if (from.days > begin.days)
			begin = from;
	}
	return begin;
}

static void judge_result(
	const struct tracing *tracing, const struct trace_edge *edge, struct trace_link *link)
{
	const struct entity *action_plan =
		plan_target(tracing->plan, field(edge->to->mapping, WORD_action_plan));
	struct kpss_date day = value_date(field(edge->to->mapping, WORD_date), KPSS_DATE_LATEST);
	day = value_date(field(edge->mapping, WORD_date), day);
	link->status = value_text(field(edge->mapping, WORD_status));
	if (edge->under->kind == KIND_action_plan_row) {
		if (action_plan && action_plan_of_row(tracing->plan, edge->under) != action_plan)
			set(link, TRACE_UNWANTED,
				N_("the row is not of the action plan that is evaluated"), 0);
		else if (day.days < row_begin(tracing, edge->under).days)
			set(link, TRACE_OUTDATED, N_("it is older than what it evaluates"), 0);
	} else if (action_plan) {
		set(link, TRACE_UNWANTED,
			N_("the item is not in the action plan that is evaluated"), 0);
	}
	if (link->state == TRACE_COVERED && edge->under->kind == KIND_node &&
		is_after_the_end(tracing, edge->under, edge->years))
		set(link, TRACE_UNWANTED, N_("the item was over by then"), 0);
}

/* A result beside the tree says itself what it was to be about. */
static const struct node *reference_of(const struct trace_edge *edge)
{
	if (edge->step != TRACE_RESULT)
		return edge->mapping;
	const struct node *row = field(edge->mapping, WORD_row);
	return is_absent(row) ? field(edge->mapping, WORD_measure) : row;
}

void trace_judge(
	const struct tracing *tracing, const struct trace_edge *edge, struct trace_link *link)
{
	bool in_words = edge->step == TRACE_NEED && !edge->to && edge->mapping && edge->under &&
			edge->mapping > field(edge->under->mapping, WORD_needs) &&
			edge->mapping < field(edge->under->mapping, WORD_needs) +
						field(edge->under->mapping, WORD_needs)->size;
	if (in_words)
		link->text = value_text(edge->mapping);
	else if (!edge->under || !edge->to)
		judge_lost(tracing, reference_of(edge), link);
	else if (edge->step == TRACE_NEED)
		judge_need(tracing, edge->to, link);
	else if (edge->step == TRACE_INDICATOR)
		judge_indicator(tracing, edge->to, link);
	else if (edge->step == TRACE_ROW)
		judge_row(tracing, edge, link);
	else if (edge->step == TRACE_RESULT)
		judge_result(tracing, edge, link);
}
