/* For whom groups plan: every working group has a theme, every target group of the plan has a group. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind without_theme = {
	.code = "group-without-theme",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ does not say for whom or about what it plans"),
	.label = N_("no target group, theme or item of a plan"),
	.remedy = N_("add the field ‘target_groups’ (cílové_skupiny) or ‘theme’ (téma)"),
	.related = N_("the town has decided here that groups and target groups belong together"),
	.meaning = N_("every working group has target groups, a theme or items of a plan"),
	.explanation = N_("A working group is there for some target groups or for a theme. A group to which an item of a plan is "
	                  "assigned has its theme by that."),
	.setting = "groups.every_target_group",
	.basis = N_("organization of community planning in Frýdek-Místek and Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {každá_cílová_skupina: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {každá_cílová_skupina: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    téma: Péče o děti a jejich rodiny\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
};
static const struct finding_kind without_group = {
	.code = "target-group-without-group",
	.severity = KPSS_ERROR,
	.message = N_("on {1} no working group plans for the target group ‘{0}’"),
	.label = N_("the plan is meant for it"),
	.remedy = N_("add it to the target groups (cílové_skupiny) of a working group"),
	.related = N_("the town has decided here that groups and target groups belong together"),
	.meaning = N_("every target group of the plan has a working group"),
	.explanation = N_("What the plan offers to a target group is prepared by a working group. A group that plans for a wider "
	                  "target group plans for those within it; so does one whose item of the plan names the target group. A "
	                  "plan is judged on the day asked for, or on its last day when it is over."),
	.setting = "groups.every_target_group",
	.basis = N_("organization of community planning in Frýdek-Místek and Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {každá_cílová_skupina: true}\n"
	         "# plan.yaml\n"
	         "cílové_skupiny:\n"
	         "  - {id: seniori, název: Senioři}\n"
	         "plány:\n"
	         "  - {id: plan-okoli, název: Plán okolí, od: 2025-01-01, cílové_skupiny: [seniori]}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {každá_cílová_skupina: true}\n"
	         "# plan.yaml\n"
	         "cílové_skupiny:\n"
	         "  - {id: seniori, název: Senioři}\n"
	         "plány:\n"
	         "  - {id: plan-okoli, název: Plán okolí, od: 2025-01-01, cílové_skupiny: [seniori]}\n"
	         "skupiny:\n"
	         "  - id: starsi\n"
	         "    název: Starší občané\n"
	         "    cílové_skupiny: [seniori]\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
};

static const struct node *decision(const struct rule_context *context)
{
	return setting(context->plan, WORD_groups, WORD_every_target_group);
}

enum { WIDER_MOST = 50 }; /* more means that they go round in a circle */

/* Does a list of target groups name this one or a wider one? */
static bool list_covers(const struct plan *plan, const struct node *list, const struct entity *target)
{
	for (int steps = 0; target && steps < WIDER_MOST; steps++) {
		for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
			if (plan_target(plan, item) == target)
				return true;
		target = plan_target(plan, field(target->mapping, WORD_wider_group));
	}
	return false;
}

/* Is an item of a plan assigned to the group, whenever that was; with a target group, one that is meant for it? */
static bool has_item(const struct plan *plan, const struct entity *group, const struct entity *target)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *groups = field(items[i]->mapping, WORD_groups);
		const struct node *targets = field(items[i]->mapping, WORD_target_groups);
		for (const struct node *entry = value_first_item(groups); entry; entry = node_next_item(groups, entry))
			if (plan_target(plan, field(entry, WORD_group)) == group &&
				(!target || list_covers(plan, targets, target)))
				return true;
	}
	return false;
}

static void themes_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	if (!value_is_true(decision(context)))
		return;
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *group = groups[i];
		bool begun = mapping_period(group->mapping).from.days <= context->as_of.days;
		bool named = value_first_item(field(group->mapping, WORD_target_groups)) ||
			!is_absent(field(group->mapping, WORD_theme));
		if (!group_is_working(group) || !begun || named || has_item(context->plan, group, NULL))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &without_theme,
			.where = entity_span(group, entity_name(group)),
			.related = setting_span(context->plan, decision(context)),
			.arguments = {argument_text(group->id)},
			.subject = group->id,
		});
	}
}

static bool some_group_plans_for(const struct plan *plan, const struct entity *target, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *group = groups[i];
		if (!group_is_working(group) || !record_exists_on(group, day))
			continue;
		if (list_covers(plan, field(group->mapping, WORD_target_groups), target) || has_item(plan, group, target))
			return true;
	}
	return false;
}

static void targets_check(const struct rule_context *context, const struct entity *plan)
{
	struct period days = plan_period(plan);
	struct kpss_date day = day_earlier(days.to, context->as_of);
	const struct node *list = field(plan->mapping, WORD_target_groups);
	if (days.from.days > day.days || !period_is_sound(plan->mapping))
		return;
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item)) {
		const struct entity *target = plan_target(context->plan, item);
		if (!target || some_group_plans_for(context->plan, target, day))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &without_group,
			.where = entity_span(plan, item),
			.related = setting_span(context->plan, decision(context)),
			.arguments = {argument_text(target->id), argument_date(day)},
			.subject = target->id,
		});
	}
}

static void plans_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; value_is_true(decision(context)) && i < count; i++)
		targets_check(context, plans[i]);
}

const struct rule rule_theme[] = {
	{themes_check, {&without_theme}},
	{plans_check, {&without_group}},
	{0},
};
