#include "town/approvals.h"

#include <stdlib.h>

#include "base/arena.h"
#include "town/gathering.h"
#include "town/setting.h"

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

/* A document and the record whose paper it is, because that names it. */
struct paper {
	const struct entity *document, *meant;
};

struct papers {
	const struct paper *items;
	size_t count;
};

static int paper_compare(const void *left, const void *right)
{
	const struct paper *a = left, *b = right;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return (a->meant > b->meant) - (a->meant < b->meant);
}

static uint32_t papers_most(const struct plan *plan)
{
	uint32_t most = 0;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		uint32_t count;
		plan_kind(plan, types[i].kind, &count);
		most += count;
	}
	return most;
}

static struct papers papers_of_plan(const struct plan *plan, struct arena *arena)
{
	struct paper *papers = arena_array(arena, papers_most(plan) + 1, sizeof *papers);
	size_t count = 0;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		uint32_t most;
		uint32_t word = types[i].kind == KIND_consultation ? WORD_settlement_document : WORD_document;
		const struct entity *const *records = plan_kind(plan, types[i].kind, &most);
		for (uint32_t j = 0; j < most; j++) {
			const struct entity *document = plan_target(plan, field(records[j]->mapping, word));
			if (document)
				papers[count++] = (struct paper){.document = document, .meant = records[j]};
		}
	}
	qsort(papers, count, sizeof *papers, paper_compare);
	return (struct papers){.items = papers, .count = count};
}

static const struct entity *paper_meant(struct papers papers, const struct entity *document)
{
	size_t low = 0, high = papers.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (papers.items[middle].document < document)
			low = middle + 1;
		else
			high = middle;
	}
	return low < papers.count && papers.items[low].document == document ? papers.items[low].meant : NULL;
}

/* The paper of a plan stands for the plan, unless it is of another sort: an update, an extension, a report about it. */
static const struct entity *record_meant(const struct plan *plan, struct papers papers, const struct entity *document)
{
	const struct node *named = field(document->mapping, WORD_subject);
	const struct entity *meant = is_absent(named) ? paper_meant(papers, document) : plan_target(plan, named);
	uint32_t type = document_type_of(document);
	return meant && (type == UINT32_MAX || type == document_type_of(meant)) ? meant : document;
}

static const struct entity *document_of(const struct plan *plan, const struct entity *version)
{
	const struct node *named = field(version->mapping, WORD_document);
	return is_absent(named) ? version->parent : plan_target(plan, named);
}

/* What an approval is about, NULL when it does not say; where it names only a version, the document of that. */
static const struct entity *subject_of(
	const struct plan *plan, struct papers papers, const struct entity *approval, const struct entity *version)
{
	const struct node *named = field(approval->mapping, WORD_subject);
	const struct entity *subject = plan_target(plan, named);
	if (is_absent(named) && version)
		subject = document_of(plan, version);
	return subject && subject->kind == KIND_document ? record_meant(plan, papers, subject) : subject;
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
	struct papers papers = most ? papers_of_plan(plan, arena) : (struct papers){0};
	size_t count = 0;
	for (uint32_t i = 0; i < most; i++) {
		const struct node *mapping = approvals[i]->mapping;
		const struct entity *version = plan_target(plan, field(mapping, WORD_version));
		const struct entity *subject = subject_of(plan, papers, approvals[i], version);
		if (!subject)
			continue;
		uint32_t type = value_word(field(mapping, WORD_type));
		acts[count++] = (struct act){
			.subject = subject,
			.approval = approvals[i],
			.body = plan_target(plan, field(mapping, WORD_body)),
			.version = version,
			.day = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST),
			.type = type != UINT32_MAX ? type : document_type_of(subject),
			.verb = value_word(field(mapping, WORD_verb)),
		};
	}
	qsort(acts, count, sizeof *acts, act_compare);
	return (struct approvals){.items = acts, .count = count};
}

const struct entity *approved_record(
	const struct plan *plan, const struct entity *named, struct arena *arena)
{
	return named->kind == KIND_document ? record_meant(plan, papers_of_plan(plan, arena), named) : named;
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

/* The chain for a sort of document and a type of part; UINT32_MAX: the one for parts of every type. */
static const struct node *chain_find(const struct plan *plan, uint32_t type, uint32_t part_type)
{
	const struct node *chains = setting(plan, WORD_approval_chains, 0);
	for (const struct node *chain = value_first_item(chains); chain; chain = node_next_item(chains, chain))
		if (type != UINT32_MAX && value_word(field(chain, WORD_document)) == type &&
			value_word(field(chain, WORD_part_type)) == part_type)
			return chain;
	return value_none();
}

const struct node *approval_chain(const struct plan *plan, uint32_t type)
{
	return chain_find(plan, type, UINT32_MAX);
}

const struct node *approval_chain_of(const struct plan *plan, const struct entity *subject)
{
	uint32_t type = document_type_of(subject);
	if (subject->kind == KIND_part) {
		const struct node *own = chain_find(plan, type, value_word(field(subject->mapping, WORD_type)));
		if (!is_absent(own))
			return own;
	}
	return approval_chain(plan, type);
}

const struct node *chain_last_step(const struct node *chain)
{
	const struct node *steps = field(chain, WORD_steps), *last = NULL;
	for (const struct node *step = value_first_item(steps); step; step = node_next_item(steps, step))
		last = step;
	return last;
}

static bool act_is_of_a_municipality(const struct act *act)
{
	return !is_absent(field(act->approval->mapping, WORD_municipality)) ||
	       (act->body && !is_absent(field(act->body->mapping, WORD_municipality)));
}

bool body_is_of_step(const struct plan *plan, const struct entity *body, const struct node *step)
{
	const struct node *named = field(step, WORD_body), *type = field(step, WORD_body_type);
	if (!is_absent(named))
		return plan_target(plan, named) == body;
	if (value_is_true(field(step, WORD_each_group)))
		return body->kind == KIND_group && group_is_working(body);
	if (is_absent(type))
		return value_is_true(field(step, WORD_each_municipality));
	return body->kind == KIND_body && value_word(field(body->mapping, WORD_type)) == value_word(type);
}

bool act_is_of_step(const struct plan *plan, const struct act *act, const struct node *step)
{
	bool local = value_is_true(field(step, WORD_each_municipality));
	if (local && !act_is_of_a_municipality(act))
		return false;
	return act->body ? body_is_of_step(plan, act->body, step) : local;
}

static bool act_is_final(
	const struct plan *plan, const struct act *act, const struct entity *subject, const struct node *step)
{
	return act->verb == WORD_approves && act->type == document_type_of(subject) &&
	       (!step || act_is_of_step(plan, act, step));
}

const struct act *approval_first(const struct plan *plan, struct approvals approvals, const struct entity *subject)
{
	const struct node *step = chain_last_step(approval_chain_of(plan, subject));
	struct approvals own = approvals_of(approvals, subject);
	for (size_t i = 0; i < own.count; i++)
		if (act_is_final(plan, &own.items[i], subject, step))
			return &own.items[i];
	return NULL;
}

const struct act *approval_final(const struct plan *plan, struct approvals approvals, const struct entity *subject)
{
	const struct node *step = chain_last_step(approval_chain_of(plan, subject));
	struct approvals own = approvals_of(approvals, subject);
	for (size_t i = own.count; i-- > 0;)
		if (act_is_final(plan, &own.items[i], subject, step))
			return &own.items[i];
	return NULL;
}
