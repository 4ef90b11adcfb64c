/* How far planning has come: the phases of a cycle, in the order in which it goes through them. */
#ifndef TOWN_PHASE_H
#define TOWN_PHASE_H

#include <stdint.h>

#include "plan/plan.h"

/* The first day on which the cycle is in the phase (WORD_preparation … WORD_evaluation) or a later one. A cycle that says when
 * the phase begins is taken at its word, whatever it says of later ones: evaluation may run beside all others.
 * KPSS_DATE_LATEST when it never comes so far, or gives no day. */
struct kpss_date cycle_reaches(const struct entity *cycle, uint32_t phase);
/* The first day on which some cycle of the plan does; of any cycle where `planned` is NULL. */
struct kpss_date plan_reaches(const struct plan *plan, const struct entity *planned, uint32_t phase);
/* Has the plan a cycle that gives a day of some phase, so that one can tell how far it is? */
bool plan_has_phases(const struct plan *plan, const struct entity *planned);
/* Is an entry of the list of phases about the whole cycle, not about one of its action plans or years? */
bool phase_is_of_cycle(const struct node *entry);
/* The entry of the whole cycle for a phase (WORD_…) that has not begun on the day: planned, with a later day or with none; NULL
 * when there is none. */
const struct node *phase_planned(const struct entity *cycle, uint32_t phase, struct kpss_date day);

/* What the step into a phase on a day is, by what the cycle says of its phases as a whole. */
enum phase_step {
	STEP_IN_ORDER,
	STEP_IS_THERE, /* it is in the phase already */
	STEP_BACK,     /* it was there before, or has left it out */
	STEP_SKIPS,
	STEP_SAME_DAY, /* another phase begins on the same day, so it could not end before */
	STEP_COUNT
};
/* `other` gets the phase that the step runs into: the one it is in, the first that it skips, the one that begins on that day;
 * UINT32_MAX where there is none. */
enum phase_step cycle_step(
	const struct entity *cycle, uint32_t phase, struct kpss_date day, uint32_t *other);
/* The phase that follows on what has begun by the day: the first that is planned without a day, else the next in order;
 * UINT32_MAX when there is none. */
uint32_t cycle_next(const struct entity *cycle, struct kpss_date day);

/* The words for all phases, English and Czech alternately, as a stretch of the table's lists. */
const struct schema_list *phase_words(const struct schema_table *schema);

#endif
