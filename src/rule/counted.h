/* What the repository counts of what a document states a number of. */
#ifndef RULE_COUNTED_H
#define RULE_COUNTED_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"

struct rule_context;

struct counted {
	bool is_known; /* false: nothing is recorded that could be counted, or it cannot be said what is meant */
	int64_t number;
	int64_t with_steering; /* of people, groups, meetings where no group is named: the steering group too; else the same */
};

/* For an item of `stated_counts` of a plan, an evaluation or a document. */
struct counted counted_for(
	const struct rule_context *context, const struct entity *record, const struct node *stated);

#endif
