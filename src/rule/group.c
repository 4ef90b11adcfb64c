/* Working and steering groups: one leader on every day, who is a member. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/tenure.h"

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

struct leadership_survey {
	const struct rule_context *context;
	const struct entity *group;
};

static void gap_report(void *user, const struct tenure *before, const struct tenure *after, struct period days)
{
	const struct leadership_survey *survey = user;
	const struct node *where = before ? tenure_place(before, WORD_to) : tenure_place(after, WORD_from);
	group_report(survey->context, &leader_gap, survey->group, where, NULL, days);
}

static const struct finding_kind *overlap_kind(struct period days)
{
	if (days.from.days == INT32_MIN)
		return &two_leaders_always;
	return days.to.days == INT32_MAX ? &two_leaders_still : &two_leaders;
}

static void overlap_report(void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	const struct leadership_survey *survey = user;
	group_report(survey->context, overlap_kind(days), survey->group, tenure_place(second, WORD_from),
		tenure_place(first, WORD_to), days);
}

static void neighbours_check(const struct rule_context *context, const struct entity *group, struct tenures leaders)
{
	struct leadership_survey user = {.context = context, .group = group};
	struct period lifetime = mapping_period(group->mapping);
	struct period past = {.from = lifetime.from, .to = day_earlier(lifetime.to, context->as_of)};
	tenures_survey(leaders, lifetime, &(struct tenure_survey){.user = &user, .overlap = overlap_report});
	tenures_survey(leaders, past, &(struct tenure_survey){.user = &user, .gap = gap_report});
}

/* Where neither a leadership nor its group says when it begins, it begins with the first membership. */
static struct kpss_date leadership_begin(struct stays stays, struct kpss_date begin)
{
	return begin.days == INT32_MIN && stays.count > 0 ? stays.items[0].period.from : begin;
}

static void membership_check(const struct rule_context *context, const struct entity *group,
	const struct tenure *leadership)
{
	const struct node *who = field(leadership->mapping, WORD_person);
	const struct entity *person = plan_target(context->plan, who);
	if (!person)
		return;
	struct stays stays = stays_in_group(stays_of_person(context->stays, person), group);
	struct period led = within_lifetime(group, leadership->period);
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

static void without_leader_check(const struct rule_context *context, const struct entity *group)
{
	const struct node *name = field(group->mapping, WORD_id);
	if (mapping_period(group->mapping).from.days <= context->as_of.days)
		group_report(context, &leader_missing, group, is_absent(name) ? group->mapping : name, NULL,
			(struct period){0});
}

static void group_check(const struct rule_context *context, const struct entity *group)
{
	if (!period_is_sound(group->mapping))
		return;
	struct tenures leaders = tenures_of(context->plan, group, WORD_leaders, context->findings->arena);
	if (leaders.unsound)
		return;
	if (leaders.count == 0) {
		without_leader_check(context, group);
		return;
	}
	neighbours_check(context, group, leaders);
	for (size_t i = 0; i < leaders.count; i++)
		membership_check(context, group, &leaders.items[i]);
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
