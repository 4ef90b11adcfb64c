/* Who sits in the steering group although no office puts them there. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/cover.h"
#include "town/gathering.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind steering_member_extra = {
	.code = "steering-member-extra",
	.severity = KPSS_ERROR,
	.message = N_("nothing makes ‘{0}’ a member of the steering group ‘{1}’ on {2}"),
	.label = N_("holds no office on that day that the town lists"),
	.remedy = N_("end the membership with the office, or add the role to the profile (členové_z_funkce)"),
	.related = N_("the town admits no others here"),
	.meaning = N_("nobody but the holders of the offices that the town lists sits in the steering group"),
	.explanation = N_("Where the town admits no other members, everybody in the steering group holds a listed role, chairs it "
			  "by virtue of an office or leads a working group. A former leader leaves it with the leadership."),
	.setting = "steering_group.no_other_members",
	.basis = N_("Český Těšín: the steering group is the leaders of working groups and the head of the department"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  členové_z_funkce: [vedouci-odboru]\n"
	         "  jiní_členové_vyloučeni: true\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - {id: vedouci-odboru, název: Vedoucí odboru, nositelé: [{osoba: hajkova-l, od: 2024-01-01}]}\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l, od: 2024-01-01}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n"
	         "      - {osoba: dvorakova-p, orgán: rada, strana: zadavatel, od: 2024-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  členové_z_funkce: [vedouci-odboru]\n"
	         "  jiní_členové_vyloučeni: true\n"
	         "# skupiny.yaml\n"
	         "funkce:\n"
	         "  - {id: vedouci-odboru, název: Vedoucí odboru, nositelé: [{osoba: hajkova-l, od: 2024-01-01}]}\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l, od: 2024-01-01}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, orgán: rada, strana: zadavatel, od: 2024-01-01}\n",
};

/* Offices, each as a stay of its holder: what makes a member of the steering group. */
struct offices {
	const struct rule_context *context;
	struct stay *items;
	size_t count;
	bool unsound; /* a day is wrong, so somebody may hold an office that is not seen */
};

static void tenures_take(struct offices *offices, const struct entity *record, uint32_t list)
{
	struct tenures tenures = tenures_of(offices->context->plan, record, list, offices->context->findings->arena);
	offices->unsound = offices->unsound || tenures.unsound || !period_is_sound(record->mapping);
	for (size_t i = 0; i < tenures.count; i++)
		offices->items[offices->count++] = (struct stay){
			.person = tenure_person(offices->context->plan, &tenures.items[i]),
			.period = within_lifetime(record, tenures.items[i].period),
		};
}

/* Does the town make the holders written in this role members: by a list of roles, or because they lead? */
static bool is_asked_for(const struct plan *plan, const struct entity *role)
{
	const struct node *roles = setting(plan, WORD_steering_group, WORD_member_roles);
	const struct entity *leads = plan_target(plan, setting(plan, WORD_steering_group, WORD_leader_role));
	if (leads && role_with_holders(plan, leads) == role)
		return true;
	for (const struct node *item = value_first_item(roles); item; item = node_next_item(roles, item)) {
		const struct entity *asked = plan_target(plan, item);
		if (asked && role_with_holders(plan, asked) == role)
			return true;
	}
	return false;
}

static void roles_take(struct offices *offices)
{
	const struct plan *plan = offices->context->plan;
	uint32_t count;
	const struct entity *const *roles = plan_kind(plan, KIND_role, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_asked_for(plan, roles[i]))
			tenures_take(offices, roles[i], WORD_holders);
}

static void groups_take(struct offices *offices)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(offices->context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		if (group_is_working(groups[i]))
			tenures_take(offices, groups[i], WORD_leaders);
}

static size_t lists_size(const struct plan *plan, uint16_t kind, uint32_t list)
{
	size_t size = 0;
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, kind, &count);
	for (uint32_t i = 0; i < count; i++)
		size += field(records[i]->mapping, list)->size;
	return size;
}

static int office_compare(const void *left, const void *right)
{
	const struct stay *a = left, *b = right;
	return (a->person > b->person) - (a->person < b->person);
}

static struct offices offices_of(const struct rule_context *context)
{
	const struct plan *plan = context->plan;
	struct offices offices = {.context = context};
	size_t most = lists_size(plan, KIND_role, WORD_holders) + lists_size(plan, KIND_group, WORD_leaders);
	offices.items = arena_array(context->findings->arena, most + 1, sizeof *offices.items);
	roles_take(&offices);
	if (setting_is_true(plan, WORD_steering_group, WORD_group_leaders_are_members))
		groups_take(&offices);
	qsort(offices.items, offices.count, sizeof *offices.items, office_compare);
	return offices;
}

static void member_check(const struct offices *offices, const struct entity *group, const struct node *member)
{
	const struct rule_context *context = offices->context;
	const struct entity *person = plan_target(context->plan, field(member, WORD_person));
	struct cover cover = {.arena = context->findings->arena};
	struct kpss_date day;
	if (!person || !period_is_sound(member))
		return;
	struct stays held = stays_of_person((struct stays){.items = offices->items, .count = offices->count}, person);
	for (size_t i = 0; i < held.count; i++)
		cover_add(&cover, held.items[i].period);
	if (!cover_lacks(&cover, within_lifetime(group, mapping_period(member)), context->as_of, &day))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &steering_member_extra,
		.where = entity_span(group, field(member, WORD_person)),
		.related = setting_span(context->plan,
			setting(context->plan, WORD_steering_group, WORD_no_other_members)),
		.arguments = {argument_text(person->id), argument_text(group->id), argument_date(day)},
		.subject = group->id,
	});
}

static void extra_check(const struct rule_context *context)
{
	if (!setting_is_true(context->plan, WORD_steering_group, WORD_no_other_members))
		return;
	struct offices offices = offices_of(context);
	size_t count;
	const struct entity *const *groups = steering_groups(context->plan, context->findings->arena, &count);
	for (size_t i = 0; i < count && !offices.unsound; i++) {
		const struct node *members = field(groups[i]->mapping, WORD_members);
		if (!period_is_sound(groups[i]->mapping))
			continue;
		for (const struct node *item = value_first_item(members); item; item = node_next_item(members, item))
			member_check(&offices, groups[i], item);
	}
}

const struct rule rule_steering_extra[] = {
	{extra_check, {&steering_member_extra}},
	{0},
};
