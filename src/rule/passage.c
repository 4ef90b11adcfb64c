#include "rule/passage.h"

#include "base/arena.h"
#include "base/day.h"
#include "town/setting.h"
#include "town/start.h"

static const uint16_t kinds[] = {KIND_plan, KIND_part, KIND_action_plan, KIND_evaluation, KIND_analysis, KIND_charter,
	KIND_consultation, KIND_document};

bool step_has_verb(const struct node *step, uint32_t verb)
{
	const struct node *verbs = field(step, WORD_verbs);
	return is_absent(verbs) || value_has_word(verbs, verb);
}

struct kpss_str step_name(const struct node *step)
{
	const struct node *body = field(step, WORD_body);
	return value_text(is_absent(body) ? field(step, WORD_body_type) : body);
}

const struct passage_step *passage_before(const struct passage *passage, size_t step)
{
	while (step-- > 0)
		if (passage->steps[step].first)
			return &passage->steps[step];
	return NULL;
}

bool passage_is_past(const struct rule_context *context, const struct passage *passage, size_t step)
{
	return step + 1 < passage->reached || passage->begun.days <= context->as_of.days;
}

/* What must wait for the approval of a record: the implementation of its plan, for a part that has a chain of its type. */
static const struct entity *waiting(const struct plan *plan, const struct entity *subject, const struct node *chain)
{
	if (subject->kind != KIND_part || is_absent(field(chain, WORD_part_type)))
		return subject;
	const struct node *named = field(subject->mapping, WORD_belongs_to);
	return is_absent(named) ? subject->parent : plan_target(plan, named);
}

static void begin_find(const struct plan *plan, struct starts starts, struct passage *passage)
{
	const struct entity *waits = waiting(plan, passage->subject, passage->chain);
	struct starts own = starts_of(starts, waits);
	passage->start = own.count ? &own.items[0] : NULL;
	passage->begun = own.count ? own.items[0].day : KPSS_DATE_LATEST;
	if (passage->subject->kind == KIND_action_plan)
		passage->begun = day_earlier(passage->begun, record_first_day(passage->subject));
}

static void step_take(struct passage_step *step, const struct act *act)
{
	if (!step->first)
		step->first = act;
	if (!step->decisive || step_has_verb(step->step, act->verb) || !step_has_verb(step->step, step->decisive->verb))
		step->decisive = act;
}

/* Gives an act to the steps of its body. Where the body has several, to those that ask for what it did. */
static void act_lay(const struct plan *plan, struct passage_step *steps, size_t count, const struct act *act)
{
	bool asked = false;
	for (size_t i = 0; i < count && !asked; i++)
		asked = step_has_verb(steps[i].step, act->verb) && act_is_of_step(plan, act, steps[i].step);
	for (size_t i = 0; i < count; i++)
		if ((!asked || step_has_verb(steps[i].step, act->verb)) && act_is_of_step(plan, act, steps[i].step))
			step_take(&steps[i], act);
}

static size_t acts_take(const struct rule_context *context, const struct entity *subject, const struct act **out)
{
	struct approvals own = approvals_of(context->approvals, subject);
	uint32_t type = document_type_of(subject);
	size_t count = 0;
	for (size_t i = 0; i < own.count; i++)
		if (own.items[i].type == type && own.items[i].day.days <= context->as_of.days)
			out[count++] = &own.items[i];
	return count;
}

static size_t steps_take(const struct node *chain, struct passage_step *out)
{
	const struct node *steps = field(chain, WORD_steps);
	size_t count = 0;
	for (const struct node *step = value_first_item(steps); step; step = node_next_item(steps, step))
		out[count++] = (struct passage_step){.step = step};
	return count;
}

static size_t steps_most(const struct node *chains)
{
	size_t most = 0;
	for (const struct node *chain = value_first_item(chains); chain; chain = node_next_item(chains, chain)) {
		size_t count = 0;
		const struct node *steps = field(chain, WORD_steps);
		for (const struct node *step = value_first_item(steps); step; step = node_next_item(steps, step))
			count++;
		most = count > most ? count : most;
	}
	return most;
}

struct walk {
	const struct rule_context *context;
	struct starts starts;
	struct passage_step *steps; /* room for the longest chain */
	const struct act **acts;
	void (*visit)(const struct rule_context *context, const struct passage *passage);
};

static void subject_visit(const struct walk *walk, const struct entity *subject)
{
	const struct plan *plan = walk->context->plan;
	struct passage passage = {
		.subject = subject,
		.chain = approval_chain_of(plan, subject),
		.acts = walk->acts,
		.steps = walk->steps,
	};
	passage.count = steps_take(passage.chain, walk->steps);
	if (passage.count == 0)
		return;
	passage.act_count = acts_take(walk->context, subject, walk->acts);
	for (size_t i = 0; i < passage.act_count; i++)
		act_lay(plan, walk->steps, passage.count, walk->acts[i]);
	for (size_t i = 0; i < passage.count; i++)
		passage.reached = walk->steps[i].first ? i + 1 : passage.reached;
	begin_find(plan, walk->starts, &passage);
	walk->visit(walk->context, &passage);
}

void passages_walk(const struct rule_context *context,
	void (*visit)(const struct rule_context *context, const struct passage *passage))
{
	struct arena *arena = context->findings->arena;
	size_t most = steps_most(setting(context->plan, WORD_approval_chains, 0));
	if (most == 0)
		return;
	struct walk walk = {
		.context = context,
		.starts = starts_of_plan(context->plan, arena),
		.steps = arena_array(arena, most, sizeof *walk.steps),
		.acts = arena_array(arena, context->approvals.count + 1, sizeof *walk.acts),
		.visit = visit,
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(context->plan, kinds[i], &count);
		for (uint32_t j = 0; j < count; j++)
			subject_visit(&walk, records[j]);
	}
}
