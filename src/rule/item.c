#include "rule/item.h"

#include "base/day.h"
#include "rule/setting.h"

enum { LEVELS_MOST = 100 }; /* more means that parents go round in a circle, which is a finding of its own */

const struct entity *item_plan(const struct entity *item)
{
	for (int steps = 0; item && steps < LEVELS_MOST; item = item->parent, steps++)
		if (item->kind == KIND_plan)
			return item;
	return NULL;
}

static bool flags_level(const struct plan *plan, uint32_t flag)
{
	const struct node *levels = setting(plan, WORD_levels, 0);
	for (const struct node *level = value_first_item(levels); level; level = node_next_item(levels, level))
		if (value_is_true(field(level, flag)))
			return true;
	return false;
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
