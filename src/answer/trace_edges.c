/* Everything that is written about another record, gathered from both ends and sorted by the record above. */
#include <stdlib.h>

#include "base/arena.h"
#include "answer/trace_inside.h"

const struct entity *action_plan_of_row(const struct plan *plan, const struct entity *row)
{
	const struct entity *named = plan_target(plan, field(row->mapping, WORD_action_plan));
	return named                                                  ? named
	       : row->parent && row->parent->kind == KIND_action_plan ? row->parent
								      : NULL;
}

/* An action plan or an evaluation of an action plan; one that names no plan belongs to every one. */
bool trace_is_of_plan(const struct tracing *tracing, const struct entity *record)
{
	const struct entity *plan = plan_target(tracing->plan, field(record->mapping, WORD_plan));
	const struct entity *action_plan =
		plan_target(tracing->plan, field(record->mapping, WORD_action_plan));
	if (!plan && action_plan)
		plan = plan_target(tracing->plan, field(action_plan->mapping, WORD_plan));
	return !plan || plan == tracing->of;
}

static void edge_add(struct tracing *tracing, struct trace_edge edge)
{
	struct trace_edges *edges = &tracing->edges;
	if (edges->count == edges->capacity) {
		edges->capacity = edges->capacity ? edges->capacity * 2 : 256;
		edges->items = memory_resize(edges->items, edges->capacity, sizeof *edges->items);
	}
	edge.order = edges->count;
	edges->items[edges->count++] = edge;
}

/* A list or a single value: the first of them, the next. */
static const struct node *value_first(const struct node *value)
{
	if (value->kind == NODE_SEQUENCE)
		return node_first(value);
	return is_absent(value) || value->kind != NODE_SCALAR || value->length == 0 ? NULL : value;
}

static const struct node *value_next(const struct node *value, const struct node *item)
{
	return value->kind == NODE_SEQUENCE ? node_next_item(value, item) : NULL;
}

static bool has_edge(const struct tracing *tracing, const struct entity *under,
	enum trace_step step, const struct entity *to, size_t from)
{
	for (size_t i = from; i < tracing->edges.count; i++) {
		const struct trace_edge *edge = &tracing->edges.items[i];
		if (edge->under == under && edge->step == step && edge->to == to)
			return true;
	}
	return false;
}

static void nodes_collect(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *nodes = plan_kind(tracing->plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *responds = field(nodes[i]->mapping, WORD_responds_to);
		const struct node *words = field(nodes[i]->mapping, WORD_needs);
		if (nodes[i]->parent)
			edge_add(tracing, (struct trace_edge){.under = nodes[i]->parent,
						  .step = TRACE_ITEM,
						  .to = nodes[i]});
		else
			edge_add(
				tracing, (struct trace_edge){.step = TRACE_ITEM,
						 .to = nodes[i],
						 .mapping = field(nodes[i]->mapping, WORD_parent)});
		for (const struct node *item = value_first(responds); item;
			item = value_next(responds, item))
			edge_add(tracing, (struct trace_edge){.under = nodes[i],
						  .step = TRACE_NEED,
						  .to = plan_target(tracing->plan, item),
						  .mapping = item});
		for (const struct node *item = value_first(words); item;
			item = value_next(words, item))
			edge_add(tracing,
				(struct trace_edge){
					.under = nodes[i], .step = TRACE_NEED, .mapping = item});
	}
}

/* References from a record below to items above; what leads to none of them stands beside the tree. */
static void edges_collect(struct tracing *tracing, const struct entity *record, uint32_t word,
	enum trace_step step, struct years years)
{
	const struct node *list = field(record->mapping, word);
	size_t first = tracing->edges.count;
	for (const struct node *item = value_first(list); item; item = value_next(list, item)) {
		const struct entity *under = plan_target(tracing->plan, item);
		if (!under || !has_edge(tracing, under, step, record, first))
			edge_add(tracing, (struct trace_edge){.under = under,
						  .step = step,
						  .to = record,
						  .mapping = item,
						  .years = years});
	}
}

static void needs_collect(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *needs = plan_kind(tracing->plan, KIND_need, &count);
	size_t known = tracing->edges.count;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *nodes = field(needs[i]->mapping, WORD_nodes);
		const struct node *found = field(needs[i]->mapping, WORD_found_in);
		for (const struct node *item = value_first(nodes); item;
			item = value_next(nodes, item)) {
			const struct entity *under = plan_target(tracing->plan, item);
			bool twice = false;
			/* Said from both ends, it is one link. */
			for (size_t k = 0; under && k < known && !twice; k++)
				twice = tracing->edges.items[k].under == under &&
					tracing->edges.items[k].to == needs[i];
			if (!twice)
				edge_add(tracing, (struct trace_edge){.under = under,
							  .step = TRACE_NEED,
							  .to = needs[i],
							  .mapping = item});
		}
		for (const struct node *item = value_first(found); item;
			item = value_next(found, item))
			edge_add(tracing, (struct trace_edge){.under = needs[i],
						  .step = TRACE_SOURCE,
						  .to = plan_target(tracing->plan, item),
						  .mapping = item});
	}
}

static void indicators_collect(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *indicators = plan_kind(tracing->plan, KIND_indicator, &count);
	for (uint32_t i = 0; i < count; i++) {
		size_t before = tracing->edges.count;
		edges_collect(
			tracing, indicators[i], WORD_nodes, TRACE_INDICATOR, (struct years){0});
		/* An indicator of services alone measures no item and need not. */
		if (tracing->edges.count == before &&
			is_absent(field(indicators[i]->mapping, WORD_services)))
			edge_add(tracing,
				(struct trace_edge){.step = TRACE_INDICATOR, .to = indicators[i]});
	}
}

static void rows_collect(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *rows = plan_kind(tracing->plan, KIND_action_plan_row, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *action_plan = action_plan_of_row(tracing->plan, rows[i]);
		struct years years = years_of_row(rows[i]);
		size_t before = tracing->edges.count;
		if (action_plan && !trace_is_of_plan(tracing, action_plan))
			continue;
		if (years.from == 0)
			years = years_of_action_plan(action_plan);
		edges_collect(tracing, rows[i], WORD_measure, TRACE_ROW, years);
		edges_collect(tracing, rows[i], WORD_also_for, TRACE_ROW, years);
		/* Something beyond the plan belongs to no measure. */
		if (tracing->edges.count == before)
			edge_add(tracing,
				(struct trace_edge){
					.under = value_is_true(field(rows[i]->mapping, WORD_new))
							 ? action_plan
							 : NULL,
					.step = TRACE_ROW,
					.to = rows[i],
					.years = years});
	}
}

static int edge_compare(const void *left, const void *right)
{
	const struct trace_edge *a = left, *b = right;
	if (a->under != b->under)
		return (uintptr_t)a->under < (uintptr_t)b->under ? -1 : 1;
	if (a->step != b->step)
		return a->step < b->step ? -1 : 1;
	if (a->years.from != b->years.from)
		return a->years.from < b->years.from ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static void edges_sort(struct tracing *tracing)
{
	if (tracing->edges.count)
		qsort(tracing->edges.items, tracing->edges.count, sizeof *tracing->edges.items,
			edge_compare);
	tracing->edges.sorted = tracing->edges.count;
}

struct trace_edges trace_under(
	const struct tracing *tracing, const struct entity *under, enum trace_step step)
{
	struct trace_edge *items = tracing->edges.items;
	size_t low = 0, high = tracing->edges.sorted;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct trace_edge *edge = &items[middle];
		bool before = edge->under != under ? (uintptr_t)edge->under < (uintptr_t)under
						   : edge->step < step;
		if (before)
			low = middle + 1;
		else
			high = middle;
	}
	size_t end = low;
	while (end < tracing->edges.sorted && items[end].under == under && items[end].step == step)
		end++;
	return (struct trace_edges){.items = items ? items + low : NULL, .count = end - low};
}

static bool overlap(struct years a, struct years b)
{
	return a.from == 0 || b.from == 0 || (a.from <= b.to && b.from <= a.to);
}

/* On an earlier day nobody knew of it: by its own day, that of the evaluation or, where neither is written, its years. */
static bool result_is_to_come(
	const struct tracing *tracing, const struct node *result, const struct trace_edge *edge)
{
	struct kpss_date day = value_date(field(edge->to->mapping, WORD_date), KPSS_DATE_EARLIEST);
	day = value_date(field(result, WORD_date), day);
	if (day.days == INT32_MIN)
		return edge->years.from > year_of(tracing->as_of);
	return day.days > tracing->as_of.days;
}

/* A result of a measure belongs to its rows in the action plan evaluated; where it has none there, to the measure itself. */
static void result_collect(
	struct tracing *tracing, const struct entity *evaluation, const struct node *result)
{
	const struct node *row = field(result, WORD_row), *measure = field(result, WORD_measure);
	const struct entity *action_plan =
		plan_target(tracing->plan, field(evaluation->mapping, WORD_action_plan));
	struct trace_edge edge = {.step = TRACE_RESULT,
		.to = evaluation,
		.mapping = result,
		.years = years_of_evaluation(evaluation)};
	if (edge.years.from == 0)
		edge.years = years_of_action_plan(action_plan);
	if (result_is_to_come(tracing, result, &edge))
		return;
	if (!is_absent(row)) {
		edge.under = plan_target(tracing->plan, row);
		edge_add(tracing, edge);
		return;
	}
	if (is_absent(measure) && !is_absent(field(result, WORD_part)))
		return;
	const struct entity *node = plan_target(tracing->plan, measure);
	struct trace_edges rows =
		node ? trace_under(tracing, node, TRACE_ROW) : (struct trace_edges){0};
	bool placed = false;
	/* The array may move while edges are added. */
	size_t first = rows.count ? (size_t)(rows.items - tracing->edges.items) : 0;
	for (size_t i = 0; i < rows.count; i++) {
		const struct trace_edge of_row = tracing->edges.items[first + i];
		const struct entity *in = action_plan_of_row(tracing->plan, of_row.to);
		if (action_plan ? in != action_plan : !overlap(of_row.years, edge.years))
			continue;
		edge.under = of_row.to;
		edge_add(tracing, edge);
		placed = true;
	}
	edge.under = node;
	if (!placed)
		edge_add(tracing, edge);
}

static void results_collect(struct tracing *tracing)
{
	uint32_t count;
	const struct entity *const *evaluations = plan_kind(tracing->plan, KIND_evaluation, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *results = field(evaluations[i]->mapping, WORD_results);
		if (results->kind != NODE_SEQUENCE || !trace_is_of_plan(tracing, evaluations[i]))
			continue;
		for (const struct node *item = node_first(results); item;
			item = node_next_item(results, item))
			if (item->kind == NODE_MAPPING)
				result_collect(tracing, evaluations[i], item);
	}
}

void trace_collect(struct tracing *tracing)
{
	nodes_collect(tracing);
	needs_collect(tracing);
	indicators_collect(tracing);
	rows_collect(tracing);
	edges_sort(tracing);
	results_collect(tracing);
	edges_sort(tracing);
}
