/* Plans one after the other: continuous, kept up to date, the one before evaluated. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind gap = {
	.code = "plan-gap",
	.severity = KPSS_NOTE,
	.message = N_("between the plans ‘{0}’ and ‘{1}’ no plan holds"),
	.label = N_("the plan before ended on {2}"),
	.remedy = N_("record the extension (prodloužení) of the plan before, or correct the days"),
	.related = N_("the plan before"),
	.meaning = N_("a plan follows the one before without a gap"),
	.explanation = N_("Towns often approve the next plan late. That is no mistake, but without "
			  "an extension no plan holds "
			  "meanwhile, and subsidies may hang on it."),
	.setting = "plan.continuous",
	.basis = N_("Český Těšín: successive plans; practice of Jablonec: extension by resolution"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: dalsi, název: Další plán, od: 2029-03-01, do: 2032-12-31, navazuje_na: "
		 "plan-mesta}\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: dalsi, název: Další plán, od: 2029-01-01, do: 2032-12-31, navazuje_na: "
		 "plan-mesta}\n",
};
static const struct finding_kind overlap = {
	.code = "plan-overlap",
	.severity = KPSS_NOTE,
	.message = N_("the plans ‘{0}’ and ‘{1}’ hold at once"),
	.label = N_("the plan before holds until {2}"),
	.remedy = N_("correct the days of one of them, if they are not to hold at once"),
	.related = N_("the plan before"),
	.meaning = N_("a plan begins when the one before has ended"),
	.explanation = N_("Two plans may hold at once when one was extended before the other was "
			  "ready. It is told so that nobody "
			  "overlooks it."),
	.setting = "plan.continuous",
	.basis = N_("Český Těšín: successive plans; practice of Jablonec: extension by resolution"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: dalsi, název: Další plán, od: 2028-07-01, do: 2032-12-31, navazuje_na: "
		 "plan-mesta}\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: dalsi, název: Další plán, od: 2029-01-01, do: 2032-12-31, navazuje_na: "
		 "plan-mesta}\n",
};
static const struct finding_kind ordinal = {
	.code = "plan-ordinal",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ is number {1}, the one before is number {2}"),
	.label = N_("does not follow"),
	.remedy = N_("correct the number (pořadí) of one of them"),
	.related = N_("the plan before"),
	.meaning = N_("the numbers of successive plans follow each other"),
	.explanation = N_("The fourth plan comes after the third. A number that is left out makes "
			  "people look for a plan that never "
			  "was."),
	.setting = "plan.continuous",
	.basis = N_("Český Těšín: 4th community plan 2017–2020"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: treti, název: Třetí plán, pořadí: 3, od: 2021-01-01, do: 2024-12-31}\n"
		 "  - {id: dalsi, název: Další plán, pořadí: 5, od: 2025-01-01, do: 2028-12-31, "
		 "navazuje_na: treti}\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  bez_mezer: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: treti, název: Třetí plán, pořadí: 3, od: 2021-01-01, do: 2024-12-31}\n"
		 "  - {id: dalsi, název: Další plán, pořadí: 4, od: 2025-01-01, do: 2028-12-31, "
		 "navazuje_na: treti}\n",
};
static const struct finding_kind outdated = {
	.code = "plan-outdated",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ was neither updated nor evaluated since {1}"),
	.label = N_("the town asks for it once in {2} months"),
	.remedy =
		N_("record the evaluation (vyhodnocení) or the approval of the update (schválení)"),
	.related = N_("the profile sets the months"),
	.meaning = N_("the plan that holds is updated or evaluated regularly"),
	.explanation = N_("The last approval of the plan or its update, its last evaluation and "
			  "its first day count, whichever is "
			  "latest."),
	.setting = "plan.update_months",
	.basis = N_("charter of Sušice: a plan needs regular updates and lasting care"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  aktualizace_po_měsících: 12\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  aktualizace_po_měsících: 12\n"
		 "# vyhodnoceni.yaml\n"
		 "vyhodnocení:\n"
		 "  - {id: vyhodnoceni-2025, název: Vyhodnocení za rok 2025, plán: plan-mesta, "
		 "rok: 2025, datum: 2026-02-10}\n",
};
static const struct finding_kind not_evaluated = {
	.code = "previous-not-evaluated",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ was approved before the plan ‘{1}’ was evaluated"),
	.label = N_("approved on {2}"),
	.remedy = N_("record the evaluation (vyhodnocení) of the plan before with its day"),
	.related = N_("the plan before"),
	.meaning = N_("a plan is evaluated before the next one is approved"),
	.explanation = N_("What the last plan achieved is where the next one begins."),
	.setting = "plan.previous_evaluated",
	.basis = N_("Frýdek-Místek, Sušice: the process is cyclic"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  předchozí_vyhodnocen: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: prvni, název: První plán, od: 2019-01-01, do: 2022-12-31}\n"
		 "  - {id: druhy, název: Druhý plán, od: 2023-01-01, do: 2024-12-31, navazuje_na: "
		 "prvni}\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: druhy, orgán: rada, datum: 2022-12-12, výrok: "
		 "schvaluje}\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  předchozí_vyhodnocen: true\n"
		 "# plany.yaml\n"
		 "plány:\n"
		 "  - {id: prvni, název: První plán, od: 2019-01-01, do: 2022-12-31}\n"
		 "  - {id: druhy, název: Druhý plán, od: 2023-01-01, do: 2024-12-31, navazuje_na: "
		 "prvni}\n"
		 "vyhodnocení:\n"
		 "  - {id: vyhodnoceni, název: Vyhodnocení plánu, druh: závěrečné, plán: prvni, "
		 "datum: 2022-10-10}\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: druhy, orgán: rada, datum: 2022-12-12, výrok: "
		 "schvaluje}\n",
};

static void pair_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *plan, const struct entity *before)
{
	findings_add(context->findings,
		&(struct finding){
			.kind = kind,
			.where = entity_span(plan, field(plan->mapping, WORD_from)),
			.related = entity_span(before, entity_name(before)),
			.arguments = {argument_text(before->id), argument_text(plan->id),
				argument_date(plan_period(before).to)},
			.subject = plan->id,
		});
}

static void ordinal_check(
	const struct rule_context *context, const struct entity *plan, const struct entity *before)
{
	const struct node *written = field(plan->mapping, WORD_ordinal);
	int64_t number, number_before;
	if (!value_integer(written, &number) ||
		!value_integer(field(before->mapping, WORD_ordinal), &number_before) ||
		number == number_before + 1)
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &ordinal,
			.where = entity_span(plan, written),
			.related = entity_span(before, entity_name(before)),
			.arguments = {argument_text(plan->id), argument_number(number),
				argument_number(number_before)},
			.subject = plan->id,
		});
}

static void succession_check(const struct rule_context *context, const struct entity *plan)
{
	const struct entity *before =
		plan_target(context->plan, field(plan->mapping, WORD_continues));
	if (!before || !setting_is_true(context->plan, WORD_plan, WORD_continuous) ||
		!period_is_sound(before->mapping))
		return;
	ordinal_check(context, plan, before);
	struct kpss_date begin = mapping_period(plan->mapping).from, end = plan_period(before).to;
	if (day_is_open(begin) || day_is_open(end))
		return;
	if (begin.days > day_after(end).days)
		pair_report(context, &gap, plan, before);
	else if (begin.days <= end.days)
		pair_report(context, &overlap, plan, before);
}

/* The last day on which an evaluation of the plan was made, no later than `until`; the earliest day when there is none. */
static struct kpss_date last_evaluation(
	const struct rule_context *context, const struct entity *plan, struct kpss_date until)
{
	uint32_t count;
	const struct entity *const *evaluations = plan_kind(context->plan, KIND_evaluation, &count);
	struct kpss_date last = KPSS_DATE_EARLIEST;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = evaluations[i]->mapping;
		struct kpss_date day = value_date(field(mapping, WORD_date), KPSS_DATE_EARLIEST);
		const struct entity *action_plan =
			plan_target(context->plan, field(mapping, WORD_action_plan));
		const struct entity *of = plan_target(context->plan, field(mapping, WORD_plan));
		if (!of && action_plan)
			of = plan_target(context->plan, field(action_plan->mapping, WORD_plan));
		if (of == plan && day.days <= until.days)
			last = day_later(last, day);
	}
	return last;
}

static void age_check(const struct rule_context *context, const struct entity *plan)
{
	const struct node *set = setting(context->plan, WORD_plan, WORD_update_months);
	struct period days = plan_period(plan);
	struct kpss_date last =
		day_later(days.from, last_evaluation(context, plan, context->as_of));
	struct approvals acts = approvals_of(context->approvals, plan);
	int64_t months;
	if (!value_integer(set, &months) || !period_contains(days, context->as_of) ||
		day_is_open(days.from))
		return;
	for (size_t i = 0; i < acts.count; i++)
		if (acts.items[i].verb == WORD_approves &&
			acts.items[i].day.days <= context->as_of.days)
			last = day_later(last, acts.items[i].day);
	if (context->as_of.days <= day_plus_months(last, months).days)
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = &outdated,
					   .where = entity_span(plan, entity_name(plan)),
					   .related = setting_span(context->plan, set),
					   .arguments = {argument_text(plan->id),
						   argument_date(last), argument_number(months)},
					   .subject = plan->id,
				   });
}

static void previous_check(const struct rule_context *context, const struct entity *plan)
{
	const struct entity *before =
		plan_target(context->plan, field(plan->mapping, WORD_continues));
	const struct act *act = approval_final(context->plan, context->approvals, plan);
	if (!before || !act || day_is_open(act->day) ||
		!setting_is_true(context->plan, WORD_plan, WORD_previous_evaluated))
		return;
	if (!day_is_open(last_evaluation(context, before, act->day)))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &not_evaluated,
			.where = entity_span(plan, entity_name(plan)),
			.related = entity_span(before, entity_name(before)),
			.arguments = {argument_text(plan->id), argument_text(before->id),
				argument_date(act->day)},
			.subject = plan->id,
		});
}

static void plans_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!period_is_sound(plans[i]->mapping))
			continue;
		succession_check(context, plans[i]);
		age_check(context, plans[i]);
		previous_check(context, plans[i]);
	}
}

const struct rule rule_plan_time[] = {
	{plans_check, {&gap, &overlap, &ordinal, &outdated, &not_evaluated}},
	{0},
};
