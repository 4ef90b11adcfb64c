/* The fields of two mappings, as the schema lists them. */
#include "base/arena.h"
#include "history/diff_inside.h"
#include "schema/shape.h"

/* By which field the binding ones know a change: the first step, or what names the place of the whole record. */
static struct kpss_str field_of_change(const struct differ *differ, enum diff_sort sort)
{
	const struct schema_table *table = plan_schema(differ->after);
	if (sort == DIFF_LEVEL)
		return schema_word(table, WORD_level);
	if (sort == DIFF_MOVED && differ->entity && differ->holder_fields[differ->entity->kind])
		return schema_word(table, differ->holder_fields[differ->entity->kind]);
	return differ->depth ? differ->steps[0].word : kpss_str(NULL);
}

void change_add(struct differ *differ, enum diff_sort sort, struct told_pair pair)
{
	if (differ->count == differ->capacity) {
		size_t capacity = differ->capacity ? differ->capacity * 2 : 16;
		struct diff_change *more = arena_array(differ->arena, capacity, sizeof *more);
		if (differ->count)
			memcpy(more, differ->changes, differ->count * sizeof *more);
		differ->changes = more;
		differ->capacity = capacity;
	}
	struct diff_step *steps = arena_array(differ->arena, differ->depth + 1, sizeof *steps);
	memcpy(steps, differ->steps, differ->depth * sizeof *steps);
	differ->changes[differ->count++] = (struct diff_change){
		.sort = sort,
		.steps = steps,
		.step_count = differ->depth,
		.before = pair.before,
		.after = pair.after,
		.money = money_of(differ, pair),
		.binding = is_binding(differ, field_of_change(differ, sort)),
	};
}

bool step_down(struct differ *differ, const struct diff_step *step)
{
	if (differ->depth == DIFF_STEPS_MOST)
		return false;
	differ->steps[differ->depth++] = *step;
	return true;
}

static bool is_kind_or_absent(struct told value, enum node_kind kind)
{
	return is_absent(value.node) || value.node->kind == kind;
}

static bool both_are(struct told_pair pair, enum node_kind kind)
{
	return is_kind_or_absent(pair.before, kind) && is_kind_or_absent(pair.after, kind) &&
	       !(is_absent(pair.before.node) && is_absent(pair.after.node));
}

void values_compare(struct differ *differ, struct told_pair pair)
{
	struct arena_mark mark = arena_mark(differ->arena);
	bool same = kpss_str_equal(
		meaning_of(pair.before, differ->arena), meaning_of(pair.after, differ->arena));
	arena_release(differ->arena, mark);
	if (same)
		return;
	if (both_are(pair, NODE_MAPPING))
		mappings_compare(differ, pair, NULL);
	else if (both_are(pair, NODE_SEQUENCE))
		lists_compare(differ, pair);
	else
		change_add(differ, DIFF_FIELD, pair);
}

/* Records stand in the list; each is compared by itself. */
static bool holds_records(const struct schema_table *table, const struct schema_property *property)
{
	return shape_kind(table, shape_items(table, property->shape)) != 0;
}

static bool is_left_out(const uint32_t *left_out, uint32_t word)
{
	for (; left_out && *left_out; left_out++)
		if (*left_out == word)
			return true;
	return false;
}

/* The end of a membership is more than the change of a day. */
static enum diff_sort sort_of(const struct differ *differ, struct told_pair mappings,
	const struct schema_property *property, struct told_pair pair)
{
	struct told around = is_absent(mappings.after.node) ? mappings.before : mappings.after;
	if (property->word == WORD_to && is_absent(pair.before.node) && differ->depth > 1 &&
		is_tenure(around.plan, around.shape))
		return DIFF_ENDED;
	bool both = !is_absent(pair.before.node) && !is_absent(pair.after.node);
	return both && property->word == WORD_code && differ->depth == 1 ? DIFF_RENUMBERED
									 : DIFF_FIELD;
}

static void property_compare(struct differ *differ, struct told_pair mappings,
	const struct schema_table *table, const struct schema_property *property)
{
	struct kpss_str english = schema_word(table, property->word),
			czech = schema_word(table, property->czech);
	struct told_pair pair = {told_field(mappings.before, english, czech),
		told_field(mappings.after, english, czech)};
	const struct diff_step step = {.word = english,
		.title = schema_text(table, property->title),
		.czech_title = schema_text(table, property->czech_title),
		.item = {.node = value_none()}};
	if ((is_absent(pair.before.node) && is_absent(pair.after.node)) ||
		!step_down(differ, &step))
		return;
	size_t first = differ->count;
	values_compare(differ, pair);
	if (differ->count == first + 1 && differ->changes[first].sort == DIFF_FIELD &&
		differ->changes[first].step_count == differ->depth)
		differ->changes[first].sort = sort_of(differ, mappings, property, pair);
	differ->depth--;
}

static const struct schema_object *fields_of(struct told mapping)
{
	return mapping.plan ? shape_object(plan_schema(mapping.plan), mapping.shape) : NULL;
}

static const struct schema_property *property_of_key(struct told mapping, const struct node *key)
{
	const struct schema_object *object = fields_of(mapping);
	return object ? schema_find(plan_schema(mapping.plan), object, key->word) : NULL;
}

/* What neither schema knows, by its name. */
static void unknown_compare(
	struct differ *differ, struct told_pair mappings, struct told side, bool only_here)
{
	for (const struct node *key = node_first(side.node); key;
		key = node_next_key(side.node, key)) {
		struct kpss_str name = node_text(key);
		struct told_pair pair = {told_field(mappings.before, name, name),
			told_field(mappings.after, name, name)};
		const struct diff_step step = {.word = name, .item = {.node = value_none()}};
		bool elsewhere = !is_absent(pair.before.node) && !is_absent(pair.after.node);
		if (property_of_key(side, key) || pair.before.shape || pair.after.shape ||
			(only_here && elsewhere))
			continue;
		if (!step_down(differ, &step))
			return;
		values_compare(differ, pair);
		differ->depth--;
	}
}

static void properties_compare(struct differ *differ, struct told_pair mappings, struct told side,
	const uint32_t *left_out, const struct schema_object *done)
{
	const struct schema_object *object = fields_of(side);
	const struct schema_table *table = object ? plan_schema(side.plan) : NULL;
	for (uint32_t i = 0; object && i < object->count; i++) {
		const struct schema_property *property = &table->properties[object->first + i];
		struct kpss_str name = schema_word(table, property->word);
		if (holds_records(table, property) || is_left_out(left_out, property->word))
			continue;
		if (done && object_field_called(plan_schema(mappings.after.plan), done, name))
			continue;
		property_compare(differ, mappings, table, property);
	}
}

void mappings_compare(struct differ *differ, struct told_pair pair, const uint32_t *left_out)
{
	if (differ->around_count == DIFF_STEPS_MOST)
		return;
	differ->around[differ->around_count++] = pair;
	properties_compare(differ, pair, pair.after, left_out, NULL);
	properties_compare(differ, pair, pair.before, left_out, fields_of(pair.after));
	if (pair.after.node->kind == NODE_MAPPING)
		unknown_compare(differ, pair, pair.after, false);
	if (pair.before.node->kind == NODE_MAPPING)
		unknown_compare(differ, pair, pair.before, true);
	differ->around_count--;
}
