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
	.wrong = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
	.right = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
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
	.wrong = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-06-30}\n"
	         "      - {osoba: hajkova-l, od: 2025-06-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "      - {osoba: hajkova-l, od: 2024-01-01}\n",
	.right = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01, do: 2025-05-31}\n"
	         "      - {osoba: hajkova-l, od: 2025-06-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "      - {osoba: hajkova-l, od: 2024-01-01}\n",
};
static const struct finding_kind two_leaders_still = {
	.code = "two-leaders",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has two leaders at once since {1}"),
	.label = N_("this leadership begins before the other one ends"),
	.remedy = N_("end the earlier leadership on the day before the later one begins"),
	.related = N_("the other leadership"),
};
static const struct finding_kind two_leaders_always = {
	.code = "two-leaders",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{0}’ has two leaders at once"),
	.label = N_("neither leadership says when it begins"),
	.remedy = N_("add the days from which (from, od) and to which (to, do) each of them leads"),
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
	.wrong = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2025-01-01}\n",
	.right = "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, od: 2024-01-01}\n",
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

static struct kpss_date earlier(struct kpss_date a, struct kpss_date b)
{
	return a.days < b.days ? a : b;
}

static struct kpss_date later(struct kpss_date a, struct kpss_date b)
{
	return a.days > b.days ? a : b;
}

static struct kpss_date day_after(struct kpss_date day)
{
	return (struct kpss_date){.days = day.days + 1};
}

static struct kpss_date day_before(struct kpss_date day)
{
	return (struct kpss_date){.days = day.days - 1};
}

static const struct finding_kind *overlap_kind(struct period days)
{
	if (days.from.days == INT32_MIN)
		return &two_leaders_always;
	return days.to.days == INT32_MAX ? &two_leaders_still : &two_leaders;
}

/* Only days on which the group existed count. */
static struct period within(const struct entity *group, struct period days)
{
	struct period lifetime = mapping_period(group->mapping);
	return (struct period){.from = later(days.from, lifetime.from), .to = earlier(days.to, lifetime.to)};
}

static void gap_report(const struct rule_context *context, const struct entity *group, const struct node *where,
	struct period days)
{
	struct period gap = within(group, days);
	if (gap.from.days <= gap.to.days)
		group_report(context, &leader_gap, group, where, NULL, gap);
}

static void overlap_report(const struct rule_context *context, const struct entity *group,
	const struct leadership *second, const struct leadership *first)
{
	struct period both = within(group,
		(struct period){.from = second->period.from, .to = earlier(first->period.to, second->period.to)});
	if (both.from.days <= both.to.days)
		group_report(context, overlap_kind(both), group, leadership_place(second, WORD_from),
			leadership_place(first, WORD_to), both);
}

/* Leaderships lie in the order of their beginnings; `reached` is the last day that they cover so far. */
static void neighbours_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *leaderships, size_t count)
{
	const struct leadership *longest = &leaderships[0];
	for (size_t i = 1; i < count; i++) {
		struct kpss_date begin = leaderships[i].period.from, reached = longest->period.to;
		if (begin.days <= reached.days)
			overlap_report(context, group, &leaderships[i], longest);
		else
			gap_report(context, group, leadership_place(longest, WORD_to),
				(struct period){.from = day_after(reached), .to = day_before(begin)});
		if (leaderships[i].period.to.days > reached.days)
			longest = &leaderships[i];
	}
	if (longest->period.to.days != INT32_MAX)
		gap_report(context, group, leadership_place(longest, WORD_to),
			(struct period){.from = day_after(longest->period.to), .to = context->as_of});
}

static void beginning_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *first)
{
	struct kpss_date begin = mapping_period(group->mapping).from;
	if (begin.days != INT32_MIN && begin.days < first->period.from.days)
		gap_report(context, group, leadership_place(first, WORD_from),
			(struct period){.from = begin, .to = day_before(first->period.from)});
}

/* Where neither a leadership nor its group says when it begins, it begins with the first membership. */
static struct kpss_date leadership_begin(struct stays stays, struct kpss_date begin)
{
	return begin.days == INT32_MIN && stays.count > 0 ? stays.items[0].period.from : begin;
}

static void membership_check(const struct rule_context *context, const struct entity *group,
	const struct leadership *leadership)
{
	const struct node *who = field(leadership->mapping, WORD_person);
	const struct entity *person = plan_target(context->plan, who);
	if (!person)
		return;
	struct stays stays = stays_in_group(stays_of_person(context->stays, person), group);
	struct period led = within(group, leadership->period);
	struct kpss_date begin = leadership_begin(stays, led.from);
	const struct stay *stay = stay_on(stays, begin);
	if (begin.days > led.to.days || (stay && stay->period.to.days >= led.to.days))
		return;
	struct kpss_date missed = stay ? day_after(stay->period.to) : begin;
	findings_add(context->findings, &(struct finding){
		.kind = &leader_not_member,
		.where = entity_span(group, who),
		.arguments = {
			argument_text(value_text(who)),
			argument_date(missed.days == INT32_MIN ? context->as_of : missed),
		},
		.subject = group->id,
	});
}

static void group_check(const struct rule_context *context, const struct entity *group)
{
	if (!period_is_sound(group->mapping))
		return;
	const struct node *leaders = field(group->mapping, WORD_leaders);
	const struct node *first = leaders->kind == NODE_SEQUENCE ? node_first(leaders) : NULL;
	if (!first) {
		const struct node *name = field(group->mapping, WORD_id);
		bool has_begun = mapping_period(group->mapping).from.days <= context->as_of.days;
		if (has_begun && (is_absent(leaders) || leaders->kind == NODE_SEQUENCE))
			group_report(context, &leader_missing, group, is_absent(name) ? group->mapping : name, NULL,
				(struct period){0});
		return;
	}
	struct leadership *leaderships = arena_array(context->findings->arena, leaders->size, sizeof *leaderships);
	size_t count = 0;
	for (const struct node *item = first; item; item = node_next_item(leaders, item)) {
		if (item->kind != NODE_MAPPING || !period_is_sound(item))
			return;
		leaderships[count++] = (struct leadership){.mapping = item, .period = mapping_period(item)};
	}
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
	{leaders_check,
		{&leader_missing, &leader_gap, &two_leaders, &two_leaders_still, &two_leaders_always, &leader_not_member}},
	{0},
};
