/* Parts of plans and of yearly action plans: those that the town requires, and in which order they are approved. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/phase.h"
#include "town/setting.h"

static const struct finding_kind part_missing = {
	.code = "part-missing",
	.severity = KPSS_ERROR,
	.message = N_("the plan ‘{0}’ has no part of the sort ‘{1}’"),
	.label = N_("the town requires such a part"),
	.remedy = N_("add the part with its ‘type’ (druh) to the plan or to its document"),
	.related = N_("required here"),
	.meaning = N_("a plan has the parts that the town requires"),
	.explanation = N_("It is judged once the plan comes to its approval; where no cycle tells, from its first day."),
	.setting = "plan.required_parts",
	.basis = N_("Sušice: the plan has an analytic, a strategic and an implementation part"),
	.wrong = "# pravidla.yaml\n"
	         "plán:\n"
	         "  povinné_části: [analytická]\n"
	         "# plan.yaml\n"
	         "části:\n"
	         "  - {id: cast-1, název: Cíle a opatření, patří_do: plan-mesta, druh: strategická}\n",
	.right = "# pravidla.yaml\n"
	         "plán:\n"
	         "  povinné_části: [analytická]\n"
	         "# plan.yaml\n"
	         "části:\n"
	         "  - {id: cast-1, název: Město a jeho lidé, patří_do: plan-mesta, druh: analytická}\n",
};
static const struct finding_kind parts_out_of_order = {
	.code = "parts-out-of-order",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ was approved on {1}, before ‘{2}’ ({3})"),
	.label = N_("approved too early"),
	.remedy = N_("correct the days; if they are right, have the later part approved again"),
	.related = N_("this part comes first"),
	.meaning = N_("the steering group approves the parts of a plan in their order"),
	.explanation = N_("Goals follow from the analysis and their implementation from the goals. The order is that of the "
			  "profile; parts may be approved on the same day."),
	.setting = "plan.required_parts",
	.basis = N_("Sušice: each part of the plan is approved by the steering group"),
	.wrong = "# pravidla.yaml\n"
	         "plán:\n"
	         "  povinné_části: [analytická, strategická]\n"
	         "# plan.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "části:\n"
	         "  - {id: cast-1, název: Město a jeho lidé, patří_do: plan-mesta, druh: analytická}\n"
	         "  - {id: cast-2, název: Cíle a opatření, patří_do: plan-mesta, druh: strategická}\n"
	         "schválení:\n"
	         "  - {id: s-1, předmět: cast-1, orgán: ridici, datum: 2024-09-10, výrok: schvaluje}\n"
	         "  - {id: s-2, předmět: cast-2, orgán: ridici, datum: 2024-06-04, výrok: schvaluje}\n",
	.right = "# pravidla.yaml\n"
	         "plán:\n"
	         "  povinné_části: [analytická, strategická]\n"
	         "# plan.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "části:\n"
	         "  - {id: cast-1, název: Město a jeho lidé, patří_do: plan-mesta, druh: analytická}\n"
	         "  - {id: cast-2, název: Cíle a opatření, patří_do: plan-mesta, druh: strategická}\n"
	         "schválení:\n"
	         "  - {id: s-1, předmět: cast-1, orgán: ridici, datum: 2024-06-04, výrok: schvaluje}\n"
	         "  - {id: s-2, předmět: cast-2, orgán: ridici, datum: 2024-09-10, výrok: schvaluje}\n",
};
static const struct finding_kind common_parts_missing = {
	.code = "common-parts-missing",
	.severity = KPSS_WARNING,
	.message = N_("the action plan ‘{0}’ has no common part"),
	.label = N_("only the parts of groups, or none at all"),
	.remedy = N_("add a part with ‘common: true’ (společná: true)"),
	.related = N_("required here"),
	.meaning = N_("a yearly action plan has common parts beside those of the groups"),
	.explanation = N_("The steering group prepares what is common to all themes; working groups prepare the rest. It is "
			  "judged from the first day of the action plan."),
	.setting = "action_plan.common_parts",
	.basis = N_("Pardubice: the coordination group prepares the common parts of the action plan"),
	.wrong = "# pravidla.yaml\n"
	         "akční_plán:\n"
	         "  společné_části: true\n"
	         "# plan.yaml\n"
	         "akční_plány:\n"
	         "  - id: ap-2026\n"
	         "    název: Akční plán 2026\n"
	         "    plán: plan-mesta\n"
	         "    od: 2026-01-01\n"
	         "    do: 2026-12-31\n",
	.right = "# pravidla.yaml\n"
	         "akční_plán:\n"
	         "  společné_části: true\n"
	         "# plan.yaml\n"
	         "akční_plány:\n"
	         "  - id: ap-2026\n"
	         "    název: Akční plán 2026\n"
	         "    plán: plan-mesta\n"
	         "    od: 2026-01-01\n"
	         "    do: 2026-12-31\n"
	         "    části: [{id: ap-2026-uvod, název: Úvod, společná: true}]\n",
};
static const struct finding_kind common_part_owned = {
	.code = "common-part-owned",
	.severity = KPSS_WARNING,
	.message = N_("the common part ‘{0}’ belongs to the working group ‘{1}’"),
	.label = N_("common parts are no group's own"),
	.remedy = N_("leave the group out, or do not call the part common"),
	.meaning = N_("common parts of an action plan belong to no working group"),
	.explanation = N_("What is common to all themes is prepared by the steering group, so that no theme decides about the "
			  "others."),
	.setting = "action_plan.common_parts",
	.basis = N_("Pardubice: the coordination group prepares the common parts of the action plan"),
	.wrong = "# pravidla.yaml\n"
	         "akční_plán:\n"
	         "  společné_části: true\n"
	         "# plan.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "akční_plány:\n"
	         "  - id: ap-2026\n"
	         "    název: Akční plán 2026\n"
	         "    plán: plan-mesta\n"
	         "    od: 2026-01-01\n"
	         "    do: 2026-12-31\n"
	         "    části: [{id: ap-2026-uvod, název: Úvod, společná: true, skupiny: [rodiny]}]\n",
	.right = "# pravidla.yaml\n"
	         "akční_plán:\n"
	         "  společné_části: true\n"
	         "# plan.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "akční_plány:\n"
	         "  - id: ap-2026\n"
	         "    název: Akční plán 2026\n"
	         "    plán: plan-mesta\n"
	         "    od: 2026-01-01\n"
	         "    do: 2026-12-31\n"
	         "    části: [{id: ap-2026-uvod, název: Úvod, společná: true}]\n",
};

enum { DEPTH_MOST = 100 }; /* more means that parts go round in a circle */

/* What a part is in, through the parts and the document around it: a plan, an action plan, or a document of neither. */
static const struct entity *whole_of(const struct plan *plan, const struct entity *part)
{
	const struct entity *whole = part;
	for (int steps = 0; whole && steps < DEPTH_MOST; steps++) {
		const struct entity *inside = whole->parent;
		if (whole->kind == KIND_part && !inside)
			inside = plan_target(plan, field(whole->mapping, WORD_belongs_to));
		if (whole->kind == KIND_document)
			inside = plan_target(plan, field(whole->mapping, WORD_subject));
		if (!inside || (whole->kind != KIND_part && whole->kind != KIND_document))
			return whole;
		whole = inside;
	}
	return NULL;
}

/* A plan may name its document instead of being named by it. */
static bool is_part_of(const struct plan *plan, const struct entity *part, const struct entity *whole)
{
	const struct entity *found = whole_of(plan, part);
	return found && (found == whole || found == plan_target(plan, field(whole->mapping, WORD_document)));
}

static bool has_part(const struct plan *plan, const struct entity *whole, uint32_t type)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(plan, KIND_part, &count);
	for (uint32_t i = 0; i < count; i++)
		if (value_word(field(parts[i]->mapping, WORD_type)) == type && is_part_of(plan, parts[i], whole))
			return true;
	return false;
}

static bool is_due(const struct rule_context *context, const struct entity *planned)
{
	struct kpss_date first = plan_has_phases(context->plan, planned)
		? plan_reaches(context->plan, planned, WORD_approval)
		: mapping_period(planned->mapping).from;
	return first.days <= context->as_of.days;
}

static void required_parts_check(const struct rule_context *context)
{
	const struct node *required = setting(context->plan, WORD_plan, WORD_required_parts);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		for (const struct node *type = value_first_item(required); type; type = node_next_item(required, type)) {
			if (value_word(type) == UINT32_MAX || !is_due(context, plans[i]) ||
				has_part(context->plan, plans[i], value_word(type)))
				continue;
			findings_add(context->findings, &(struct finding){
				.kind = &part_missing,
				.where = entity_span(plans[i], entity_name(plans[i])),
				.related = setting_span(context->plan, type),
				.arguments = {argument_text(plans[i]->id), argument_text(value_text(type))},
				.subject = plans[i]->id,
			});
		}
}

/* The first time that the steering group approved a part; KPSS_DATE_EARLIEST when it is not known. */
static struct kpss_date approval_day(const struct rule_context *context, const struct entity *part)
{
	const struct entity *steering = steering_group(context->plan);
	struct approvals acts = approvals_of(context->approvals, part);
	for (size_t i = 0; i < acts.count; i++)
		if (steering && acts.items[i].body == steering && acts.items[i].verb == WORD_approves)
			return acts.items[i].day;
	return KPSS_DATE_EARLIEST;
}

static int place_in_order(const struct plan *plan, const struct entity *part)
{
	const struct node *required = setting(plan, WORD_plan, WORD_required_parts);
	uint32_t type = value_word(field(part->mapping, WORD_type));
	int place = 1;
	for (const struct node *item = value_first_item(required); item; item = node_next_item(required, item), place++)
		if (type != UINT32_MAX && value_word(item) == type)
			return place;
	return 0;
}

/* The part of the same plan that was approved latest of those that come first; NULL when none was approved later. */
static const struct entity *part_overtaken(const struct rule_context *context, const struct entity *part)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(context->plan, KIND_part, &count);
	const struct entity *whole = whole_of(context->plan, part), *overtaken = NULL;
	struct kpss_date latest = approval_day(context, part);
	int place = place_in_order(context->plan, part);
	for (uint32_t i = 0; i < count && place && whole && !day_is_open(latest); i++) {
		int other = place_in_order(context->plan, parts[i]);
		struct kpss_date day = approval_day(context, parts[i]);
		if (other && other < place && day.days > latest.days && whole_of(context->plan, parts[i]) == whole) {
			overtaken = parts[i];
			latest = day;
		}
	}
	return overtaken;
}

static void order_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(context->plan, KIND_part, &count);
	bool ordered = value_first_item(setting(context->plan, WORD_plan, WORD_required_parts));
	for (uint32_t i = 0; i < count && ordered; i++) {
		const struct entity *first = part_overtaken(context, parts[i]);
		if (!first)
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &parts_out_of_order,
			.where = entity_span(parts[i], entity_name(parts[i])),
			.related = entity_span(first, entity_name(first)),
			.arguments = {argument_text(parts[i]->id), argument_date(approval_day(context, parts[i])),
				argument_text(first->id), argument_date(approval_day(context, first))},
			.subject = parts[i]->id,
		});
	}
}

static bool is_common(const struct entity *part)
{
	return value_is_true(field(part->mapping, WORD_common)) || value_word(field(part->mapping, WORD_type)) == WORD_common;
}

static bool has_common_part(const struct plan *plan, const struct entity *action_plan)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(plan, KIND_part, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_common(parts[i]) && is_part_of(plan, parts[i], action_plan))
			return true;
	return false;
}

/* The first day that an action plan is for; open when it does not say. */
static struct kpss_date action_plan_begin(const struct entity *action_plan)
{
	struct kpss_date from = mapping_period(action_plan->mapping).from;
	const struct node *first = value_first_item(field(action_plan->mapping, WORD_years));
	int64_t year;
	if (from.days == INT32_MIN && first && value_integer(first, &year) && year > 0 && year < 10000)
		return year_begin((int)year);
	return from;
}

static void common_parts_check(const struct rule_context *context)
{
	const struct node *common = setting(context->plan, WORD_action_plan, WORD_common_parts);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count && value_is_true(common); i++)
		if (action_plan_begin(plans[i]).days <= context->as_of.days && !has_common_part(context->plan, plans[i]))
			findings_add(context->findings, &(struct finding){
				.kind = &common_parts_missing,
				.where = entity_span(plans[i], entity_name(plans[i])),
				.related = setting_span(context->plan, common),
				.arguments = {argument_text(plans[i]->id)},
				.subject = plans[i]->id,
			});
}

static void owner_check(const struct rule_context *context, const struct entity *part)
{
	const struct node *groups = field(part->mapping, WORD_groups);
	const struct entity *whole = whole_of(context->plan, part);
	if (!is_common(part) || !whole || whole->kind != KIND_action_plan)
		return;
	for (const struct node *item = value_first_item(groups); item; item = node_next_item(groups, item)) {
		const struct entity *group = plan_target(context->plan, item);
		if (!group || !group_is_working(group) || group == steering_group(context->plan))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &common_part_owned,
			.where = entity_span(part, item),
			.arguments = {argument_text(part->id), argument_text(group->id)},
			.subject = part->id,
		});
	}
}

static void owners_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(context->plan, KIND_part, &count);
	bool asked = setting_is_true(context->plan, WORD_action_plan, WORD_common_parts);
	for (uint32_t i = 0; i < count && asked; i++)
		owner_check(context, parts[i]);
}

const struct rule rule_parts[] = {
	{required_parts_check, {&part_missing}},
	{order_check, {&parts_out_of_order}},
	{common_parts_check, {&common_parts_missing}},
	{owners_check, {&common_part_owned}},
	{0},
};
