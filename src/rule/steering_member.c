/* Who sits in the steering group by virtue of an office: holders of roles and leaders of working groups. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/cover.h"
#include "town/gathering.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind steering_member_missing = {
	.code = "steering-member-missing",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ holds the role ‘{1}’ but is not a member of the steering group ‘{2}’ on {3}"),
	.label = N_("holds the role on that day"),
	.remedy = N_("add the person to the members (členové) of the steering group, or correct the days"),
	.related = N_("not among the members of this group"),
	.meaning = N_("whoever holds a role that belongs to the steering group is a member of it"),
	.explanation = N_("The profile lists the roles whose holders are members by virtue of their office. When a role passes "
			  "to somebody else, the membership passes on the same day."),
	.setting = "steering_group.member_roles",
	.basis = N_("organization of community planning in Frýdek-Místek and Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  členové_z_funkce: [predseda-komise]\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - id: predseda-komise\n"
	         "    název: Předseda sociální komise\n"
	         "    nositelé: [{osoba: dvorakova-p, od: 2024-01-01}]\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  členové_z_funkce: [predseda-komise]\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - id: predseda-komise\n"
	         "    název: Předseda sociální komise\n"
	         "    nositelé: [{osoba: dvorakova-p, od: 2024-01-01}]\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2024-01-01}\n",
};
static const struct finding_kind leader_not_in_steering = {
	.code = "leader-not-in-steering",
	.severity = KPSS_ERROR,
	.message = N_("the leader ‘{0}’ of the group ‘{1}’ is not a member of the steering group ‘{2}’ on {3}"),
	.label = N_("leads the group on that day"),
	.remedy = N_("add the leader to the members (členové) of the steering group from the same day"),
	.related = N_("not among the members of this group"),
	.meaning = N_("leaders of working groups are members of the steering group"),
	.explanation = N_("Through their leaders the working groups take part in decisions. When a group gets a new leader, the "
			  "steering group changes on the same day, or from the appointment where the town appoints its members. "
			  "Somebody who only acts for the leader (pověřen) need not be a member."),
	.setting = "steering_group.group_leaders_are_members",
	.basis = N_("organization of community planning in Frýdek-Místek and Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  vedoucí_skupin_jsou_členy: true\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2026-02-01}\n"
	         "  - id: seniori\n"
	         "    název: Senioři\n"
	         "    druh: pracovní\n"
	         "    vedoucí: [{osoba: dvorakova-p, od: 2026-01-01}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2026-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  vedoucí_skupin_jsou_členy: true\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2026-01-01}\n"
	         "  - id: seniori\n"
	         "    název: Senioři\n"
	         "    druh: pracovní\n"
	         "    vedoucí: [{osoba: dvorakova-p, od: 2026-01-01}]\n"
	         "    členové:\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2026-01-01}\n",
};

/* Adds memberships that name the office instead of a person. */
static void unnamed_take(const struct plan *plan, const struct entity *group, const struct entity *role,
	struct cover *cover)
{
	const struct node *members = field(group->mapping, WORD_members);
	for (const struct node *member = value_first_item(members); member; member = node_next_item(members, member))
		if (is_absent(field(member, WORD_person)) && plan_target(plan, field(member, WORD_by_office)) == role)
			cover_add(cover, mapping_period(member));
}

/* The first day of a period on which a person is no member of the group; false when there is none. `role` (or NULL) may be
 * what the membership names instead. */
static bool membership_lacks(const struct rule_context *context, const struct entity *group, const struct entity *person,
	const struct entity *role, struct period period, struct kpss_date *day)
{
	struct cover cover = {.arena = context->findings->arena};
	struct stays stays = stays_in_group(stays_of_person(context->stays, person), group);
	for (size_t i = 0; i < stays.count; i++)
		cover_add(&cover, stays.items[i].period);
	if (role)
		unnamed_take(context->plan, group, role, &cover);
	return cover_lacks(&cover, within_lifetime(group, period), context->as_of, day);
}

static void missing_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *record, const struct tenure *tenure, const struct entity *person, const struct entity *steering,
	struct kpss_date day)
{
	findings_add(context->findings, &(struct finding){
		.kind = kind,
		.where = entity_span(record, tenure_place(tenure, WORD_person)),
		.related = entity_span(steering, entity_name(steering)),
		.arguments = {
			argument_text(person->id),
			argument_text(record->id),
			argument_text(steering->id),
			argument_date(day),
		},
		.subject = steering->id,
	});
}

static void role_check(const struct rule_context *context, const struct entity *steering, const struct entity *asked)
{
	const struct entity *role = role_with_holders(context->plan, asked);
	struct tenures holders = tenures_of(context->plan, role, WORD_holders, context->findings->arena);
	struct kpss_date day;
	if (!period_is_sound(role->mapping))
		return;
	for (size_t i = 0; i < holders.count; i++) {
		const struct tenure *tenure = &holders.items[i];
		const struct entity *person = tenure_person(context->plan, tenure);
		if (person && person->kind == KIND_person &&
			membership_lacks(context, steering, person, asked, within_lifetime(role, tenure->period), &day))
			missing_report(context, &steering_member_missing, role, tenure, person, steering, day);
	}
}

static void roles_check(const struct rule_context *context, const struct entity *steering)
{
	const struct node *roles = setting(context->plan, WORD_steering_group, WORD_member_roles);
	for (const struct node *item = value_first_item(roles); item; item = node_next_item(roles, item)) {
		const struct entity *role = plan_target(context->plan, item);
		if (role && role->kind == KIND_role)
			role_check(context, steering, role);
	}
}

/* The day on which a record of appointments puts the person into the group; KPSS_DATE_LATEST when it does not. */
static struct kpss_date appointed_by(const struct plan *plan, const struct entity *appointment,
	const struct entity *person, const struct entity *group)
{
	const struct node *people = field(appointment->mapping, WORD_people);
	struct kpss_date day = value_date(field(appointment->mapping, WORD_date), KPSS_DATE_LATEST);
	if (value_word(field(appointment->mapping, WORD_verb)) == WORD_dismisses)
		return KPSS_DATE_LATEST;
	for (const struct node *item = value_first_item(people); item; item = node_next_item(people, item))
		if (plan_target(plan, field(item, WORD_person)) == person &&
			plan_target(plan, field(item, WORD_in_body)) == group)
			return value_date(field(item, WORD_from), day);
	return KPSS_DATE_LATEST;
}

/* When the leader was appointed to the steering group: as written with the leadership, else by the first record of
 * appointments since it began; KPSS_DATE_LATEST when nothing says so. */
static struct kpss_date appointment_day(const struct plan *plan, const struct tenure *leadership,
	const struct entity *steering)
{
	const struct node *own = field(leadership->mapping, WORD_appointment);
	const struct entity *record = plan_target(plan, field(own, WORD_record));
	struct kpss_date day = value_date(field(own, WORD_date), KPSS_DATE_LATEST);
	if (day_is_open(day) && record)
		day = value_date(field(record->mapping, WORD_date), day);
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, KIND_appointment, &count);
	for (uint32_t i = 0; i < count && is_absent(own); i++) {
		struct kpss_date other = appointed_by(plan, records[i], leadership->holder, steering);
		if (other.days >= leadership->period.from.days)
			day = day_earlier(day, other);
	}
	return day;
}

static void leadership_check(const struct rule_context *context, const struct entity *group,
	const struct tenure *leadership, const struct entity *steering)
{
	struct period led = within_lifetime(group, leadership->period);
	struct kpss_date day;
	if (!leadership->holder || value_is_true(field(leadership->mapping, WORD_acting)))
		return;
	if (setting_is_true(context->plan, WORD_steering_group, WORD_leaders_after_appointment))
		led.from = day_later(led.from, appointment_day(context->plan, leadership, steering));
	if (membership_lacks(context, steering, leadership->holder, NULL, led, &day))
		missing_report(context, &leader_not_in_steering, group, leadership, leadership->holder, steering, day);
}

static void leaders_check(const struct rule_context *context, const struct entity *steering)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	if (!setting_is_true(context->plan, WORD_steering_group, WORD_group_leaders_are_members))
		return;
	for (uint32_t i = 0; i < count; i++) {
		if (!group_is_working(groups[i]) || groups[i] == steering || !period_is_sound(groups[i]->mapping))
			continue;
		struct tenures leaders = tenures_of(context->plan, groups[i], WORD_leaders, context->findings->arena);
		for (size_t k = 0; k < leaders.count; k++)
			leadership_check(context, groups[i], &leaders.items[k], steering);
	}
}

static void each_steering_group(const struct rule_context *context,
	void (*check)(const struct rule_context *context, const struct entity *steering))
{
	size_t count;
	const struct entity *const *groups = steering_groups(context->plan, context->findings->arena, &count);
	for (size_t i = 0; i < count; i++)
		if (period_is_sound(groups[i]->mapping))
			check(context, groups[i]);
}

static void steering_roles_check(const struct rule_context *context)
{
	each_steering_group(context, roles_check);
}

static void steering_leaders_check(const struct rule_context *context)
{
	each_steering_group(context, leaders_check);
}

const struct rule rule_steering_member[] = {
	{steering_roles_check, {&steering_member_missing}},
	{steering_leaders_check, {&leader_not_in_steering}},
	{0},
};
