/* How serious the town takes each code: `severities` of its profile. */
#ifndef RULE_SEVERITY_H
#define RULE_SEVERITY_H

#include <stddef.h>

#include <kpss/date.h>
#include <kpss/finding.h>

struct finding_kind;
struct findings;
struct node;
struct plan;

extern const struct finding_kind *const severity_finding_kinds[]; /* ends in NULL */

/* What the profile says of a code on a day: the item of `severities`, NULL when it says nothing that holds. One for a phase
 * holds while some cycle is in that phase, and goes before those for all phases; then the one that began last, then the
 * first. */
const struct node *severity_setting(const struct plan *plan, struct kpss_date as_of, const char *code);

/* The severity that an item of `severities` gives; `otherwise` when it does not say so clearly. */
enum kpss_severity severity_set(const struct node *setting, enum kpss_severity otherwise);

/* Finds settings for codes that do not exist or cannot be lowered. */
void severities_check(const struct plan *plan, struct findings *findings);
/* Lays the town's severities over the findings from number `first` on; what it silenced is dropped. */
void severities_lay(const struct plan *plan, struct kpss_date as_of, struct findings *findings, size_t first);

#endif
