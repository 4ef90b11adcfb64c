#include "town/results.h"

#include <stdlib.h>

#include "base/arena.h"
#include "plan/value.h"
#include "town/years.h"

static int result_compare(const void *left, const void *right)
{
	const struct result *a = left, *b = right;
	if (a->about != b->about)
		return a->about < b->about ? -1 : 1;
	return (a->mapping > b->mapping) - (a->mapping < b->mapping);
}

/* A result may name a row, and with it its measure. */
static size_t result_take(const struct plan *plan, const struct entity *evaluation,
	const struct node *mapping, struct result *out)
{
	const struct entity *row = plan_target(plan, field(mapping, WORD_row));
	const struct entity *item = plan_target(plan, field(mapping, WORD_measure));
	size_t count = 0;
	if (row)
		out[count++] =
			(struct result){.about = row, .evaluation = evaluation, .mapping = mapping};
	if (row && !item)
		item = plan_target(plan, field(row->mapping, WORD_measure));
	if (item)
		out[count++] = (struct result){
			.about = item, .evaluation = evaluation, .mapping = mapping};
	return count;
}

struct results results_of_plan(const struct plan *plan, struct arena *arena)
{
	uint32_t count;
	const struct entity *const *evaluations = plan_kind(plan, KIND_evaluation, &count);
	size_t most = 0;
	for (uint32_t i = 0; i < count; i++)
		most += field(evaluations[i]->mapping, WORD_results)->size;
	struct results results = {.items = arena_array(arena, most + 1, sizeof *results.items)};
	for (uint32_t i = 0; i < count; i++) {
		const struct node *list = field(evaluations[i]->mapping, WORD_results);
		const struct node *item = value_first_item(list);
		for (; item; item = node_next_item(list, item))
			results.count += result_take(
				plan, evaluations[i], item, results.items + results.count);
	}
	qsort(results.items, results.count, sizeof *results.items, result_compare);
	return results;
}

bool results_have(const struct results *results, const struct entity *about, int year)
{
	size_t low = 0, high = results->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (results->items[middle].about < about)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < results->count && results->items[low].about == about; low++)
		if (years_hold(results->items[low].evaluation->mapping, year))
			return true;
	return false;
}
