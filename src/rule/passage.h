/* How a document went through the approval chain of its sort: which bodies have answered, when and how. */
#ifndef RULE_PASSAGE_H
#define RULE_PASSAGE_H

#include <stddef.h>

#include "rule/rule.h"

struct start;

struct passage_step {
	const struct node *step;    /* item of the chain */
	const struct act *first;    /* NULL: no answer is recorded */
	const struct act *decisive; /* the last with a verb of the step; where none has one, the last */
};

struct passage {
	const struct entity *subject;
	const struct node *chain;
	const struct act *const *acts; /* about the subject as what it is, by day, none later than the day asked for */
	size_t act_count;
	const struct passage_step *steps;
	size_t count;
	size_t reached;            /* number of the last step that has an answer, from 1; 0: none has */
	const struct start *start; /* of a plan or action plan: its first phase of implementation; NULL: none */
	/* The day on which what must wait for the approval began; KPSS_DATE_LATEST when that is not known. */
	struct kpss_date begun;
};

/* Every record whose sort of document has a chain, whether or not anything is recorded of it. What is handed over lasts for
 * the visit. */
void passages_walk(const struct rule_context *context,
	void (*visit)(const struct rule_context *context, const struct passage *passage));
/* Must the step have been taken: is a later one recorded, or has begun what waits for the approval? */
bool passage_is_past(const struct rule_context *context, const struct passage *passage, size_t step);
/* The nearest step before one that has an answer; NULL when there is none. */
const struct passage_step *passage_before(const struct passage *passage, size_t step);
/* Is the verb one that the step asks for? Any is where it names none. */
bool step_has_verb(const struct node *step, uint32_t verb);
/* What to call a step: its body, or the type of it as the profile writes it. */
struct kpss_str step_name(const struct node *step);

#endif
