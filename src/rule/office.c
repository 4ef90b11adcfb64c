/* Leaders by virtue of an office: the chair is whoever holds the role. */
#include "base/language.h"
#include "rule/rule.h"
#include "town/cover.h"
#include "town/gathering.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind leader_not_by_office = {
	.code = "leader-not-by-office",
	.severity = KPSS_ERROR,
	.message = N_("the leader ‘{0}’ of the group ‘{1}’ does not hold the role ‘{2}’ on {3}"),
	.label = N_("leads the group on that day"),
	.remedy = N_("end the leadership when the role passes to somebody else, or mark it as acting (pověřen: true)"),
	.related = N_("the town asks for it here"),
	.meaning = N_("where the town binds the leadership to a role, the holder of the role leads"),
	.explanation = N_("In some towns a deputy mayor chairs the steering group by virtue of the office. When the office "
			  "passes to somebody else, so does the chair on the same day. Somebody who only acts for the leader "
			  "(pověřen) need not hold the role."),
	.setting = "steering_group.leader_role groups.leader_role",
	.basis = N_("Frýdek-Místek: the deputy mayor for social affairs chairs the steering group"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  vedoucí_z_funkce: namestek\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - id: namestek\n"
	         "    název: Náměstkyně primátora pro sociální oblast\n"
	         "    nositelé: [{osoba: hajkova-l, od: 2022-11-01}]\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: dvorakova-p, od: 2022-11-01}]\n"
	         "    členové: [{osoba: dvorakova-p}, {osoba: hajkova-l}]\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  vedoucí_z_funkce: namestek\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - id: namestek\n"
	         "    název: Náměstkyně primátora pro sociální oblast\n"
	         "    nositelé: [{osoba: hajkova-l, od: 2022-11-01}]\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l, od: 2022-11-01}]\n"
	         "    členové: [{osoba: dvorakova-p}, {osoba: hajkova-l}]\n",
};

/* The role that the leader of the group is to hold; NULL when the town asks for none. */
static const struct node *role_asked_for(const struct plan *plan, const struct entity *group)
{
	const struct node *role = value_none();
	if (group_is_steering(plan, group))
		role = setting(plan, WORD_steering_group, WORD_leader_role);
	else if (group_is_working(group))
		role = setting(plan, WORD_groups, WORD_leader_role);
	return plan_target(plan, role) && plan_target(plan, role)->kind == KIND_role ? role : NULL;
}

static void leadership_check(const struct rule_context *context, const struct entity *group, const struct node *asked,
	struct tenures holders, const struct tenure *leadership)
{
	const struct entity *leader = leadership->holder, *role = plan_target(context->plan, asked);
	struct cover cover = {.arena = context->findings->arena};
	struct kpss_date day;
	if (!leader || value_is_true(field(leadership->mapping, WORD_acting)))
		return;
	for (size_t i = 0; i < holders.count; i++)
		if (tenure_person(context->plan, &holders.items[i]) == leader)
			cover_add(&cover, within_lifetime(role, holders.items[i].period));
	if (!cover_lacks(&cover, within_lifetime(group, leadership->period), context->as_of, &day))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &leader_not_by_office,
		.where = entity_span(group, tenure_place(leadership, WORD_person)),
		.related = setting_span(context->plan, asked),
		.arguments = {
			argument_text(leader->id),
			argument_text(group->id),
			argument_text(role->id),
			argument_date(day),
		},
		.subject = group->id,
	});
}

/* Where nobody is written as the holder of the role, nothing can be told. */
static void group_check(const struct rule_context *context, const struct entity *group)
{
	struct arena *arena = context->findings->arena;
	const struct node *asked = role_asked_for(context->plan, group);
	if (!asked || !period_is_sound(group->mapping))
		return;
	const struct entity *role = plan_target(context->plan, asked);
	struct tenures leaders = tenures_of(context->plan, group, WORD_leaders, arena);
	struct tenures holders = tenures_of_role(context->plan, role, arena);
	if (holders.count == 0 || !period_is_sound(role->mapping))
		return;
	for (size_t i = 0; i < leaders.count; i++)
		leadership_check(context, group, asked, holders, &leaders.items[i]);
}

static void offices_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		group_check(context, groups[i]);
}

const struct rule rule_office[] = {
	{offices_check, {&leader_not_by_office}},
	{0},
};
