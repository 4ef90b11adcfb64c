/* Items of the plan: every one under a higher one. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"

static const struct finding_kind wrong_level = {
	.code = "wrong-level",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ ({1}) cannot stand under ‘{2}’ ({3})"),
	.label = N_("not lower than what it stands under"),
	.remedy = N_("move it under a higher level, or correct the order of levels in the profile"),
	.related = N_("stands under this"),
	.meaning = N_("every item of the plan stands under an item of a higher level"),
	.explanation = N_("The profile lists the levels of the plan from the highest to the lowest. Levels may be left out on "
			  "the way, but never go upwards."),
	.wrong = "# pravidla.yaml\n"
	         "úrovně:\n"
	         "  - {úroveň: cíl}\n"
	         "  - {úroveň: opatření, je_opatření: true}\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - {id: vikendy, název: Asistence o víkendu, nadřazená_položka: asistence}\n",
	.right = "# pravidla.yaml\n"
	         "úrovně:\n"
	         "  - {úroveň: cíl}\n"
	         "  - {úroveň: opatření, je_opatření: true}\n"
	         "# plan.yaml\n"
	         "opatření:\n"
	         "  - {id: vikendy, název: Asistence o víkendu, nadřazená_položka: zustat-doma}\n",
};
static const struct finding_kind level_not_used = {
	.code = "wrong-level",
	.severity = KPSS_ERROR,
	.message = N_("the level of ‘{0}’ is not among the levels of the town"),
	.label = N_("the profile does not have its level: {1}"),
	.remedy = N_("write the item on one of the levels in the profile, or add the level there"),
};
static const struct finding_kind level_not_given = {
	.code = "wrong-level",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ does not say on which level of the plan it stands"),
	.label = N_("the level is missing"),
	.remedy = N_("add the field ‘level’ (úroveň), or move the item into the list of its level"),
};
static const struct finding_kind level_contradicts = {
	.code = "wrong-level",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is in the list for the level ‘{1}’ but says that its level is ‘{2}’"),
	.label = N_("another level than that of the list"),
	.remedy = N_("delete the line, or move the item into the list of its level"),
};
static const struct finding_kind without_parent = {
	.code = "item-without-parent",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ does not belong to any plan"),
	.label = N_("stands under nothing"),
	.remedy = N_("write it inside its parent, or add the field ‘parent’ (nadřazená_položka) with the parent's id"),
	.meaning = N_("every item belongs to a plan"),
	.explanation = N_("An item outside every plan would appear in no document and nobody would miss it."),
	.wrong = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n",
	.right = "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n",
};
static void level_report(const struct rule_context *context, const struct entity *node)
{
	const struct entity *parent = node->parent;
	findings_add(context->findings, &(struct finding){
		.kind = &wrong_level,
		.where = entity_span(node, entity_name(node)),
		.related = entity_span(parent, entity_name(parent)),
		.arguments = {
			argument_text(node->id),
			argument_text(item_level_word(context->plan, node)),
			argument_text(parent->id),
			argument_text(item_level_word(context->plan, parent)),
		},
		.subject = node->id,
	});
}

static void node_report(const struct rule_context *context, const struct finding_kind *kind, const struct entity *node)
{
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(node, entity_name(node)),
		.arguments = {argument_text(node->id), argument_text(item_level_word(context->plan, node))},
		.subject = node->id,
	});
}

/* The list says the level already; the word in the item must not say another. */
static void list_compare(const struct rule_context *context, const struct entity *node)
{
	const struct node *said = field(node->mapping, WORD_level);
	struct kpss_str word = value_text(said);
	if (node->level == 0 || word.len == 0 || plan_kind_named(context->plan, word).level == node->level)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &level_contradicts,
		.where = entity_span(node, said),
		.arguments = {
			argument_text(node->id),
			argument_text(item_level_word(context->plan, node)),
			argument_text(word),
		},
		.subject = node->id,
	});
}

enum { LEVELS_MOST = 100 };

/* Parents that go round in a circle are a finding of their own. */
static bool goes_round(const struct entity *node)
{
	int steps = 0;
	while (node && steps++ < LEVELS_MOST)
		node = node->parent;
	return node != NULL;
}

static void levels_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *nodes = plan_kind(context->plan, KIND_node, &count);
	bool ordered = field(plan_profile(context->plan), WORD_levels)->kind == NODE_SEQUENCE;
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *node = nodes[i], *parent = node->parent;
		bool named = field_key(node->mapping, WORD_parent) != NULL;
		if (!parent && !named)
			node_report(context, &without_parent, node);
		list_compare(context, node);
		if (!ordered || goes_round(node))
			continue;
		if (node->rank == 0)
			node_report(context, item_level_word(context->plan, node).len ? &level_not_used : &level_not_given, node);
		else if (parent && parent->kind == KIND_node && parent->rank >= node->rank)
			level_report(context, node);
	}
}

const struct rule rule_node[] = {
	{levels_check, {&wrong_level, &level_not_used, &level_not_given, &level_contradicts, &without_parent}},
	{0},
};
