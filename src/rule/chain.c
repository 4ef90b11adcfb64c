/* Approval chains: every step was taken, with the verb and the votes that the town asks for. */
#include "base/day.h"
#include "base/language.h"
#include "rule/passage.h"
#include "town/setting.h"

#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"postupy_schvalování:\n"                                                                                     \
	"  - dokument: plán\n"                                                                                        \
	"    kroky:\n"                                                                                                 \
	"      - {orgán: komise, výroky: [doporučuje]}\n"                                                           \
	"      - {orgán: rada, výroky: [schvaluje]}\n"                                                               \
	"# organy.yaml\n"                                                                                              \
	"orgány:\n"                                                                                                   \
	"  - {id: komise, název: Sociální komise, druh: komise}\n"                                                  \
	"# schvaleni.yaml\n"                                                                                           \
	"schválení:\n"

static const struct finding_kind step_missing = {
	.code = "approval-step-missing",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ has not passed the step of its approval that belongs to ‘{1}’"),
	.label = N_("no answer of that body is recorded"),
	.remedy = N_("add the answer to the approvals (schválení), or mark the step as optional "
		     "(nepovinný) in the profile"),
	.related = N_("the step that was left out"),
	.meaning = N_("a document passes all steps of its approval chain"),
	.explanation = N_("The profile says which bodies deal with a document and in which order. "
			  "A step is missing when a later body "
			  "has already acted, or when what must wait for the approval has begun."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly; "
		    "Sušice: parts of the plan"),
	.wrong = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
	.right = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: doporučuje}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind no_step = {
	.code = "approval-step-missing",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is in force, but nothing is recorded of its approval"),
	.label = N_("no body has answered"),
	.remedy = N_("add the answers of the bodies to the approvals (schválení)"),
	.related = N_("the chain that it should have passed"),
};
static const struct finding_kind group_missing = {
	.code = "approval-step-missing",
	.severity = KPSS_ERROR,
	.message = N_("the group ‘{1}’ has not answered to ‘{0}’"),
	.label = N_("every working group of that day should have answered"),
	.remedy = N_("add the answer of the group to the approvals (schválení)"),
	.related = N_("the step in which each group answers"),
};
static const struct finding_kind optional_missing = {
	.code = "optional-step-missing",
	.severity = KPSS_WARNING,
	.message = N_("‘{0}’ went past ‘{1}’, whose step of the approval is optional"),
	.label = N_("no answer of that body is recorded"),
	.remedy = N_("add the answer to the approvals (schválení), or silence this where the step "
		     "was left out on purpose"),
	.related = N_("the step that was left out"),
	.meaning = N_("an optional step of an approval chain is left out on purpose only"),
	.explanation = N_("A body that may be passed over can still be forgotten."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly; "
		    "Sušice: parts of the plan"),
	.wrong = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - dokument: plán\n"
		 "    kroky:\n"
		 "      - {druh_orgánu: komise, nepovinný: true}\n"
		 "      - {orgán: rada}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: "
		 "schvaluje}\n",
	.right = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - dokument: plán\n"
		 "    kroky:\n"
		 "      - {orgán: rada}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: "
		 "schvaluje}\n",
};
static const struct finding_kind wrong_verb = {
	.code = "wrong-verb",
	.severity = KPSS_ERROR,
	.message = N_("‘{1}’ is not what ‘{2}’ does with ‘{0}’ in its approval chain"),
	.label = N_("the chain asks for something else"),
	.remedy = N_("correct the verb (výrok) by the resolution, or the verbs of the step in the "
		     "profile"),
	.related = N_("what the chain asks for"),
	.meaning = N_("each body answers with the verb that its step of the approval chain asks for"),
	.explanation = N_("A commission recommends, an assembly approves. Where a body has only "
			  "taken note although it should have "
			  "approved, the document is not approved. A refusal is not a wrong verb."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly"),
	.wrong = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: "
		       "bere_na_vědomí}\n",
	.right = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: doporučuje}\n",
};
static const struct finding_kind vote_not_recorded = {
	.code = "vote-not-recorded",
	.severity = KPSS_WARNING,
	.message = N_("the votes of ‘{1}’ about ‘{0}’ are not recorded"),
	.label = N_("no votes are given"),
	.remedy = N_("add the field ‘vote’ (hlasy) with those in favour, against and abstaining"),
	.related = N_("the step whose votes are to be recorded"),
	.meaning = N_("where the town asks for it, an approval says how the body voted"),
	.explanation = N_("The votes show whether a body was of one mind. Elected bodies publish "
			  "them anyway."),
	.setting = "approval_chains",
	.basis = N_("Sušice: charter of the community plan"),
	.wrong = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - dokument: plán\n"
		 "    kroky:\n"
		 "      - {orgán: rada, hlasy_se_uvádějí: true}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: "
		 "schvaluje}\n",
	.right = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - dokument: plán\n"
		 "    kroky:\n"
		 "      - {orgán: rada, hlasy_se_uvádějí: true}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: s1, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: "
		 "schvaluje, hlasy: {pro: 7, proti: 0}}\n",
};

/* `where` stands in the record `owner`. */
static void chain_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct passage *passage, struct kpss_span where, const struct node *setting, struct kpss_str about)
{
	findings_add(
		context->findings, &(struct finding){
					   .kind = kind,
					   .where = where,
					   .related = setting_span(context->plan, setting),
					   .arguments = {argument_text(passage->subject->id), argument_text(about)},
					   .subject = passage->subject->id,
				   });
}

/* Where a step is missing: at the answer that came too early, else at the record itself. */
static struct kpss_span missing_place(const struct passage *passage, size_t step)
{
	for (size_t i = step + 1; i < passage->count; i++)
		if (passage->steps[i].decisive)
			return entity_span(passage->steps[i].decisive->approval,
				entity_name(passage->steps[i].decisive->approval));
	return entity_span(passage->subject, entity_name(passage->subject));
}

static bool has_answered(const struct passage *passage, const struct entity *body)
{
	for (size_t i = 0; i < passage->act_count; i++)
		if (passage->acts[i]->body == body)
			return true;
	return false;
}

/* The day by which the groups should have answered: that of the next answer, else when what waits for it began. */
static struct kpss_date groups_day(const struct passage *passage, size_t step)
{
	for (size_t i = step + 1; i < passage->count; i++)
		if (passage->steps[i].first && !day_is_open(passage->steps[i].first->day))
			return passage->steps[i].first->day;
	return passage->begun;
}

static void groups_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	uint32_t count;
	struct kpss_date day = groups_day(passage, step);
	const struct entity *const *groups = plan_kind(context->plan, KIND_group, &count);
	for (uint32_t i = 0; i < count && !day_is_open(day); i++) {
		if (!group_is_working(groups[i]) || !period_is_sound(groups[i]->mapping) ||
			!record_exists_on(groups[i], day) || has_answered(passage, groups[i]))
			continue;
		chain_report(context, &group_missing, passage, missing_place(passage, step), passage->steps[step].step,
			groups[i]->id);
	}
}

static void missing_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	const struct node *mapping = passage->steps[step].step;
	bool optional = value_is_true(field(mapping, WORD_optional));
	/* That a plan was never finally approved, or a municipality is silent, has its own finding. */
	bool elsewhere = (step + 1 == passage->count && passage->subject->kind == KIND_plan) ||
			 value_is_true(field(mapping, WORD_each_municipality));
	if (elsewhere || !passage_is_past(context, passage, step))
		return;
	if (value_is_true(field(mapping, WORD_each_group)) && !optional)
		groups_check(context, passage, step);
	else if (!passage->steps[step].first)
		chain_report(context, optional ? &optional_missing : &step_missing, passage,
			missing_place(passage, step), mapping, step_name(mapping));
}

static void answer_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	const struct node *mapping = passage->steps[step].step;
	const struct act *act = passage->steps[step].decisive;
	if (!act)
		return;
	const struct node *verb = field(act->approval->mapping, WORD_verb);
	if (act->verb != UINT32_MAX && !verb_is_negative(act->verb) && !step_has_verb(mapping, act->verb))
		findings_add(context->findings,
			&(struct finding){
				.kind = &wrong_verb,
				.where = entity_span(act->approval, verb),
				.related = setting_span(context->plan, field(mapping, WORD_verbs)),
				.arguments = {argument_text(passage->subject->id), argument_text(value_text(verb)),
					argument_text(step_name(mapping))},
				.subject = passage->subject->id,
			});
	if (value_is_true(field(mapping, WORD_vote_recorded)) && is_absent(field(act->approval->mapping, WORD_vote)))
		chain_report(context, &vote_not_recorded, passage,
			entity_span(act->approval, entity_name(act->approval)), mapping, step_name(mapping));
}

static void passage_check(const struct rule_context *context, const struct passage *passage)
{
	/* A plan that nobody has approved at all is told of by its cycle. */
	bool silent = passage->reached == 0;
	if (silent && passage->subject->kind != KIND_plan && passage_is_past(context, passage, 0))
		chain_report(context, &no_step, passage, entity_span(passage->subject, entity_name(passage->subject)),
			passage->chain, kpss_str(""));
	for (size_t i = 0; i < passage->count && !silent; i++) {
		missing_check(context, passage, i);
		answer_check(context, passage, i);
	}
}

static void chains_check(const struct rule_context *context)
{
	passages_walk(context, passage_check);
}

const struct rule rule_chain[] = {
	{chains_check, {&step_missing, &no_step, &group_missing, &optional_missing, &wrong_verb, &vote_not_recorded}},
	{0},
};
