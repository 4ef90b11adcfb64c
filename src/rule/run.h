/* What must hold in a plan. */
#ifndef RULE_RUN_H
#define RULE_RUN_H

#include <stddef.h>

#include <kpss/date.h>

struct finding_kind;
struct findings;
struct plan;

/* Runs every rule that the town has switched on; `as_of` is the day on which the plan is looked at. Then the town's own
 * severities are laid over all findings so far, those of loading included, and what comments in the files silence is
 * dropped. */
void rules_run(const struct plan *plan, struct kpss_date as_of, struct findings *findings);
/* How many findings comments have silenced. */
size_t rules_suppressed(const struct findings *findings);

/* Every kind of finding of every layer, lowest layer first, for the manual, explanations and tests; NULL behind the last. */
const struct finding_kind *finding_catalogue_at(size_t index);

#endif
