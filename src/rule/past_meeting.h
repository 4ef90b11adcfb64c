/* Meetings that are over, as the rules about meetings go through them. */
#ifndef RULE_PAST_MEETING_H
#define RULE_PAST_MEETING_H

#include "rule/rule.h"

/* Looks at every meeting up to the day of the context at which people met, as one of a working group or of the steering group
 * and with the section that holds for it. A joint one is looked at as one of each, until `look` says that it has found
 * something: nothing is told twice. */
void past_meetings_walk(const struct rule_context *context,
	bool (*look)(const struct rule_context *context, const struct gathering *gathering,
		uint32_t section));
/* A finding about a meeting: argument 0 is its id, the second place the setting (absent: none). */
struct finding meeting_finding(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *meeting, const struct node *where, const struct node *setting);

#endif
