#include "answer/approved.h"

#include <stdlib.h>

#include "base/arena.h"
#include "plan/value.h"
#include "town/contents.h"

struct verification {
	const struct approved_question *question;
	struct approvals approvals;
	struct arena *arena;
};

static bool is_about_the_same(const struct plan *plan, const struct act *a, const struct act *b)
{
	return document_meant(plan, a->subject) == document_meant(plan, b->subject) &&
	       (a->subject == b->subject || a->subject == document_meant(plan, a->subject));
}

static bool is_by_the_same(const struct act *a, const struct act *b)
{
	struct kpss_str one = value_text(field(a->approval->mapping, WORD_municipality)),
			other = value_text(field(b->approval->mapping, WORD_municipality));
	return a->body == b->body && kpss_str_equal(one, other);
}

static bool is_of_last_step(const struct plan *plan, const struct act *act)
{
	const struct node *chain = act->type == document_type_of(act->subject)
					   ? approval_chain_of(plan, act->subject)
					   : approval_chain(plan, act->type);
	const struct node *step = chain_last_step(chain);
	return step && act_is_of_step(plan, act, step);
}

static bool is_of_another_text(const struct act *a, const struct act *b)
{
	struct approved_text one = approved_text_of(a), other = approved_text_of(b);
	return one.hash.len && other.hash.len && !kpss_str_equal(one.hash, other.hash);
}

static bool counts(const struct verification *verification, const struct act *act)
{
	return act->day.days <= verification->question->as_of.days && !verb_is_negative(act->verb);
}

/* The last resolution that takes the place of another; NULL when there is none. */
static const struct act *follower_of(const struct verification *verification, const struct act *act)
{
	const struct plan *plan = verification->question->plan;
	const struct act *found = NULL;
	for (size_t i = 0; i < verification->approvals.count; i++) {
		const struct act *later = &verification->approvals.items[i];
		bool is_later =
			later->day.days > act->day.days ||
			(later->day.days == act->day.days && later->approval > act->approval);
		if (!is_later || !counts(verification, later) ||
			!is_about_the_same(plan, act, later))
			continue;
		if (!is_by_the_same(act, later) &&
			!(is_of_last_step(plan, later) && is_of_another_text(act, later)))
			continue;
		if (!found || later->day.days >= found->day.days)
			found = later;
	}
	return found;
}

struct scope {
	const struct plan *before, *after;
	const struct entity *was, *is; /* the document in both */
};

static bool is_in_scope(const void *context, const struct diff_record *record)
{
	const struct scope *scope = context;
	return (record->before && document_has(scope->before, scope->was, record->before)) ||
	       (record->after && document_has(scope->after, scope->is, record->after));
}

/* Holds the text that was recorded against that of today. */
static void compare(struct verification *verification, struct approved *approved,
	const struct approved_text *text, const char *hash_now)
{
	char hash[SHA256_TEXT_SIZE];
	const struct plan *before = approved->then->plan, *after = verification->question->plan;
	const struct entity *is = approved->act->subject, *was = plan_find(before, is->id);
	approved->state = APPROVED_FORGED;
	if (!was)
		return;
	canonical_hash(before, was, verification->arena, hash);
	if (text->hash.len && !kpss_str_is(text->hash, hash))
		return;
	approved->state = APPROVED_UNCHANGED;
	if (strcmp(hash, hash_now) == 0)
		return;
	const struct scope scope = {before, after, was, is};
	struct diff diff = diff_of_plans(before, after, verification->arena);
	approved->diff = diff_only(&diff, is_in_scope, &scope, verification->arena);
	approved->state = APPROVED_CHANGED;
}

static void verify(struct verification *verification, struct approved *approved)
{
	const struct approved_question *question = verification->question;
	struct approved_text text = approved_text_of(approved->act);
	char hash[SHA256_TEXT_SIZE];
	approved->follower = follower_of(verification, approved->act);
	approved->state = APPROVED_FOLLOWED;
	if (approved->follower)
		return;
	approved->state = APPROVED_UNPINNED;
	if (!approved_text_is_pinned(&text))
		return;
	canonical_hash(question->plan, approved->act->subject, verification->arena, hash);
	approved->state = APPROVED_UNCHANGED;
	if (text.hash.len && kpss_str_is(text.hash, hash))
		return;
	approved->state = APPROVED_UNKNOWN;
	if (text.commit.len || text.tag.len)
		approved->then = question->read(question->user, &text);
	if (approved->then)
		compare(verification, approved, &text, hash);
}

static int by_document_and_day(const void *left, const void *right)
{
	const struct act *a = ((const struct approved *)left)->act,
			 *b = ((const struct approved *)right)->act;
	if (a->subject->kind != b->subject->kind)
		return a->subject->kind < b->subject->kind ? -1 : 1;
	if (a->subject != b->subject)
		return a->subject < b->subject ? -1 : 1;
	if (a->day.days != b->day.days)
		return a->day.days < b->day.days ? -1 : 1;
	return (a->approval > b->approval) - (a->approval < b->approval);
}

struct approved_list approved_verify(const struct approved_question *question, struct arena *arena)
{
	struct verification verification = {.question = question,
		.approvals = approvals_of_plan(question->plan, arena),
		.arena = arena};
	struct approved_list list = {0};
	struct approved *items =
		arena_array(arena, verification.approvals.count + 1, sizeof *items);
	for (size_t i = 0; i < verification.approvals.count; i++) {
		const struct act *act = &verification.approvals.items[i];
		if (!counts(&verification, act) ||
			(question->only && act->subject != question->only))
			continue;
		struct approved *approved = &items[list.count++];
		approved->act = act;
		verify(&verification, approved);
		list.states[approved->state]++;
		list.binding += approved->diff.binding > 0;
	}
	qsort(items, list.count, sizeof *items, by_document_and_day);
	list.items = items;
	return list;
}

bool approved_is_broken(const struct approved *approved)
{
	return approved->state == APPROVED_FORGED || approved->state == APPROVED_UNKNOWN ||
	       approved->diff.binding > 0;
}
