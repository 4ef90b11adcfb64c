/* What became of the texts that bodies decided on: does the plan still say what they had before them? */
#ifndef ANSWER_APPROVED_H
#define ANSWER_APPROVED_H

#include <stddef.h>

#include "answer/approving.h"
#include "history/canonical.h"
#include "history/diff.h"

struct arena;

enum approved_state {
	APPROVED_UNCHANGED,
	APPROVED_CHANGED,  /* without a new resolution; `diff` says what */
	APPROVED_FOLLOWED, /* a later resolution takes its place */
	APPROVED_UNPINNED, /* cannot be verified: nobody wrote down which text it was */
	APPROVED_UNKNOWN,  /* the text has changed or may have, and the recorded one cannot be had from git */
	APPROVED_FORGED,   /* the hash is not that of the text at the commit */
	APPROVED_STATES
};

/* A recorded state of the plan. */
struct approved_then {
	const struct plan *plan;
	struct kpss_str commit; /* whole id */
	struct kpss_date day;   /* of the commit */
};

struct approved {
	const struct act *act;
	enum approved_state state;
	const struct act *follower;       /* the later resolution; NULL: there is none */
	const struct approved_then *then; /* NULL: was not looked at */
	struct diff diff;                 /* of the records of the document alone */
};

struct approved_list {
	const struct approved *items; /* by document and day */
	size_t count;
	size_t states[APPROVED_STATES];
	size_t binding; /* how many have changed in what binds */
};

/* The plan as it was at the commit, else the tag, of a text; NULL when it cannot be had. It lasts as long as the answer. */
typedef const struct approved_then *approved_reader(void *user, const struct approved_text *text);

struct approved_question {
	const struct plan *plan;
	struct kpss_date as_of;
	const struct entity *only; /* as approved_record gives it; NULL: all documents */
	approved_reader *read;
	void *user;
};

/* All answers that were no refusal, up to the day. A later one of the same body takes the place of an earlier one, and so does one at
 * the last step of the chain about another text. */
struct approved_list approved_verify(
	const struct approved_question *question, struct arena *arena);
/* Is what was approved no longer what the plan says, or is that unknown although it was pinned? */
bool approved_is_broken(const struct approved *approved);

#endif
