/* What a person probably meant, as an argument of a finding. */
#ifndef SCHEMA_NEAR_H
#define SCHEMA_NEAR_H

#include "base/finding.h"

struct text_suggestions;

/* The names in the order of their nearness, copied; an empty list when there are none. */
struct finding_argument near_argument(
	struct findings *findings, const struct text_suggestions *near);
/* Is one of them nearer than all others? Then it is the first. */
bool near_is_clear(const struct text_suggestions *near);

#endif
