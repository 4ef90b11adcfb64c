#include "rule/approvals.h"

#include <stdlib.h>

#include "base/arena.h"
#include "rule/setting.h"

static const struct {
	uint16_t kind;
	uint32_t type;
} types[] = {
	{KIND_plan, WORD_plan},
	{KIND_part, WORD_plan_part},
	{KIND_action_plan, WORD_action_plan},
	{KIND_evaluation, WORD_evaluation},
	{KIND_analysis, WORD_analysis},
	{KIND_charter, WORD_charter},
	{KIND_consultation, WORD_settlement},
};

uint32_t document_type_of(const struct entity *subject)
{
	if (subject->kind == KIND_document)
		return value_word(field(subject->mapping, WORD_type));
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (types[i].kind == subject->kind)
			return types[i].type;
	return UINT32_MAX;
}

bool verb_is_positive(uint32_t verb)
{
	return verb == WORD_approves || verb == WORD_recommends;
}

bool verb_is_negative(uint32_t verb)
{
	return verb == WORD_rejects || verb == WORD_returns;
}

/* The paper of a plan stands for the plan. */
static const struct entity *subject_of(const struct plan *plan, const struct entity *approval)
{
	const struct entity *subject = plan_target(plan, field(approval->mapping, WORD_subject));
	if (!subject || subject->kind != KIND_document)
		return subject;
	const struct entity *meant = plan_target(plan, field(subject->mapping, WORD_subject));
	return meant ? meant : subject;
}

static int act_compare(const void *left, const void *right)
{
	const struct act *a = left, *b = right;
	if (a->subject != b->subject)
		return a->subject < b->subject ? -1 : 1;
	if (a->day.days != b->day.days)
		return a->day.days < b->day.days ? -1 : 1;
	return (a->approval > b->approval) - (a->approval < b->approval);
}

struct approvals approvals_of_plan(const struct plan *plan, struct arena *arena)
{
	uint32_t most;
	const struct entity *const *approvals = plan_kind(plan, KIND_approval, &most);
	struct act *acts = arena_array(arena, most + 1, sizeof *acts);
	size_t count = 0;
	for (uint32_t i = 0; i < most; i++) {
		const struct node *mapping = approvals[i]->mapping;
		const struct entity *subject = subject_of(plan, approvals[i]);
		if (!subject)
			continue;
		uint32_t type = value_word(field(mapping, WORD_type));
		acts[count++] = (struct act){
			.subject = subject,
			.approval = approvals[i],
			.body = plan_target(plan, field(mapping, WORD_body)),
			.day = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST),
			.type = type != UINT32_MAX ? type : document_type_of(subject),
			.verb = value_word(field(mapping, WORD_verb)),
		};
	}
	qsort(acts, count, sizeof *acts, act_compare);
	return (struct approvals){.items = acts, .count = count};
}

struct approvals approvals_of(struct approvals approvals, const struct entity *subject)
{
	size_t low = 0, high = approvals.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (approvals.items[middle].subject < subject)
			low = middle + 1;
		else
			high = middle;
	}
	size_t end = low;
	while (end < approvals.count && approvals.items[end].subject == subject)
		end++;
	return (struct approvals){.items = approvals.items + low, .count = end - low};
}

const struct node *approval_chain(const struct plan *plan, uint32_t type)
{
	const struct node *chains = setting(plan, WORD_approval_chains, 0);
	for (const struct node *chain = value_first_item(chains); chain; chain = node_next_item(chains, chain))
		if (type != UINT32_MAX && value_word(field(chain, WORD_document)) == type)
			return chain;
	return value_none();
}

bool act_is_of_step(const struct plan *plan, const struct act *act, const struct node *step)
{
	const struct node *named = field(step, WORD_body), *type = field(step, WORD_body_type);
	if (!act->body)
		return false;
	if (!is_absent(named))
		return plan_target(plan, named) == act->body;
	if (value_is_true(field(step, WORD_each_group)))
		return act->body->kind == KIND_group;
	return act->body->kind == KIND_body && value_word(field(act->body->mapping, WORD_type)) == value_word(type);
}

static const struct node *last_item(const struct node *list)
{
	const struct node *last = NULL;
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
		last = item;
	return last;
}

const struct act *approval_final(const struct plan *plan, struct approvals approvals, const struct entity *subject)
{
	const struct node *step = last_item(field(approval_chain(plan, document_type_of(subject)), WORD_steps));
	struct approvals own = approvals_of(approvals, subject);
	for (size_t i = own.count; i-- > 0;) {
		const struct act *act = &own.items[i];
		if (act->verb == WORD_approves && (!step || act_is_of_step(plan, act, step)))
			return act;
	}
	return NULL;
}
