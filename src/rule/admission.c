/* How people become members: applications, where groups are not open to everybody. */
#include "base/day.h"
#include "base/language.h"
#include "rule/appointment.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind not_admitted = {
	.code = "member-not-admitted",
	.severity = KPSS_ERROR,
	.message = N_("no accepted application of the member ‘{0}’ of the group ‘{1}’ is recorded"),
	.label = N_("a member since {2}"),
	.remedy = N_("record the application (přihlášky) with its result, and name it with the member"),
	.related = N_("here it is decided how members are admitted"),
	.meaning = N_("whoever joined a group that is not open was admitted to it"),
	.explanation = N_("Where new members are voted for, proposed, come by way of the leader or are appointed, each of them has an "
	                  "accepted application. Members from the first day of the group, by office, or in the steering group as "
	                  "leaders of a group need none; where members are appointed, the appointment is enough."),
	.setting = "groups.admission steering_group.admission",
	.basis = N_("rules of procedure of working groups; in Sušice groups are open to everybody"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {přijímání: hlasováním}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    od: 2024-01-01\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p}\n"
	         "      - {osoba: hajkova-l, od: 2025-03-01}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {přijímání: hlasováním}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    od: 2024-01-01\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p}\n"
	         "      - {osoba: hajkova-l, od: 2025-03-01, přihláška: prihlaska-1}\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, výsledek: přijat, datum: 2025-02-20}\n",
};
static const struct finding_kind late = {
	.code = "admission-late",
	.severity = KPSS_WARNING,
	.message = N_("the application ‘{0}’ should have been decided by {1}"),
	.label = N_("received then, decided later or not at all"),
	.remedy = N_("decide the application, then write its result (výsledek) and the day (datum)"),
	.related = N_("the town has decided here within how many months"),
	.meaning = N_("applications are decided within the months that the town has given"),
	.explanation = N_("Who wants to take part should not wait. The months run from the day on which the application was "
	                  "received."),
	.setting = "groups.admission_within_months steering_group.admission_within_months",
	.basis = N_("rules of procedure of working groups in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {přijetí_do_měsíců: 3}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, doručeno: 2025-10-01}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {přijetí_do_měsíců: 3}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - id: prihlaska-1\n"
	         "    skupina: rodiny\n"
	         "    osoba: hajkova-l\n"
	         "    doručeno: 2025-10-01\n"
	         "    výsledek: přijat\n"
	         "    datum: 2025-11-12\n",
};
static const struct finding_kind few_guest_meetings = {
	.code = "too-few-guest-meetings",
	.severity = KPSS_WARNING,
	.message = N_("before the application ‘{0}’ was accepted, the applicant was a guest at too few meetings: {1} of {2}"),
	.label = N_("accepted"),
	.remedy = N_("add the meetings to ‘guest_at’ (hostem_na), or decide after further ones"),
	.related = N_("the town has decided here how often applicants come as guests first"),
	.meaning = N_("applicants were guests of the group as often as the town has decided"),
	.explanation = N_("Counted are the meetings that the application names, or those of the group in whose attendance the person "
	                  "stands before the decision, whichever are more."),
	.setting = "groups.guest_meetings_before steering_group.guest_meetings_before",
	.basis = N_("rules of procedure of working groups in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {jednání_jako_host: 1}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, výsledek: přijat, datum: 2025-11-12}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {jednání_jako_host: 1}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, výsledek: přijat, datum: 2025-11-12}\n"
	         "jednání:\n"
	         "  - id: rodiny-2025-3\n"
	         "    orgán: rodiny\n"
	         "    datum: 2025-10-08\n"
	         "    účast: {přítomni: [dvorakova-p], hosté_ze_seznamu: [hajkova-l]}\n",
};
static const struct finding_kind refused = {
	.code = "application-refused",
	.severity = KPSS_ERROR,
	.message = N_("the application ‘{0}’ was refused, although the group ‘{1}’ may refuse nobody"),
	.label = N_("refused"),
	.remedy = N_("admit the applicant, or correct the result"),
	.related = N_("the town has decided here that no application is refused"),
	.meaning = N_("no application is refused where the town has decided so"),
	.explanation = N_("Nobody is excluded from the planning: who wants to come to a group may do so."),
	.setting = "groups.no_refusal steering_group.no_refusal",
	.basis = N_("charter of community planning in Sušice"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {přihlášku_nelze_odmítnout: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, výsledek: nepřijat}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {přihlášku_nelze_odmítnout: true}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "přihlášky:\n"
	         "  - {id: prihlaska-1, skupina: rodiny, osoba: hajkova-l, výsledek: vzata_zpět}\n",
};

/* How the group admits members: its own word goes before the profile's. `where` is the place that says so. */
static uint32_t admission_of(const struct rule_context *context, const struct entity *group, struct kpss_span *where)
{
	const struct node *own = field(group->mapping, WORD_admission);
	const struct node *decided = group_setting(context->plan, group, WORD_admission);
	if (!is_absent(own)) {
		*where = entity_span(group, own);
		return value_word(own);
	}
	if (!is_absent(decided))
		*where = setting_span(context->plan, decided);
	return value_word(decided);
}

static bool is_of_member(const struct plan *plan, const struct entity *application, const struct entity *group,
	const struct node *member)
{
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	struct kpss_str label = value_text(field(member, WORD_label));
	const struct node *mapping = application->mapping;
	if (plan_target(plan, field(member, WORD_application)) == application)
		return true;
	if (plan_target(plan, field(mapping, WORD_group)) != group)
		return false;
	if (person)
		return plan_target(plan, field(mapping, WORD_person)) == person;
	return label.len && kpss_str_equal(value_text(field(mapping, WORD_label)), label);
}

static bool was_accepted(const struct rule_context *context, const struct entity *group, const struct node *member)
{
	uint32_t count;
	const struct entity *const *applications = plan_kind(context->plan, KIND_application, &count);
	for (uint32_t i = 0; i < count; i++)
		if (value_word(field(applications[i]->mapping, WORD_result)) == WORD_accepted &&
			is_of_member(context->plan, applications[i], group, member))
			return true;
	return false;
}

/* Does the person lead some working group on the day? Such people come to the steering group by that. */
static bool leads_some_group(const struct rule_context *context, const struct entity *person, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!group_is_working(groups[i]))
			continue;
		struct tenures leaders = tenures_of(context->plan, groups[i], WORD_leaders, context->findings->arena);
		for (size_t k = 0; k < leaders.count; k++)
			if (leaders.items[k].holder == person && period_contains(leaders.items[k].period, day))
				return true;
	}
	return false;
}

static bool needs_no_application(const struct rule_context *context, const struct entity *group,
	const struct node *member)
{
	const struct entity *person = plan_target(context->plan, field(member, WORD_person));
	struct kpss_date from = mapping_period(member).from;
	bool founder = from.days <= mapping_period(group->mapping).from.days;
	bool by_leading = setting_is_true(context->plan, WORD_steering_group, WORD_group_leaders_are_members) &&
		group == steering_group(context->plan) && person && leads_some_group(context, person, from);
	if (founder || by_leading || from.days > context->as_of.days || !is_absent(field(member, WORD_by_office)))
		return true;
	/* One that follows another without a gap. */
	struct stays stays = person ? stays_in_group(stays_of_person(context->stays, person), group) : (struct stays){0};
	const struct stay *stay = stay_on(stays, from);
	return stay && stay->period.from.days < from.days;
}

static void member_check(const struct rule_context *context, const struct entity *group, const struct node *member)
{
	struct kpss_span where = {0};
	uint32_t admission = admission_of(context, group, &where);
	if (!period_is_sound(member) || needs_no_application(context, group, member) || was_accepted(context, group, member))
		return;
	if (admission == WORD_appointed && member_was_decided(context->plan, group, member, WORD_appoints, NULL))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &not_admitted,
		.where = entity_span(group, member_name(member)),
		.related = where,
		.arguments = {
			argument_text(value_text(member_name(member))),
			argument_text(group->id),
			argument_date(mapping_period(member).from),
		},
		.subject = group->id,
	});
}

static void members_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		struct kpss_span where;
		const struct node *members = field(groups[i]->mapping, WORD_members);
		uint32_t admission = admission_of(context, groups[i], &where);
		if (admission == UINT32_MAX || admission == WORD_open || !period_is_sound(groups[i]->mapping))
			continue;
		for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item))
			member_check(context, groups[i], item);
	}
}

static void late_check(const struct rule_context *context, const struct entity *application, const struct entity *group)
{
	const struct node *decided = group_setting(context->plan, group, WORD_admission_within_months);
	const struct node *received = field(application->mapping, WORD_received);
	struct kpss_date day = value_date(received, KPSS_DATE_LATEST);
	struct kpss_date end = value_date(field(application->mapping, WORD_date), KPSS_DATE_EARLIEST);
	bool open = is_absent(field(application->mapping, WORD_result));
	int64_t months;
	if (!value_integer(decided, &months) || day_is_open(day))
		return;
	struct kpss_date due = day_plus_months(day, months);
	if ((open ? context->as_of.days : end.days) <= due.days)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &late,
		.where = entity_span(application, received),
		.related = setting_span(context->plan, decided),
		.arguments = {argument_text(application->id), argument_date(due)},
		.subject = application->id,
	});
}

/* Meetings of the group before the decision in whose attendance the applicant stands. */
static int64_t meetings_attended(const struct rule_context *context, const struct entity *application,
	const struct entity *group)
{
	const struct entity *person = plan_target(context->plan, field(application->mapping, WORD_person));
	struct kpss_date decided = value_date(field(application->mapping, WORD_date), context->as_of);
	struct gatherings met = gatherings_of(context->gatherings, group);
	int64_t count = 0;
	for (size_t i = 0; person && i < met.count && met.items[i].day.days < decided.days; i++)
		count += meeting_was_attended_by(context->plan, met.items[i].meeting, person);
	return count;
}

static void guest_check(const struct rule_context *context, const struct entity *application, const struct entity *group)
{
	const struct node *decided = group_setting(context->plan, group, WORD_guest_meetings_before);
	const struct node *named = field(application->mapping, WORD_guest_at);
	const struct node *result = field(application->mapping, WORD_result);
	int64_t needed, count = 0, attended = meetings_attended(context, application, group);
	for (const struct node *item = value_first_item(named); item; item = node_next_item(named, item))
		count++;
	count = attended > count ? attended : count;
	if (!value_integer(decided, &needed) || value_word(result) != WORD_accepted || count >= needed)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &few_guest_meetings,
		.where = entity_span(application, result),
		.related = setting_span(context->plan, decided),
		.arguments = {argument_text(application->id), argument_number(count), argument_number(needed)},
		.subject = application->id,
	});
}

static void refusal_check(const struct rule_context *context, const struct entity *application,
	const struct entity *group)
{
	const struct node *decided = group_setting(context->plan, group, WORD_no_refusal);
	const struct node *result = field(application->mapping, WORD_result);
	if (!value_is_true(decided) || value_word(result) != WORD_refused)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &refused,
		.where = entity_span(application, result),
		.related = setting_span(context->plan, decided),
		.arguments = {argument_text(application->id), argument_text(group->id)},
		.subject = application->id,
	});
}

static void applications_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *applications = plan_kind(context->plan, KIND_application, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *group = plan_target(context->plan, field(applications[i]->mapping, WORD_group));
		if (!group)
			continue;
		late_check(context, applications[i], group);
		guest_check(context, applications[i], group);
		refusal_check(context, applications[i], group);
	}
}

const struct rule rule_admission[] = {
	{members_check, {&not_admitted}},
	{applications_check, {&late, &few_guest_meetings, &refused}},
	{0},
};
