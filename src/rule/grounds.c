/* What a measure rests on: the need that it answers and the resources that it takes. */
#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind measure_without_need = {
	.code = "measure-without-need",
	.severity = KPSS_WARNING,
	.message = N_("the measure ‘{0}’ does not say which need it answers"),
	.label = N_("neither it nor an item above names a need"),
	.remedy = N_("fill in ‘needs’ (potřeby) or ‘responds_to’ (reaguje_na), or name the measure in the need"),
	.related = N_("the town decided so here"),
	.meaning = N_("every measure answers a need that was found"),
	.explanation = N_("A measure comes from what analyses, people and groups found, so that everybody can see why it is in "
			  "the plan. A need given for an item holds for everything under it; a need, an analysis of strengths "
			  "or a suggestion may also name the item."),
	.setting = "plan.measures_answer_needs",
	.basis = N_("Sušice: priorities and measures come from the needs found"),
	.wrong = "# pravidla.yaml\n"
	         "plán:\n"
	         "  opatření_vychází_z_potřeb: true\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
	.right = "# pravidla.yaml\n"
	         "plán:\n"
	         "  opatření_vychází_z_potřeb: true\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    potřeby: [Večer není nikdo, kdo by pomohl.]\n",
};
static const struct finding_kind measure_without_resources = {
	.code = "measure-without-resources",
	.severity = KPSS_WARNING,
	.message = N_("no resources of the sort ‘{1}’ are given for the measure ‘{0}’"),
	.label = N_("does not say what it takes"),
	.remedy = N_("fill in ‘resources’ (potřebné_zdroje), ‘resource_details’ (zdroje_podrobně) or ‘costs’ (náklady)"),
	.related = N_("required here"),
	.meaning = N_("every measure says what it takes"),
	.explanation = N_("A measure without money, people or things that it takes stays a wish. Costs and a budget count as "
			  "money; resources described in words count as all sorts."),
	.setting = "plan.measure_resources",
	.basis = N_("each measure with the resources that it takes: Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "plán:\n"
	         "  zdroje_opatření: [finanční]\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
	.right = "# pravidla.yaml\n"
	         "plán:\n"
	         "  zdroje_opatření: [finanční]\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    náklady: [{rok: 2026, částka: 480000}]\n",
};

enum { LEVELS_MOST = 100 }; /* more means that parents go round in a circle */

/* A place for each item, by item_number: is it named by such records? */
static bool *marks_new(const struct rule_context *context)
{
	uint32_t count;
	plan_kind(context->plan, KIND_node, &count);
	return arena_array(context->findings->arena, count + 1, sizeof(bool));
}

static void mark(const struct plan *plan, bool *marks, const struct node *reference)
{
	const struct entity *item = plan_target(plan, reference);
	if (item && item->kind == KIND_node)
		marks[item_number(plan, item)] = true;
}

static void mark_list(const struct plan *plan, bool *marks, const struct node *list)
{
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
		mark(plan, marks, item);
}

static bool *needs_mark(const struct rule_context *context)
{
	static const uint16_t kinds[] = {KIND_need, KIND_swot, KIND_suggestion};
	bool *marks = marks_new(context);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(context->plan, kinds[i], &count);
		for (uint32_t k = 0; k < count; k++)
			mark_list(context->plan, marks, field(records[k]->mapping, WORD_nodes));
	}
	return marks;
}

static bool answers_need(const struct plan *plan, const bool *named, const struct entity *item)
{
	for (int steps = 0; item && item->kind == KIND_node && steps < LEVELS_MOST; item = item->parent, steps++)
		if (value_first_item(field(item->mapping, WORD_needs)) ||
			value_first_item(field(item->mapping, WORD_responds_to)) || named[item_number(plan, item)])
			return true;
	return false;
}

static void needs_check(const struct rule_context *context)
{
	const struct node *asked = setting(context->plan, WORD_plan, WORD_measures_answer_needs);
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	if (!value_is_true(asked))
		return;
	const bool *named = needs_mark(context);
	for (uint32_t i = 0; i < count; i++)
		if (item_is_flagged(context->plan, items[i], WORD_measure) && !item_is_dropped(context->plan, items[i]) &&
			!answers_need(context->plan, named, items[i]))
			findings_add(context->findings, &(struct finding){
				.kind = &measure_without_need,
				.where = entity_span(items[i], entity_name(items[i])),
				.related = setting_span(context->plan, asked),
				.arguments = {argument_text(items[i]->id)},
				.subject = items[i]->id,
			});
}

static bool *budgets_mark(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *budgets = plan_kind(context->plan, KIND_budget, &count);
	bool *marks = marks_new(context);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *shares = field(budgets[i]->mapping, WORD_shares);
		mark(context->plan, marks, field(budgets[i]->mapping, WORD_node));
		mark_list(context->plan, marks, field(budgets[i]->mapping, WORD_nodes));
		for (const struct node *share = value_first_item(shares); share; share = node_next_item(shares, share))
			mark(context->plan, marks, field(share, WORD_node));
	}
	return marks;
}

static bool has_resource(const struct entity *item, bool in_budget, uint32_t type)
{
	const struct node *details = field(item->mapping, WORD_resource_details);
	if (value_first_item(field(item->mapping, WORD_resources)))
		return true;
	if (type == WORD_money && (in_budget || value_first_item(field(item->mapping, WORD_costs))))
		return true;
	for (const struct node *detail = value_first_item(details); detail; detail = node_next_item(details, detail))
		if (value_word(field(detail, WORD_type)) == type ||
			(type == WORD_money && (field_key(detail, WORD_costs) || field_key(detail, WORD_budget))))
			return true;
	return false;
}

static void resources_check(const struct rule_context *context)
{
	const struct node *required = setting(context->plan, WORD_plan, WORD_measure_resources);
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	if (!value_first_item(required))
		return;
	const bool *in_budget = budgets_mark(context);
	for (uint32_t i = 0; i < count; i++) {
		if (!item_is_flagged(context->plan, items[i], WORD_measure) || item_is_dropped(context->plan, items[i]))
			continue;
		for (const struct node *type = value_first_item(required); type; type = node_next_item(required, type))
			if (value_word(type) != UINT32_MAX && !has_resource(items[i], in_budget[i], value_word(type)))
				findings_add(context->findings, &(struct finding){
					.kind = &measure_without_resources,
					.where = entity_span(items[i], entity_name(items[i])),
					.related = setting_span(context->plan, type),
					.arguments = {argument_text(items[i]->id), argument_text(value_text(type))},
					.subject = items[i]->id,
				});
	}
}

const struct rule rule_grounds[] = {
	{needs_check, {&measure_without_need}},
	{resources_check, {&measure_without_resources}},
	{0},
};
