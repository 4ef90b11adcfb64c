#include "town/phase.h"

#include "base/day.h"
#include "plan/value.h"

static const uint32_t order[] = {WORD_preparation, WORD_analysis, WORD_strategy, WORD_consultation, WORD_approval,
	WORD_implementation, WORD_evaluation};

enum { PHASE_COUNT = sizeof order / sizeof *order };

/* Its place in the order; PHASE_COUNT when it is none. */
static size_t place_of(uint32_t phase)
{
	size_t place = 0;
	while (place < PHASE_COUNT && order[place] != phase)
		place++;
	return place;
}

/* The beginning of an entry in the list of phases; open when it says nothing that can be relied on. */
static struct kpss_date entry_begin(const struct node *entry)
{
	return period_is_sound(entry) ? value_date(field(entry, WORD_from), KPSS_DATE_LATEST) : KPSS_DATE_LATEST;
}

struct kpss_date cycle_reaches(const struct entity *cycle, uint32_t phase)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	struct kpss_date itself = KPSS_DATE_LATEST, later = KPSS_DATE_LATEST;
	size_t place = place_of(phase);
	for (const struct node *entry = value_first_item(phases); entry; entry = node_next_item(phases, entry)) {
		size_t other = place_of(value_word(field(entry, WORD_phase)));
		if (other == place)
			itself = day_earlier(itself, entry_begin(entry));
		else if (other > place && other < PHASE_COUNT)
			later = day_earlier(later, entry_begin(entry));
	}
	if (place == PHASE_COUNT)
		return KPSS_DATE_LATEST;
	return itself.days != INT32_MAX ? itself : later;
}

struct kpss_date plan_reaches(const struct plan *plan, const struct entity *planned, uint32_t phase)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(plan, KIND_cycle, &count);
	struct kpss_date first = KPSS_DATE_LATEST;
	for (uint32_t i = 0; i < count; i++)
		if (!planned || plan_target(plan, field(cycles[i]->mapping, WORD_plan)) == planned)
			first = day_earlier(first, cycle_reaches(cycles[i], phase));
	return first;
}

bool plan_has_phases(const struct plan *plan, const struct entity *planned)
{
	for (size_t i = 0; i < PHASE_COUNT; i++)
		if (plan_reaches(plan, planned, order[i]).days != INT32_MAX)
			return true;
	return false;
}

const struct schema_list *phase_words(const struct schema_table *schema)
{
	for (uint32_t i = 0; i < schema->shape_count; i++) {
		const struct schema_list *values = &schema->shapes[i].values;
		bool prepares = false, implements = false;
		for (uint32_t v = 0; v < values->count; v += 2) {
			prepares |= schema->lists[values->first + v] == WORD_preparation;
			implements |= schema->lists[values->first + v] == WORD_implementation;
		}
		if (prepares && implements)
			return values;
	}
	return NULL;
}
