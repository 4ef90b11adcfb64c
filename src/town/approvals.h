/* What bodies decided about documents: approvals, recommendations, refusals, ready to be asked about many documents. */
#ifndef TOWN_APPROVALS_H
#define TOWN_APPROVALS_H

#include <stddef.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* One record of the kind approval. */
struct act {
	/* What it is about. A document that is the paper of a plan, part, charter… stands for that; one of another sort about a
	 * plan (an update, an extension, an explanatory report) stands for itself. */
	const struct entity *subject;
	const struct entity *approval;
	const struct entity *body;    /* NULL: not given */
	const struct entity *version; /* of the document; NULL: not given */
	struct kpss_date day;         /* KPSS_DATE_EARLIEST: not given */
	uint32_t type; /* WORD_… of the sort of document: written, else by what the subject is; UINT32_MAX: unknown */
	uint32_t verb; /* WORD_…; UINT32_MAX: not given */
};

/* By subject and day. */
struct approvals {
	const struct act *items;
	size_t count;
};

struct approvals approvals_of_plan(const struct plan *plan, struct arena *arena);
/* What an approval of a record is about: the record, or what that is the paper of, as in `subject` above. */
const struct entity *approved_record(
	const struct plan *plan, const struct entity *named, struct arena *arena);
struct approvals approvals_of(struct approvals approvals, const struct entity *subject);
/* The sort of document (WORD_plan, WORD_plan_part, WORD_charter…) that a record is approved as; UINT32_MAX: none. */
uint32_t document_type_of(const struct entity *subject);
/* Is the answer of the body yes (approves, recommends), no (rejects, returns), or neither? */
bool verb_is_positive(uint32_t verb);
bool verb_is_negative(uint32_t verb);
/* The chain of the profile (item of approval_chains) for a sort of document; absent when the town has none. */
const struct node *approval_chain(const struct plan *plan, uint32_t type);
/* The chain that a record goes through; a part has that of its type where the town has one. */
const struct node *approval_chain_of(const struct plan *plan, const struct entity *subject);
/* The last step of a chain; NULL when it has none. */
const struct node *chain_last_step(const struct node *chain);
/* The first and the last approval of the record by the body of the last step of its chain; without a chain, by any. That of
 * an update or extension is not one of the plan itself. NULL when there is none. */
const struct act *approval_first(const struct plan *plan, struct approvals approvals, const struct entity *subject);
const struct act *approval_final(const struct plan *plan, struct approvals approvals, const struct entity *subject);
/* Is the act one by the body of a step of a chain, by one of its type, by a working group where each is asked, by the body of
 * some municipality where that of each is? */
bool act_is_of_step(const struct plan *plan, const struct act *act, const struct node *step);
/* May a body or group answer at the step, as far as it alone decides? */
bool body_is_of_step(const struct plan *plan, const struct entity *body, const struct node *step);

#endif
