/* Rounds of comments: what a round is about, when it closes, what came of it. */
#ifndef RULE_ROUND_H
#define RULE_ROUND_H

#include <stdbool.h>

#include "rule/rule.h"

/* The round that a comment or submission belongs to; NULL: none. */
const struct entity *round_of(const struct plan *plan, const struct entity *comment);
/* The submission that a comment came with; NULL: none. */
const struct entity *comment_submission(const struct plan *plan, const struct entity *comment);
/* Is the round about the record: names it, its paper, a version of its paper, or one of its parts? */
bool round_is_about(
	const struct plan *plan, const struct entity *round, const struct entity *subject);
/* The last final approval of what the round is about; NULL: none yet. */
const struct act *round_approval(const struct rule_context *context, const struct entity *round);
/* Has the town to be done with the round by the as-of day: it has closed, and its document is approved, its cycle has come to
 * approval, or the days for settling are over? */
bool round_is_due(const struct rule_context *context, const struct entity *round);

#endif
