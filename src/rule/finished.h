/* Calendar years that are over: which of them can be judged, and how much of a yearly number falls to part of one. */
#ifndef RULE_FINISHED_H
#define RULE_FINISHED_H

#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

struct rule_context;

/* The last day of the last plan, extensions included; KPSS_DATE_LATEST when one has no end, or there is none. Afterwards nobody
 * plans by this repository, so nothing yearly is due. */
struct kpss_date planning_end(const struct plan *plan);

/* From the first to the last, none when the first is later. */
struct year_range {
	int first, last;
};

/* The years that were over on the day of the context and in which the repository already recorded meetings; before, nobody
 * can tell whether nothing happened or nothing was written down. Without a single meeting only the last one. None after
 * planning_end(). */
struct year_range finished_years(const struct rule_context *context);
/* The days of a year on which the record existed; empty (period_is_empty) when there are none. */
struct period days_of_year(const struct entity *record, int year);
/* So much of a number for a whole year as falls to these days of it, rounded down. */
int64_t yearly_share(int64_t number, struct period days);
/* The year as an argument of a finding: no figure to be grouped by thousands. */
struct finding_argument year_argument(const struct rule_context *context, int year);

#endif
