#include "answer/approving.h"

#include "base/arena.h"
#include "plan/value.h"
#include "rule/passage.h"

static bool is_own_step(
	const struct plan *plan, const struct approving *approving, const struct node *step)
{
	bool local = value_is_true(field(step, WORD_each_municipality));
	bool of_municipality =
		approving->of_municipality ||
		(approving->body && !is_absent(field(approving->body->mapping, WORD_municipality)));
	if (local && !of_municipality)
		return false;
	return approving->body ? body_is_of_step(plan, approving->body, step) : local;
}

/* The only verb that a step knows; UINT32_MAX when it knows several, or any. */
static uint32_t only_verb(const struct node *step)
{
	const struct node *verbs = field(step, WORD_verbs), *first = value_first_item(verbs);
	bool single = first && !node_next_item(verbs, first);
	return single ? value_word(first) : UINT32_MAX;
}

/* Where a body has several steps, the one that knows the verb; a refusal is an answer at every step. */
static void step_find(const struct plan *plan, const struct approving *approving,
	struct approving_judgement *judgement)
{
	const struct node *steps = field(judgement->chain, WORD_steps);
	bool fits = false;
	size_t own = 0;
	for (const struct node *step = value_first_item(steps); step && !fits;
		step = node_next_item(steps, step)) {
		if (!is_own_step(plan, approving, step))
			continue;
		own++;
		fits = approving->verb != UINT32_MAX &&
		       (step_has_verb(step, approving->verb) || verb_is_negative(approving->verb));
		judgement->step = fits || !judgement->step ? step : judgement->step;
	}
	judgement->verb = approving->verb;
	if (own == 1 && approving->verb == UINT32_MAX)
		judgement->verb = only_verb(judgement->step);
	if (own == 0)
		judgement->fault = APPROVING_NO_STEP;
	else if (judgement->verb == UINT32_MAX)
		judgement->fault = APPROVING_VERB_NEEDED;
	else if (approving->verb != UINT32_MAX && !fits)
		judgement->fault = APPROVING_WRONG_VERB;
}

/* The last answer at a step on the day or before; *later is the first one after it. */
static const struct act *answer_at(const struct plan *plan, struct approvals own,
	const struct approving *approving, const struct node *step, const struct act **later)
{
	const struct act *last = NULL;
	*later = NULL;
	for (size_t i = 0; i < own.count; i++) {
		const struct act *act = &own.items[i];
		bool counts = act->type == approving->type && act_is_of_step(plan, act, step);
		if (counts && act->day.days <= approving->day.days)
			last = act;
		else if (counts && !*later)
			*later = act;
	}
	return last;
}

/* What the step before means for the body whose turn it is; false where it may not go on. */
static bool step_is_past(const struct plan *plan, struct approvals own,
	const struct approving *approving, const struct node *step,
	struct approving_judgement *judgement)
{
	const struct act *later;
	const struct act *last = answer_at(plan, own, approving, step, &later);
	if (last) {
		judgement->before = last;
		bool refused = verb_is_negative(last->verb) &&
			       value_is_true(field(step, WORD_positive_needed)) &&
			       !verb_is_negative(judgement->verb);
		judgement->fault = refused ? APPROVING_REFUSED : APPROVING_FINE;
	} else if (later) {
		judgement->fault = APPROVING_TOO_EARLY;
	} else if (!value_is_true(field(step, WORD_optional))) {
		judgement->fault = APPROVING_STEP_SKIPPED;
	}
	if (judgement->fault == APPROVING_FINE)
		return true;
	judgement->other = step;
	judgement->earlier = last ? last : later;
	return false;
}

struct approving_judgement approving_judge(
	const struct plan *plan, struct approvals approvals, const struct approving *approving)
{
	bool own_sort = approving->type == document_type_of(approving->subject);
	struct approving_judgement judgement = {
		.chain = own_sort ? approval_chain_of(plan, approving->subject)
				  : approval_chain(plan, approving->type),
		.verb = approving->verb,
	};
	const struct node *steps = field(judgement.chain, WORD_steps);
	struct approvals own = approvals_of(approvals, approving->subject);
	if (!value_first_item(steps)) {
		judgement.fault =
			approving->verb == UINT32_MAX ? APPROVING_VERB_NEEDED : APPROVING_FINE;
		return judgement;
	}
	step_find(plan, approving, &judgement);
	for (const struct node *step = value_first_item(steps);
		judgement.fault == APPROVING_FINE && step && step != judgement.step;
		step = node_next_item(steps, step))
		if (!step_is_past(plan, own, approving, step, &judgement))
			break;
	return judgement;
}

struct approved_text approved_text_of(const struct act *act)
{
	const struct node *own = act->approval->mapping;
	const struct node *version = act->version ? act->version->mapping : value_none();
	struct approved_text text = {
		.hash = value_text(field(own, WORD_hash)),
		.commit = value_text(field(own, WORD_commit)),
		.tag = value_text(field(version, WORD_tag)),
		.version = act->version,
	};
	if (text.commit.len == 0)
		text.commit = value_text(field(version, WORD_commit));
	return text;
}

bool approved_text_is_pinned(const struct approved_text *text)
{
	return text->hash.len || text->commit.len || text->tag.len;
}
