#include "answer/due_inside.h"

#include <stdlib.h>

#include "answer/concern.h"
#include "base/arena.h"
#include "base/day.h"

static const struct due_kind *const tables[] = {due_meetings, due_rounds, due_plans, due_lists};

enum { TABLE_COUNT = sizeof tables / sizeof *tables };

const struct due_kind *due_kind_at(size_t index)
{
	for (size_t i = 0; i < TABLE_COUNT; i++)
		for (const struct due_kind *kind = tables[i]; kind->word; kind++)
			if (index-- == 0)
				return kind;
	return NULL;
}

struct kpss_str record_called(const struct entity *record)
{
	static const uint32_t words[] = {WORD_name, WORD_label, WORD_text, WORD_number};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct kpss_str text = value_text(field(record->mapping, words[i]));
		if (text.len)
			return text;
	}
	return record->id;
}

/* A meeting concerns everybody who sits there, the work around it only those whose task it is. */
static bool is_wanted(const struct due_search *search, const struct due *due)
{
	const struct concern *concern = search->concern;
	if (!concern || concern_has(concern, due->subject) || concern_has(concern, due->who))
		return true;
	return due->kind->happens &&
	       (concern_attends(concern, due->subject) || concern_attends(concern, due->who));
}

void due_add(struct due_search *search, struct due due)
{
	bool late = due.day.days < search->context.as_of.days;
	due.kind = search->kind;
	due.setting = due.setting ? due.setting : search->kind->setting;
	if (day_is_open(due.day) || (late && due.kind->happens) ||
		due.day.days > search->until.days)
		return;
	if (!is_wanted(search, &due))
		return;
	due.order = search->count;
	if (search->count == search->capacity) {
		search->capacity = search->capacity ? search->capacity * 2 : 64;
		struct due *more = arena_array(search->arena, search->capacity, sizeof *more);
		if (search->count)
			memcpy(more, search->items, search->count * sizeof *more);
		search->items = more;
	}
	search->items[search->count++] = due;
}

uint32_t due_section(
	const struct due_search *search, const struct entity *group, const char **setting)
{
	uint32_t section = group ? body_section(search->steering, group) : 0;
	*setting = section == WORD_steering_group ? search->kind->steering_setting
						  : search->kind->setting;
	return *setting ? section : 0;
}

const struct entity *due_responsible(const struct plan *plan, const struct node *list)
{
	static const uint32_t words[] = {WORD_person, WORD_group, WORD_organization, WORD_body};
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			const struct entity *who = plan_target(plan, field(item, words[i]));
			if (who)
				return who;
		}
	return NULL;
}

bool due_is_over(const struct plan *plan, const struct node *status)
{
	uint32_t class = plan_status_class(plan, status);
	return class == WORD_done || class == WORD_cancelled || class == WORD_moved;
}

static int due_compare(const void *left, const void *right)
{
	const struct due *a = left, *b = right;
	if (a->day.days != b->day.days)
		return a->day.days < b->day.days ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

struct dues dues_of_plan(const struct plan *plan, struct kpss_date as_of, struct kpss_date until,
	const struct concern *concern, struct arena *arena)
{
	struct due_search search = {
		.context = {.plan = plan,
			.as_of = as_of,
			.stays = stays_of_plan(plan, arena),
			.gatherings = gatherings_of_plan(plan, arena),
			.approvals = approvals_of_plan(plan, arena),
			.publications = publications_of_plan(plan, arena)},
		.steering = steering_group(plan),
		.arena = arena,
		.concern = concern,
		.until = until,
	};
	for (size_t i = 0; (search.kind = due_kind_at(i)); i++)
		search.kind->find(&search);
	if (search.count)
		qsort(search.items, search.count, sizeof *search.items, due_compare);
	struct dues dues = {.items = search.items, .count = search.count};
	while (dues.overdue < dues.count && dues.items[dues.overdue].day.days < as_of.days)
		dues.overdue++;
	return dues;
}
