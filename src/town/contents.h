/* What a document consists of: which records a body has before it when it decides on a plan, a part, an action plan, a charter…
 *
 * Beside the record itself: the items, parts, rows of action plans, indicators, planned budgets and comments that stand in it or
 * name it, themselves or by what they stand in. A part that lists items has these with all that stands under them. The paper of a
 * plan (a record of the kind document that is about it) has what the plan has; so has an update or an extension.
 * Left out is what others say of the document: approvals, evaluations (unless it is one), versions, minutes, publications. */
#ifndef TOWN_CONTENTS_H
#define TOWN_CONTENTS_H

#include <stdbool.h>

struct entity;
struct plan;

/* Does the record belong to the document that is the subject? */
bool document_has(
	const struct plan *plan, const struct entity *subject, const struct entity *record);
/* What a document is the paper of; any other record itself. */
const struct entity *document_meant(const struct plan *plan, const struct entity *subject);

#endif
