#include "town/planning.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"

/* From the first to the last day of the phases that say when they begin; false when a day is wrong. */
static bool phases_period(const struct entity *cycle, struct period *period)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	*period = (struct period){.from = KPSS_DATE_LATEST, .to = KPSS_DATE_EARLIEST};
	for (const struct node *phase = value_first_item(phases); phase; phase = node_next_item(phases, phase)) {
		struct period days = mapping_period(phase);
		if (!period_is_sound(phase))
			return false;
		if (day_is_open(days.from))
			continue;
		period->from = day_earlier(period->from, days.from);
		period->to = day_later(period->to, days.to);
	}
	return true;
}

bool cycle_period(const struct entity *cycle, struct period *period)
{
	struct period written = mapping_period(cycle->mapping), phases;
	if (!period_is_sound(cycle->mapping) || !phases_period(cycle, &phases))
		return false;
	bool in_phases = phases.from.days <= phases.to.days;
	*period = written;
	if (in_phases && day_is_open(written.from))
		period->from = phases.from;
	if (in_phases && day_is_open(written.to))
		period->to = phases.to;
	return !day_is_open(period->from) && period->from.days <= period->to.days;
}

bool cycle_runs_on(const struct plan *plan, struct kpss_date day)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &count);
	struct period period;
	for (uint32_t i = 0; i < count; i++)
		if (cycle_period(cycles[i], &period) && period_contains(period, day))
			return true;
	return false;
}

static int period_compare(const void *left, const void *right)
{
	const struct period *a = left, *b = right;
	return (a->from.days > b->from.days) - (a->from.days < b->from.days);
}

struct periods cycles_joined(const struct plan *plan, struct arena *arena)
{
	uint32_t cycle_count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &cycle_count);
	struct period *periods = arena_array(arena, cycle_count + 1, sizeof *periods);
	size_t count = 0, kept = 0;
	for (uint32_t i = 0; i < cycle_count; i++)
		count += cycle_period(cycles[i], &periods[count]);
	qsort(periods, count, sizeof *periods, period_compare);
	for (size_t i = 0; i < count; i++) {
		struct period *last = kept ? &periods[kept - 1] : NULL;
		if (last && periods[i].from.days <= day_after(last->to).days)
			last->to = day_later(last->to, periods[i].to);
		else
			periods[kept++] = periods[i];
	}
	return (struct periods){.items = periods, .count = kept};
}
