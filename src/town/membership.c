#include "town/membership.h"

#include <stdlib.h>

#include "base/arena.h"

static const uint16_t kinds[] = {KIND_group, KIND_body};

static struct stay stay_of(
	const struct plan *plan, const struct entity *group, const struct node *member)
{
	struct stay stay = {
		.person = plan_target(plan, field(member, WORD_person)),
		.group = group,
		.period = {.from = KPSS_DATE_EARLIEST, .to = KPSS_DATE_LATEST},
		.end = field(member, WORD_to),
	};
	struct kpss_date last = mapping_period(group->mapping).to;
	if (!period_is_sound(member) || !period_is_sound(group->mapping))
		return stay;
	stay.period = mapping_period(member);
	if (last.days < stay.period.to.days) {
		stay.period.to = last;
		stay.end = field(group->mapping, WORD_to);
	}
	return stay;
}

static size_t members_take(const struct plan *plan, const struct entity *group, struct stay *stays)
{
	const struct node *members = field(group->mapping, WORD_members);
	size_t count = 0;
	if (members->kind != NODE_SEQUENCE)
		return 0;
	for (const struct node *member = node_first(members); member;
		member = node_next_item(members, member)) {
		struct stay stay = stay_of(plan, group, member);
		if (stay.person && stay.period.from.days <= stay.period.to.days)
			stays[count++] = stay;
	}
	return count;
}

static int pointer_compare(const struct entity *a, const struct entity *b)
{
	return (a > b) - (a < b);
}

static int stay_compare(const void *left, const void *right)
{
	const struct stay *a = left, *b = right;
	int order = pointer_compare(a->person, b->person);
	if (order == 0)
		order = pointer_compare(a->group, b->group);
	if (order == 0)
		order = (a->period.from.days > b->period.from.days) -
			(a->period.from.days < b->period.from.days);
	return order;
}

static bool joins(const struct stay *stay, const struct stay *next)
{
	bool same = stay->person == next->person && stay->group == next->group;
	return same && (int64_t)next->period.from.days <= (int64_t)stay->period.to.days + 1;
}

/* Pieces that touch or overlap become one. */
static size_t pieces_join(struct stay *stays, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		struct stay *last = kept ? &stays[kept - 1] : NULL;
		if (!last || !joins(last, &stays[i])) {
			stays[kept++] = stays[i];
		} else if (stays[i].period.to.days > last->period.to.days) {
			last->period.to = stays[i].period.to;
			last->end = stays[i].end;
		}
	}
	return kept;
}

static size_t members_most(const struct plan *plan)
{
	size_t most = 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t count;
		const struct entity *const *groups = plan_kind(plan, kinds[k], &count);
		for (uint32_t i = 0; i < count; i++)
			most += field(groups[i]->mapping, WORD_members)->size;
	}
	return most;
}

struct stays stays_of_plan(const struct plan *plan, struct arena *arena)
{
	struct stay *stays = arena_alloc(arena, (members_most(plan) + 1) * sizeof *stays);
	size_t count = 0;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		uint32_t groups_count;
		const struct entity *const *groups = plan_kind(plan, kinds[k], &groups_count);
		for (uint32_t i = 0; i < groups_count; i++)
			count += members_take(plan, groups[i], stays + count);
	}
	qsort(stays, count, sizeof *stays, stay_compare);
	return (struct stays){.items = stays, .count = pieces_join(stays, count)};
}

/* How many of the stays, from the first one on, come before what is asked for. */
static size_t count_before(
	struct stays stays, const struct entity *what, bool by_group, bool inclusive)
{
	size_t low = 0, high = stays.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct stay *stay = &stays.items[middle];
		int order = pointer_compare(by_group ? stay->group : stay->person, what);
		if (order < 0 || (inclusive && order == 0))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct stays part_of(struct stays stays, const struct entity *what, bool by_group)
{
	size_t first = count_before(stays, what, by_group, false),
	       end = count_before(stays, what, by_group, true);
	return (struct stays){.items = stays.items + first, .count = end - first};
}

struct stays stays_of_person(struct stays stays, const struct entity *person)
{
	return part_of(stays, person, false);
}

struct stays stays_in_group(struct stays stays, const struct entity *group)
{
	return part_of(stays, group, true);
}

const struct stay *stay_on(struct stays stays, struct kpss_date day)
{
	size_t low = 0, high = stays.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (stays.items[middle].period.to.days < day.days)
			low = middle + 1;
		else
			high = middle;
	}
	return low < stays.count && period_contains(stays.items[low].period, day)
		       ? &stays.items[low]
		       : NULL;
}

const struct node *member_side(const struct plan *plan, const struct node *member)
{
	const struct node *own = field(member, WORD_side);
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	if (!is_absent(own) || !person)
		return own;
	const struct node *sides = field(person->mapping, WORD_sides), *first = value_first_item(sides);
	return first && !node_next_item(sides, first) ? first : value_none();
}

bool member_belongs_on(const struct node *member, struct kpss_date day)
{
	return period_is_sound(member) && period_contains(mapping_period(member), day);
}

const struct node *member_name(const struct node *member)
{
	const struct node *person = field(member, WORD_person), *label = field(member, WORD_label);
	if (!is_absent(person))
		return person;
	return is_absent(label) ? member : label;
}
