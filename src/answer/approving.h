/* May a body answer to a document now? What the approval chain of the profile says before anything is written. */
#ifndef ANSWER_APPROVING_H
#define ANSWER_APPROVING_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "town/approvals.h"

struct arena;

enum approving_fault {
	APPROVING_FINE,
	APPROVING_NO_STEP,      /* the body has no step in the chain */
	APPROVING_VERB_NEEDED,  /* no verb is given, and the step knows several or any */
	APPROVING_WRONG_VERB,   /* the step does not know the verb */
	APPROVING_STEP_SKIPPED, /* a step before, which is not optional, has no answer at all */
	APPROVING_TOO_EARLY,    /* a step before was only taken later than on that day */
	APPROVING_REFUSED,      /* a step before, whose consent is needed, said no */
};

/* What a body did. */
struct approving {
	const struct entity *subject; /* as approved_record gives it */
	const struct entity *body;    /* NULL: that of the municipality */
	bool of_municipality;         /* its code is given */
	uint32_t type;                /* WORD_… of the sort of document */
	uint32_t verb;                /* WORD_…; UINT32_MAX: not given */
	struct kpss_date day;
};

struct approving_judgement {
	enum approving_fault fault;
	const struct node *chain;  /* absent: the town has none for this, so nothing is asked */
	const struct node *step;   /* that of the body; NULL: it has none */
	const struct node *other;  /* the step before that is the matter, or where the answer below was given; NULL: none */
	const struct act *before;  /* the last answer of the nearest step before, on that day or earlier; NULL: there is none */
	const struct act *earlier; /* the answer that is the matter; NULL: none */
	uint32_t verb;             /* the one given, or the only one that the step knows */
};

struct approving_judgement approving_judge(
	const struct plan *plan, struct approvals approvals, const struct approving *approving);

/* Which text lay before the body: what tells it from others. Empty where nobody wrote it down. */
struct approved_text {
	struct kpss_str hash, commit, tag; /* commit and tag also of the version that the approval names */
	const struct entity *version;
};
struct approved_text approved_text_of(const struct act *act);
bool approved_text_is_pinned(const struct approved_text *text);

#endif
