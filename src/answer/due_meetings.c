/* Days around meetings: invitations, minutes, tasks, how many are still to be held this year. */
#include "answer/due_inside.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/holiday.h"
#include "base/language.h"
#include "rule/finished.h"
#include "town/setting.h"
#include "town/tenure.h"

enum {
	DAYS_MOST = 366
}; /* nobody begins earlier; keeps a mistyped number from being counted through */

static struct kpss_date meeting_day(const struct entity *meeting)
{
	return value_date(field(meeting->mapping, WORD_date), KPSS_DATE_LATEST);
}

static uint32_t meeting_type(const struct entity *meeting)
{
	return value_word(field(meeting->mapping, WORD_type));
}

/* Is the meeting one that is still to come, not a decision by letters? */
static bool is_ahead(const struct due_search *search, const struct entity *meeting)
{
	struct kpss_date day = meeting_day(meeting);
	return !day_is_open(day) && day.days >= search->context.as_of.days &&
	       meeting_was_held(meeting);
}

static struct finding_argument meeting_argument(const struct entity *meeting)
{
	struct kpss_str name = value_text(field(meeting->mapping, WORD_name));
	return argument_text(name.len ? name : meeting->id);
}

/* The day so many days before a meeting to come, by the setting `word`, for its own body. */
static void before_meeting_add(
	struct due_search *search, const struct entity *meeting, uint32_t word, bool working)
{
	const struct plan *plan = search->context.plan;
	const struct entity *body = plan_target(plan, field(meeting->mapping, WORD_body));
	const char *written;
	uint32_t section = due_section(search, body, &written);
	int64_t days = section ? setting_number(plan, section, word, -1) : -1;
	if (days < 0)
		return;
	days = days > DAYS_MOST ? DAYS_MOST : days;
	struct kpss_date day = meeting_day(meeting);
	working = working &&
		  value_word(setting(plan, section, WORD_invitation_day_type)) == WORD_working;
	due_add(search, (struct due){
				.day = working ? working_days_before(day, (int)days)
					       : day_plus_days(day, -days),
				.subject = meeting,
				.who = body,
				.place = entity_name(meeting),
				.setting = written,
				.arguments = {meeting_argument(meeting)},
			});
}

static void invitations_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *meetings =
		plan_kind(search->context.plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_ahead(search, meetings[i]) &&
			meeting_type(meetings[i]) != WORD_extraordinary &&
			is_absent(field(meetings[i]->mapping, WORD_invitation_sent)))
			before_meeting_add(search, meetings[i], WORD_invitation_days, true);
}

static void proposals_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *meetings =
		plan_kind(search->context.plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_ahead(search, meetings[i]))
			before_meeting_add(search, meetings[i], WORD_agenda_proposal_days, false);
}

static void notices_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *meetings =
		plan_kind(search->context.plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++)
		if (is_ahead(search, meetings[i]) &&
			meeting_type(meetings[i]) != WORD_extraordinary &&
			is_absent(field(meetings[i]->mapping, WORD_closed_reason)) &&
			publications_of(search->context.publications, meetings[i]).count == 0)
			before_meeting_add(search, meetings[i], WORD_notice_days, false);
}

static void meetings_add(struct due_search *search, bool hearings)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *meetings = plan_kind(plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool is_hearing = meeting_type(meetings[i]) == WORD_hearing;
		if (!is_ahead(search, meetings[i]) || is_hearing != hearings)
			continue;
		due_add(search,
			(struct due){
				.day = meeting_day(meetings[i]),
				.subject = meetings[i],
				.who = plan_target(plan, field(meetings[i]->mapping, WORD_body)),
				.place = entity_name(meetings[i]),
				.arguments = {meeting_argument(meetings[i])},
			});
	}
}

static void meetings_find(struct due_search *search)
{
	meetings_add(search, false);
}

static void hearings_find(struct due_search *search)
{
	meetings_add(search, true);
}

/* Was anything about the meeting published later? These are its minutes. */
static bool is_told(const struct due_search *search, const struct entity *meeting)
{
	struct publications own = publications_of(search->context.publications, meeting);
	for (size_t i = 0; i < own.count; i++)
		if (own.items[i].period.from.days > meeting_day(meeting).days)
			return true;
	return false;
}

/* Of meetings that have been held; nobody waits for what is published or only kept inside. */
static void minutes_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *meetings = plan_kind(plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *minutes = field(meetings[i]->mapping, WORD_minutes);
		const struct entity *body =
			plan_target(plan, field(meetings[i]->mapping, WORD_body));
		const char *written;
		uint32_t section = due_section(search, body, &written);
		int64_t days = section ? setting_number(plan, section,
						 WORD_minutes_published_within_days, -1)
				       : -1;
		struct kpss_date day = meeting_day(meetings[i]);
		if (days < 0 || !setting_is_true(plan, section, WORD_minutes_public) ||
			day.days > search->context.as_of.days || !meeting_was_held(meetings[i]))
			continue;
		if (!is_absent(field(minutes, WORD_published)) ||
			!is_absent(field(minutes, WORD_url)) || is_told(search, meetings[i]))
			continue;
		due_add(search,
			(struct due){
				.day = day_plus_days(day, days),
				.subject = meetings[i],
				.who = body,
				.place = is_absent(minutes) ? entity_name(meetings[i]) : minutes,
				.setting = written,
				.arguments = {meeting_argument(meetings[i])},
			});
	}
}

/* What later meetings said of a task: is it over, and until when was it put off? */
static bool checks_end(
	const struct due_search *search, const struct entity *task, struct kpss_date *day)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *meetings = plan_kind(plan, KIND_meeting, &count);
	struct kpss_date latest = KPSS_DATE_EARLIEST;
	bool over = false;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *checks = field(meetings[i]->mapping, WORD_task_checks);
		struct kpss_date held = meeting_day(meetings[i]);
		if (held.days > search->context.as_of.days || held.days < latest.days)
			continue;
		for (const struct node *item = value_first_item(checks); item;
			item = node_next_item(checks, item)) {
			if (plan_target(plan, field(item, WORD_task)) != task)
				continue;
			latest = held;
			over = due_is_over(plan, field(item, WORD_status)) ||
			       due_is_over(plan, field(item, WORD_status_text));
			*day = value_date(field(item, WORD_new_due), *day);
		}
	}
	return over;
}

static void tasks_find(struct due_search *search)
{
	uint32_t count;
	const struct plan *plan = search->context.plan;
	const struct entity *const *tasks = plan_kind(plan, KIND_task, &count);
	unsigned number = 0; /* within its meeting: many have no id */
	for (uint32_t i = 0; i < count; i++) {
		number = i && tasks[i - 1]->parent == tasks[i]->parent ? number + 1 : 1;
		const struct node *mapping = tasks[i]->mapping, *due = field(mapping, WORD_due);
		const struct entity *owner = plan_target(plan, field(mapping, WORD_owner));
		struct kpss_date day = value_date(due, KPSS_DATE_LATEST);
		if (due_is_over(plan, field(mapping, WORD_status)) ||
			due_is_over(plan, field(mapping, WORD_status_text)) ||
			!is_absent(field(mapping, WORD_moved_to)) ||
			checks_end(search, tasks[i], &day))
			continue;
		const struct entity *meeting = tasks[i]->parent;
		bool inside = meeting && meeting->kind == KIND_meeting && tasks[i]->id.len == 0;
		due_add(search,
			(struct due){
				.day = day,
				.subject = tasks[i],
				.detail = inside ? arena_format(search->arena, "%.*s-%u",
							   (int)meeting->id.len, meeting->id.ptr,
							   number)
						 : kpss_str(NULL),
				.who = owner ? owner
					     : due_responsible(
						       plan, field(mapping, WORD_responsible)),
				.place = is_absent(due) ? entity_name(tasks[i]) : due,
				.arguments = {argument_text(value_text(field(mapping, WORD_text)))},
			});
	}
}

static void group_look(struct due_search *search, const struct entity *group)
{
	int year = day_year(search->context.as_of);
	const char *written;
	uint32_t section = due_section(search, group, &written);
	const struct node *own = field(group->mapping, WORD_minimum_meetings_per_year);
	int64_t minimum = section ? setting_number(search->context.plan, section,
					    WORD_minimum_meetings_per_year, 0)
				  : 0;
	bool is_own = value_integer(own, &minimum);
	struct period all = days_of_year(group, year);
	struct period past = {all.from, day_earlier(all.to, search->context.as_of)};
	if (minimum <= 0 || !period_is_sound(group->mapping) || period_is_empty(past) ||
		planning_end(search->context.plan).days < search->context.as_of.days)
		return;
	struct gatherings met = gatherings_of(search->context.gatherings, group);
	int64_t held = gatherings_held(gatherings_within(met, past));
	int64_t wanted = yearly_share(minimum, all);
	if (held >= yearly_share(minimum, past) || held >= wanted)
		return;
	due_add(search, (struct due){
				.day = all.to,
				.subject = group,
				.detail = arena_format(search->arena, "%d", year),
				.who = group,
				.place = is_own ? own : entity_name(group),
				.setting = is_own ? "" : written,
				.arguments = {argument_number(wanted - held), argument_number(held),
					argument_number(wanted)},
			});
}

static void rare_meetings_find(struct due_search *search)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(search->context.plan, KIND_group, &count);
	for (uint32_t i = 0; i < count; i++)
		group_look(search, groups[i]);
}

const struct due_kind due_meetings[] = {
	{.word = "invitation",
		.text = N_("send the invitation to the meeting ‘{0}’"),
		.setting = "groups.invitation_days",
		.steering_setting = "steering_group.invitation_days",
		.find = invitations_find},
	{.word = "agenda-proposals",
		.text = N_("last day for proposals to the agenda of ‘{0}’"),
		.setting = "groups.agenda_proposal_days",
		.steering_setting = "steering_group.agenda_proposal_days",
		.happens = true,
		.find = proposals_find},
	{.word = "notice",
		.text = N_("announce the meeting ‘{0}’ to the public"),
		.setting = "groups.notice_days",
		.steering_setting = "steering_group.notice_days",
		.find = notices_find},
	{.word = "meeting", .text = N_("meeting ‘{0}’"), .happens = true, .find = meetings_find},
	{.word = "hearing",
		.text = N_("public hearing ‘{0}’"),
		.happens = true,
		.find = hearings_find},
	{.word = "minutes",
		.text = N_("publish the minutes of the meeting ‘{0}’"),
		.setting = "groups.minutes_published_within_days",
		.steering_setting = "steering_group.minutes_published_within_days",
		.find = minutes_find},
	{.word = "task", .text = N_("task: {0}"), .find = tasks_find},
	{.word = "meetings-this-year",
		.text = P_("{0} more meeting by the end of the year: {1} held, {2} wanted",
			"{0} more meetings by the end of the year: {1} held, {2} wanted"),
		.setting = "groups.minimum_meetings_per_year",
		.steering_setting = "steering_group.minimum_meetings_per_year",
		.find = rare_meetings_find},
	{0},
};
