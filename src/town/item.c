#include "town/item.h"

#include "base/day.h"
#include "town/setting.h"

enum { LEVELS_MOST = 100 }; /* more means that parents go round in a circle, which is a finding of its own */

const struct entity *item_plan(const struct entity *item)
{
	for (int steps = 0; item && steps < LEVELS_MOST; item = item->parent, steps++)
		if (item->kind == KIND_plan)
			return item;
	return NULL;
}

const struct entity *record_plan(const struct plan *plan, const struct entity *record)
{
	static const uint32_t ways[] = {WORD_plan, WORD_action_plan, WORD_belongs_to, WORD_subject, WORD_document,
		WORD_consultation, WORD_cycle, WORD_parent};
	for (int steps = 0; record && record->kind != KIND_plan && steps < LEVELS_MOST; steps++) {
		const struct entity *next = record->parent;
		for (size_t i = 0; i < sizeof ways / sizeof *ways && !next; i++)
			next = plan_target(plan, field(record->mapping, ways[i]));
		record = next;
	}
	return record && record->kind == KIND_plan ? record : NULL;
}

uint32_t item_number(const struct plan *plan, const struct entity *item)
{
	uint32_t low = 0, high;
	const struct entity *const *items = plan_kind(plan, KIND_node, &high);
	/* Records of one kind lie in the order of their addresses. */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (items[middle] < item)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool item_is_dropped(const struct plan *plan, const struct entity *item)
{
	for (int steps = 0; item && item->kind == KIND_node && steps < LEVELS_MOST; item = item->parent, steps++) {
		uint32_t class = plan_status_class(plan, field(item->mapping, WORD_status));
		if (class == WORD_cancelled || class == WORD_moved)
			return true;
	}
	return false;
}

static bool flags_level(const struct plan *plan, uint32_t flag)
{
	const struct node *levels = setting(plan, WORD_levels, 0);
	for (const struct node *level = value_first_item(levels); level; level = node_next_item(levels, level))
		if (value_is_true(field(level, flag)))
			return true;
	return false;
}

uint16_t measure_rank(const struct plan *plan)
{
	const struct node *levels = setting(plan, WORD_levels, 0);
	bool flagged = flags_level(plan, WORD_measure);
	uint16_t rank = 1, measure_level = 0;
	const struct schema_table *schema = plan_schema(plan);
	while (schema->levels[measure_level].singular != WORD_measure)
		measure_level++;
	for (const struct node *level = value_first_item(levels); level;
		level = node_next_item(levels, level), rank++) {
		struct top_word named = plan_kind_named(plan, value_text(field(level, WORD_level)));
		if (flagged ? value_is_true(field(level, WORD_measure)) : named.level == measure_level + 1)
			return rank;
	}
	return 0;
}

bool item_is_flagged(const struct plan *plan, const struct entity *item, uint32_t flag)
{
	const struct node *levels = setting(plan, WORD_levels, 0);
	const struct node *level = value_first_item(levels);
	for (uint16_t rank = 1; level && rank < item->rank; rank++)
		level = node_next_item(levels, level);
	if (item->rank && level && value_is_true(field(level, flag)))
		return true;
	const struct schema_table *schema = plan_schema(plan);
	return flag == WORD_measure && item->level && schema->levels[item->level - 1].singular == WORD_measure &&
		!flags_level(plan, flag);
}

const struct node *item_groups(const struct entity *item, const struct entity **owner)
{
	for (int steps = 0; item && item->kind == KIND_node && steps < LEVELS_MOST; item = item->parent, steps++) {
		const struct node *groups = field(item->mapping, WORD_groups);
		if (owner)
			*owner = item;
		if (!is_absent(groups))
			return groups;
	}
	if (owner)
		*owner = NULL;
	return value_none();
}

bool item_belongs_to(const struct plan *plan, const struct entity *item, const struct entity *group, struct kpss_date day)
{
	const struct node *groups = item_groups(item, NULL);
	for (const struct node *entry = value_first_item(groups); entry; entry = node_next_item(groups, entry))
		if (plan_target(plan, field(entry, WORD_group)) == group && period_contains(mapping_period(entry), day))
			return true;
	return false;
}

struct period plan_period(const struct entity *plan)
{
	struct period period = mapping_period(plan->mapping);
	const struct node *extensions = field(plan->mapping, WORD_extensions);
	const struct node *item = value_first_item(extensions);
	for (; item; item = node_next_item(extensions, item))
		period.to = day_later(period.to, value_date(field(item, WORD_to), period.to));
	return period;
}

struct period item_period(const struct entity *item)
{
	const struct entity *plan = item_plan(item);
	struct period own = mapping_period(item->mapping);
	if (!plan)
		return own;
	struct period whole = plan_period(plan);
	return (struct period){.from = day_later(own.from, whole.from), .to = day_earlier(own.to, whole.to)};
}

struct kpss_str item_level_word(const struct plan *plan, const struct entity *item)
{
	const struct schema_table *schema = plan_schema(plan);
	bool czech = plan_is_czech(plan);
	if (item->kind == KIND_plan)
		return schema_word(schema, czech ? schema->kinds[KIND_plan].czech_singular : schema->kinds[KIND_plan].singular);
	if (item->level == 0)
		return value_text(field(item->mapping, WORD_level));
	const struct schema_level *level = &schema->levels[item->level - 1];
	return schema_word(schema, czech ? level->czech_singular : level->singular);
}
