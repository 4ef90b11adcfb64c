/* Areas of support: which group answers for each on every day, and its chapter in the plan. */
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"
#include "town/tenure.h"

static const struct finding_kind without_group = {
	.code = "area-without-group",
	.severity = KPSS_ERROR,
	.message = N_("the area ‘{0}’ has no group"),
	.label = N_("no group answers for it"),
	.remedy = N_("add the field ‘groups’ (skupiny) with the group and the day from which"),
	.related = N_("the town has decided here that every area has one group"),
	.meaning = N_("every area has a group on every day"),
	.explanation = N_("The town has decided that each area belongs to exactly one group. A day without one is a gap between the "
	                  "end of one assignment, or of the group itself, and the beginning of the next."),
	.setting = "groups.one_group_per_area",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "skupiny: {oblast_má_jednu_skupinu: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n",
	.right = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "skupiny: {oblast_má_jednu_skupinu: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny}]\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    druh: expertní\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n",
};
static const struct finding_kind group_gap = {
	.code = "area-without-group",
	.severity = KPSS_ERROR,
	.message = N_("the area ‘{0}’ has no group from {1} to {2}"),
	.label = N_("no group answers for it before or after this"),
	.remedy = N_("correct the days, or add the group that answered for it meanwhile"),
	.related = N_("the town has decided here that every area has one group"),
};
static const struct finding_kind two_groups = {
	.code = "area-with-two-groups",
	.severity = KPSS_ERROR,
	.message = N_("the area ‘{0}’ has two groups at once since {1}"),
	.label = N_("this assignment begins before the other one ends"),
	.remedy = N_("end the earlier assignment on the day before the later one begins"),
	.related = N_("the other assignment"),
	.meaning = N_("no area has two groups on one day"),
	.explanation = N_("The town has decided that each area belongs to exactly one group. Where two answer for it, neither does."),
	.setting = "groups.one_group_per_area",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "skupiny: {oblast_má_jednu_skupinu: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny, od: 2025-01-01, do: 2025-06-30}, {skupina: seniori, od: 2025-06-01}]\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    druh: expertní\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "  - id: seniori\n"
	         "    název: Senioři\n"
	         "    druh: expertní\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
	.right = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "skupiny: {oblast_má_jednu_skupinu: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny, od: 2025-01-01, do: 2025-05-31}, {skupina: seniori, od: 2025-06-01}]\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    druh: expertní\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "  - id: seniori\n"
	         "    název: Senioři\n"
	         "    druh: expertní\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
};
static const struct finding_kind not_taken_over = {
	.code = "area-not-taken-over",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{1}’ ended on {2} and no group has taken over the area ‘{0}’ on the next day"),
	.label = N_("the group that ended"),
	.remedy = N_("add the group that answers for the area from the next day on"),
	.related = N_("the last day of the group"),
	.meaning = N_("when a group ends, its areas pass to another one on the next day"),
	.explanation = N_("When a group is split, joined with another or renamed, each of its areas passes to a successor without a "
	                  "gap. Groups say from which ones they came in ‘predecessors’ (předchůdci)."),
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny, do: 2025-06-30}]\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    druh: expertní\n"
	         "    do: 2025-06-30\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "  - id: domov\n"
	         "    název: Domov\n"
	         "    druh: expertní\n"
	         "    od: 2025-07-01\n"
	         "    předchůdci: [rodiny]\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
	.right = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    skupiny: [{skupina: rodiny, do: 2025-06-30}, {skupina: domov, od: 2025-07-01}]\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "skupiny:\n"
	         "  - id: rodiny\n"
	         "    název: Rodiny s dětmi\n"
	         "    druh: expertní\n"
	         "    do: 2025-06-30\n"
	         "    vedoucí: [{osoba: dvorakova-p}]\n"
	         "    členové: [{osoba: dvorakova-p}]\n"
	         "  - id: domov\n"
	         "    název: Domov\n"
	         "    druh: expertní\n"
	         "    od: 2025-07-01\n"
	         "    předchůdci: [rodiny]\n"
	         "    vedoucí: [{osoba: hajkova-l}]\n"
	         "    členové: [{osoba: hajkova-l}]\n",
};
static const struct finding_kind without_chapter = {
	.code = "area-without-chapter",
	.severity = KPSS_WARNING,
	.message = N_("the area ‘{0}’ has no chapter in the plan"),
	.label = N_("no part of the plan is about it"),
	.remedy = N_("name the area in the items (položky) of a part of the plan"),
	.related = N_("the town has decided here that every area has a chapter"),
	.meaning = N_("every area has a chapter in the plan"),
	.explanation = N_("The town has decided that the plan speaks of each area in a chapter of its own."),
	.setting = "plan.chapter_per_area",
	.basis = N_("organization of community planning in Český Těšín"),
	.wrong = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "plán: {kapitola_pro_oblast: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n",
	.right = "# pravidla.yaml\n"
	         "úrovně: [{úroveň: oblast, je_oblast: true}, {úroveň: cíl}, {úroveň: opatření, je_opatření: true}]\n"
	         "plán: {kapitola_pro_oblast: true}\n"
	         "# plan.yaml\n"
	         "oblasti:\n"
	         "  - id: doma\n"
	         "    název: Život doma\n"
	         "    nadřazená_položka: plan-mesta\n"
	         "    opatření: [{id: odlehceni, název: Odlehčovací služba}]\n"
	         "části:\n"
	         "  - {id: kapitola-doma, název: Život doma, patří_do: plan-mesta, položky: [doma]}\n",
};

struct area {
	const struct rule_context *context;
	const struct entity *item;
	const struct entity *owner; /* in whose record the groups are written */
	struct period past; /* its days up to the one asked for */
	struct tenures groups; /* only while the groups existed */
	bool one_group; /* has the town decided that it has exactly one? */
};

static struct finding_argument item_argument(const struct area *area)
{
	return argument_text(area->item->id);
}

static struct kpss_span decided_span(const struct area *area)
{
	return setting_span(area->context->plan, setting(area->context->plan, WORD_groups, WORD_one_group_per_area));
}

static bool has_successor(const struct plan *plan, const struct entity *group)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *list = field(groups[i]->mapping, WORD_predecessors);
		for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
			if (plan_target(plan, item) == group)
				return true;
	}
	return false;
}

/* Did the group end with the assignment, leaving successors that should have taken over? */
static bool ended_with_successor(const struct area *area, const struct tenure *assignment)
{
	struct kpss_date end = mapping_period(assignment->holder->mapping).to;
	return !day_is_open(end) && assignment->period.to.days == end.days &&
		has_successor(area->context->plan, assignment->holder);
}

static void gap_report(void *user, const struct tenure *before, const struct tenure *after, struct period days)
{
	const struct area *area = user;
	struct finding finding = {
		.arguments = {item_argument(area), argument_date(days.from), argument_date(days.to)},
		.subject = area->item->id,
	};
	if (before && ended_with_successor(area, before)) {
		finding.kind = &not_taken_over;
		finding.where = entity_span(area->owner, field(before->mapping, WORD_group));
		finding.related = entity_span(before->holder, field(before->holder->mapping, WORD_to));
		finding.arguments[1] = argument_text(before->holder->id);
		finding.arguments[2] = argument_date(before->period.to);
	} else if (area->one_group) {
		finding.kind = &group_gap;
		finding.where = entity_span(area->owner,
			before ? tenure_place(before, WORD_to) : tenure_place(after, WORD_from));
		finding.related = decided_span(area);
	} else {
		return;
	}
	findings_add(area->context->findings, &finding);
}

static void overlap_report(void *user, const struct tenure *second, const struct tenure *first, struct period days)
{
	const struct area *area = user;
	if (!area->one_group)
		return;
	findings_add(area->context->findings, &(struct finding){
		.kind = &two_groups,
		.where = entity_span(area->owner, tenure_place(second, WORD_from)),
		.related = entity_span(area->owner, tenure_place(first, WORD_to)),
		.arguments = {item_argument(area), argument_date(days.from)},
		.subject = area->item->id,
	});
}

static void without_group_report(const struct area *area)
{
	if (!area->one_group || period_is_empty(area->past))
		return;
	findings_add(area->context->findings, &(struct finding){
		.kind = &without_group,
		.where = entity_span(area->item, entity_name(area->item)),
		.related = decided_span(area),
		.arguments = {item_argument(area)},
		.subject = area->item->id,
	});
}

/* Puts one more behind those that begin no later than it. */
static void tenure_insert(struct tenure *tenures, size_t count, struct tenure tenure)
{
	size_t at = count;
	while (at > 0 && tenures[at - 1].period.from.days > tenure.period.from.days)
		at--;
	memmove(&tenures[at + 1], &tenures[at], (count - at) * sizeof *tenures);
	tenures[at] = tenure;
}

/* Groups answer for an area only while they exist. False when a day or a group is wrong, which is a finding of its own. */
static bool within_groups(struct tenures *tenures, struct arena *arena)
{
	struct tenure *clipped = arena_array(arena, tenures->count + 1, sizeof *clipped);
	size_t count = 0;
	for (size_t i = 0; i < tenures->count; i++) {
		struct tenure tenure = tenures->items[i];
		if (!tenure.holder || !period_is_sound(tenure.holder->mapping))
			return false;
		tenure.period = within_lifetime(tenure.holder, tenure.period);
		if (!period_is_empty(tenure.period))
			tenure_insert(clipped, count++, tenure);
	}
	*tenures = (struct tenures){.items = clipped, .count = count};
	return true;
}

static void groups_check(const struct rule_context *context, const struct entity *item)
{
	struct area area = {
		.context = context,
		.item = item,
		.owner = item,
		.past = item_period(item),
		.one_group = setting_is_true(context->plan, WORD_groups, WORD_one_group_per_area),
	};
	const struct entity *plan = item_plan(item);
	if (!plan || !period_is_sound(item->mapping) || !period_is_sound(plan->mapping))
		return;
	area.past.to = day_earlier(area.past.to, context->as_of);
	bool written = !is_absent(item_groups(item, &area.owner));
	if (written)
		area.groups = tenures_of(context->plan, area.owner, WORD_groups, context->findings->arena);
	if (area.groups.unsound || !within_groups(&area.groups, context->findings->arena))
		return;
	if (area.groups.count == 0)
		without_group_report(&area);
	else
		tenures_survey(area.groups, area.past,
			&(struct tenure_survey){.user = &area, .gap = gap_report, .overlap = overlap_report});
}

static void areas_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++)
		if (item_is_flagged(context->plan, items[i], WORD_area))
			groups_check(context, items[i]);
}

static bool has_chapter(const struct plan *plan, const struct entity *item)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(plan, KIND_part, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *list = field(parts[i]->mapping, WORD_nodes);
		for (const struct node *named = value_first_item(list); named; named = node_next_item(list, named))
			if (plan_target(plan, named) == item)
				return true;
	}
	return false;
}

static void chapters_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	const struct node *decided = setting(context->plan, WORD_plan, WORD_chapter_per_area);
	if (!value_is_true(decided))
		return;
	for (uint32_t i = 0; i < count; i++) {
		bool is_area = item_is_flagged(context->plan, items[i], WORD_area);
		if (!is_area || has_chapter(context->plan, items[i]))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &without_chapter,
			.where = entity_span(items[i], entity_name(items[i])),
			.related = setting_span(context->plan, decided),
			.arguments = {argument_text(items[i]->id)},
			.subject = items[i]->id,
		});
	}
}

const struct rule rule_area[] = {
	{areas_check, {&without_group, &group_gap, &two_groups, &not_taken_over}},
	{chapters_check, {&without_chapter}},
	{0},
};
