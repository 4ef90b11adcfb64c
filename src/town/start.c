#include "town/start.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"

static int start_compare(const void *left, const void *right)
{
	const struct start *a = left, *b = right;
	if (a->subject != b->subject)
		return a->subject < b->subject ? -1 : 1;
	if (a->day.days != b->day.days)
		return a->day.days < b->day.days ? -1 : 1;
	return (a->phase > b->phase) - (a->phase < b->phase);
}

/* Adds what a phase starts: the plan of its cycle and the action plan that it names. */
static size_t phase_take(
	const struct plan *plan, const struct entity *cycle, const struct node *phase, struct start *out)
{
	struct start start = {
		.subject = plan_target(plan, field(cycle->mapping, WORD_plan)),
		.cycle = cycle,
		.phase = phase,
		.day = value_date(field(phase, WORD_from), KPSS_DATE_EARLIEST),
	};
	size_t count = 0;
	if (value_word(field(phase, WORD_phase)) != WORD_implementation || day_is_open(start.day) ||
		!period_is_sound(phase))
		return 0;
	if (start.subject)
		out[count++] = start;
	start.subject = plan_target(plan, field(phase, WORD_action_plan));
	if (start.subject)
		out[count++] = start;
	return count;
}

struct starts starts_of_plan(const struct plan *plan, struct arena *arena)
{
	uint32_t cycle_count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &cycle_count);
	size_t most = 0, count = 0;
	for (uint32_t i = 0; i < cycle_count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		for (const struct node *phase = value_first_item(phases); phase; phase = node_next_item(phases, phase))
			most += 2;
	}
	struct start *items = arena_array(arena, most + 1, sizeof *items);
	for (uint32_t i = 0; i < cycle_count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		for (const struct node *phase = value_first_item(phases); phase; phase = node_next_item(phases, phase))
			count += phase_take(plan, cycles[i], phase, items + count);
	}
	qsort(items, count, sizeof *items, start_compare);
	return (struct starts){.items = items, .count = count};
}

struct starts starts_of(struct starts starts, const struct entity *subject)
{
	size_t low = 0, high = starts.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (starts.items[middle].subject < subject)
			low = middle + 1;
		else
			high = middle;
	}
	size_t end = low;
	while (end < starts.count && starts.items[end].subject == subject)
		end++;
	return (struct starts){.items = starts.items + low, .count = end - low};
}

struct kpss_date record_first_day(const struct entity *record)
{
	const struct node *written = field(record->mapping, WORD_from), *years = field(record->mapping, WORD_years);
	struct kpss_date first = KPSS_DATE_LATEST;
	int64_t number;
	if (!is_absent(written))
		return period_is_sound(record->mapping) ? value_date(written, first) : first;
	for (const struct node *year = value_first_item(years); year; year = node_next_item(years, year))
		if (value_integer(year, &number) && number >= 1000 && number <= 9999)
			first = day_earlier(first, year_begin((int)number));
	return first;
}
