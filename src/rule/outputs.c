/* What each working group delivers before a plan is approved. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/phase.h"
#include "town/setting.h"

static const struct finding_kind output_missing = {
	.code = "output-missing",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has not delivered for the plan ‘{2}’: {1}"),
	.label = N_("{1}: nothing names this group"),
	.remedy = N_("add it and name the group in it, or change what the profile requires"),
	.related = N_("required here"),
	.meaning = N_("each working group delivers what the town requires before the plan is approved"),
	.explanation = N_("Every working group describes its target group, finds the problems and proposes goals and measures. It "
			  "is judged from the day on which the plan comes to its approval, for the groups that exist then; "
			  "what the group before them delivered counts too."),
	.setting = "groups.required_outputs",
	.basis = N_("outputs of working groups in the preparation: Frýdek-Místek, Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_výstupy: [swot_analýza]\n"
	         "# plan.yaml\n"
	         "cykly:\n"
	         "  - id: cyklus-1\n"
	         "    název: První cyklus\n"
	         "    plán: plan-mesta\n"
	         "    fáze: [{fáze: schvalování, od: 2024-11-01, do: 2024-12-31}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny:\n"
	         "  povinné_výstupy: [swot_analýza]\n"
	         "# plan.yaml\n"
	         "cykly:\n"
	         "  - id: cyklus-1\n"
	         "    název: První cyklus\n"
	         "    plán: plan-mesta\n"
	         "    fáze: [{fáze: schvalování, od: 2024-11-01, do: 2024-12-31}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "swot_analýzy:\n"
	         "  - {id: swot-rodiny, název: SWOT rodin, skupina: rodiny, plán: plan-mesta}\n",
};

/* Whose outputs are looked for, and for which plan. */
struct delivery {
	const struct rule_context *context;
	const struct entity *group, *planned;
};

/* The group itself, or one that it came from. */
static bool is_of_group(const struct delivery *delivery, const struct node *reference)
{
	const struct plan *plan = delivery->context->plan;
	const struct entity *named = plan_target(plan, reference);
	const struct node *before = field(delivery->group->mapping, WORD_predecessors);
	if (named == delivery->group)
		return true;
	for (const struct node *item = value_first_item(before); item && named; item = node_next_item(before, item))
		if (plan_target(plan, item) == named)
			return true;
	return false;
}

/* A record of no stated plan is one for this plan. */
static bool is_for_plan(const struct delivery *delivery, const struct entity *record)
{
	const struct entity *planned = record_plan(delivery->context->plan, record);
	return !planned || planned == delivery->planned;
}

static bool has_record(const struct delivery *delivery, uint16_t kind)
{
	uint32_t count;
	const struct entity *const *records = plan_kind(delivery->context->plan, kind, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_of_group(delivery, field(records[i]->mapping, WORD_group)) && is_for_plan(delivery, records[i]))
			return true;
	return false;
}

static bool has_profile(const struct delivery *delivery, const uint32_t *levels)
{
	(void)levels;
	return has_record(delivery, KIND_target_group_profile);
}

static bool has_swot(const struct delivery *delivery, const uint32_t *levels)
{
	(void)levels;
	return has_record(delivery, KIND_swot);
}

static bool item_is_of_group(const struct delivery *delivery, const struct entity *item)
{
	const struct node *groups = item_groups(item, NULL);
	if (item_plan(item) != delivery->planned)
		return false;
	for (const struct node *entry = value_first_item(groups); entry; entry = node_next_item(groups, entry))
		if (is_of_group(delivery, field(entry, WORD_group)))
			return true;
	return false;
}

static bool is_on_level(const struct plan *plan, const struct entity *item, const uint32_t *levels)
{
	for (; *levels && item->level; levels++)
		if (plan_schema(plan)->levels[item->level - 1].singular == *levels)
			return true;
	return false;
}

static bool has_items(const struct delivery *delivery, const uint32_t *levels)
{
	const struct plan *plan = delivery->context->plan;
	uint32_t count;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool fits = levels ? is_on_level(plan, items[i], levels) : item_is_flagged(plan, items[i], WORD_measure);
		if (fits && item_is_of_group(delivery, items[i]))
			return true;
	}
	return false;
}

/* Records of their own, or texts with the items of the group. */
static bool has_needs(const struct delivery *delivery, const uint32_t *levels)
{
	(void)levels;
	uint32_t count;
	const struct entity *const *needs = plan_kind(delivery->context->plan, KIND_need, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *groups = field(needs[i]->mapping, WORD_groups);
		for (const struct node *item = value_first_item(groups); item; item = node_next_item(groups, item))
			if (is_of_group(delivery, item))
				return true;
	}
	const struct entity *const *items = plan_kind(delivery->context->plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++)
		if (value_first_item(field(items[i]->mapping, WORD_needs)) && item_is_of_group(delivery, items[i]))
			return true;
	return false;
}

/* Of what was done until then: so of any plan. */
static bool has_evaluation(const struct delivery *delivery, const uint32_t *levels)
{
	static const uint32_t lists[] = {WORD_group_reports, WORD_results};
	(void)levels;
	uint32_t count;
	const struct entity *const *evaluations = plan_kind(delivery->context->plan, KIND_evaluation, &count);
	for (uint32_t i = 0; i < count; i++)
		for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) {
			const struct node *list = field(evaluations[i]->mapping, lists[k]);
			for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
				if (is_of_group(delivery, field(item, WORD_group)))
					return true;
		}
	return false;
}

static const uint32_t problem_levels[] = {WORD_problem_area, 0};
static const uint32_t goal_levels[] = {
	WORD_priority, WORD_strategic_goal, WORD_goal, WORD_specific_goal, WORD_subgoal, 0};

static const struct output {
	uint32_t word;
	bool (*is_delivered)(const struct delivery *delivery, const uint32_t *levels);
	const uint32_t *levels; /* NULL: not asked for, or the one that is the measure */
	const char *english, *czech;
} outputs[] = {
	{WORD_target_group_profile, has_profile, NULL, "the profile of a target group", "profil cílové skupiny"},
	{WORD_problem_areas, has_items, problem_levels, "problem areas", "problémové oblasti"},
	{WORD_needs, has_needs, NULL, "needs", "potřeby"},
	{WORD_swot, has_swot, NULL, "an analysis of strengths and weaknesses", "SWOT analýza"},
	{WORD_goals, has_items, goal_levels, "goals", "cíle"},
	{WORD_measures, has_items, NULL, "measures", "opatření"},
	{WORD_evaluation, has_evaluation, NULL, "an evaluation", "vyhodnocení"},
};

static void output_check(const struct delivery *delivery, const struct node *required)
{
	const struct rule_context *context = delivery->context;
	for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++) {
		const struct output *output = &outputs[i];
		if (value_word(required) != output->word || output->is_delivered(delivery, output->levels))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &output_missing,
			.where = entity_span(delivery->group, entity_name(delivery->group)),
			.related = setting_span(context->plan, required),
			.arguments = {argument_text(delivery->group->id),
				argument_words(kpss_str(output->english), kpss_str(output->czech)),
				argument_text(delivery->planned->id)},
			.subject = delivery->group->id,
		});
	}
}

static void plan_check(const struct rule_context *context, const struct entity *planned, const struct node *required)
{
	struct kpss_date day = plan_reaches(context->plan, planned, WORD_approval);
	const struct entity *steering = steering_group(context->plan);
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count && day.days <= context->as_of.days; i++) {
		struct delivery delivery = {.context = context, .group = groups[i], .planned = planned};
		if (!group_is_working(groups[i]) || groups[i] == steering || !period_is_sound(groups[i]->mapping) ||
			!record_exists_on(groups[i], day))
			continue;
		for (const struct node *item = value_first_item(required); item; item = node_next_item(required, item))
			output_check(&delivery, item);
	}
}

static void outputs_check(const struct rule_context *context)
{
	const struct node *required = setting(context->plan, WORD_groups, WORD_required_outputs);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count && value_first_item(required); i++)
		plan_check(context, plans[i], required);
}

const struct rule rule_outputs[] = {
	{outputs_check, {&output_missing}},
	{0},
};
