/* How often groups meet: in a year, at least once in so many months, in a project. */
#include "base/day.h"
#include "base/language.h"
#include "rule/finished.h"
#include "rule/past_meeting.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/tenure.h"

#define GROUP                                                                                      \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: rodiny\n"                                                                         \
	"    název: Rodiny s dětmi\n"                                                            \
	"    od: 2025-01-01\n"                                                                     \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"

static const struct finding_kind too_few_meetings = {
	.code = "too-few-meetings",
	.severity = KPSS_WARNING,
	.message = N_("the group ‘{0}’ had too few meetings in {1}: {2}, at least {3} are wanted"),
	.label = N_("met too rarely"),
	.remedy = N_("add the records of meetings that are missing, or correct since when the "
		     "group exists"),
	.related = N_("the least number is set here"),
	.meaning = N_("every group meets as often in a year as the town wants"),
	.explanation = N_("Only finished calendar years are judged, from the year of the first recorded meeting to "
			  "the end of the last plan. To a group that existed for part of a year only that part "
			  "of the number applies, rounded down. A decision by letters (per rollam) is no meeting."),
	.setting = "groups.minimum_meetings_per_year steering_group.minimum_meetings_per_year",
	.basis = N_("Český Těšín: working groups meet as needed, at least four times a year"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {nejméně_jednání_ročně: 2}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {nejméně_jednání_ročně: 2}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11}\n"
		 "  - {id: rodiny-2, orgán: rodiny, datum: 2025-10-14}\n",
};
static const struct finding_kind meeting_interval = {
	.code = "meeting-interval",
	.severity = KPSS_WARNING,
	.message = P_("the group ‘{1}’ did not meet for more than {0} month, from {2} to {3}",
		"the group ‘{1}’ did not meet for more than {0} months, from {2} to {3}"),
	.label = N_("the break ends or begins here"),
	.remedy = N_("add the records of meetings that are missing"),
	.related = N_("the longest break is set here"),
	.meaning = N_("a group never goes without a meeting for longer than the town wants"),
	.explanation = N_("From one meeting to the next no more months may pass than the profile "
			  "says. The time from the last "
			  "meeting to the day on which this is judged counts too, the time before "
			  "the first recorded meeting does "
			  "not."),
	.setting = "groups.meeting_interval_months steering_group.meeting_interval_months",
	.basis = N_("Frýdek-Místek: working groups meet regularly"),
	.wrong = "# pravidla.yaml\n"
		 "skupiny: {nejméně_jednou_za_měsíců: 3}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2025-09-09}\n"
		 "  - {id: rodiny-2, orgán: rodiny, datum: 2026-02-10}\n",
	.right = "# pravidla.yaml\n"
		 "skupiny: {nejméně_jednou_za_měsíců: 3}\n" GROUP "# jednani.yaml\n"
		 "jednání:\n"
		 "  - {id: rodiny-1, orgán: rodiny, datum: 2025-11-11}\n"
		 "  - {id: rodiny-2, orgán: rodiny, datum: 2026-02-10}\n",
};
static const struct finding_kind too_few_planned_meetings = {
	.code = "too-few-planned-meetings",
	.severity = KPSS_WARNING,
	.message = N_("the group ‘{0}’ met {2}× in the project ‘{1}’, {3}× were planned"),
	.label = N_("more meetings were planned"),
	.remedy = N_("add the records of meetings that are missing"),
	.meaning = N_("groups met as often as a funding project had planned"),
	.explanation = N_("Judged once the project is over, for each of the groups named; where "
			  "only their sort is given, for each "
			  "group of that sort that existed during the project. A decision by "
			  "letters (per rollam) is no meeting."),
	.basis = N_("Pardubice: the project promises numbers of meetings"),
	.wrong = GROUP "# projekty.yaml\n"
		       "dotační_projekty:\n"
		       "  - id: kpss-2025\n"
		       "    název: Komunitní plánování 2025\n"
		       "    od: 2025-01-01\n"
		       "    do: 2025-12-31\n"
		       "    plánovaná_jednání: [{skupiny: [rodiny], počet: 2}]\n"
		       "# jednani.yaml\n"
		       "jednání:\n"
		       "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11}\n",
	.right = GROUP "# projekty.yaml\n"
		       "dotační_projekty:\n"
		       "  - id: kpss-2025\n"
		       "    název: Komunitní plánování 2025\n"
		       "    od: 2025-01-01\n"
		       "    do: 2025-12-31\n"
		       "    plánovaná_jednání: [{skupiny: [rodiny], počet: 2}]\n"
		       "# jednani.yaml\n"
		       "jednání:\n"
		       "  - {id: rodiny-1, orgán: rodiny, datum: 2025-03-11}\n"
		       "  - {id: rodiny-2, orgán: rodiny, datum: 2025-10-14}\n",
};

/* The least number of meetings for a group: its own, else that of the profile. `where` is what says it. */
static int64_t minimum_of(const struct rule_context *context, const struct entity *group,
	uint32_t section, struct kpss_span *where)
{
	const struct node *own = field(group->mapping, WORD_minimum_meetings_per_year);
	const struct node *general =
		setting(context->plan, section, WORD_minimum_meetings_per_year);
	int64_t minimum;
	if (value_integer(own, &minimum)) {
		*where = entity_span(group, own);
		return minimum;
	}
	if (!value_integer(general, &minimum))
		return 0;
	*where = setting_span(context->plan, general);
	return minimum;
}

static void years_check(const struct rule_context *context, const struct entity *group,
	uint32_t section, struct year_range years)
{
	struct kpss_span where = {0};
	int64_t minimum = minimum_of(context, group, section, &where);
	struct gatherings meetings = gatherings_of(context->gatherings, group);
	for (int year = years.first; minimum > 0 && year <= years.last; year++) {
		struct period days = days_of_year(group, year);
		int64_t wanted = yearly_share(minimum, days);
		int64_t held = gatherings_held(gatherings_within(meetings, days));
		if (held >= wanted)
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &too_few_meetings,
				.where = entity_span(group, entity_name(group)),
				.related = where,
				.arguments = {argument_text(group->id),
					year_argument(context, year), argument_number(held),
					argument_number(wanted)},
				.subject = group->id,
			});
	}
}

static void often_enough_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	const struct entity *steering = steering_group(context->plan);
	struct year_range years = finished_years(context);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t section = body_section(steering, groups[i]);
		if (section && period_is_sound(groups[i]->mapping) && meetings_are_dated(context->plan, groups[i]))
			years_check(context, groups[i], section, years);
	}
}

/* A break in the meetings of a group, told at the meeting that ends it, else at the one before. */
static void interval_report(const struct rule_context *context, const struct entity *group,
	uint32_t section, const struct entity *meeting, struct period days)
{
	const struct node *months = setting(context->plan, section, WORD_meeting_interval_months);
	struct finding finding = meeting_finding(
		context, &meeting_interval, meeting, field(meeting->mapping, WORD_date), months);
	finding.arguments[0] = argument_number(
		setting_number(context->plan, section, WORD_meeting_interval_months, 0));
	finding.arguments[1] = argument_text(group->id);
	finding.arguments[2] = argument_date(days.from);
	finding.arguments[3] = argument_date(days.to);
	findings_add(context->findings, &finding);
}

static void intervals_check(
	const struct rule_context *context, const struct entity *group, uint32_t section)
{
	int64_t months = setting_number(context->plan, section, WORD_meeting_interval_months, 0);
	struct gatherings meetings = gatherings_of(context->gatherings, group);
	struct kpss_date end = day_earlier(planning_end(context->plan), context->as_of);
	const struct gathering *last = NULL;
	end = day_earlier(end, mapping_period(group->mapping).to);
	for (size_t i = 0; months > 0 && i < meetings.count; i++) {
		const struct gathering *next = &meetings.items[i];
		if (next->day.days > end.days || !meeting_was_held(next->meeting))
			continue;
		if (last && day_plus_months(last->day, months).days < next->day.days)
			interval_report(context, group, section, next->meeting,
				(struct period){.from = last->day, .to = next->day});
		last = next;
	}
	if (last && day_plus_months(last->day, months).days < end.days)
		interval_report(context, group, section, last->meeting,
			(struct period){.from = last->day, .to = end});
}

static void interval_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	const struct entity *steering = steering_group(context->plan);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t section = body_section(steering, groups[i]);
		if (section && period_is_sound(groups[i]->mapping) && meetings_are_dated(context->plan, groups[i]))
			intervals_check(context, groups[i], section);
	}
}

static void promise_check(const struct rule_context *context, const struct entity *project,
	const struct node *planned, const struct entity *group)
{
	struct gatherings meetings = gatherings_of(context->gatherings, group);
	int64_t held =
		gatherings_held(gatherings_within(meetings, mapping_period(project->mapping)));
	int64_t wanted;
	if (!value_integer(field(planned, WORD_count), &wanted) || held >= wanted || !meetings_are_dated(context->plan, group))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &too_few_planned_meetings,
			.where = entity_span(project, field(planned, WORD_count)),
			.arguments = {argument_text(group->id), argument_text(project->id),
				argument_number(held), argument_number(wanted)},
			.subject = project->id,
		});
}

/* Is a group one of the sort that the project speaks of? */
static bool is_of_sort(const struct entity *steering, const struct entity *group, uint32_t sort)
{
	if (sort == WORD_team)
		return value_word(field(group->mapping, WORD_type)) == WORD_team;
	return body_section(steering, group) ==
	       (sort == WORD_steering ? WORD_steering_group : WORD_groups);
}

static void sort_check(const struct rule_context *context, const struct entity *project,
	const struct node *planned)
{
	uint32_t count, sort = value_word(field(planned, WORD_type));
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	const struct entity *steering = steering_group(context->plan);
	for (uint32_t i = 0; sort != UINT32_MAX && i < count; i++) {
		struct period common = within_lifetime(groups[i], mapping_period(project->mapping));
		if (is_of_sort(steering, groups[i], sort) && !period_is_empty(common))
			promise_check(context, project, planned, groups[i]);
	}
}

static void project_check(const struct rule_context *context, const struct entity *project)
{
	const struct node *promises = field(project->mapping, WORD_planned_meetings);
	if (!period_is_sound(project->mapping) ||
		mapping_period(project->mapping).to.days >= context->as_of.days)
		return;
	for (const struct node *planned = value_first_item(promises); planned;
		planned = node_next_item(promises, planned)) {
		const struct node *groups = field(planned, WORD_groups);
		const struct node *first = value_first_item(groups);
		if (!first)
			sort_check(context, project, planned);
		for (const struct node *item = first; item; item = node_next_item(groups, item)) {
			const struct entity *group = plan_target(context->plan, item);
			if (group)
				promise_check(context, project, planned, group);
		}
	}
}

static void projects_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *projects =
		plan_kind(context->plan, KIND_funding_project, &count);
	for (uint32_t i = 0; i < count; i++)
		project_check(context, projects[i]);
}

const struct rule rule_frequency[] = {
	{often_enough_check, {&too_few_meetings}},
	{interval_check, {&meeting_interval}},
	{projects_check, {&too_few_planned_meetings}},
	{0},
};
