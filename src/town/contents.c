#include "town/contents.h"

#include "plan/plan.h"
#include "plan/value.h"

enum { DEEPEST = 100 }; /* more means that records stand in each other in a circle */

static bool names_one_of(
	const struct plan *plan, const struct entity *subject, const struct node *list, int depth);

/* A budget that says what was spent is no part of a plan. */
static bool is_planned(const struct entity *budget)
{
	uint32_t type = value_word(field(budget->mapping, WORD_type));
	return type == UINT32_MAX || type == WORD_planned;
}

/* The record that a record is part of by naming it; NULL when it names none. */
static const struct entity *holder_named(const struct plan *plan, const struct entity *record)
{
	static const struct {
		uint16_t kind;
		uint32_t word;
	} ways[] = {
		{KIND_node, WORD_parent},
		{KIND_part, WORD_belongs_to},
		{KIND_action_plan_row, WORD_action_plan},
		{KIND_comment, WORD_submission},
		{KIND_submission, WORD_consultation},
	};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (ways[i].kind == record->kind)
			return plan_target(plan, field(record->mapping, ways[i].word));
	return NULL;
}

/* Is it of a kind of which documents consist? */
static bool is_content(const struct entity *record)
{
	switch (record->kind) {
	case KIND_node:
	case KIND_part:
	case KIND_action_plan_row:
	case KIND_comment:
	case KIND_submission:
	case KIND_indicator:
		return true;
	case KIND_budget:
		return is_planned(record);
	default:
		return false;
	}
}

static bool has(const struct plan *plan, const struct entity *subject, const struct entity *record,
	int depth)
{
	if (!record || depth == DEEPEST)
		return false;
	if (record == subject)
		return true;
	if (!is_content(record))
		return false;
	const struct node *mapping = record->mapping;
	if (record->kind == KIND_indicator || record->kind == KIND_budget)
		return has(plan, subject, plan_target(plan, field(mapping, WORD_node)),
			       depth + 1) ||
		       names_one_of(plan, subject, field(mapping, WORD_nodes), depth + 1);
	if (subject->kind == KIND_part && record->kind == KIND_node &&
		plan_list_names(plan, field(subject->mapping, WORD_nodes), record))
		return true;
	return has(plan, subject, record->parent ? record->parent : holder_named(plan, record),
		depth + 1);
}

static bool names_one_of(
	const struct plan *plan, const struct entity *subject, const struct node *list, int depth)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		if (has(plan, subject, plan_target(plan, item), depth))
			return true;
	return false;
}

const struct entity *document_meant(const struct plan *plan, const struct entity *subject)
{
	const struct entity *meant =
		subject->kind == KIND_document
			? plan_target(plan, field(subject->mapping, WORD_subject))
			: NULL;
	return meant ? meant : subject;
}

bool document_has(
	const struct plan *plan, const struct entity *subject, const struct entity *record)
{
	const struct entity *meant = document_meant(plan, subject);
	return has(plan, subject, record, 0) || (meant != subject && has(plan, meant, record, 0));
}
