/* Who answers for the items of the plan: a member of a group that does, and one who is still there and active. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind owner_left = {
	.code = "owner-left",
	.severity = KPSS_WARNING,
	.message = N_("the person responsible is no longer a member of any group"),
	.label = N_("responsible on {0}"),
	.remedy = N_("kpss set {1} {2}=ID"),
	.related = N_("the membership ended here"),
	.meaning = N_("whoever is responsible for an item is a member of a group"),
	.explanation = N_("People leave groups and their measures stay with nobody. The day on which this is judged is the day "
			  "asked for, or the last day of the plan when it is over."),
	.basis = N_("Český Těšín: every member is responsible for the goals set"),
	.wrong = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}, {osoba: dvorakova-p, do: 2025-06-30}]\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    odpovídá: dvorakova-p\n",
	.right = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}, {osoba: dvorakova-p, do: 2025-06-30}]\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    odpovídá: hajkova-l\n",
};
static const struct finding_kind not_member = {
	.code = "owner-not-member",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’, who answers for ‘{1}’, was never a member of its group in that time"),
	.label = N_("not from the group that answers for the item"),
	.remedy = N_("name a member of the group, or add the membership with its days"),
	.related = N_("the group that answers for the item"),
	.meaning = N_("who answers for an item is or was a member of its group during its time"),
	.explanation = N_("The town has decided that each group names those who answer for its items from its own members. It is "
	                  "enough to have been a member on one day of the item."),
	.setting = "groups.owner_is_member",
	.basis = N_("Český Těšín: every member is responsible for the goals set"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {odpovědný_je_člen: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny}]\n"
	         "    odpovídá: dvorakova-p\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {odpovědný_je_člen: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "opatření:\n"
	         "  - id: sluzba-vecer\n"
	         "    název: Rozšířit službu na večer\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny}]\n"
	         "    odpovídá: hajkova-l\n",
};

/* Where a person's membership ended last; NULL when the person is a member on the day, will be, or never was. */
static const struct stay *stay_that_ended(const struct rule_context *context, const struct entity *person,
	struct kpss_date day)
{
	struct stays stays = stays_of_person(context->stays, person);
	const struct stay *last = NULL;
	for (size_t i = 0; i < stays.count; i++)
		if (!last || stays.items[i].period.to.days > last->period.to.days)
			last = &stays.items[i];
	return last && last->period.to.days < day.days ? last : NULL;
}

/* The day asked for, or the last day of the item or its plan when it is over. */
static struct kpss_date day_of_judgement(const struct rule_context *context, const struct entity *node)
{
	const struct entity *plan = item_plan(node);
	struct kpss_date end = mapping_period(node->mapping).to;
	if (plan)
		end = day_earlier(end, mapping_period(plan->mapping).to);
	return day_earlier(end, context->as_of);
}

static void left_report(const struct rule_context *context, const struct entity *node, const struct stay *ended,
	struct kpss_date day)
{
	const struct node *owner = field(node->mapping, WORD_owner), *key = field_key(node->mapping, WORD_owner);
	findings_add(context->findings, &(struct finding){
		.kind = &owner_left,
		.where = entity_span(node, owner),
		.related = entity_span(ended->group, ended->end),
		.arguments = {argument_date(day), argument_text(node->id), argument_text(node_text(key))},
		.subject = node->id,
	});
}

/* Was the person a member of the group on some of these days? */
static bool was_member(const struct rule_context *context, const struct entity *person, const struct entity *group,
	struct period days)
{
	struct stays stays = stays_in_group(stays_of_person(context->stays, person), group);
	for (size_t i = 0; i < stays.count; i++)
		if (stays.items[i].period.from.days <= days.to.days && days.from.days <= stays.items[i].period.to.days)
			return true;
	return false;
}

static bool is_of_its_groups(const struct rule_context *context, const struct entity *person, const struct entity *node)
{
	const struct node *groups = item_groups(node, NULL);
	struct period days = item_period(node);
	for (const struct node *entry = value_first_item(groups); entry; entry = node_next_item(groups, entry)) {
		const struct entity *group = plan_target(context->plan, field(entry, WORD_group));
		if (!group || !period_is_sound(entry) || was_member(context, person, group, days))
			return true; /* or it cannot be told */
	}
	return false;
}

static void membership_check(const struct rule_context *context, const struct entity *node,
	const struct entity *person)
{
	const struct entity *in;
	const struct node *groups = item_groups(node, &in);
	bool asked = setting_is_true(context->plan, WORD_groups, WORD_owner_is_member) && value_first_item(groups);
	if (!asked || !period_is_sound(node->mapping) || is_of_its_groups(context, person, node))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &not_member,
		.where = entity_span(node, field(node->mapping, WORD_owner)),
		.related = entity_span(in, field(value_first_item(groups), WORD_group)),
		.arguments = {argument_text(person->id), argument_text(node->id)},
		.subject = node->id,
	});
}

static void owners_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *nodes = plan_kind(context->plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *person = plan_target(context->plan, field(nodes[i]->mapping, WORD_owner));
		if (!person)
			continue;
		struct kpss_date day = day_of_judgement(context, nodes[i]);
		const struct stay *ended = stay_that_ended(context, person, day);
		if (ended)
			left_report(context, nodes[i], ended, day);
		else
			membership_check(context, nodes[i], person);
	}
}

const struct rule rule_owner[] = {
	{owners_check, {&owner_left, &not_member}},
	{0},
};
