/* Nothing is carried out before it was approved. */
#include "base/day.h"
#include "base/language.h"
#include "rule/passage.h"
#include "town/setting.h"
#include "town/start.h"

#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"postupy_schvalování:\n"                                                                                     \
	"  - {dokument: plán, kroky: [{orgán: rada, výroky: [schvaluje]}]}\n"

static const struct finding_kind before_approval = {
	.code = "implementation-before-approval",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is carried out from {1}, but its final approval is not recorded"),
	.label = N_("the implementation begins here"),
	.remedy = N_("add the final approval to the approvals (schválení), or correct the phase"),
	.related = N_("how the plan is approved"),
	.meaning = N_("a plan is carried out only after its final approval"),
	.explanation = N_("The phase of implementation of a cycle does not begin before the last body of the approval "
			  "chain has approved "
			  "the plan. An update or extension of it is no such approval."),
	.setting = "approval_chains",
	.basis = N_("Frýdek-Místek: the assembly approves the plan for a stated period"),
	.wrong = CHAIN "# cyklus.yaml\n"
		       "cykly:\n"
		       "  - {id: c1, název: Cyklus, plán: plan-mesta, fáze: [{fáze: realizace, od: 2025-01-01}]}\n",
	.right = CHAIN "# cyklus.yaml\n"
		       "cykly:\n"
		       "  - {id: c1, název: Cyklus, plán: plan-mesta, fáze: [{fáze: realizace, od: 2025-01-01}]}\n"
		       "schválení:\n"
		       "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind before_later_approval = {
	.code = "implementation-before-approval",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is carried out from {1}, but was finally approved only on {2}"),
	.label = N_("the implementation begins here"),
	.remedy = N_("correct the day of the phase or of the approval"),
	.related = N_("the final approval"),
};
static const struct finding_kind action_before_approval = {
	.code = "action-plan-before-approval",
	.severity = KPSS_ERROR,
	.message = N_("the action plan ‘{0}’ begins on {1}, but the final approval of the plan ‘{3}’ is not recorded"),
	.label = N_("begins before the plan is approved"),
	.remedy = N_("add the final approval of the plan to the approvals (schválení), or mark the action plan as "
		     "bridging (překlenovací)"),
	.related = N_("an action plan begins only after the plan is approved"),
	.meaning = N_("an action plan begins only after its plan is approved"),
	.explanation = N_("An action plan carries out a plan that is in force. One that bridges the time between two "
			  "plans is exempt when it "
			  "says so."),
	.setting = "action_plan.after_approval",
	.basis = N_("Pardubice: the action plan follows the approved plan"),
	.wrong = "# pravidla.yaml\n"
		 "akční_plán: {po_schválení_plánu: true}\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap1, název: Akční plán na rok 2025, plán: plan-mesta, roky: [2025]}\n",
	.right = "# pravidla.yaml\n"
		 "akční_plán: {po_schválení_plánu: true}\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap1, název: Akční plán na rok 2025, plán: plan-mesta, roky: [2025]}\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind action_before_later_approval = {
	.code = "action-plan-before-approval",
	.severity = KPSS_ERROR,
	.message = N_("the action plan ‘{0}’ begins on {1}, but the plan ‘{3}’ was finally approved only on {2}"),
	.label = N_("begins before the plan is approved"),
	.remedy = N_("correct the days, or mark the action plan as bridging (překlenovací)"),
	.related = N_("the final approval of the plan"),
};
static const struct finding_kind approved_late = {
	.code = "approved-late",
	.severity = KPSS_NOTE,
	.message = N_("‘{0}’ begins on {1}, but was finally approved only on {2}"),
	.label = N_("approved when it was already running"),
	.remedy = N_("nothing where it was so; otherwise correct the day"),
	.related = N_("the first day"),
	.meaning = N_("a plan is approved before its first day"),
	.explanation =
		N_("Plans are often approved some weeks after the year has begun. It is worth knowing, not wrong."),
	.setting = "approval_chains",
	.basis = N_("practice of towns"),
	.wrong = CHAIN "# schvaleni.yaml\n"
		       "schválení:\n"
		       "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2025-02-11, výrok: schvaluje}\n",
	.right = CHAIN "# schvaleni.yaml\n"
		       "schválení:\n"
		       "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind rules_missing = {
	.code = "implementation-rules-missing",
	.severity = KPSS_WARNING,
	.message = N_("no approved rules for the implementation of the plan are recorded"),
	.label = N_("the town approves such rules"),
	.remedy = N_("add the document (druh: implementační_pravidla) and its approval"),
	.meaning = N_("the rules for the implementation of the plan are written down and approved"),
	.explanation = N_("A town whose profile has an approval chain for implementation rules has such a document, "
			  "approved, when its plan "
			  "is in force."),
	.setting = "approval_chains",
	.basis = N_("Pardubice: rules for the implementation of the plan"),
	.wrong = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - {dokument: implementační_pravidla, kroky: [{orgán: rada}]}\n",
	.right = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - {dokument: implementační_pravidla, kroky: [{orgán: rada}]}\n"
		 "# dokumenty.yaml\n"
		 "dokumenty:\n"
		 "  - {id: pravidla-realizace, název: Pravidla realizace plánu, druh: implementační_pravidla}\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: pravidla-realizace, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};

static const struct act *first_approval(const struct rule_context *context, const struct entity *subject)
{
	const struct act *act = approval_first(context->plan, context->approvals, subject);
	return act && act->day.days <= context->as_of.days ? act : NULL;
}

static struct kpss_span approval_place(const struct act *act)
{
	const struct node *date = field(act->approval->mapping, WORD_date);
	return entity_span(act->approval, is_absent(date) ? entity_name(act->approval) : date);
}

static bool begins_unapproved(const struct rule_context *context, const struct start *start, const struct act *approval)
{
	return start && start->day.days <= context->as_of.days && (!approval || approval->day.days > start->day.days);
}

static void start_report(const struct rule_context *context, const struct passage *passage, const struct act *approval)
{
	const struct start *start = passage->start;
	findings_add(context->findings,
		&(struct finding){
			.kind = approval ? &before_later_approval : &before_approval,
			.where = entity_span(start->cycle, field(start->phase, WORD_from)),
			.related = approval ? approval_place(approval) : setting_span(context->plan, passage->chain),
			.arguments = {argument_text(passage->subject->id), argument_date(start->day),
				argument_date(approval ? approval->day : start->day)},
			.subject = passage->subject->id,
		});
}

static struct kpss_span first_day_place(const struct entity *record)
{
	static const uint32_t words[] = {WORD_from, WORD_years};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!is_absent(field(record->mapping, words[i])))
			return entity_span(record, field(record->mapping, words[i]));
	return entity_span(record, entity_name(record));
}

static void late_check(const struct rule_context *context, const struct passage *passage, const struct act *approval)
{
	struct kpss_date first = record_first_day(passage->subject);
	if (!approval || day_is_open(first) || approval->day.days <= first.days)
		return;
	findings_add(context->findings, &(struct finding){
						.kind = &approved_late,
						.where = approval_place(approval),
						.related = first_day_place(passage->subject),
						.arguments = {argument_text(passage->subject->id), argument_date(first),
							argument_date(approval->day)},
						.subject = passage->subject->id,
					});
}

static void passage_check(const struct rule_context *context, const struct passage *passage)
{
	bool is_plan = passage->subject->kind == KIND_plan;
	if (!is_plan && passage->subject->kind != KIND_action_plan)
		return;
	const struct act *approval = first_approval(context, passage->subject);
	const struct act *last = passage->steps[passage->count - 1].decisive;
	/* An answer of the last body with another verb has been told of. */
	bool told = !approval && last && !verb_is_negative(last->verb);
	if (is_plan && !told && begins_unapproved(context, passage->start, approval))
		start_report(context, passage, approval);
	else
		late_check(context, passage, approval);
}

static void approved_in_time_check(const struct rule_context *context)
{
	passages_walk(context, passage_check);
}

static void action_plan_check(
	const struct rule_context *context, struct starts starts, const struct entity *action_plan)
{
	const struct entity *plan = plan_target(context->plan, field(action_plan->mapping, WORD_plan));
	struct kpss_date day = record_first_day(action_plan);
	if (!plan || day.days > context->as_of.days || value_is_true(field(action_plan->mapping, WORD_bridge)))
		return;
	const struct act *approval = first_approval(context, plan);
	struct starts own = starts_of(starts, plan);
	/* That the plan itself is carried out unapproved has been told. */
	bool told = own.count && !is_absent(approval_chain(context->plan, WORD_plan)) &&
		    begins_unapproved(context, &own.items[0], approval);
	if (told || (approval && approval->day.days <= day.days))
		return;
	const struct node *setting_made = setting(context->plan, WORD_action_plan, WORD_after_approval);
	findings_add(context->findings,
		&(struct finding){
			.kind = approval ? &action_before_later_approval : &action_before_approval,
			.where = first_day_place(action_plan),
			.related = approval ? approval_place(approval) : setting_span(context->plan, setting_made),
			.arguments = {argument_text(action_plan->id), argument_date(day),
				argument_date(approval ? approval->day : day), argument_text(plan->id)},
			.subject = action_plan->id,
		});
}

static void action_plans_check(const struct rule_context *context)
{
	if (!setting_is_true(context->plan, WORD_action_plan, WORD_after_approval))
		return;
	uint32_t count;
	const struct entity *const *action_plans = plan_kind(context->plan, KIND_action_plan, &count);
	struct starts starts = starts_of_plan(context->plan, context->findings->arena);
	for (uint32_t i = 0; i < count; i++)
		action_plan_check(context, starts, action_plans[i]);
}

static bool a_plan_has_begun(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (record_first_day(plans[i]).days <= context->as_of.days)
			return true;
	return false;
}

static void rules_check(const struct rule_context *context)
{
	const struct node *chain = approval_chain(context->plan, WORD_implementation_rules);
	if (is_absent(chain) || !a_plan_has_begun(context))
		return;
	uint32_t count;
	const struct entity *const *documents = plan_kind(context->plan, KIND_document, &count);
	for (uint32_t i = 0; i < count; i++)
		if (document_type_of(documents[i]) == WORD_implementation_rules &&
			first_approval(context, documents[i]))
			return;
	findings_add(context->findings, &(struct finding){
						.kind = &rules_missing,
						.where = setting_span(context->plan, field(chain, WORD_document)),
					});
}

const struct rule rule_implementation[] = {
	{approved_in_time_check, {&before_approval, &before_later_approval, &approved_late}},
	{action_plans_check, {&action_before_approval, &action_before_later_approval}},
	{rules_check, {&rules_missing}},
	{0},
};
