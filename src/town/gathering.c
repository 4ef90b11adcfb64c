#include "town/gathering.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "town/setting.h"

const struct entity *steering_group(const struct plan *plan)
{
	const struct node *named = setting(plan, WORD_steering_group, WORD_group);
	const struct entity *only = NULL;
	uint32_t count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	if (!is_absent(named))
		return plan_target(plan, named);
	for (uint32_t i = 0; i < count; i++) {
		if (value_word(field(groups[i]->mapping, WORD_type)) != WORD_steering)
			continue;
		if (only)
			return NULL;
		only = groups[i];
	}
	return only;
}

bool group_is_steering(const struct plan *plan, const struct entity *group)
{
	return plan_target(plan, setting(plan, WORD_steering_group, WORD_group)) == group ||
	       value_word(field(group->mapping, WORD_type)) == WORD_steering;
}

const struct entity *const *steering_groups(const struct plan *plan, struct arena *arena, size_t *count)
{
	uint32_t group_count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &group_count);
	const struct entity **steering = arena_array(arena, group_count + 1, sizeof *steering);
	*count = 0;
	for (uint32_t i = 0; i < group_count; i++)
		if (group_is_steering(plan, groups[i]))
			steering[(*count)++] = groups[i];
	return steering;
}

bool group_is_working(const struct entity *group)
{
	const struct node *type = field(group->mapping, WORD_type);
	return group->kind == KIND_group && (is_absent(type) || value_word(type) == WORD_working);
}

uint32_t body_section(const struct entity *steering, const struct entity *body)
{
	if (body == steering || value_word(field(body->mapping, WORD_type)) == WORD_steering)
		return WORD_steering_group;
	return group_is_working(body) ? WORD_groups : 0;
}

const struct node *group_accountable_to(const struct plan *plan, const struct entity *group, uint32_t section)
{
	const struct node *general = setting(plan, section, WORD_accountable_to);
	return is_absent(general) ? field(group->mapping, WORD_accountable_to) : general;
}

bool record_exists_on(const struct entity *record, struct kpss_date day)
{
	return period_contains(mapping_period(record->mapping), day);
}

uint32_t group_section(const struct plan *plan, const struct entity *group)
{
	if (group == steering_group(plan))
		return WORD_steering_group;
	return group_is_working(group) ? WORD_groups : 0;
}

const struct node *group_setting(const struct plan *plan, const struct entity *group, uint32_t word)
{
	uint32_t section = group_section(plan, group);
	return section ? setting(plan, section, word) : value_none();
}

static int gathering_compare(const void *left, const void *right)
{
	const struct gathering *a = left, *b = right;
	if (a->body != b->body)
		return a->body < b->body ? -1 : 1;
	if (a->day.days != b->day.days)
		return a->day.days < b->day.days ? -1 : 1;
	return (a->meeting > b->meeting) - (a->meeting < b->meeting);
}

/* Adds the meeting for its body and for each that met together with it. */
size_t meeting_bodies(
	const struct plan *plan, const struct entity *meeting, struct gathering *out)
{
	struct gathering gathering = {
		.body = plan_target(plan, field(meeting->mapping, WORD_body)),
		.meeting = meeting,
		.day = value_date(field(meeting->mapping, WORD_date), KPSS_DATE_EARLIEST),
	};
	const struct node *with = field(meeting->mapping, WORD_with);
	size_t count = 0;
	if (gathering.day.days == INT32_MIN)
		return 0;
	if (gathering.body)
		out[count++] = gathering;
	for (const struct node *item = value_first_item(with); item;
		item = node_next_item(with, item)) {
		gathering.body = plan_target(plan, item);
		if (gathering.body)
			out[count++] = gathering;
	}
	return count;
}

struct gatherings gatherings_of_plan(const struct plan *plan, struct arena *arena)
{
	uint32_t meeting_count;
	const struct entity *const *meetings = plan_kind(plan, KIND_meeting, &meeting_count);
	size_t most = 0, count = 0;
	for (uint32_t i = 0; i < meeting_count; i++)
		most += 1 + field(meetings[i]->mapping, WORD_with)->size;
	struct gathering *items = arena_array(arena, most + 1, sizeof *items);
	for (uint32_t i = 0; i < meeting_count; i++)
		count += meeting_bodies(plan, meetings[i], items + count);
	qsort(items, count, sizeof *items, gathering_compare);
	return (struct gatherings){.items = items, .count = count};
}

/* How many, from the first one on, come before a body and day. */
static size_t count_before(
	struct gatherings gatherings, const struct entity *body, struct kpss_date day)
{
	size_t low = 0, high = gatherings.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct gathering *at = &gatherings.items[middle];
		bool before = at->body != body ? at->body < body : at->day.days < day.days;
		if (before)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct gatherings part(struct gatherings gatherings, size_t first, size_t end)
{
	return (struct gatherings){
		.items = gatherings.items + first, .count = end > first ? end - first : 0};
}

struct gatherings gatherings_of(struct gatherings gatherings, const struct entity *body)
{
	size_t first = count_before(gatherings, body, KPSS_DATE_EARLIEST), end = first;
	while (end < gatherings.count && gatherings.items[end].body == body)
		end++;
	return part(gatherings, first, end);
}

struct gatherings gatherings_within(struct gatherings gatherings, struct period period)
{
	size_t first = 0;
	while (first < gatherings.count && gatherings.items[first].day.days < period.from.days)
		first++;
	size_t end = first;
	while (end < gatherings.count && gatherings.items[end].day.days <= period.to.days)
		end++;
	return part(gatherings, first, end);
}

struct kpss_date gatherings_begin(struct gatherings gatherings)
{
	struct kpss_date first = KPSS_DATE_LATEST;
	for (size_t i = 0; i < gatherings.count; i++)
		first = day_earlier(first, gatherings.items[i].day);
	return first;
}

int64_t gatherings_held(struct gatherings gatherings)
{
	int64_t held = 0;
	for (size_t i = 0; i < gatherings.count; i++)
		held += meeting_was_held(gatherings.items[i].meeting);
	return held;
}

bool meeting_was_held(const struct entity *meeting)
{
	return value_word(field(meeting->mapping, WORD_type)) != WORD_per_rollam;
}

static bool list_names(
	const struct plan *plan, const struct node *list, const struct entity *person)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item)) {
		const struct node *who =
			item->kind == NODE_MAPPING ? field(item, WORD_person) : item;
		if (plan_target(plan, who) == person)
			return true;
	}
	return false;
}

bool meeting_was_attended_by(
	const struct plan *plan, const struct entity *meeting, const struct entity *person)
{
	static const uint32_t lists[] = {WORD_members, WORD_substitutes, WORD_guest_people};
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	const struct node *minutes = field(meeting->mapping, WORD_minutes);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (list_names(plan, field(attendance, lists[i]), person))
			return true;
	return plan_target(plan, field(meeting->mapping, WORD_chaired_by)) == person ||
	       plan_target(plan, field(minutes, WORD_author)) == person;
}

bool meeting_has_attendance(const struct entity *meeting)
{
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	return attendance->kind == NODE_MAPPING && node_first(attendance);
}

static int64_t items_count(const struct node *list)
{
	int64_t count = 0;
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		count++;
	return count;
}

bool meeting_names_all(const struct entity *meeting)
{
	const struct node *attendance = field(meeting->mapping, WORD_attendance);
	const struct node *members = field(attendance, WORD_members);
	int64_t named = items_count(members) + items_count(field(attendance, WORD_substitutes));
	int64_t stated = named;
	value_integer(field(attendance, WORD_members_count), &stated);
	return !is_absent(members) && !value_first_item(field(attendance, WORD_unnamed)) &&
	       stated <= named;
}

bool meetings_are_dated(const struct plan *plan, const struct entity *body)
{
	uint32_t count;
	const struct entity *const *meetings = plan_kind(plan, KIND_meeting, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = meetings[i]->mapping;
		bool dated = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST).days != INT32_MIN;
		if (!dated && (plan_target(plan, field(mapping, WORD_body)) == body ||
				      plan_list_names(plan, field(mapping, WORD_with), body)))
			return false;
	}
	return true;
}
