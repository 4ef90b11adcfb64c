#include "rule/counted.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "rule/round.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/years.h"

/* What is asked: of what record, of which day, of which group, with or without the steering group. */
struct question {
	const struct rule_context *context;
	const struct entity *
		subject; /* plan, evaluation or whatever the document is the paper of; NULL: nothing known */
	const struct entity *group; /* NULL: of all */
	const struct entity *steering;
	const struct node *stated;
	struct kpss_date day; /* KPSS_DATE_EARLIEST: not given */
	bool with_steering;
};

static const struct counted unknown = {.is_known = false};

static struct counted known(int64_t number)
{
	return (struct counted){.is_known = true, .number = number, .with_steering = number};
}

static bool is_asked_for(const struct question *question, const struct entity *group)
{
	if (question->group)
		return group == question->group;
	uint32_t section = body_section(question->steering, group);
	return section == WORD_groups ||
	       (section == WORD_steering_group && question->with_steering);
}

static int pointer_compare(const void *left, const void *right)
{
	const void *const *a = left, *const *b = right;
	return (*a > *b) - (*a < *b);
}

/* Every different thing of a list once. */
static int64_t distinct_count(const void **items, size_t count)
{
	int64_t distinct = 0;
	qsort(items, count, sizeof *items, pointer_compare);
	for (size_t i = 0; i < count; i++)
		distinct += i == 0 || items[i] != items[i - 1];
	return distinct;
}

static struct counted people_count(const struct question *question)
{
	const struct plan *plan = question->context->plan;
	uint32_t count;
	const struct entity *const *groups = plan_kind(plan, KIND_group, &count);
	size_t most = 1, named = 0;
	int64_t nameless = 0;
	for (uint32_t i = 0; i < count; i++)
		most += field(groups[i]->mapping, WORD_members)->size;
	const void **people = arena_array(question->context->findings->arena, most, sizeof *people);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *members = field(groups[i]->mapping, WORD_members);
		if (!is_asked_for(question, groups[i]) ||
			!record_exists_on(groups[i], question->day))
			continue;
		const struct node *member = value_first_item(members);
		for (; member; member = node_next_item(members, member)) {
			if (!period_is_sound(member))
				return unknown;
			if (!period_contains(mapping_period(member), question->day))
				continue;
			people[named] = plan_target(plan, field(member, WORD_person));
			nameless += !people[named];
			named += people[named] != NULL;
		}
	}
	return most == 1 ? unknown : known(nameless + distinct_count(people, named));
}

static struct counted groups_count(const struct question *question)
{
	uint32_t count;
	const struct entity *const *groups = plan_kind(question->context->plan, KIND_group, &count);
	int64_t number = 0;
	for (uint32_t i = 0; i < count; i++)
		number += is_asked_for(question, groups[i]) &&
			  record_exists_on(groups[i], question->day);
	return count == 0 ? unknown : known(number);
}

static struct counted meetings_count(const struct question *question)
{
	struct gatherings all = question->context->gatherings;
	if (!question->subject || all.count == 0 ||
		(question->subject->kind != KIND_plan &&
			question->subject->kind != KIND_evaluation))
		return unknown;
	struct period days = question->subject->kind == KIND_plan
				     ? plan_period(question->subject)
				     : years_period(question->subject->mapping);
	if (day_is_open(days.from) || day_is_open(days.to))
		return unknown;
	if (!is_absent(field(question->stated, WORD_date)))
		days.to = day_earlier(days.to, question->day);
	const void **meetings =
		arena_array(question->context->findings->arena, all.count, sizeof *meetings);
	size_t number = 0;
	for (size_t i = 0; i < all.count; i++) {
		const struct gathering *gathering = &all.items[i];
		if (is_asked_for(question, gathering->body) &&
			period_contains(days, gathering->day) &&
			meeting_was_held(gathering->meeting))
			meetings[number++] = gathering->meeting;
	}
	return known(distinct_count(meetings, number));
}

/* Once for working groups alone, once with the steering group, where no group is named. */
static struct counted both_ways(
	struct question question, struct counted (*count)(const struct question *))
{
	struct counted alone = count(&question);
	question.with_steering = true;
	alone.with_steering = count(&question).number;
	return alone;
}

static bool is_on_level(const struct plan *plan, const struct entity *node, uint32_t what)
{
	static const struct {
		uint32_t what, level;
	} levels[] = {{WORD_priorities, WORD_priority}, {WORD_goals, WORD_goal},
		{WORD_activities, WORD_activity}};
	if (what == WORD_measures)
		return item_is_flagged(plan, node, WORD_measure);
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (levels[i].what == what)
			return node->level && plan_schema(plan)->levels[node->level - 1].singular ==
						      levels[i].level;
	return false;
}

static struct counted items_count(const struct question *question, uint32_t what)
{
	const struct plan *plan = question->context->plan;
	uint32_t count;
	const struct entity *const *nodes = plan_kind(plan, KIND_node, &count);
	bool dated = question->day.days != INT32_MIN;
	int64_t number = 0, all = 0;
	if (!question->subject || question->subject->kind != KIND_plan ||
		(question->group && !dated))
		return unknown;
	for (uint32_t i = 0; i < count; i++) {
		if (item_plan(nodes[i]) != question->subject || !is_on_level(plan, nodes[i], what))
			continue;
		all++;
		number += !question->group ||
			  item_belongs_to(plan, nodes[i], question->group, question->day);
	}
	return all == 0 ? unknown : known(number);
}

static struct counted municipalities_count(const struct question *question)
{
	const struct node *territory = field(
		question->subject ? question->subject->mapping : value_none(), WORD_territory);
	int64_t number = 0;
	for (const struct node *item = value_first_item(territory); item;
		item = node_next_item(territory, item))
		number++;
	return number == 0 ? unknown : known(number);
}

static struct counted comments_count(const struct question *question)
{
	const struct plan *plan = question->context->plan;
	uint32_t count;
	const struct entity *const *comments = plan_kind(plan, KIND_comment, &count);
	int64_t number = 0;
	for (uint32_t i = 0; question->subject && i < count; i++) {
		const struct entity *round = round_of(plan, comments[i]);
		const struct node *group = field(comments[i]->mapping, WORD_group);
		if (round && (round == question->subject ||
				     round_is_about(plan, round, question->subject)))
			number += !question->group || plan_target(plan, group) == question->group;
	}
	return number == 0 ? unknown : known(number);
}

/* Services that the plan lists, or their different providers. */
static struct counted services_count(const struct question *question, bool providers)
{
	const struct plan *plan = question->context->plan;
	const struct node *services =
		field(question->subject ? question->subject->mapping : value_none(), WORD_services);
	if (!value_first_item(services) || !question->subject ||
		question->subject->kind != KIND_plan)
		return unknown;
	const void **items =
		arena_array(question->context->findings->arena, services->size, sizeof *items);
	size_t number = 0;
	for (const struct node *item = value_first_item(services); item;
		item = node_next_item(services, item)) {
		const struct entity *service = plan_target(plan, item);
		if (!service || service->kind != KIND_service)
			continue;
		items[number] = providers
					? plan_target(plan, field(service->mapping, WORD_provider))
					: service;
		number += items[number] != NULL;
	}
	return number == 0 ? unknown : known(distinct_count(items, number));
}

static struct question question_of(
	const struct rule_context *context, const struct entity *record, const struct node *stated)
{
	const struct node *date = field(stated, WORD_date);
	const struct entity *meant =
		plan_target(context->plan, field(record->mapping, WORD_subject));
	return (struct question){
		.context = context,
		.subject = record->kind == KIND_document ? meant : record,
		.group = plan_target(context->plan, field(stated, WORD_group)),
		.steering = steering_group(context->plan),
		.stated = stated,
		.day = value_date(is_absent(date) ? field(record->mapping, WORD_date) : date,
			KPSS_DATE_EARLIEST),
	};
}

struct counted counted_for(
	const struct rule_context *context, const struct entity *record, const struct node *stated)
{
	struct question question = question_of(context, record, stated);
	bool group_is_lost = !question.group && !is_absent(field(stated, WORD_group));
	bool dated = question.day.days != INT32_MIN && question.day.days <= context->as_of.days;
	uint32_t what = value_word(field(stated, WORD_what));
	if (group_is_lost || !is_absent(field(stated, WORD_status)))
		return unknown;
	switch (what) {
	case WORD_people:
		return dated ? both_ways(question, people_count) : unknown;
	case WORD_groups:
		return dated ? both_ways(question, groups_count) : unknown;
	case WORD_meetings:
		return both_ways(question, meetings_count);
	case WORD_municipalities:
		return municipalities_count(&question);
	case WORD_comments:
		return comments_count(&question);
	case WORD_services:
	case WORD_providers:
		return services_count(&question, what == WORD_providers);
	default:
		return items_count(&question, what);
	}
}
