/* Updates and extensions of a plan: approved by the body that approved the plan. */
#include "base/day.h"
#include "base/language.h"
#include "rule/passage.h"
#include "town/setting.h"

#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"postupy_schvalování:\n"                                                                                     \
	"  - {dokument: plán, kroky: [{druh_orgánu: zastupitelstvo, výroky: [schvaluje]}]}\n"                       \
	"# zmeny.yaml\n"                                                                                               \
	"orgány:\n"                                                                                                   \
	"  - {id: zm, název: Zastupitelstvo města, druh: zastupitelstvo}\n"

static const struct finding_kind update_by_other = {
	.code = "update-by-other-body",
	.severity = KPSS_ERROR,
	.message = N_("the update of ‘{0}’ was approved by ‘{1}’, not by ‘{2}’"),
	.label = N_("approved by another body than the plan"),
	.remedy =
		N_("put the update to the body that approves the plan, or give updates their own chain in the profile"),
	.related = N_("who approves the plan or its updates"),
	.meaning = N_("an update is approved by the body that approves the plan"),
	.explanation = N_("A lower body cannot change what a higher one has approved. A town whose updates are "
			  "approved by another body says "
			  "so with an approval chain for updates."),
	.setting = "approval_chains",
	.basis = N_("Frýdek-Místek: the assembly approves the plan and its updates"),
	.wrong = CHAIN "dokumenty:\n"
		       "  - {id: zmena1, název: Aktualizace plánu, druh: aktualizace_plánu, předmět: plan-mesta}\n"
		       "schválení:\n"
		       "  - {id: s1, předmět: zmena1, orgán: rada, datum: 2025-06-10, výrok: schvaluje}\n",
	.right = CHAIN "dokumenty:\n"
		       "  - {id: zmena1, název: Aktualizace plánu, druh: aktualizace_plánu, předmět: plan-mesta}\n"
		       "schválení:\n"
		       "  - {id: s1, předmět: zmena1, orgán: zm, datum: 2025-06-10, výrok: schvaluje}\n",
};
static const struct finding_kind extension_by_other = {
	.code = "extension-by-other-body",
	.severity = KPSS_ERROR,
	.message = N_("the extension of ‘{0}’ was approved by ‘{1}’, not by ‘{2}’"),
	.label = N_("approved by another body than the plan"),
	.remedy = N_("put the extension to the body that approves the plan, or give extensions their own chain in the "
		     "profile"),
	.related = N_("who approves the plan or its extensions"),
	.meaning = N_("an extension is approved by the body that approves the plan, and says so"),
	.explanation = N_("The period of a plan is part of what was approved. An extension names its approval, or the "
			  "body, the day and the "
			  "resolution."),
	.setting = "approval_chains",
	.basis = N_("practice of towns: the final body extends the plan by a resolution"),
	.wrong = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - {dokument: plán, kroky: [{druh_orgánu: zastupitelstvo, výroky: [schvaluje]}]}\n"
		 "# minuly-plan.yaml\n"
		 "plány:\n"
		 "  - id: minuly-plan\n"
		 "    název: Minulý plán města\n"
		 "    od: 2020-01-01\n"
		 "    do: 2023-12-31\n"
		 "    prodloužení:\n"
		 "      - {do: 2024-12-31, orgán: rada, datum: 2023-11-14, usnesení: 12/2023}\n",
	.right = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - {dokument: plán, kroky: [{druh_orgánu: zastupitelstvo, výroky: [schvaluje]}]}\n"
		 "# minuly-plan.yaml\n"
		 "orgány:\n"
		 "  - {id: zm, název: Zastupitelstvo města, druh: zastupitelstvo}\n"
		 "plány:\n"
		 "  - id: minuly-plan\n"
		 "    název: Minulý plán města\n"
		 "    od: 2020-01-01\n"
		 "    do: 2023-12-31\n"
		 "    prodloužení:\n"
		 "      - {do: 2024-12-31, orgán: zm, datum: 2023-12-05, usnesení: 12/2023}\n",
};
static const struct finding_kind extension_without_approval = {
	.code = "extension-by-other-body",
	.severity = KPSS_ERROR,
	.message = N_("the extension of ‘{0}’ does not say by what decision"),
	.label = N_("the approval is missing, or the body, day and resolution"),
	.remedy = N_(
		"add the field ‘approval’ (schválení), or ‘body’ (orgán), ‘date’ (datum) and ‘resolution’ (usnesení)"),
	.related = N_("who approves the plan or its extensions"),
};

/* The last step of the chain for updates or extensions; where there is none, of that for plans. NULL: none. */
static const struct node *final_step(const struct plan *plan, uint32_t type)
{
	const struct node *own = chain_last_step(approval_chain(plan, type));
	return own ? own : chain_last_step(approval_chain(plan, WORD_plan));
}

static void body_report(const struct rule_context *context, const struct finding_kind *kind, const struct entity *plan,
	struct kpss_span where, const struct entity *body, const struct node *step)
{
	findings_add(context->findings,
		&(struct finding){
			.kind = kind,
			.where = where,
			.related = setting_span(context->plan, step),
			.arguments = {argument_text(plan->id), argument_text(body ? body->id : kpss_str("")),
				argument_text(step_name(step))},
			.subject = plan->id,
		});
}

/* Is the body one whose approval the chain asks for on the way to the last step? */
static bool is_on_the_way(const struct plan *plan, const struct act *act)
{
	const struct node *steps = field(approval_chain(plan, act->type), WORD_steps);
	for (const struct node *step = value_first_item(steps); step; step = node_next_item(steps, step))
		if (act_is_of_step(plan, act, step) && step_has_verb(step, act->verb))
			return true;
	return false;
}

static bool is_approval_of(const struct rule_context *context, const struct act *act, uint32_t type)
{
	return act->type == type && act->verb == WORD_approves && act->day.days <= context->as_of.days;
}

/* Acts about one subject: each approval of the sort was given, or is followed by one, of the body of the last step. */
static void changes_check(
	const struct rule_context *context, struct approvals own, uint32_t type, const struct finding_kind *kind)
{
	const struct node *step = final_step(context->plan, type);
	const struct entity *subject = own.items[0].subject;
	const struct entity *changed = subject->kind == KIND_document
					       ? plan_target(context->plan, field(subject->mapping, WORD_subject))
					       : subject;
	if (!step || !changed || changed->kind != KIND_plan)
		return;
	for (size_t i = own.count; i-- > 0;) {
		const struct act *act = &own.items[i];
		if (!is_approval_of(context, act, type) || !act->body)
			continue;
		if (act_is_of_step(context->plan, act, step))
			return;
		if (!is_on_the_way(context->plan, act))
			body_report(context, kind, changed,
				entity_span(act->approval, field(act->approval->mapping, WORD_body)), act->body, step);
	}
}

static void approvals_check(const struct rule_context *context)
{
	for (size_t i = 0; i < context->approvals.count;) {
		struct approvals own = approvals_of(context->approvals, context->approvals.items[i].subject);
		changes_check(context, own, WORD_plan_update, &update_by_other);
		changes_check(context, own, WORD_plan_extension, &extension_by_other);
		i += own.count;
	}
}

static bool says_by_what_decision(const struct node *extension)
{
	return !is_absent(field(extension, WORD_approval)) ||
	       (!is_absent(field(extension, WORD_body)) && !is_absent(field(extension, WORD_date)) &&
		       !is_absent(field(extension, WORD_resolution)));
}

static void extension_check(const struct rule_context *context, const struct entity *plan, const struct node *extension,
	const struct node *step)
{
	const struct node *named = field(extension, WORD_approval);
	const struct entity *approval = plan_target(context->plan, named);
	if (!says_by_what_decision(extension)) {
		struct kpss_span where = entity_span(plan, field(extension, WORD_to));
		body_report(context, &extension_without_approval, plan, where, NULL, step);
		return;
	}
	/* An approval of that sort is judged with the others. */
	if (approval && value_word(field(approval->mapping, WORD_type)) == WORD_plan_extension)
		return;
	if (is_absent(named))
		named = field(extension, WORD_body);
	const struct node *who = approval ? field(approval->mapping, WORD_body) : named;
	const struct entity *body = plan_target(context->plan, who);
	if (body && body->kind != KIND_approval && !body_is_of_step(context->plan, body, step))
		body_report(context, &extension_by_other, plan, entity_span(plan, named), body, step);
}

static void extensions_check(const struct rule_context *context)
{
	const struct node *step = final_step(context->plan, WORD_plan_extension);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count && step; i++) {
		const struct node *extensions = field(plans[i]->mapping, WORD_extensions);
		const struct node *item = value_first_item(extensions);
		for (; item; item = node_next_item(extensions, item))
			extension_check(context, plans[i], item, step);
	}
}

const struct rule rule_extension[] = {
	{approvals_check, {&update_by_other, &extension_by_other}},
	{extensions_check, {&extension_without_approval}},
	{0},
};
