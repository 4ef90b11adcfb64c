/* Which items of two lists are the same, and what was added, removed or changed. */
#include "history/diff_inside.h"

#include <stdlib.h>

#include "base/arena.h"
#include "history/word_diff.h"
#include "schema/shape.h"

/* More items that are told by the same are paired by place, so that no list takes quadratic time. */
enum { ALIKE_MOST = 24, BEGIN_WEIGHT = 1000 };

struct item {
	const struct node *node;
	struct kpss_str meaning;
	struct told anchor; /* what tells it from the others; absent for a scalar */
	struct kpss_str anchor_meaning;
	size_t place; /* in its list, from 0 */
	size_t other; /* place + 1 of the item of the other list that it is; 0: none */
	bool same;    /* and says the same */
	bool alone;   /* no other of its list is told by the same */
};

struct items {
	struct told list;
	struct item *items, **order;
	size_t count;
};

static struct items items_of(struct differ *differ, struct told list)
{
	size_t most = is_absent(list.node) ? 0 : list.node->size;
	struct items items = {.list = list,
		.items = arena_array(differ->arena, most + 1, sizeof *items.items),
		.order = arena_array(differ->arena, most + 1, sizeof *items.order)};
	for (const struct node *node = value_first_item(list.node); node;
		node = node_next_item(list.node, node)) {
		struct told item = told_item(list, node), anchor = told_anchor(item);
		items.items[items.count] = (struct item){
			.node = node,
			.meaning = meaning_of(item, differ->arena),
			.anchor = anchor,
			.anchor_meaning = meaning_of(anchor, differ->arena),
			.place = items.count,
		};
		items.order[items.count] = &items.items[items.count];
		items.count++;
	}
	return items;
}

static int by_place(const struct item *a, const struct item *b)
{
	return (a->place > b->place) - (a->place < b->place);
}

static int by_meaning(const void *left, const void *right)
{
	const struct item *a = *(struct item *const *)left, *b = *(struct item *const *)right;
	int order = meanings_order(a->meaning, b->meaning);
	return order ? order : by_place(a, b);
}

static int by_anchor(const void *left, const void *right)
{
	const struct item *a = *(struct item *const *)left, *b = *(struct item *const *)right;
	int order = meanings_order(a->anchor_meaning, b->anchor_meaning);
	return order ? order : by_place(a, b);
}

static void pair(struct item *before, struct item *after, bool same)
{
	before->other = after->place + 1;
	after->other = before->place + 1;
	before->same = after->same = same;
}

static void pair_what_says_the_same(struct items *before, struct items *after)
{
	size_t i = 0, k = 0;
	qsort(before->order, before->count, sizeof *before->order, by_meaning);
	qsort(after->order, after->count, sizeof *after->order, by_meaning);
	while (i < before->count && k < after->count) {
		int order = meanings_order(before->order[i]->meaning, after->order[k]->meaning);
		if (order == 0)
			pair(before->order[i], after->order[k], true);
		i += order <= 0;
		k += order >= 0;
	}
}

/* How many fields agree; the day on which it begins before all. */
static size_t agreement(struct differ *differ, const struct items *before, const struct item *a,
	const struct items *after, const struct item *b)
{
	struct arena_mark mark = arena_mark(differ->arena);
	struct told left = told_item(before->list, a->node),
		    right = told_item(after->list, b->node);
	const struct schema_table *table = plan_schema(right.plan);
	const struct schema_object *object = shape_object(table, right.shape);
	size_t score = 1;
	for (uint32_t i = 0; object && i < object->count; i++) {
		uint32_t word = table->properties[object->first + i].word;
		struct told one = told_word(left, word), other = told_word(right, word);
		if (is_absent(one.node) || is_absent(other.node))
			continue;
		if (kpss_str_equal(
			    meaning_of(one, differ->arena), meaning_of(other, differ->arena)))
			score += word == WORD_from || word == WORD_year ? BEGIN_WEIGHT : 1;
	}
	arena_release(differ->arena, mark);
	return score;
}

/* Items begin..end of an order that are told by the same. */
struct stretch {
	size_t begin, end;
};

static struct stretch stretch_of(const struct items *items, size_t begin)
{
	struct stretch stretch = {.begin = begin, .end = begin + 1};
	while (stretch.end < items->count &&
		kpss_str_equal(items->order[stretch.end]->anchor_meaning,
			items->order[begin]->anchor_meaning))
		stretch.end++;
	items->order[begin]->alone = stretch.end == begin + 1;
	return stretch;
}

/* The best pair that is left, again and again; of equally good ones the first. */
static bool pair_best(struct differ *differ, struct items *before, struct stretch left,
	struct items *after, struct stretch right)
{
	struct item *a = NULL, *b = NULL;
	size_t best = 0;
	for (size_t i = left.begin; i < left.end; i++)
		for (size_t k = right.begin; k < right.end; k++) {
			struct item *one = before->order[i], *other = after->order[k];
			if (one->other || other->other)
				continue;
			size_t score = agreement(differ, before, one, after, other);
			if (score > best) {
				best = score;
				a = one;
				b = other;
			}
		}
	if (best)
		pair(a, b, false);
	return best > 0;
}

static void pair_stretches(struct differ *differ, struct items *before, struct stretch left,
	struct items *after, struct stretch right)
{
	if (left.end - left.begin <= ALIKE_MOST && right.end - right.begin <= ALIKE_MOST) {
		while (pair_best(differ, before, left, after, right))
			;
		return;
	}
	for (size_t i = left.begin, k = right.begin; i < left.end && k < right.end;) {
		if (before->order[i]->other)
			i++;
		else if (after->order[k]->other)
			k++;
		else
			pair(before->order[i], after->order[k], false);
	}
}

static void pair_what_is_told_by_the_same(
	struct differ *differ, struct items *before, struct items *after)
{
	size_t i = 0, k = 0;
	qsort(before->order, before->count, sizeof *before->order, by_anchor);
	qsort(after->order, after->count, sizeof *after->order, by_anchor);
	while (i < before->count && k < after->count) {
		int order = meanings_order(
			before->order[i]->anchor_meaning, after->order[k]->anchor_meaning);
		struct stretch left = stretch_of(before, i), right = stretch_of(after, k);
		if (order == 0 && before->order[i]->anchor_meaning.len > 0)
			pair_stretches(differ, before, left, after, right);
		i = order <= 0 ? left.end : i;
		k = order >= 0 ? right.end : k;
	}
}

/* Free text by which two items may be alike: the item itself, or its anchor. References, days and figures are alike or not. */
static struct kpss_str prose_of(struct told list, const struct item *item)
{
	const struct schema_table *table = plan_schema(list.plan);
	struct told told =
		item->node->kind == NODE_SCALAR ? told_item(list, item->node) : item->anchor;
	if (is_absent(told.node) || shape_format(table, told.shape) != FORMAT_NONE ||
		shape_with(table, told.shape, SHAPE_TARGETS) ||
		shape_with(table, told.shape, SHAPE_VALUES))
		return kpss_str("");
	return value_text(told.node);
}

static void pair_what_is_worded_alike(
	struct differ *differ, struct items *before, struct items *after)
{
	size_t looks = (size_t)ALIKE_MOST * ALIKE_MOST;
	for (size_t k = 0; k < after->count; k++) {
		struct item *best = NULL;
		unsigned best_share = WORDS_ALIKE_LEAST - 1;
		struct kpss_str text = prose_of(after->list, &after->items[k]);
		for (size_t i = 0; i < before->count && text.len && !after->items[k].other; i++) {
			if (before->items[i].other || looks == 0)
				continue;
			looks--;
			unsigned share = words_alike(
				differ->arena, prose_of(before->list, &before->items[i]), text);
			if (share > best_share) {
				best_share = share;
				best = &before->items[i];
			}
		}
		if (best)
			pair(best, &after->items[k], false);
	}
}

bool is_tenure(const struct plan *plan, uint32_t shape)
{
	const struct schema_table *table = plan_schema(plan);
	const struct schema_object *object = shape_object(table, shape);
	return object && object->count &&
	       shape_with(table, table->properties[object->first].shape, SHAPE_TARGETS) &&
	       schema_find(table, object, WORD_from) && schema_find(table, object, WORD_to);
}

static void changed_compare(struct differ *differ, const struct items *before,
	const struct items *after, const struct item *item)
{
	const struct item *was = &before->items[item->other - 1];
	struct told_pair values = {
		told_item(before->list, was->node), told_item(after->list, item->node)};
	struct diff_step *step = &differ->steps[differ->depth - 1];
	const struct diff_step outer = *step;
	step->item = item->node->kind == NODE_MAPPING ? was->anchor
						      : (struct told){.node = value_none()};
	step->from = was->alone && item->alone
			     ? kpss_str("")
			     : value_text(told_word(values.before, WORD_from).node);
	values_compare(differ, values);
	*step = outer;
}

void lists_compare(struct differ *differ, struct told_pair pair)
{
	struct items before = items_of(differ, pair.before), after = items_of(differ, pair.after);
	pair_what_says_the_same(&before, &after);
	pair_what_is_told_by_the_same(differ, &before, &after);
	pair_what_is_worded_alike(differ, &before, &after);
	for (size_t i = 0; i < before.count; i++)
		if (!before.items[i].other)
			change_add(differ, DIFF_ITEM_REMOVED,
				(struct told_pair){told_item(before.list, before.items[i].node),
					{.plan = pair.after.plan, .node = value_none()}});
	for (size_t i = 0; i < after.count; i++) {
		struct told item = told_item(after.list, after.items[i].node);
		if (!after.items[i].other)
			change_add(differ,
				is_tenure(item.plan, item.shape) ? DIFF_BEGUN : DIFF_ITEM_ADDED,
				(struct told_pair){
					{.plan = pair.before.plan, .node = value_none()}, item});
		else if (!after.items[i].same)
			changed_compare(differ, &before, &after, &after.items[i]);
	}
}
