#include "rule/round.h"

#include "base/day.h"
#include "town/setting.h"

const struct entity *comment_submission(const struct plan *plan, const struct entity *comment)
{
	const struct entity *inside = comment->parent;
	return inside && inside->kind == KIND_submission
		       ? inside
		       : plan_target(plan, field(comment->mapping, WORD_submission));
}

const struct entity *round_of(const struct plan *plan, const struct entity *comment)
{
	const struct entity *submission =
		comment->kind == KIND_comment ? comment_submission(plan, comment) : comment;
	return submission ? plan_target(plan, field(submission->mapping, WORD_consultation)) : NULL;
}

/* What a paper, a version of it or a part stands for; the record itself otherwise. */
static const struct entity *stands_for(const struct plan *plan, const struct entity *record)
{
	enum { STEPS_MOST = 8 };
	for (int steps = 0; record && steps < STEPS_MOST; steps++) {
		const struct entity *next = NULL;
		if (record->kind == KIND_document)
			next = plan_target(plan, field(record->mapping, WORD_subject));
		else if (record->kind == KIND_document_version)
			next = record->parent
				       ? record->parent
				       : plan_target(plan, field(record->mapping, WORD_document));
		if (!next)
			break;
		record = next;
	}
	return record;
}

static bool is_part_of(
	const struct plan *plan, const struct entity *part, const struct entity *whole)
{
	enum { STEPS_MOST = 16 };
	for (int steps = 0; part && steps < STEPS_MOST; steps++) {
		if (part == whole)
			return true;
		if (part->kind != KIND_part)
			return false;
		part = part->parent ? part->parent
				    : plan_target(plan, field(part->mapping, WORD_belongs_to));
		part = part ? stands_for(plan, part) : NULL;
	}
	return false;
}

bool round_is_about(
	const struct plan *plan, const struct entity *round, const struct entity *subject)
{
	const struct node *subjects = field(round->mapping, WORD_subjects);
	const struct entity *version = plan_target(plan, field(round->mapping, WORD_version));
	if (version && is_part_of(plan, stands_for(plan, version), subject))
		return true;
	for (const struct node *item = value_first_item(subjects); item;
		item = node_next_item(subjects, item)) {
		const struct entity *named = plan_target(plan, item);
		if (named &&
			(named == subject || is_part_of(plan, stands_for(plan, named), subject) ||
				is_part_of(plan, subject, stands_for(plan, named))))
			return true;
	}
	return false;
}

const struct act *round_approval(const struct rule_context *context, const struct entity *round)
{
	const struct node *subjects = field(round->mapping, WORD_subjects);
	const struct act *last = NULL;
	for (const struct node *item = value_first_item(subjects); item;
		item = node_next_item(subjects, item)) {
		const struct entity *named = plan_target(context->plan, item);
		const struct entity *subject = named ? stands_for(context->plan, named) : NULL;
		const struct act *act =
			subject ? approval_final(context->plan, context->approvals, subject) : NULL;
		if (act && (!last || last->day.days < act->day.days))
			last = act;
	}
	return last;
}

static bool cycle_came_to_approval(const struct rule_context *context, const struct entity *round)
{
	const struct entity *cycle = plan_target(context->plan, field(round->mapping, WORD_cycle));
	const struct node *phases = cycle ? field(cycle->mapping, WORD_phases) : value_none();
	for (const struct node *phase = value_first_item(phases); phase;
		phase = node_next_item(phases, phase)) {
		struct kpss_date begin = mapping_period(phase).from;
		if (value_word(field(phase, WORD_phase)) == WORD_approval && !day_is_open(begin) &&
			begin.days <= context->as_of.days)
			return true;
	}
	return false;
}

bool round_is_due(const struct rule_context *context, const struct entity *round)
{
	struct kpss_date closing = mapping_period(round->mapping).to;
	int64_t within =
		setting_number(context->plan, WORD_consultation, WORD_settled_within_days, -1);
	if (closing.days >= context->as_of.days || !period_is_sound(round->mapping))
		return false;
	const struct act *act = round_approval(context, round);
	bool late = within >= 0 && day_plus_days(closing, within).days < context->as_of.days;
	return late || (act && act->day.days <= context->as_of.days) ||
	       cycle_came_to_approval(context, round);
}
