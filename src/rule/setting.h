/* What the town has decided: the settings of its profile. One that is not made switches its rules off. */
#ifndef RULE_SETTING_H
#define RULE_SETTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "document/node.h"

struct plan;

/* The value of a setting in a section of the profile (WORD_groups, WORD_coordinator_attends), or of one at its margin
 * (WORD_guarantor, 0); absent when the town has not made it. */
const struct node *setting(const struct plan *plan, uint32_t section, uint32_t word);
bool setting_is_true(const struct plan *plan, uint32_t section, uint32_t word);
/* A whole number; `otherwise` when it is not made. */
int64_t setting_number(const struct plan *plan, uint32_t section, uint32_t word, int64_t otherwise);
/* Where it is written, as the second place of a finding. */
struct kpss_span setting_span(const struct plan *plan, const struct node *setting);

#endif
