/* Days of cycles, plans, evaluations and the projects that pay for them. */
#include "answer/due_inside.h"

#include "answer/standing.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "town/item.h"
#include "town/setting.h"
#include "town/years.h"

static void phases_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		unsigned number = 0;
		for (const struct node *item = value_first_item(phases); item;
			item = node_next_item(phases, item)) {
			number++;
			if (!period_is_sound(item))
				continue;
			struct kpss_str of = phase_of(plan, item);
			due_add(search,
				(struct due){
					.day = mapping_period(item).from,
					.subject = cycles[i],
					.detail = arena_format(search->arena, "%u", number),
					.place = item,
					.arguments = {argument_text(
							      of.len ? of
								     : record_called(cycles[i])),
						phase_argument(plan, item)},
				});
		}
	}
}

static void milestones_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(search->context.plan, KIND_cycle, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *milestones = field(cycles[i]->mapping, WORD_milestones);
		unsigned number = 0;
		for (const struct node *item = value_first_item(milestones); item;
			item = node_next_item(milestones, item)) {
			number++;
			if (value_date(field(item, WORD_done), KPSS_DATE_LATEST).days <=
				search->context.as_of.days)
				continue;
			due_add(search,
				(struct due){
					.day = value_date(field(item, WORD_due), KPSS_DATE_LATEST),
					.subject = cycles[i],
					.detail = arena_format(search->arena, "%u", number),
					.place = item,
					.arguments = {argument_text(
						value_text(field(item, WORD_name)))},
				});
		}
	}
}

static void plan_ends_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(search->context.plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (period_is_sound(plans[i]->mapping))
			due_add(search,
				(struct due){
					.day = plan_period(plans[i]).to,
					.subject = plans[i],
					.place = entity_name(plans[i]),
					.arguments = {argument_text(record_called(plans[i]))},
				});
}

/* Is there an evaluation of the record (plan or action plan) about that year? One of the whole
 * year's plan counts for its action plans. */
static bool is_evaluated(const struct due_search *search, const struct entity *evaluated, int year)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *evaluations = plan_kind(plan, KIND_evaluation, &count);
	const struct entity *whole = plan_target(plan, field(evaluated->mapping, WORD_plan));
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = evaluations[i]->mapping;
		const struct entity *action_plan =
			plan_target(plan, field(mapping, WORD_action_plan));
		const struct entity *of = plan_target(plan, field(mapping, WORD_plan));
		struct kpss_date date = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST);
		bool names = action_plan ? action_plan == evaluated
					 : of && (of == evaluated || of == whole);
		if (names && years_hold(mapping, year) && date.days <= search->context.as_of.days)
			return true;
	}
	return false;
}

/* For each year of the record, the day by which it is to be evaluated. */
static void years_look(struct due_search *search, const struct entity *record, struct period period,
	int64_t within)
{
	enum { YEARS_MOST = 40 }; /* a year mistyped by centuries is not worth hundreds of days */
	if (day_is_open(period.from) || day_is_open(period.to))
		return;
	int first = day_year(period.from), last = day_year(period.to);
	for (int year = first; year <= last && year <= first + YEARS_MOST; year++)
		if (years_hold(record->mapping, year) && !is_evaluated(search, record, year))
			due_add(search, (struct due){
						.day = day_plus_days(year_end(year), within),
						.subject = record,
						.detail = arena_format(search->arena, "%d", year),
						.place = entity_name(record),
						.arguments = {argument_text(record_called(record)),
							argument_number(year)},
					});
}

static void evaluations_find(struct due_search *search)
{
	uint32_t action_plan_count, plan_count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *action_plans =
		plan_kind(plan, KIND_action_plan, &action_plan_count);
	const struct entity *const *plans = plan_kind(plan, KIND_plan, &plan_count);
	int64_t within = setting_number(plan, WORD_evaluation, WORD_within_days, -1);
	if (within < 0)
		return;
	for (uint32_t i = 0; i < action_plan_count; i++)
		years_look(search, action_plans[i], years_period(action_plans[i]->mapping), within);
	/* A town without action plans evaluates the plan itself. */
	for (uint32_t i = 0; action_plan_count == 0 && i < plan_count; i++)
		years_look(search, plans[i], plan_period(plans[i]), within);
}

static void funding_ends_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *projects = plan_kind(plan, KIND_funding_project, &count);
	for (uint32_t i = 0; i < count; i++)
		if (period_is_sound(projects[i]->mapping))
			due_add(search,
				(struct due){
					.day = mapping_period(projects[i]->mapping).to,
					.subject = projects[i],
					.who = plan_target(plan,
						field(projects[i]->mapping, WORD_beneficiary)),
					.place = entity_name(projects[i]),
					.arguments = {argument_text(record_called(projects[i]))},
				});
}

static void funding_outputs_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *projects = plan_kind(plan, KIND_funding_project, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *outputs = field(projects[i]->mapping, WORD_outputs);
		unsigned number = 0;
		for (const struct node *item = value_first_item(outputs); item;
			item = node_next_item(outputs, item)) {
			struct kpss_str what = value_text(field(item, WORD_what));
			what = what.len ? what : value_text(field(item, WORD_type));
			due_add(search,
				(struct due){
					.day = value_date(field(item, WORD_due), KPSS_DATE_LATEST),
					.subject = projects[i],
					.detail = arena_format(search->arena, "%u", ++number),
					.who = plan_target(plan,
						field(projects[i]->mapping, WORD_beneficiary)),
					.place = item,
					.arguments = {argument_text(record_called(projects[i])),
						argument_text(what)},
				});
		}
	}
}

static void items_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = items[i]->mapping, *due = field(mapping, WORD_due);
		const struct entity *owner = plan_target(plan, field(mapping, WORD_owner));
		if (is_absent(due) || due_is_over(plan, field(mapping, WORD_status)))
			continue;
		due_add(search, (struct due){
					.day = value_date(due, KPSS_DATE_LATEST),
					.subject = items[i],
					.who = owner ? owner
						     : due_responsible(plan,
							       field(mapping, WORD_responsible)),
					.place = due,
					.arguments = {argument_text(record_called(items[i]))},
				});
	}
}

const struct due_kind due_plans[] = {
	{.word = "phase",
		.text = N_("the phase ‘{1}’ begins ({0})"),
		.happens = true,
		.find = phases_find},
	{.word = "milestone", .text = N_("milestone: {0}"), .find = milestones_find},
	{.word = "plan-end",
		.text = N_("the plan ‘{0}’ ends"),
		.happens = true,
		.find = plan_ends_find},
	{.word = "evaluation",
		.text = N_("evaluate the year {1}: ‘{0}’"),
		.setting = "evaluation.within_days",
		.find = evaluations_find},
	{.word = "funding-end",
		.text = N_("the funding project ‘{0}’ ends"),
		.happens = true,
		.find = funding_ends_find},
	{.word = "funding-output",
		.text = N_("output of the funding project ‘{0}’: {1}"),
		.happens = true,
		.find = funding_outputs_find},
	{.word = "item", .text = N_("to be done: {0}"), .find = items_find},
	{0},
};
