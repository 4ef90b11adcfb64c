/* Comments that silence findings: “# kpss: ignore CODE until 2026-04-30 – reason”. */
#ifndef RULE_SUPPRESS_H
#define RULE_SUPPRESS_H

#include <stddef.h>

#include <kpss/date.h>

struct finding_kind;
struct findings;
struct plan;

extern const struct finding_kind *const suppression_finding_kinds[]; /* ends in NULL */

/* Drops (and counts) what comments in the plan's files silence as of a day, and adds what is wrong with such comments.
 * The number of the first finding added. */
size_t suppressions_apply(const struct plan *plan, struct kpss_date as_of, struct findings *findings);

#endif
