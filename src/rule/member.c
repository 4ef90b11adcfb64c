/* What is written about each member of a group: side, organization, beginning; and when the list was looked through. */
#include "base/day.h"
#include "base/language.h"
#include "rule/finished.h"
#include "rule/rule.h"
#include "town/setting.h"

static const struct finding_kind without_side = {
	.code = "member-without-side",
	.severity = KPSS_ERROR,
	.message = N_("the member ‘{0}’ of the group ‘{1}’ has no side"),
	.label = N_("takes part for nobody"),
	.remedy = N_("add the field ‘side’ (strana): commissioner, provider, user …"),
	.related = N_("the town has decided here that members are written completely"),
	.meaning = N_("every member of a group takes part for a side"),
	.explanation = N_("Only where sides are known can be said whether all sit at the table. The only side of a person’s own "
	                  "record counts as well."),
	.setting = "groups.complete_members",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {úplné_údaje_členů: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {úplné_údaje_členů: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, strana: veřejnost}]\n",
};
static const struct finding_kind without_organization = {
	.code = "member-without-organization",
	.severity = KPSS_ERROR,
	.message = N_("the member ‘{0}’ of the group ‘{1}’ has no organization"),
	.label = N_("on a side of organizations"),
	.remedy = N_("add the field ‘organization’ (organizace) or ‘body’ (orgán)"),
	.related = N_("the town has decided here that members are written completely"),
	.meaning = N_("every member comes from an organization, except users, close persons, the public and members by office"),
	.explanation = N_("Providers, commissioners and related subjects are represented by people. An employment in the person’s "
	                  "own record counts as well."),
	.setting = "groups.complete_members",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {úplné_údaje_členů: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, strana: zadavatel}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {úplné_údaje_členů: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, strana: zadavatel, orgán: rada}]\n",
};
static const struct finding_kind without_beginning = {
	.code = "member-without-beginning",
	.severity = KPSS_ERROR,
	.message = N_("the membership of ‘{0}’ in the group ‘{1}’ does not say when it began"),
	.label = N_("since when?"),
	.remedy = N_("add the field ‘from’ (od) with the first day of the membership"),
	.related = N_("the town has decided here that memberships are dated"),
	.meaning = N_("every membership says when it began"),
	.explanation = N_("Without the day nobody can say later who was a member when something was decided."),
	.setting = "groups.dated_membership",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {členství_datované: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {členství_datované: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p, od: 2024-01-01}]\n",
};
static const struct finding_kind not_reviewed = {
	.code = "list-not-reviewed",
	.severity = KPSS_WARNING,
	.message = N_("the list of members of the group ‘{0}’ should have been reviewed by {1}"),
	.label = N_("the last review, or none at all"),
	.remedy = N_("look through the members, then write the day into ‘list_reviewed’ (seznam_prověřen)"),
	.related = N_("the town has decided here how often the list is reviewed"),
	.meaning = N_("the list of members is reviewed as often as the town has decided"),
	.explanation = N_("People leave without telling. The months run from the last review, or from the first day of the group."),
	.setting = "groups.list_renewal_months steering_group.list_renewal_months",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {obnova_seznamu_po_měsících: 12}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    seznam_prověřen: 2025-01-20\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {obnova_seznamu_po_měsících: 12}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    seznam_prověřen: 2026-01-20\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
};

static void member_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *group, const struct node *member, const struct node *decided)
{
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(group, member_name(member)),
		.related = setting_span(context->plan, decided),
		.arguments = {argument_text(value_text(member_name(member))), argument_text(group->id)},
		.subject = group->id,
	});
}

/* Does the person's own record say where they worked while they were a member? */
static bool has_employment(const struct plan *plan, const struct node *member)
{
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	const struct node *employments = person ? field(person->mapping, WORD_employments) : value_none();
	struct period stay = mapping_period(member);
	const struct node *item = value_first_item(employments);
	for (; item; item = node_next_item(employments, item)) {
		struct period worked = mapping_period(item);
		bool somewhere = !is_absent(field(item, WORD_organization)) || !is_absent(field(item, WORD_body));
		if (somewhere && worked.from.days <= stay.to.days && stay.from.days <= worked.to.days)
			return true;
	}
	return false;
}

static bool needs_organization(uint32_t side)
{
	return side == WORD_commissioner || side == WORD_provider || side == WORD_related_subject;
}

static bool comes_from_somewhere(const struct plan *plan, const struct node *member)
{
	static const uint32_t words[] = {WORD_organization, WORD_body, WORD_by_office};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!is_absent(field(member, words[i])))
			return true;
	return has_employment(plan, member);
}

static void member_check(const struct rule_context *context, const struct entity *group, const struct node *member)
{
	const struct node *complete = setting(context->plan, WORD_groups, WORD_complete_members);
	const struct node *dated = setting(context->plan, WORD_groups, WORD_dated_membership);
	const struct node *side = member_side(context->plan, member);
	if (value_is_true(complete) && is_absent(side))
		member_report(context, &without_side, group, member, complete);
	else if (value_is_true(complete) && needs_organization(value_word(side)) &&
		!comes_from_somewhere(context->plan, member))
		member_report(context, &without_organization, group, member, complete);
	if (value_is_true(dated) && is_absent(field(member, WORD_from)))
		member_report(context, &without_beginning, group, member, dated);
}

static void members_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *members = field(groups[i]->mapping, WORD_members);
		const struct node *item = group_section(context->plan, groups[i]) ? value_first_item(members) : NULL;
		for (; item; item = node_next_item(members, item))
			if (item->kind == NODE_MAPPING)
				member_check(context, groups[i], item);
	}
}

static void list_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *decided = group_setting(context->plan, group, WORD_list_renewal_months);
	const struct node *reviewed = field(group->mapping, WORD_list_reviewed);
	struct kpss_date since = value_date(reviewed, mapping_period(group->mapping).from), due;
	struct kpss_date day = day_earlier(planning_end(context->plan), context->as_of);
	int64_t months;
	if (!value_integer(decided, &months) || !record_exists_on(group, context->as_of))
		return;
	/* A list that was never reviewed, in a group that does not say since when it exists, is due by any day. */
	due = day_is_open(since) ? day : day_plus_months(since, months);
	if (!day_is_open(since) && due.days >= day.days)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &not_reviewed,
		.where = entity_span(group, is_absent(reviewed) ? entity_name(group) : reviewed),
		.related = setting_span(context->plan, decided),
		.arguments = {argument_text(group->id), argument_date(due)},
		.subject = group->id,
	});
}

static void lists_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		if (period_is_sound(groups[i]->mapping))
			list_check(context, groups[i]);
}

const struct rule rule_member[] = {
	{members_check, {&without_side, &without_organization, &without_beginning}},
	{lists_check, {&not_reviewed}},
	{0},
};
