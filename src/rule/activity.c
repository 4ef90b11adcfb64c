/* Is whoever answers for an item of the plan still active: at meetings, in tasks, in evaluations? */
#include "base/day.h"
#include "base/language.h"
#include "rule/finished.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"
#include "town/years.h"

#define TOWN                                                                                       \
	"# pravidla.yaml\n"                                                                        \
	"skupiny: {odpovědný_je_člen: true}\n"                                                  \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    vedoucí: [{osoba: dvorakova-p}]\n"                                                   \
	"    členové: [{osoba: dvorakova-p}, {osoba: hajkova-l}]\n"                              \
	"opatření:\n"                                                                            \
	"  - id: sluzba-vecer\n"                                                                   \
	"    název: Rozšířit službu na večer\n"                                              \
	"    nadřazená_položka: plan-mesta\n"                                                   \
	"    skupiny: [{skupina: rodiny}]\n"                                                       \
	"    odpovídá: hajkova-l\n"                                                              \
	"# jednani.yaml\n"                                                                         \
	"jednání:\n"

static const struct finding_kind owner_inactive = {
	.code = "owner-inactive",
	.severity = KPSS_NOTE,
	.message = N_("‘{0}’, who answers for ‘{1}’, took no part in its group in {2}"),
	.label = N_("came to no meeting, has no task and no result"),
	.remedy = N_("ask whether the person still answers for the item, or name somebody else"),
	.related = N_("the group that answers for the item"),
	.meaning = N_("who answers for an item takes part in the work of its group"),
	.explanation = N_("Judged is the last finished year, of members who belonged to the group "
			  "through all of it, and only "
			  "when every meeting tells by name who came. A task for the item, a "
			  "result in the evaluation of "
			  "that year or its authorship are enough to be active."),
	.setting = "groups.owner_is_member",
	.basis = N_("Český Těšín: every member is responsible for the goals set"),
	.wrong = TOWN
	"  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11, účast: {přítomni: [dvorakova-p]}}\n",
	.right = TOWN "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11, účast: {přítomni: "
		      "[dvorakova-p, hajkova-l]}}\n",
};

/* An item, who answers for it, and the year that is judged. */
struct ownership {
	const struct rule_context *context;
	const struct entity *item, *person;
	int year;
	struct period days; /* of the year */
};

static bool period_covers(struct period outer, struct period inner)
{
	return outer.from.days <= inner.from.days && inner.to.days <= outer.to.days;
}

/* Was the person a member of the group through the year, and is one on the day of judgement? */
static bool stayed_all_year(const struct ownership *of, const struct entity *group)
{
	struct stays stays = stays_in_group(stays_of_person(of->context->stays, of->person), group);
	const struct stay *stay = stay_on(stays, of->days.from);
	struct kpss_date day = day_earlier(item_period(of->item).to, of->context->as_of);
	return stay && stay->period.to.days >= day_later(of->days.to, day).days;
}

enum attendance { NEVER_MET, WAS_AWAY, CAME_OR_UNKNOWN };

static enum attendance attendance_of(const struct ownership *of, const struct entity *group)
{
	struct gatherings meetings =
		gatherings_within(gatherings_of(of->context->gatherings, group), of->days);
	enum attendance found = NEVER_MET;
	for (size_t i = 0; i < meetings.count; i++) {
		const struct entity *meeting = meetings.items[i].meeting;
		if (!meeting_was_held(meeting))
			continue;
		if (!meeting_names_all(meeting) ||
			meeting_was_attended_by(of->context->plan, meeting, of->person))
			return CAME_OR_UNKNOWN;
		found = WAS_AWAY;
	}
	return found;
}

static bool list_has_person(const struct ownership *of, const struct node *list)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		if (plan_target(of->context->plan, field(item, WORD_person)) == of->person)
			return true;
	return false;
}

/* Is a result about the item and by the person? One that does not say by whom may be. */
static bool result_is_own(const struct ownership *of, const struct node *result)
{
	const struct plan *plan = of->context->plan;
	const struct node *by = field(result, WORD_evaluated_by);
	const struct entity *row = plan_target(plan, field(result, WORD_row));
	const struct entity *about =
		plan_target(plan, field(row ? row->mapping : result, WORD_measure));
	return about == of->item && (is_absent(by) || list_has_person(of, by));
}

static bool has_evaluated(const struct ownership *of)
{
	uint32_t count;
	const struct entity *const *evaluations =
		plan_kind(of->context->plan, KIND_evaluation, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = evaluations[i]->mapping,
				  *results = field(mapping, WORD_results);
		if (!years_hold(mapping, of->year))
			continue;
		if (list_has_person(of, field(mapping, WORD_authors)))
			return true;
		for (const struct node *item = value_first_item(results); item;
			item = node_next_item(results, item))
			if (result_is_own(of, item))
				return true;
	}
	return false;
}

/* The days from when a task was given to when it is due. */
static struct period task_period(const struct plan *plan, const struct entity *task)
{
	const struct entity *named = plan_target(plan, field(task->mapping, WORD_meeting));
	const struct entity *meeting = named ? named : task->parent;
	struct kpss_date due = value_date(field(task->mapping, WORD_due), KPSS_DATE_LATEST);
	struct kpss_date given = value_date(
		meeting ? field(meeting->mapping, WORD_date) : value_none(), KPSS_DATE_EARLIEST);
	return (struct period){.from = given, .to = day_later(due, given)};
}

static bool had_a_task(const struct ownership *of)
{
	uint32_t count;
	const struct plan *plan = of->context->plan;
	const struct entity *const *tasks = plan_kind(plan, KIND_task, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = tasks[i]->mapping;
		struct period days = task_period(plan, tasks[i]);
		bool in_year =
			days.from.days <= of->days.to.days && of->days.from.days <= days.to.days;
		bool own = plan_target(plan, field(mapping, WORD_owner)) == of->person ||
			   list_has_person(of, field(mapping, WORD_responsible));
		if (in_year && own && plan_target(plan, field(mapping, WORD_measure)) == of->item)
			return true;
	}
	return false;
}

/* The first of the groups of the item whose member the person is; NULL when none of them is known to have met without the person
 * all year, or the person came to one of them. */
static const struct node *group_stayed_away_from(const struct ownership *of)
{
	const struct node *groups = item_groups(of->item, NULL), *away = NULL;
	for (const struct node *entry = value_first_item(groups); entry;
		entry = node_next_item(groups, entry)) {
		const struct node *name = field(entry, WORD_group);
		const struct entity *group = plan_target(of->context->plan, name);
		if (!group || !period_is_sound(entry))
			return NULL;
		enum attendance attendance = attendance_of(of, group);
		if (attendance == CAME_OR_UNKNOWN)
			return NULL;
		bool judged = period_covers(mapping_period(entry), of->days) &&
			      stayed_all_year(of, group);
		if (!away && attendance == WAS_AWAY && judged)
			away = name;
	}
	return away;
}

static void ownership_check(const struct ownership *of)
{
	const struct entity *in;
	bool whole = period_is_sound(of->item->mapping) &&
		     period_covers(item_period(of->item), of->days);
	if (!whole || item_is_dropped(of->context->plan, of->item))
		return;
	const struct node *group = group_stayed_away_from(of);
	if (!group || had_a_task(of) || has_evaluated(of))
		return;
	item_groups(of->item, &in);
	findings_add(of->context->findings,
		&(struct finding){
			.kind = &owner_inactive,
			.where = entity_span(of->item, field(of->item->mapping, WORD_owner)),
			.related = entity_span(in, group),
			.arguments =
				{
					argument_text(of->person->id),
					argument_text(of->item->id),
					year_argument(of->context, of->year),
				},
			.subject = of->item->id,
		});
}

static void activity_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	struct year_range years = finished_years(context);
	struct ownership of = {.context = context, .year = years.last};
	if (!setting_is_true(context->plan, WORD_groups, WORD_owner_is_member) ||
		years.first > years.last)
		return;
	of.days = (struct period){.from = year_begin(years.last), .to = year_end(years.last)};
	for (uint32_t i = 0; i < count; i++) {
		of.item = items[i];
		of.person = plan_target(context->plan, field(items[i]->mapping, WORD_owner));
		if (of.person)
			ownership_check(&of);
	}
}

const struct rule rule_activity[] = {
	{activity_check, {&owner_inactive}},
	{0},
};
