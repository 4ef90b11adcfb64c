/* A rule is a function and its row in the file of its subject; a subject is one line in subjects.def. */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include "base/finding.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/approvals.h"
#include "town/gathering.h"
#include "town/membership.h"
#include "town/publication.h"

struct rule_context {
	const struct plan *plan;
	struct kpss_date as_of;
	struct stays stays; /* all memberships of the plan */
	struct gatherings gatherings; /* all meetings */
	struct approvals approvals; /* all acts of bodies about documents */
	struct publications publications; /* all that was published, and when */
	struct findings *findings;
};

/* The place of a record as a whole: its id, or all of it where none is given. */
static inline const struct node *entity_name(const struct entity *entity)
{
	const struct node *id = field(entity->mapping, WORD_id);
	return is_absent(id) ? entity->mapping : id;
}

enum { RULE_KINDS_MOST = 8 };

struct rule {
	void (*check)(const struct rule_context *context);
	const struct finding_kind *kinds[RULE_KINDS_MOST]; /* all that it may find; ends in NULL */
};

#define SUBJECT(name) extern const struct rule rule_##name[]; /* ends in an empty row */
#include "rule/subjects.def"
#undef SUBJECT

#endif
