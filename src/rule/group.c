/* Working and steering groups: one leader on every day, who is a member. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind leader_missing = {
	.code = "leader-missing",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has no leader"),
	.label = N_("no leader is given"),
	.remedy = N_("add the field ‘leaders’ (vedoucí) with the person and the day from which"),
	.meaning = N_("every group has a leader on every day"),
	.explanation = N_("A group is led by exactly one of its members. A day without a leader is a gap between the end of one "
			  "leadership and the beginning of the next."),
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
};
static const struct finding_kind leader_gap = {
	.code = "leader-missing",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has no leader from {1} to {2}"),
	.label = N_("the leadership before ends or the next one begins here"),
	.remedy = N_("correct the days, or add who led the group meanwhile"),
};
static const struct finding_kind two_leaders = {
	.code = "two-leaders",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has two leaders at once from {1} to {2}"),
	.label = N_("this leadership begins before the other one ends"),
	.remedy = N_("end the earlier leadership on the day before the later one begins"),
	.related = N_("the other leadership"),
	.meaning = N_("no group has two leaders on one day"),
	.explanation = N_("A group is led by exactly one person. When a new leader is elected, the leadership of the one before "
			  "ends."),
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
};
static const struct finding_kind two_leaders_still = {
	.code = "two-leaders",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has two leaders at once since {1}"),
	.label = N_("this leadership begins before the other one ends"),
	.remedy = N_("end the earlier leadership on the day before the later one begins"),
	.related = N_("the other leadership"),
};
static const struct finding_kind leader_not_member = {
	.code = "leader-not-member",
	.severity = KPSS_ERROR,
	.message = N_("the leader ‘{0}’ is not a member of the group on {1}"),
	.label = N_("leads the group on that day"),
	.remedy = N_("add the person to the members (členové), or correct the days"),
	.meaning = N_("the leader of a group is a member of it all the time"),
	.explanation = N_("The leader is chosen from the members. A membership that begins later or ends earlier than the "
			  "leadership is a contradiction."),
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín)"),
};

struct leadership {
	const struct node *mapping;
	struct period period;
};

static int leadership_compare(const void *left, const void *right)
{
	const struct leadership *a = left, *b = right;
	if (a->period.from.days != b->period.from.days)
		return a->period.from.days < b->period.from.days ? -1 : 1;
	return (a->mapping > b->mapping) - (a->mapping < b->mapping);
}

static const struct node *leadership_place(const struct leadership *leadership, uint32_t word)
{
	const struct node *value = field(leadership->mapping, word);
	return is_absent(value) ? field(leadership->mapping, WORD_person) : value;
}

static void group_report(const struct rule_context *context, const struct finding_kind *kind, const struct entity *group,
	const struct node *where, const struct node *related, struct period days)
{
	struct finding finding = {
		.kind = kind,
		.where = entity_span(group, where),
		.arguments = {argument_text(group->id), argument_date(days.from), argument_date(days.to)},
		.subject = group->id,
	};
	if (related)
		finding.related = entity_span(group, related);
	findings_add(context->findings, &finding);
}

static struct kpss_date day_after(struct kpss_date day)
{
	return (struct kpss_date){.days = day.days + 1};
}

static struct kpss_date day_before(struct kpss_date day)
{
	return (struct kpss_date){.days = day.days - 1};
}

/* Leaderships lie in the order of their beginnings; `reached` is the last day that they cover so far. */
static void neighbours_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *leaderships, size_t count)
{
	const struct leadership *longest = &leaderships[0];
	for (size_t i = 1; i < count; i++) {
		struct kpss_date begin = leaderships[i].period.from, reached = longest->period.to;
		struct kpss_date end = leaderships[i].period.to.days < reached.days ? leaderships[i].period.to : reached;
		if (begin.days <= reached.days)
			group_report(context, end.days == INT32_MAX ? &two_leaders_still : &two_leaders, group,
				leadership_place(&leaderships[i], WORD_from), leadership_place(longest, WORD_to),
				(struct period){.from = begin, .to = end});
		else if (begin.days > reached.days + 1)
			group_report(context, &leader_gap, group, leadership_place(longest, WORD_to), NULL,
				(struct period){.from = day_after(reached), .to = day_before(begin)});
		if (leaderships[i].period.to.days > reached.days)
			longest = &leaderships[i];
	}
	struct period lifetime = mapping_period(group->mapping);
	struct kpss_date end = lifetime.to.days < context->as_of.days ? lifetime.to : context->as_of;
	if (longest->period.to.days < end.days)
		group_report(context, &leader_gap, group, leadership_place(longest, WORD_to), NULL,
			(struct period){.from = day_after(longest->period.to), .to = end});
}

static void beginning_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *first)
{
	struct kpss_date begin = mapping_period(group->mapping).from;
	if (begin.days == INT32_MIN || first->period.from.days <= begin.days)
		return;
	group_report(context, &leader_gap, group, leadership_place(first, WORD_from), NULL,
		(struct period){.from = begin, .to = day_before(first->period.from)});
}

static bool is_membership_of(const struct rule_context *context, const struct node *member,
	const struct entity *person)
{
	return plan_target(context->plan, field(member, WORD_person)) == person;
}

/* The last day up to which memberships of the person cover the days from `day` on without a gap; the day before `day` when
 * none of them contains it. */
static struct kpss_date covered_to(const struct rule_context *context, const struct node *members,
	const struct entity *person, struct kpss_date day)
{
	struct kpss_date reached = {.days = day.days == INT32_MIN ? INT32_MIN : day.days - 1};
	for (bool moved = true; moved && reached.days != INT32_MAX;) {
		struct kpss_date next = day.days == INT32_MIN && reached.days == INT32_MIN ? day : day_after(reached);
		moved = false;
		for (const struct node *member = node_first(members); member; member = node_next_item(members, member)) {
			struct period period = mapping_period(member);
			bool extends = period.to.days > reached.days && period_contains(period, next);
			if (!extends || !is_membership_of(context, member, person))
				continue;
			reached = period.to;
			moved = true;
			break;
		}
	}
	return reached;
}

/* A leadership without a beginning begins with the group, and where that has none either, with the membership. */
static struct kpss_date leadership_begin(const struct rule_context *context, const struct entity *group,
	const struct node *members, const struct entity *person, struct kpss_date begin)
{
	if (begin.days == INT32_MIN)
		begin = mapping_period(group->mapping).from;
	for (const struct node *member = begin.days == INT32_MIN ? node_first(members) : NULL; member;
		member = node_next_item(members, member))
		if (is_membership_of(context, member, person))
			return mapping_period(member).from;
	return begin;
}

static void membership_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *leadership)
{
	const struct node *who = field(leadership->mapping, WORD_person);
	const struct node *members = field(group->mapping, WORD_members);
	const struct entity *person = plan_target(context->plan, who);
	if (!person)
		return;
	struct kpss_date begin = leadership_begin(context, group, members, person, leadership->period.from);
	struct kpss_date lifetime_end = mapping_period(group->mapping).to, end = leadership->period.to;
	if (end.days > lifetime_end.days)
		end = lifetime_end;
	struct kpss_date reached = covered_to(context, members, person, begin);
	if (begin.days > end.days || (reached.days >= end.days && reached.days != INT32_MIN))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &leader_not_member,
		.where = entity_span(group, who),
		.arguments = {
			argument_text(value_text(who)),
			argument_date(reached.days == INT32_MIN ? context->as_of : day_after(reached)),
		},
		.subject = group->id,
	});
}

static void group_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *leaders = field(group->mapping, WORD_leaders);
	const struct node *first = leaders->kind == NODE_SEQUENCE ? node_first(leaders) : NULL;
	if (!first) {
		const struct node *name = field(group->mapping, WORD_id);
		if (is_absent(leaders) || leaders->kind == NODE_SEQUENCE)
			group_report(context, &leader_missing, group, is_absent(name) ? group->mapping : name, NULL,
				(struct period){0});
		return;
	}
	struct leadership *leaderships = arena_array(context->findings->arena, leaders->size, sizeof *leaderships);
	size_t count = 0;
	for (const struct node *item = first; item; item = node_next_item(leaders, item))
		if (item->kind == NODE_MAPPING)
			leaderships[count++] = (struct leadership){.mapping = item, .period = mapping_period(item)};
	if (count == 0)
		return;
	qsort(leaderships, count, sizeof *leaderships, leadership_compare);
	beginning_check(context, group, &leaderships[0]);
	neighbours_check(context, group, leaderships, count);
	for (size_t i = 0; i < count; i++)
		membership_check(context, group, &leaderships[i]);
}

static void leaders_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		group_check(context, groups[i]);
}

const struct rule rule_group[] = {
	{leaders_check, {&leader_missing, &leader_gap, &two_leaders, &two_leaders_still, &leader_not_member}},
	{0},
};
