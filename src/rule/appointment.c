/* Members are appointed and dismissed by the body that the town has named. */
#include "rule/appointment.h"

#include "base/language.h"
#include "rule/rule.h"
#include "town/setting.h"

static const struct finding_kind not_appointed = {
	.code = "member-not-appointed",
	.severity = KPSS_ERROR,
	.message = N_("no appointment of the member ‘{0}’ of the group ‘{1}’ by ‘{2}’ is recorded"),
	.label = N_("a member without an appointment"),
	.remedy = N_("add the field ‘appointment’ (jmenování) with the body, the day and the resolution"),
	.related = N_("the town has decided here who appoints the members"),
	.meaning = N_("every member was appointed by the body that the town has named"),
	.explanation = N_("The appointment is written with the member, or as a record of the kind ‘appointment’ (jmenování) that "
	                  "names the person and the group."),
	.setting = "groups.members_appointed_by steering_group.members_appointed_by",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {členy_jmenuje: rada}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {členy_jmenuje: rada}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - osoba: dvorakova-p\n"
	         "        jmenování: {orgán: rada, datum: 2024-01-10, usnesení: 12/2024}\n",
};
static const struct finding_kind not_dismissed = {
	.code = "member-not-dismissed",
	.severity = KPSS_WARNING,
	.message = N_("the member ‘{0}’ has left the group ‘{1}’, but no dismissal by ‘{2}’ is recorded"),
	.label = N_("the membership ended here"),
	.remedy = N_("add the field ‘dismissal’ (odvolání) with the body, the day and the resolution"),
	.related = N_("the town has decided here who appoints the members"),
	.meaning = N_("every member who has left was dismissed by the body that appoints"),
	.explanation = N_("Who appoints also dismisses; otherwise the resolutions still name somebody who no longer comes. Members "
	                  "who stayed until the group ended need no dismissal."),
	.setting = "groups.members_appointed_by steering_group.members_appointed_by",
	.basis = N_("organization of community planning in Frýdek-Místek"),
	.wrong = "# pravidla.yaml\n"
	         "skupiny: {členy_jmenuje: rada}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, jmenování: {orgán: rada, datum: 2024-01-10}}\n"
	         "      - {osoba: hajkova-l, do: 2025-06-30, jmenování: {orgán: rada, datum: 2024-01-10}}\n",
	.right = "# pravidla.yaml\n"
	         "skupiny: {členy_jmenuje: rada}\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, jmenování: {orgán: rada, datum: 2024-01-10}}\n"
	         "      - {osoba: hajkova-l, do: 2025-06-30, jmenování: {orgán: rada, datum: 2024-01-10}}\n"
	         "jmenování:\n"
	         "  - id: odvolani-2025\n"
	         "    výrok: odvolává\n"
	         "    orgán: rada\n"
	         "    datum: 2025-06-25\n"
	         "    osoby: [{osoba: hajkova-l, kam: rodiny}]\n",
};

/* Is it a decision of the body? One that does not say whose it is counts as that. */
static bool is_by(const struct plan *plan, const struct node *decision, const struct entity *body)
{
	const struct node *by = field(decision, WORD_body);
	return !body || is_absent(by) || plan_target(plan, by) == body;
}

static bool says_something(const struct node *decision)
{
	return decision->kind == NODE_MAPPING && node_first(decision);
}

static bool names_member(const struct plan *plan, const struct entity *group, const struct node *entry,
	const struct node *member)
{
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	struct kpss_str label = value_text(field(member, WORD_label));
	if (plan_target(plan, field(entry, WORD_in_body)) != group)
		return false;
	if (person)
		return plan_target(plan, field(entry, WORD_person)) == person;
	return label.len && kpss_str_equal(value_text(field(entry, WORD_label)), label);
}

static bool record_names(const struct plan *plan, const struct entity *group, const struct entity *record,
	const struct node *member)
{
	const struct node *people = field(record->mapping, WORD_people);
	for (const struct node *entry = value_first_item(people); entry; entry = node_next_item(people, entry))
		if (names_member(plan, group, entry, member))
			return true;
	return false;
}

bool member_was_decided(const struct plan *plan, const struct entity *group, const struct node *member, uint32_t verb,
	const struct entity *body)
{
	const struct node *own = field(member, verb == WORD_appoints ? WORD_appointment : WORD_dismissal);
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, KIND_appointment, &count);
	if (says_something(own) && is_by(plan, own, body))
		return true;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = records[i]->mapping, *said = field(mapping, WORD_verb);
		uint32_t decided = is_absent(said) ? WORD_appoints : value_word(said);
		if (decided == verb && is_by(plan, mapping, body) && record_names(plan, group, records[i], member))
			return true;
	}
	return false;
}

static void decision_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *group, const struct node *member, const struct node *where)
{
	const struct node *decided = group_setting(context->plan, group, WORD_members_appointed_by);
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(group, where),
		.related = setting_span(context->plan, decided),
		.arguments = {
			argument_text(value_text(member_name(member))),
			argument_text(group->id),
			argument_text(value_text(decided)),
		},
		.subject = group->id,
	});
}

/* The days in which the member belongs to the group without a gap: several memberships that follow each other are one. */
static struct period whole_stay(const struct rule_context *context, const struct entity *group,
	const struct node *member)
{
	struct period own = mapping_period(member);
	const struct entity *person = plan_target(context->plan, field(member, WORD_person));
	if (!person)
		return own;
	struct stays stays = stays_in_group(stays_of_person(context->stays, person), group);
	const struct stay *stay = stay_on(stays, own.from);
	return stay ? stay->period : own;
}

static void member_check(const struct rule_context *context, const struct entity *group, const struct node *member)
{
	const struct node *decided = group_setting(context->plan, group, WORD_members_appointed_by);
	const struct entity *body = plan_target(context->plan, decided);
	if (!body || !period_is_sound(member))
		return;
	struct period own = mapping_period(member), whole = whole_stay(context, group, member);
	bool came = own.from.days == whole.from.days && own.from.days <= context->as_of.days;
	bool left = own.to.days == whole.to.days && own.to.days <= context->as_of.days &&
		own.to.days < mapping_period(group->mapping).to.days;
	if (came && !member_was_decided(context->plan, group, member, WORD_appoints, body))
		decision_report(context, &not_appointed, group, member, member_name(member));
	if (left && !member_was_decided(context->plan, group, member, WORD_dismisses, body))
		decision_report(context, &not_dismissed, group, member, field(member, WORD_to));
}

static void appointments_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *members = field(groups[i]->mapping, WORD_members);
		const struct node *item = period_is_sound(groups[i]->mapping) ? value_first_item(members) : NULL;
		for (; item; item = node_next_item(members, item))
			member_check(context, groups[i], item);
	}
}

const struct rule rule_appointment[] = {
	{appointments_check, {&not_appointed, &not_dismissed}},
	{0},
};
