/* What would be found in a plan if a cycle entered a phase and nothing else were done. */
#ifndef ANSWER_FORESIGHT_H
#define ANSWER_FORESIGHT_H

#include <stdint.h>

#include <kpss/date.h>

#include "base/finding.h"

struct change;
struct entity;
struct plan;
struct snapshot;

struct foresight {
	struct findings findings; /* sorted, with the places of the plan as it is */
	struct change *change;    /* that they may point into; NULL: none */
};

/* The plan as it is already says that the phase begins on the day, or `snapshot`, from which it was read, is NULL: it is only
 * looked at on that day. Clear it in any case; the plan outlives it. */
struct foresight foresee(const struct plan *plan, struct snapshot *snapshot,
	const struct entity *cycle, uint32_t phase, struct kpss_date day);
void foresight_clear(struct foresight *foresight);

#endif
