/* Approval chains: bodies act one after the other, on one version, and stop when one of them says no. */
#include "base/day.h"
#include "base/language.h"
#include "rule/passage.h"
#include "town/setting.h"

#define BODIES                                                                                                         \
	"# organy.yaml\n"                                                                                              \
	"orgány:\n"                                                                                                   \
	"  - {id: komise, název: Sociální komise, druh: komise}\n"                                                  \
	"# schvaleni.yaml\n"                                                                                           \
	"schválení:\n"
#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"postupy_schvalování:\n"                                                                                     \
	"  - dokument: plán\n"                                                                                        \
	"    kroky:\n"                                                                                                 \
	"      - {orgán: komise, výroky: [doporučuje], nutný_souhlas: true}\n"                                     \
	"      - {orgán: rada, výroky: [schvaluje], stejná_verze: true}\n" BODIES

static const struct finding_kind out_of_order = {
	.code = "approvals-out-of-order",
	.severity = KPSS_ERROR,
	.message = N_("‘{2}’ decided on ‘{0}’ on {3}, before ‘{1}’ did"),
	.label = N_("too early"),
	.remedy = N_("correct the day, or have the body decide again after the one before it"),
	.related = N_("the step before was taken only here"),
	.meaning = N_("bodies deal with a document in the order of its approval chain"),
	.explanation = N_("The council acts on the word of the commission, the assembly on that of "
			  "the council. A body that has decided "
			  "earlier did not have it."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly"),
	.wrong = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-12, výrok: doporučuje}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
	.right = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: doporučuje}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind after_negative = {
	.code = "after-negative-vote",
	.severity = KPSS_ERROR,
	.message = N_("‘{2}’ went on with ‘{0}’ on {3} although the last word of ‘{1}’ was no"),
	.label = N_("should have waited"),
	.remedy = N_("put the document to that body again and record its new answer"),
	.related = N_("the answer was no"),
	.meaning = N_("after a refusal nobody goes on until the body that refused has said yes"),
	.explanation = N_("Where the town asks for consent, a refusal or return stops the chain. A "
			  "new yes of the same body heals it."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly"),
	.wrong = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: "
		       "vrací_k_přepracování}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
	.right = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: "
		       "vrací_k_přepracování}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: komise, datum: 2024-12-09, výrok: doporučuje}\n"
		       "  - {id: s3, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n",
};
static const struct finding_kind other_version = {
	.code = "approval-of-other-version",
	.severity = KPSS_ERROR,
	.message = N_("‘{2}’ decided on another version of ‘{0}’ than ‘{1}’"),
	.label = N_("not the version of the step before"),
	.remedy = N_("correct the version, or say in the field ‘difference’ (odchylka) what has "
		     "changed since"),
	.related = N_("the version of the step before"),
	.meaning = N_("all steps of an approval chain deal with the same version of the document"),
	.explanation = N_("What the assembly approves is what the council recommended. A change on "
			  "the way is all right when it is declared. "
			  "Versions are told apart by the record of the version, the fingerprint "
			  "of the file or the revision."),
	.setting = "approval_chains",
	.basis = N_("organization of the Frýdek-Místek plan: commission, council, assembly"),
	.wrong = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: "
		       "doporučuje, revize: a1b2c3d4}\n"
		       "  - {id: s2, předmět: plan-mesta, orgán: rada, datum: 2024-12-10, výrok: "
		       "schvaluje, revize: e5f6a7b8}\n",
	.right = CHAIN "  - {id: s1, předmět: plan-mesta, orgán: komise, datum: 2024-12-02, výrok: "
		       "doporučuje, revize: a1b2c3d4}\n"
		       "  - id: s2\n"
		       "    předmět: plan-mesta\n"
		       "    orgán: rada\n"
		       "    datum: 2024-12-10\n"
		       "    výrok: schvaluje\n"
		       "    revize: e5f6a7b8\n"
		       "    odchylka: Doplněno o připomínky komise.\n",
};

struct pair {
	const struct act *earlier, *later;
	const struct node *earlier_step, *later_step;
};

static void pair_report(const struct rule_context *context, const struct finding_kind *kind, const struct pair *pair,
	uint32_t word, uint32_t related)
{
	const struct node *where = field(pair->later->approval->mapping, word);
	const struct node *second = field(pair->earlier->approval->mapping, related);
	const struct entity *subject = pair->later->subject;
	findings_add(context->findings,
		&(struct finding){
			.kind = kind,
			.where = entity_span(
				pair->later->approval, is_absent(where) ? entity_name(pair->later->approval) : where),
			.related = entity_span(pair->earlier->approval,
				is_absent(second) ? entity_name(pair->earlier->approval) : second),
			.arguments = {argument_text(subject->id), argument_text(step_name(pair->earlier_step)),
				argument_text(step_name(pair->later_step)), argument_date(pair->later->day)},
			.subject = subject->id,
		});
}

static void order_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	const struct passage_step *before = passage_before(passage, step), *now = &passage->steps[step];
	if (!before || day_is_open(before->first->day) || day_is_open(now->decisive->day) ||
		now->decisive->day.days >= before->first->day.days)
		return;
	struct pair pair = {before->first, now->decisive, before->step, now->step};
	pair_report(context, &out_of_order, &pair, WORD_date, WORD_date);
}

/* What tells versions apart, written in the approval or in the record of the version. */
static struct kpss_str version_mark(const struct act *act, uint32_t word)
{
	const struct node *own = field(act->approval->mapping, word);
	return is_absent(own) && act->version ? value_text(field(act->version->mapping, word)) : value_text(own);
}

/* The field in which two approvals name different versions; UINT32_MAX when they agree, or nobody can tell. */
static uint32_t version_difference(const struct act *a, const struct act *b)
{
	static const uint32_t marks[] = {WORD_hash, WORD_commit};
	if (a->version && b->version)
		return a->version == b->version ? UINT32_MAX : WORD_version;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct kpss_str left = version_mark(a, marks[i]), right = version_mark(b, marks[i]);
		if (left.len && right.len)
			return kpss_str_equal(left, right) ? UINT32_MAX : marks[i];
	}
	return UINT32_MAX;
}

static void version_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	const struct passage_step *before = passage_before(passage, step), *now = &passage->steps[step];
	if (!before || !value_is_true(field(now->step, WORD_same_version)) ||
		!is_absent(field(now->decisive->approval->mapping, WORD_difference)))
		return;
	uint32_t word = version_difference(before->decisive, now->decisive);
	struct pair pair = {before->decisive, now->decisive, before->step, now->step};
	if (word != UINT32_MAX)
		pair_report(context, &other_version, &pair, word, word);
}

/* Has the body that said no said yes by the day? */
static bool is_healed(const struct passage *passage, const struct act *refusal, struct kpss_date day)
{
	for (size_t i = 0; i < passage->act_count; i++) {
		const struct act *act = passage->acts[i];
		if (act->body == refusal->body && verb_is_positive(act->verb) && act->day.days >= refusal->day.days &&
			act->day.days <= day.days)
			return true;
	}
	return false;
}

/* The refusal of a step that still stands on a day; NULL when there is none. */
static const struct act *refusal_on(
	const struct rule_context *context, const struct passage *passage, size_t step, struct kpss_date day)
{
	for (size_t i = passage->act_count; i-- > 0;) {
		const struct act *act = passage->acts[i];
		if (act->day.days <= day.days && verb_is_negative(act->verb) &&
			act_is_of_step(context->plan, act, passage->steps[step].step) && !is_healed(passage, act, day))
			return act;
	}
	return NULL;
}

static void refusal_check(const struct rule_context *context, const struct passage *passage, size_t step)
{
	if (!value_is_true(field(passage->steps[step].step, WORD_positive_needed)))
		return;
	for (size_t i = step + 1; i < passage->count; i++) {
		const struct act *later = passage->steps[i].decisive;
		if (!later || day_is_open(later->day) || verb_is_negative(later->verb))
			continue;
		const struct act *refusal = refusal_on(context, passage, step, later->day);
		struct pair pair = {refusal, later, passage->steps[step].step, passage->steps[i].step};
		if (refusal) {
			pair_report(context, &after_negative, &pair, WORD_date, WORD_verb);
			return;
		}
	}
}

static void passage_check(const struct rule_context *context, const struct passage *passage)
{
	for (size_t i = 0; i < passage->count; i++) {
		refusal_check(context, passage, i);
		if (passage->steps[i].decisive) {
			order_check(context, passage, i);
			version_check(context, passage, i);
		}
	}
}

static void order_of_chains_check(const struct rule_context *context)
{
	passages_walk(context, passage_check);
}

const struct rule rule_chain_order[] = {
	{order_of_chains_check, {&out_of_order, &after_negative, &other_version}},
	{0},
};
