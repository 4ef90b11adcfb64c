/* How the plan hangs together: measures under goals, goals with measures, groups that answer for both. */
#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind measure_without_goal = {
	.code = "measure-without-goal",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ ({1}) stands under no item of a higher level"),
	.label = N_("stands right under the plan"),
	.remedy = N_("move it under the item that it serves, or name that one in ‘parent’ (nadřazená_položka)"),
	.meaning = N_("every measure serves a goal of the plan"),
	.explanation =
		N_("Where the town has levels above the measure, a measure right under the plan serves no goal and "
		   "nobody can tell what it is for."),
	.setting = "levels",
	.basis = N_("goals divided into measures: Frýdek-Místek; priorities and goals: Sušice"),
	.wrong = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "opatření:\n"
		 "  - id: sluzba-vecer\n"
		 "    název: Rozšířit službu na večer\n"
		 "    nadřazená_položka: plan-mesta\n",
	.right = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "opatření:\n"
		 "  - id: sluzba-vecer\n"
		 "    název: Rozšířit službu na večer\n"
		 "    nadřazená_položka: zustat-doma\n",
};
static const struct finding_kind goal_without_measure = {
	.code = "goal-without-measure",
	.severity = KPSS_WARNING,
	.message = N_("no measure stands under ‘{0}’ ({1})"),
	.label = N_("nothing fulfils it"),
	.remedy = N_("add what is to be done, or give it a status that says it was cancelled or moved"),
	.meaning = N_("every goal of the plan has a measure"),
	.explanation = N_(
		"An item above the measures that has none under it is a wish: nothing is done about it and nothing can "
		"be evaluated. Of several such items under each other only the lowest is named."),
	.setting = "levels",
	.basis = N_("goals divided into measures: Frýdek-Místek; priorities and goals: Sušice"),
	.wrong = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "cíle:\n"
		 "  - id: vecery\n"
		 "    název: Pomoc i večer\n"
		 "    nadřazená_položka: plan-mesta\n",
	.right = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "cíle:\n"
		 "  - id: vecery\n"
		 "    název: Pomoc i večer\n"
		 "    nadřazená_položka: plan-mesta\n"
		 "    opatření:\n"
		 "      - {id: sluzba-vecer, název: Rozšířit službu na večer}\n",
};
static const struct finding_kind item_without_group = {
	.code = "item-without-group",
	.severity = KPSS_ERROR,
	.message = N_("no group answers for ‘{0}’ ({1})"),
	.label = N_("names no group, and nothing above it does"),
	.remedy = N_("add the field ‘groups’ (skupiny) to it or to an item above"),
	.meaning = N_("a working group answers for every measure and goal"),
	.explanation = N_(
		"Working groups propose the goals and measures of their theme, watch over them and evaluate them. What "
		"is said of an item holds for everything under it. Items that cut across all themes "
		"(cross_cutting, průřezová) may be left to the steering group."),
	.setting = "levels",
	.basis = N_("working groups set goals and measures: Frýdek-Místek, Český Těšín"),
	.wrong = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l}]\n"
		 "opatření:\n"
		 "  - id: sluzba-vecer\n"
		 "    název: Rozšířit službu na večer\n"
		 "    nadřazená_položka: zustat-doma\n",
	.right = "# pravidla.yaml\n"
		 "úrovně:\n"
		 "  - {úroveň: cíl}\n"
		 "  - {úroveň: opatření, je_opatření: true}\n"
		 "# plan.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l}]\n"
		 "cíle:\n"
		 "  - id: vecery\n"
		 "    název: Pomoc i večer\n"
		 "    nadřazená_položka: plan-mesta\n"
		 "    skupiny: [{skupina: rodiny}]\n"
		 "    opatření:\n"
		 "      - {id: sluzba-vecer, název: Rozšířit službu na večer}\n",
};
static const struct finding_kind item_of_steering_group = {
	.code = "item-without-group",
	.severity = KPSS_ERROR,
	.message = N_("only the steering group answers for ‘{0}’ ({1})"),
	.label = N_("no working group is named for it"),
	.remedy = N_("add the working group to ‘groups’ (skupiny), or say that it is cross-cutting (cross_cutting, "
		     "průřezová)"),
};
static const struct finding_kind intent_without_measure = {
	.code = "intent-without-measure",
	.severity = KPSS_WARNING,
	.message = N_("the project intent ‘{0}’ belongs to no measure"),
	.label = N_("stands under none and is related to none"),
	.remedy = N_("move it under its measure, or name that one in ‘related’ (souvisí_s)"),
	.meaning = N_("every project intent belongs to a measure"),
	.explanation = N_("A project intent says how a measure is to be carried out. One that belongs to none is "
			  "outside the plan, "
			  "however good it is."),
	.basis = N_("Sušice: projects come from the measures of the plan"),
	.wrong = "projektové_záměry:\n"
		 "  - id: auto\n"
		 "    název: Auto pro terénní službu\n"
		 "    nadřazená_položka: plan-mesta\n",
	.right = "projektové_záměry:\n"
		 "  - id: auto\n"
		 "    název: Auto pro terénní službu\n"
		 "    nadřazená_položka: asistence\n",
};

/* All items of the plan and what was found out about each, by item_number. */
struct coverage {
	const struct rule_context *context;
	const struct entity *const *items;
	uint32_t count;
	uint16_t rank; /* of the measure; 0: the town has no levels, or none is the measure */
	bool any_measure;
	struct cover {
		bool is_measure;
		bool has_measure;            /* somewhere below */
		bool has_item_above_measure; /* right below */
		bool measure_with_group;     /* somewhere below */
	} * covers;
};

enum { LEVELS_MOST = 100 }; /* more means that parents go round in a circle */

static struct cover *cover_of(const struct coverage *coverage, const struct entity *item)
{
	return &coverage->covers[item_number(coverage->context->plan, item)];
}

static void report(const struct coverage *coverage, const struct finding_kind *kind, const struct entity *item)
{
	findings_add(coverage->context->findings,
		&(struct finding){
			.kind = kind,
			.where = entity_span(item, entity_name(item)),
			.arguments = {argument_text(item->id),
				argument_text(item_level_word(coverage->context->plan, item))},
			.subject = item->id,
		});
}

/* A group that could not be found is a finding of its own and counts as one that works. */
static bool is_left_to_steering_group(const struct plan *plan, const struct entity *item)
{
	const struct entity *steering = steering_group(plan);
	const struct node *groups = item_groups(item, NULL);
	for (const struct node *entry = value_first_item(groups); entry; entry = node_next_item(groups, entry))
		if (!steering || plan_target(plan, field(entry, WORD_group)) != steering)
			return false;
	return true;
}

/* The measure stands under this item: so it and all above it have a measure. */
static void measure_count(const struct coverage *coverage, const struct entity *above, bool with_group)
{
	for (int steps = 0; above && above->kind == KIND_node && steps < LEVELS_MOST; above = above->parent, steps++) {
		struct cover *cover = cover_of(coverage, above);
		cover->has_measure = true;
		cover->measure_with_group = cover->measure_with_group || with_group;
	}
}

static void item_count(const struct coverage *coverage, const struct entity *item, const struct entity *above)
{
	if (!above || above->kind != KIND_node)
		return;
	if (cover_of(coverage, item)->is_measure)
		measure_count(coverage, above, !is_left_to_steering_group(coverage->context->plan, item));
	else if (item->rank && item->rank < coverage->rank)
		cover_of(coverage, above)->has_item_above_measure = true;
}

static struct coverage coverage_of(const struct rule_context *context)
{
	struct coverage coverage = {.context = context, .rank = measure_rank(context->plan)};
	coverage.items = plan_kind(context->plan, KIND_node, &coverage.count);
	coverage.covers = arena_array(context->findings->arena, coverage.count + 1, sizeof *coverage.covers);
	for (uint32_t i = 0; i < coverage.count; i++) {
		coverage.covers[i].is_measure = item_is_flagged(context->plan, coverage.items[i], WORD_measure);
		coverage.any_measure = coverage.any_measure || coverage.covers[i].is_measure;
	}
	for (uint32_t i = 0; i < coverage.count; i++) {
		const struct entity *item = coverage.items[i];
		const struct node *also = field(item->mapping, WORD_also_under);
		item_count(&coverage, item, item->parent);
		for (const struct node *other = value_first_item(also); other; other = node_next_item(also, other))
			item_count(&coverage, item, plan_target(context->plan, other));
	}
	return coverage;
}

/* An item on a wrong level, like one that hangs in the air, is a finding of its own. */
static bool is_above_measure(const struct coverage *coverage, const struct entity *item)
{
	bool upside_down = item->parent && item->parent->kind == KIND_node && item->parent->rank >= item->rank;
	return item->rank && item->rank < coverage->rank && !upside_down;
}

static void goal_check(const struct coverage *coverage, const struct entity *item)
{
	const struct cover *cover = cover_of(coverage, item);
	bool under_plan = item->parent && item->parent->kind == KIND_plan;
	if (cover->is_measure && under_plan && coverage->rank > 1 &&
		!value_first_item(field(item->mapping, WORD_also_under)))
		report(coverage, &measure_without_goal, item);
	if (is_above_measure(coverage, item) && !cover->is_measure && !cover->has_measure &&
		!cover->has_item_above_measure && !item_is_dropped(coverage->context->plan, item))
		report(coverage, &goal_without_measure, item);
}

/* Nobody is asked who answers for what cuts across all themes; nor for areas where another rule asks. */
static bool asks_for_group(const struct plan *plan, const struct entity *item)
{
	bool areas_elsewhere = setting_is_true(plan, WORD_groups, WORD_one_group_per_area);
	if (item_is_dropped(plan, item))
		return false;
	for (int steps = 0; item && item->kind == KIND_node && steps < LEVELS_MOST; item = item->parent, steps++)
		if (value_is_true(field(item->mapping, WORD_cross_cutting)) ||
			(areas_elsewhere && item_is_flagged(plan, item, WORD_area)))
			return false;
	return true;
}

/* On the level above the measures: where groups are written with the measures, these speak for it. */
static bool goal_lacks_group(const struct coverage *coverage, const struct entity *item)
{
	return item->kind == KIND_node && item->rank && item->rank + 1 == coverage->rank &&
	       !cover_of(coverage, item)->measure_with_group &&
	       is_left_to_steering_group(coverage->context->plan, item) &&
	       asks_for_group(coverage->context->plan, item);
}

static bool stands_under_such(const struct coverage *coverage, const struct entity *item)
{
	int steps = 0;
	for (item = item->parent; item && steps < LEVELS_MOST; item = item->parent, steps++)
		if (goal_lacks_group(coverage, item))
			return true;
	return false;
}

static void group_check(const struct coverage *coverage, const struct entity *item)
{
	const struct plan *plan = coverage->context->plan;
	bool measure_lacks = cover_of(coverage, item)->is_measure && is_left_to_steering_group(plan, item) &&
			     asks_for_group(plan, item) && !stands_under_such(coverage, item);
	if (!measure_lacks && !goal_lacks_group(coverage, item))
		return;
	bool none = !value_first_item(item_groups(item, NULL));
	report(coverage, none ? &item_without_group : &item_of_steering_group, item);
}

static bool has_working_group(const struct plan *plan)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	const struct entity *steering = steering_group(plan);
	for (uint32_t i = 0; i < count; i++)
		if (group_is_working(groups[i]) && groups[i] != steering)
			return true;
	return false;
}

static void coverage_check(const struct rule_context *context)
{
	struct coverage coverage = coverage_of(context);
	bool grouped = has_working_group(context->plan);
	for (uint32_t i = 0; i < coverage.count && coverage.rank; i++) {
		goal_check(&coverage, coverage.items[i]);
		if (grouped)
			group_check(&coverage, coverage.items[i]);
	}
}

static bool is_intent(const struct plan *plan, const struct entity *item)
{
	return item->level && plan_schema(plan)->levels[item->level - 1].singular == WORD_project_intent;
}

static bool names_measure(const struct coverage *coverage, const struct node *list)
{
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item)) {
		const struct entity *target = plan_target(coverage->context->plan, item);
		if (target && target->kind == KIND_node && cover_of(coverage, target)->is_measure)
			return true;
	}
	return false;
}

static bool belongs_to_measure(const struct coverage *coverage, const struct entity *intent)
{
	int steps = 0;
	for (const struct entity *item = intent; item && item->kind == KIND_node && steps < LEVELS_MOST;
		item = item->parent)
		if (cover_of(coverage, item)->is_measure ||
			names_measure(coverage, field(item->mapping, WORD_also_under)) ||
			names_measure(coverage, field(item->mapping, WORD_related)) || ++steps == LEVELS_MOST)
			return true;
	return false;
}

/* Relations are written on either side. */
static bool is_named_by_measure(const struct coverage *coverage, const struct entity *intent)
{
	for (uint32_t i = 0; i < coverage->count; i++) {
		const struct node *related = field(coverage->items[i]->mapping, WORD_related);
		const struct node *other = coverage->covers[i].is_measure ? value_first_item(related) : NULL;
		for (; other; other = node_next_item(related, other))
			if (plan_target(coverage->context->plan, other) == intent)
				return true;
	}
	return false;
}

static void intents_check(const struct rule_context *context)
{
	struct coverage coverage = coverage_of(context);
	for (uint32_t i = 0; i < coverage.count && coverage.any_measure; i++) {
		const struct entity *item = coverage.items[i];
		if (is_intent(context->plan, item) && item->parent && !belongs_to_measure(&coverage, item) &&
			!is_named_by_measure(&coverage, item))
			report(&coverage, &intent_without_measure, item);
	}
}

const struct rule rule_coverage[] = {
	{coverage_check, {&measure_without_goal, &goal_without_measure, &item_without_group, &item_of_steering_group}},
	{intents_check, {&intent_without_measure}},
	{0},
};
