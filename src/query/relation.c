#include "query/relation.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "plan/value.h"
#include "query/references.h"

enum { FIRST_PAIRS = 64, LEVELS_MOST = 100 };

struct gathering {
	const struct plan *plan;
	const struct entity *from;
	struct relation_pair *pairs;
	size_t count, capacity;
};

static void pair_add(struct gathering *gathering, const struct entity *to)
{
	if (!to)
		return;
	if (gathering->count == gathering->capacity) {
		gathering->capacity = gathering->capacity ? gathering->capacity * 2 : FIRST_PAIRS;
		gathering->pairs = memory_resize(
			gathering->pairs, gathering->capacity, sizeof *gathering->pairs);
	}
	gathering->pairs[gathering->count++] =
		(struct relation_pair){.to = to, .from = gathering->from};
}

static bool reference_take(void *user, const struct reference_found *found)
{
	struct gathering *gathering = user;
	pair_add(gathering, found->target);
	if (found->target && found->target->kind == KIND_action_plan_row)
		pair_add(gathering,
			plan_target(gathering->plan, field(found->target->mapping, WORD_measure)));
	return true;
}

static int pair_compare(const void *a, const void *b)
{
	const struct relation_pair *x = a, *y = b;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

static size_t same_drop(struct relation_pair *pairs, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || pair_compare(&pairs[kept - 1], &pairs[i]) != 0)
			pairs[kept++] = pairs[i];
	return kept;
}

struct relation relation_of(
	const struct plan *plan, const struct query_subject *subject, struct arena *arena)
{
	struct gathering gathering = {.plan = plan};
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, subject->kind, &count);
	for (uint32_t i = 0; i < count; i++) {
		gathering.from = records[i];
		if (!subject_has(plan, subject, records[i]))
			continue;
		references_walk(plan, records[i], reference_take, &gathering);
		const struct entity *above = records[i]->parent;
		for (int steps = 0; above && steps < LEVELS_MOST; above = above->parent, steps++)
			pair_add(&gathering, above);
	}
	if (gathering.count == 0)
		return (struct relation){0};
	qsort(gathering.pairs, gathering.count, sizeof *gathering.pairs, pair_compare);
	struct relation relation = {.count = same_drop(gathering.pairs, gathering.count)};
	struct relation_pair *pairs = arena_array(arena, relation.count, sizeof *pairs);
	memcpy(pairs, gathering.pairs, relation.count * sizeof *pairs);
	free(gathering.pairs);
	relation.pairs = pairs;
	return relation;
}

const struct relation_pair *relation_to(
	const struct relation *relation, const struct entity *to, size_t *count)
{
	size_t low = 0, high = relation->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (relation->pairs[middle].to < to)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < relation->count && relation->pairs[low + *count].to == to)
		++*count;
	return *count ? &relation->pairs[low] : NULL;
}
