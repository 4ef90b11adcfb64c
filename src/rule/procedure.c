/* Rules of procedure: approved before a group votes or elects for the first time. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/voters.h"

static const struct finding_kind no_rules_of_procedure = {
	.code = "no-rules-of-procedure",
	.severity = KPSS_WARNING,
	.message = N_("the group ‘{0}’ voted or elected on {1} and had no rules of procedure"),
	.label = N_("no approved rules"),
	.remedy = N_("add when they were approved (rules_of_procedure, jednací_řád)"),
	.related = N_("the first vote or election"),
	.meaning = N_("a group has approved rules of procedure before it votes or elects for the "
		      "first time"),
	.explanation = N_("The rules say who votes and how, so they come first; the same day is "
			  "early enough. An approval of the "
			  "group's rules kept as a record of its own counts as well. Elections "
			  "before the first day of the "
			  "group are not meant: there is no group yet that could have rules."),
	.setting = "groups.rules_required steering_group.rules_required",
	.basis = N_("charity Frýdek-Místek and Český Těšín: groups have rules of procedure"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {jednací_řád_povinný: true}\n"
		 "# skupiny.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: hlasování}]\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {jednací_řád_povinný: true}\n"
		 "# skupiny.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    jednací_řád: {schválen: 2026-02-10}\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"
		 "# jednani.yaml\n"
		 "jednání:\n"
		 "  - id: rodiny-1\n"
		 "    orgán: rodiny\n"
		 "    datum: 2026-02-10\n"
		 "    rozhodnutí: [{znění: Skupina doporučuje asistenci., způsob: hlasování}]\n",
};

/* The first vote or election of a group that is known so far. */
struct first_vote {
	struct kpss_date day;
	struct kpss_span where;
};

static void first_keep(struct first_vote *first, struct period lifetime, struct kpss_date day,
	struct kpss_span where)
{
	if (period_contains(lifetime, day) && day.days < first->day.days)
		*first = (struct first_vote){.day = day, .where = where};
}

static void decisions_look(
	const struct gathering *gathering, struct period lifetime, struct first_vote *first)
{
	const struct entity *meeting = gathering->meeting;
	const struct node *decisions = field(meeting->mapping, WORD_decisions);
	const struct node *item = value_first_item(decisions);
	for (; item; item = node_next_item(decisions, item))
		if (decision_is_by_vote(item) || value_word(field(item, WORD_verb)) == WORD_elects)
			first_keep(first, lifetime, gathering->day, entity_span(meeting, item));
}

static struct first_vote first_vote_of(
	const struct rule_context *context, const struct entity *group)
{
	struct first_vote first = {.day = KPSS_DATE_LATEST};
	struct period lifetime = mapping_period(group->mapping);
	struct gatherings meetings = gatherings_of(context->gatherings, group);
	const struct node *leaders = field(group->mapping, WORD_leaders);
	uint32_t count;
	const struct entity *const *elections = plan_kind(context->plan, KIND_election, &count);
	for (size_t i = 0; i < meetings.count; i++)
		decisions_look(&meetings.items[i], lifetime, &first);
	for (const struct node *item = value_first_item(leaders); item;
		item = node_next_item(leaders, item)) {
		const struct node *date = field(field(item, WORD_election), WORD_date);
		first_keep(&first, lifetime, value_date(date, KPSS_DATE_LATEST),
			entity_span(group, date));
	}
	for (uint32_t i = 0; i < count; i++) {
		const struct node *date = field(elections[i]->mapping, WORD_date);
		if (plan_target(context->plan, field(elections[i]->mapping, WORD_group)) == group)
			first_keep(&first, lifetime, value_date(date, KPSS_DATE_LATEST),
				entity_span(elections[i], date));
	}
	return first;
}

/* Is the act about the rules of the group: about the group itself, or about a paper that is its rules? */
static bool is_about_rules_of(const struct plan *plan, const struct act *act, const struct entity *group)
{
	const struct entity *about = act->subject;
	if (about->kind == KIND_document)
		about = plan_target(plan, field(about->mapping, WORD_subject));
	return act->type == WORD_rules_of_procedure && about == group;
}

/* When the group's rules were approved first; KPSS_DATE_LATEST: never, or nobody wrote it down. */
static struct kpss_date rules_day(const struct rule_context *context, const struct entity *group)
{
	const struct node *rules = field(group->mapping, WORD_rules_of_procedure);
	struct kpss_date day = value_date(field(rules, WORD_approved), KPSS_DATE_LATEST);
	for (size_t i = 0; i < context->approvals.count; i++) {
		const struct act *act = &context->approvals.items[i];
		if (act->verb == WORD_approves && is_about_rules_of(context->plan, act, group))
			day = day_earlier(day, act->day);
	}
	return day;
}

static void group_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *rules = field(group->mapping, WORD_rules_of_procedure);
	struct first_vote first = first_vote_of(context, group);
	if (first.day.days > context->as_of.days ||
		rules_day(context, group).days <= first.day.days)
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &no_rules_of_procedure,
			.where = entity_span(group, is_absent(rules) ? entity_name(group) : rules),
			.related = first.where,
			.arguments = {argument_text(group->id), argument_date(first.day)},
			.subject = group->id,
		});
}

static void procedure_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	const struct entity *steering = steering_group(context->plan);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t section = body_section(steering, groups[i]);
		if (section && setting_is_true(context->plan, section, WORD_rules_required) &&
			period_is_sound(groups[i]->mapping))
			group_check(context, groups[i]);
	}
}

const struct rule rule_procedure[] = {
	{procedure_check, {&no_rules_of_procedure}},
	{0},
};
