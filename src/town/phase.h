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
/* The words for all phases, English and Czech alternately, as a stretch of the table's lists. */
const struct schema_list *phase_words(const struct schema_table *schema);

#endif
