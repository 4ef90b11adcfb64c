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

bool phase_is_of_cycle(const struct node *entry)
{
	return is_absent(field(entry, WORD_action_plan)) && is_absent(field(entry, WORD_year));
}

static bool has_begun(const struct node *entry, struct kpss_date day)
{
	return entry_begin(entry).days <= day.days;
}

const struct node *phase_planned(const struct entity *cycle, uint32_t phase, struct kpss_date day)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	for (const struct node *entry = value_first_item(phases); entry; entry = node_next_item(phases, entry))
		if (value_word(field(entry, WORD_phase)) == phase && phase_is_of_cycle(entry) && !has_begun(entry, day) &&
			mapping_period(entry).to.days >= day.days)
			return entry;
	return NULL;
}

/* Where a cycle has come to by a day. */
struct progress {
	size_t furthest; /* of the phases that have begun; PHASE_COUNT when none has */
	uint32_t begins; /* a phase that begins on that day; UINT32_MAX when none does */
	bool is_there; /* in the phase that is asked about */
	bool plans[PHASE_COUNT]; /* phases that are listed and have not begun */
};

static struct progress progress_of(const struct entity *cycle, uint32_t phase, struct kpss_date day)
{
	const struct node *phases = field(cycle->mapping, WORD_phases);
	struct progress progress = {.furthest = PHASE_COUNT, .begins = UINT32_MAX};
	for (const struct node *entry = value_first_item(phases); entry; entry = node_next_item(phases, entry)) {
		uint32_t word = value_word(field(entry, WORD_phase));
		size_t place = place_of(word);
		if (place == PHASE_COUNT || !phase_is_of_cycle(entry))
			continue;
		if (!has_begun(entry, day)) {
			progress.plans[place] = true;
			continue;
		}
		if (progress.furthest == PHASE_COUNT || place > progress.furthest)
			progress.furthest = place;
		if (word == phase)
			progress.is_there |= period_contains(mapping_period(entry), day);
		else if (entry_begin(entry).days == day.days)
			progress.begins = word;
	}
	return progress;
}

/* The first phase behind `from` and before `to` that is not to be left out: where the cycle has a list of what is to come, what
 * is not in it is not to come. */
static size_t first_between(const struct progress *progress, size_t from, size_t to)
{
	bool listed = to < PHASE_COUNT && progress->plans[to];
	for (size_t place = from; place < to; place++)
		if (!listed || progress->plans[place])
			return place;
	return to;
}

enum phase_step cycle_step(const struct entity *cycle, uint32_t phase, struct kpss_date day, uint32_t *other)
{
	struct progress progress = progress_of(cycle, phase, day);
	size_t place = place_of(phase);
	size_t from = progress.furthest == PHASE_COUNT ? 0 : progress.furthest + 1;
	*other = phase;
	if (progress.is_there)
		return STEP_IS_THERE;
	*other = from > 0 ? order[progress.furthest] : UINT32_MAX;
	if (place < from)
		return STEP_BACK;
	size_t skipped = first_between(&progress, from, place);
	if (skipped < place) {
		*other = order[skipped];
		return STEP_SKIPS;
	}
	if (progress.begins == UINT32_MAX)
		return STEP_IN_ORDER;
	*other = progress.begins;
	return STEP_SAME_DAY;
}

uint32_t cycle_next(const struct entity *cycle, struct kpss_date day)
{
	struct progress progress = progress_of(cycle, UINT32_MAX, day);
	size_t from = progress.furthest == PHASE_COUNT ? 0 : progress.furthest + 1;
	for (size_t place = from; place < PHASE_COUNT; place++)
		if (progress.plans[place])
			return order[place];
	return from < PHASE_COUNT ? order[from] : UINT32_MAX;
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
