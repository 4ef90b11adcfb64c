#include "town/tenure.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"

static const uint32_t holder_words[] = {WORD_person, WORD_body, WORD_group, WORD_organization};

enum { HOLDER_WORDS = sizeof holder_words / sizeof *holder_words };

static const struct entity *holder_of(const struct plan *plan, const struct node *mapping)
{
	const struct entity *holder = NULL;
	for (size_t i = 0; i < HOLDER_WORDS && !holder; i++)
		holder = plan_target(plan, field(mapping, holder_words[i]));
	return holder;
}

static int tenure_compare(const void *left, const void *right)
{
	const struct tenure *a = left, *b = right;
	if (a->period.from.days != b->period.from.days)
		return a->period.from.days < b->period.from.days ? -1 : 1;
	return (a->mapping > b->mapping) - (a->mapping < b->mapping);
}

struct tenures tenures_of(const struct plan *plan, const struct entity *record, uint32_t list, struct arena *arena)
{
	const struct node *items = field(record->mapping, list);
	if (items->kind != NODE_SEQUENCE)
		return (struct tenures){.unsound = !is_absent(items)};
	struct tenure *tenures = arena_array(arena, items->size, sizeof *tenures);
	size_t count = 0;
	for (const struct node *item = node_first(items); item; item = node_next_item(items, item)) {
		if (item->kind != NODE_MAPPING || !period_is_sound(item))
			return (struct tenures){.unsound = true};
		tenures[count++] = (struct tenure){
			.mapping = item,
			.holder = holder_of(plan, item),
			.period = mapping_period(item),
		};
	}
	qsort(tenures, count, sizeof *tenures, tenure_compare);
	return (struct tenures){.items = tenures, .count = count};
}

struct tenures tenures_of_records(const struct entity *const *records, size_t count, struct arena *arena)
{
	struct tenure *tenures = arena_array(arena, count + 1, sizeof *tenures);
	for (size_t i = 0; i < count; i++) {
		if (!period_is_sound(records[i]->mapping))
			return (struct tenures){.unsound = true};
		tenures[i] = (struct tenure){
			.mapping = records[i]->mapping,
			.holder = records[i],
			.period = mapping_period(records[i]->mapping),
		};
	}
	qsort(tenures, count, sizeof *tenures, tenure_compare);
	return (struct tenures){.items = tenures, .count = count};
}

const struct entity *role_with_holders(const struct plan *plan, const struct entity *role)
{
	enum { OFFICES_MOST = 8 }; /* offices that lead round in a circle are a finding of their own */
	const struct entity *office = role;
	for (int i = 0; i < OFFICES_MOST && office && office->kind == KIND_role; i++) {
		if (field(office->mapping, WORD_holders)->size > 1)
			return office;
		office = plan_target(plan, field(office->mapping, WORD_by_office));
	}
	return role;
}

struct tenures tenures_of_role(const struct plan *plan, const struct entity *role, struct arena *arena)
{
	return tenures_of(plan, role_with_holders(plan, role), WORD_holders, arena);
}

const struct entity *tenure_person(const struct plan *plan, const struct tenure *tenure)
{
	if (tenure->holder && tenure->holder->kind == KIND_person)
		return tenure->holder;
	return plan_target(plan, field(tenure->mapping, WORD_representative));
}

const struct tenure *tenure_on(struct tenures tenures, struct kpss_date day)
{
	for (size_t i = 0; i < tenures.count; i++)
		if (period_contains(tenures.items[i].period, day))
			return &tenures.items[i];
	return NULL;
}

const struct node *tenure_place(const struct tenure *tenure, uint32_t word)
{
	const struct node *value = field(tenure->mapping, word);
	for (size_t i = 0; i < HOLDER_WORDS && is_absent(value); i++)
		value = field(tenure->mapping, holder_words[i]);
	return is_absent(value) ? tenure->mapping : value;
}

struct period within_lifetime(const struct entity *record, struct period period)
{
	struct period lifetime = mapping_period(record->mapping);
	return (struct period){
		.from = day_later(period.from, lifetime.from),
		.to = day_earlier(period.to, lifetime.to),
	};
}

bool period_is_empty(struct period period)
{
	return period.from.days > period.to.days;
}

static void gap_tell(const struct tenure_survey *survey, const struct tenure *before, const struct tenure *after,
	struct period days)
{
	if (survey->gap && !period_is_empty(days))
		survey->gap(survey->user, before, after, days);
}

static void overlap_tell(const struct tenure_survey *survey, const struct tenure *second, const struct tenure *first,
	struct period within)
{
	struct period both = {
		.from = day_later(second->period.from, within.from),
		.to = day_earlier(day_earlier(first->period.to, second->period.to), within.to),
	};
	if (survey->overlap && !period_is_empty(both))
		survey->overlap(survey->user, second, first, both);
}

void tenures_survey(struct tenures tenures, struct period period, const struct tenure_survey *survey)
{
	const struct tenure *longest = NULL; /* of those so far, the one that lasts longest */
	if (tenures.unsound || period_is_empty(period))
		return;
	for (size_t i = 0; i < tenures.count; i++) {
		const struct tenure *next = &tenures.items[i];
		struct kpss_date covered = longest ? longest->period.to : day_before(period.from);
		if (longest && next->period.from.days <= covered.days)
			overlap_tell(survey, next, longest, period);
		else if (longest || !day_is_open(period.from))
			gap_tell(survey, longest, next, (struct period){
				.from = day_later(day_after(covered), period.from),
				.to = day_earlier(day_before(next->period.from), period.to),
			});
		if (!longest || next->period.to.days > longest->period.to.days)
			longest = next;
	}
	if (!longest)
		gap_tell(survey, NULL, NULL, period);
	else if (!day_is_open(longest->period.to))
		gap_tell(survey, longest, NULL, (struct period){
			.from = day_later(day_after(longest->period.to), period.from), .to = period.to});
}
