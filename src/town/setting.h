/* What the town has decided: the settings of its profile. One that is not made switches its rules off. */
#ifndef TOWN_SETTING_H
#define TOWN_SETTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "document/node.h"

struct buf;
struct plan;
struct schema_table;

/* The value of a setting in a section of the profile (WORD_groups, WORD_coordinator_attends), or of one at its margin
 * (WORD_guarantor, 0); absent when the town has not made it. */
const struct node *setting(const struct plan *plan, uint32_t section, uint32_t word);
bool setting_is_true(const struct plan *plan, uint32_t section, uint32_t word);
/* A whole number; `otherwise` when it is not made. */
int64_t setting_number(const struct plan *plan, uint32_t section, uint32_t word, int64_t otherwise);
/* Where it is written, as the second place of a finding. */
struct kpss_span setting_span(const struct plan *plan, const struct node *setting);

/* A setting by its name as in finding_kind (“groups.coordinator_attends”), its words found in the schema of the profile. */
struct setting_name {
	uint32_t section, word; /* WORD_…; word 0: at the margin */
	struct kpss_str english[2], czech[2]; /* of section and word; the second empty where there is none */
};
/* Takes the next name off the front of a list with spaces between; false at its end, or when the profile has no such field. */
bool setting_name_take(const struct schema_table *schema, const char **names, struct setting_name *out);
/* The key under which the profile makes it; NULL when it does not. */
const struct node *setting_key(const struct plan *plan, const struct setting_name *name);
/* The name as a town writes it, with a point. */
void setting_name_add(struct buf *buf, const struct setting_name *name, bool czech);

#endif
