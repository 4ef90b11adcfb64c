/* The steering group: there is one, not two, and the sides that the town asks for sit in it. */
#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/gathering.h"
#include "town/setting.h"
#include "town/side.h"
#include "town/tenure.h"

static const struct finding_kind steering_group_missing = {
	.code = "steering-group-missing",
	.severity = KPSS_ERROR,
	.message = N_("there is no steering group"),
	.label = N_("the town has rules for it"),
	.remedy = N_("add the group with type: steering (druh: řídicí), or name it here (skupina)"),
	.meaning = N_("a town with rules for a steering group has one"),
	.explanation = N_("The steering group leads the planning between the groups and the elected bodies. It is the one that "
			  "the profile names, or a group of that type; one may follow the other without a gap."),
	.setting = "steering_group",
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín, Sušice)"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  svolávání: podle potřeby\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  svolávání: podle potřeby\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    od: 2026-01-01\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
};
static const struct finding_kind steering_group_gap = {
	.code = "steering-group-missing",
	.severity = KPSS_ERROR,
	.message = N_("there is no steering group from {1} to {2}"),
	.label = N_("the one before ends here"),
	.remedy = N_("correct the days, or add the group that followed"),
	.related = N_("the town has rules for it"),
};
static const struct finding_kind steering_group_ended = {
	.code = "steering-group-missing",
	.severity = KPSS_ERROR,
	.message = N_("there is no steering group since {1}"),
	.label = N_("the last one ends here"),
	.remedy = N_("correct the day, or add the group that followed"),
	.related = N_("the town has rules for it"),
};
static const struct finding_kind two_steering_groups = {
	.code = "two-steering-groups",
	.severity = KPSS_ERROR,
	.message = N_("there are two steering groups at once from {2} to {3}: ‘{0}’ and ‘{1}’"),
	.label = N_("begins before the other one ends"),
	.remedy = N_("end the earlier one on the day before the later one begins, or correct the type (druh) of one of them"),
	.related = N_("the other steering group"),
	.meaning = N_("there is no day on which two groups steer"),
	.explanation = N_("Working groups, the coordinator and the elected bodies have to know who decides. Several groups may "
			  "steer one after the other."),
	.setting = "steering_group",
	.basis = N_("organization of community planning in all the towns (Frýdek-Místek, Český Těšín, Sušice)"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  svolávání: podle potřeby\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: koordinacni-skupina\n"
	         "    název: Koordinační skupina\n"
	         "    druh: řídicí\n"
	         "    od: 2020-01-01\n"
	         "    do: 2026-01-31\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    od: 2026-01-01\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  svolávání: podle potřeby\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: koordinacni-skupina\n"
	         "    název: Koordinační skupina\n"
	         "    druh: řídicí\n"
	         "    od: 2026-01-01\n"
	         "    do: 2026-01-31\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    od: 2026-02-01\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
};
static const struct finding_kind two_steering_groups_still = {
	.code = "two-steering-groups",
	.severity = KPSS_ERROR,
	.message = N_("there are two steering groups at once: ‘{0}’ and ‘{1}’"),
	.label = N_("the other one has not ended"),
	.remedy = N_("end the earlier one on the day before the later one begins, or correct the type (druh) of one of them"),
	.related = N_("the other steering group"),
};
static const struct finding_kind steering_side_missing = {
	.code = "steering-side-missing",
	.severity = KPSS_WARNING,
	.message = N_("the side ‘{1}’ has nobody in the steering group ‘{0}’ on {2}"),
	.label = N_("no member stands for that side"),
	.remedy = N_("add a member for the side, or write the side (strana) with the member who stands for it"),
	.related = N_("the town asks for it here"),
	.meaning = N_("all sides that the town asks for sit in the steering group"),
	.explanation = N_("Community planning is an agreement of those who use services, those who provide them and those who "
			  "pay for them. Whoever is missing is decided about. Judged on the day asked for, or on the last day "
			  "of the group."),
	.setting = "steering_group.required_sides",
	.basis = N_("Český Těšín: users, providers and commissioners in the steering group"),
	.wrong = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  povinné_strany: [zadavatel, uživatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, strana: zadavatel, orgán: rada, od: 2025-01-01}\n",
	.right = "# pravidla.yaml\n"
	         "řídicí_skupina:\n"
	         "  povinné_strany: [zadavatel, uživatel]\n"
	         "# skupiny.yaml\n"
	         "skupiny:\n"
	         "  - id: ridici-skupina\n"
	         "    název: Řídicí skupina\n"
	         "    druh: řídicí\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové:\n"
	         "      - {osoba: hajkova-l, strana: zadavatel, orgán: rada, od: 2025-01-01}\n"
	         "      - {označení: uživatelka služby, strana: uživatel, od: 2025-01-01}\n",
};

static struct kpss_span section_span(const struct rule_context *context)
{
	const struct node *key = field_key(plan_profile(context->plan), WORD_steering_group);
	return setting_span(context->plan, key);
}

struct steering_survey {
	const struct rule_context *context;
};

static void gap_report(void *user, const struct tenure *before, const struct tenure *after, struct period days)
{
	const struct rule_context *context = ((const struct steering_survey *)user)->context;
	(void)after; /* the survey begins with the first group, so there is always one before */
	bool still = days.to.days >= context->as_of.days;
	findings_add(context->findings, &(struct finding){
		.kind = still ? &steering_group_ended : &steering_group_gap,
		.where = entity_span(before->holder, tenure_place(before, WORD_to)),
		.related = section_span(context),
		.arguments = {
			argument_text(before->holder->id),
			argument_date(days.from),
			argument_date(days.to),
		},
		.subject = before->holder->id,
	});
}

static void overlap_report(void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	const struct rule_context *context = ((const struct steering_survey *)user)->context;
	bool still = days.to.days >= context->as_of.days;
	findings_add(context->findings, &(struct finding){
		.kind = still ? &two_steering_groups_still : &two_steering_groups,
		.where = entity_span(second->holder, entity_name(second->holder)),
		.related = entity_span(first->holder, entity_name(first->holder)),
		.arguments = {
			argument_text(first->holder->id),
			argument_text(second->holder->id),
			argument_date(days.from),
			argument_date(days.to),
		},
		.subject = second->holder->id,
	});
}

/* A name that leads nowhere is a finding of its own. */
static bool names_nothing(const struct rule_context *context)
{
	const struct node *named = setting(context->plan, WORD_steering_group, WORD_group);
	return !is_absent(named) && !plan_target(context->plan, named);
}

static struct tenures steering_of(const struct rule_context *context)
{
	struct arena *arena = context->findings->arena;
	size_t count;
	const struct entity *const *groups = steering_groups(context->plan, arena, &count);
	return tenures_of_records(groups, count, arena);
}

static void existence_check(const struct rule_context *context)
{
	if (is_absent(setting(context->plan, WORD_steering_group, 0)) || names_nothing(context))
		return;
	struct tenures groups = steering_of(context);
	if (groups.count == 0 && !groups.unsound)
		findings_add(context->findings, &(struct finding){
			.kind = &steering_group_missing,
			.where = section_span(context),
		});
	if (groups.count == 0)
		return;
	struct period past = {.from = groups.items[0].period.from, .to = context->as_of};
	struct steering_survey user = {.context = context};
	tenures_survey(groups, past,
		&(struct tenure_survey){.user = &user, .gap = gap_report, .overlap = overlap_report});
}

/* The group that steers on the day asked for, else the one that did so last. */
static const struct tenure *steering_lately(const struct rule_context *context, struct tenures groups)
{
	const struct tenure *now = tenure_on(groups, context->as_of), *last = NULL;
	for (size_t i = 0; i < groups.count; i++) {
		struct kpss_date end = groups.items[i].period.to;
		if (end.days < context->as_of.days && (!last || end.days > last->period.to.days))
			last = &groups.items[i];
	}
	return now ? now : last;
}

static void sides_check(const struct rule_context *context)
{
	const struct node *sides = setting(context->plan, WORD_steering_group, WORD_required_sides);
	const struct tenure *steering = steering_lately(context, steering_of(context));
	if (!steering)
		return;
	const struct entity *group = steering->holder;
	struct kpss_date day = day_earlier(steering->period.to, context->as_of);
	for (const struct node *side = value_first_item(sides); side; side = node_next_item(sides, side)) {
		if (value_word(side) == UINT32_MAX || side_is_present(context->plan, group, value_word(side), day))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &steering_side_missing,
			.where = entity_span(group, entity_name(group)),
			.related = setting_span(context->plan, side),
			.arguments = {argument_text(group->id), argument_text(value_text(side)), argument_date(day)},
			.subject = group->id,
		});
	}
}

const struct rule rule_steering[] = {
	{existence_check,
		{&steering_group_missing, &steering_group_gap, &steering_group_ended, &two_steering_groups,
			&two_steering_groups_still}},
	{sides_check, {&steering_side_missing}},
	{0},
};
