/* The conditions on which a cycle enters a phase: those of the town's profile (gates), else those that the program brings along
 * (gates.yaml). A condition asks that certain findings are not there. */
#ifndef ANSWER_GATE_H
#define ANSWER_GATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/date.h>

#include "base/finding.h"

struct arena;
struct node;
struct plan;

/* Something found that stands in the way. */
struct standing_block {
	const struct finding *finding;
	bool ahead; /* nothing is wrong yet; it will be when the next phase begins */
};

struct standing_blocks {
	const struct standing_block *items;
	size_t count;
};

enum condition_state {
	CONDITION_MET,
	CONDITION_UNMET,
	CONDITION_UNWATCHED, /* the town's rules switch on nothing that would find a breach; it hinders nothing */
	CONDITION_UNKNOWN,   /* it names only codes that no rule has, so nobody can say whether it is met */
	CONDITION_STATE_COUNT
};

struct gate_condition {
	struct finding_argument title; /* in both languages where both are written */
	const char *meaning;           /* msgid; NULL where there is a title */
	const struct node *codes;      /* list of codes, may be absent */
	bool without_errors;           /* of any kind, those left out that another required condition names */
	bool is_required;
	enum condition_state state;
	struct standing_blocks blocks; /* what was found against it */
};

struct gate {
	uint32_t phase;       /* WORD_…, UINT32_MAX: there is no gate */
	struct kpss_date day; /* on which the phase begins, or would */
	bool is_own;          /* the town's, not the program's */
	struct gate_condition *conditions;
	size_t count;
	size_t unmet;     /* required ones that are not met, or unknown */
	size_t unmet_too; /* the others */
};

/* The conditions that the program brings along, as a plan whose profile has them; it must outlive all gates. */
struct plan *gates_builtin(void);

/* The conditions of a phase, not judged yet. Everything lives in the arena, as long as both plans. */
struct gate gate_of(const struct plan *plan, const struct plan *builtin, uint32_t phase,
	struct kpss_date day, struct arena *arena);
/* Is the finding against one of the conditions? */
bool gate_asks(const struct gate *gate, const struct finding *finding);
/* Judges them by what was found. */
void gate_judge(struct gate *gate, const struct plan *plan, struct standing_blocks found,
	struct arena *arena);
/* Does it keep the cycle out of the phase? */
bool condition_hinders(const struct gate_condition *condition);
/* All that was found against required conditions, each once, in the order of `found`. */
struct standing_blocks gate_blocks(
	const struct gate *gate, struct standing_blocks found, struct arena *arena);

#endif
