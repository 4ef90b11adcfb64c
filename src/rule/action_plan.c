/* Action plans: how long, within which plan, one after the other; and what each row carries out. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"
#include "town/years.h"

static const struct finding_kind too_long = {
	.code = "action-plan-too-long",
	.severity = KPSS_ERROR,
	.message = N_("the action plan ‘{0}’ lasts longer than the town has set"),
	.label = N_("from {1} to {2}"),
	.remedy = N_("divide it by years, mark it as a bridge (překlenovací) and give the reason "
		     "(důvod), or correct the profile"),
	.related = N_("the profile sets the length in years"),
	.meaning = N_("an action plan is not longer than the town has set"),
	.explanation = N_("Action plans carry the plan out year by year. One that bridges two "
			  "plans may be longer; it is marked and "
			  "says why."),
	.setting = "action_plan.length_years",
	.basis = N_("Pardubice: action plans in one-year cycles"),
	.wrong = "# pravidla.yaml\n"
		 "akční_plán:\n"
		 "  na_kolik_let: 1\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap-2026, název: Akční plán, plán: plan-mesta, roky: [2026, 2027]}\n",
	.right = "# pravidla.yaml\n"
		 "akční_plán:\n"
		 "  na_kolik_let: 1\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap-2026, název: Akční plán, plán: plan-mesta, roky: [2026]}\n"
		 "  - {id: ap-2027, název: Akční plán, plán: plan-mesta, roky: [2027]}\n",
};
static const struct finding_kind outside_plan = {
	.code = "action-plan-outside-plan",
	.severity = KPSS_ERROR,
	.message = N_("the action plan ‘{0}’ is not within the time of its plan"),
	.label = N_("the plan holds from {1} to {2}"),
	.remedy = N_("correct the years, record the extension (prodloužení) of the plan, or mark "
		     "the action plan as a bridge "
		     "(překlenovací) with a reason (důvod)"),
	.related = N_("this is the plan"),
	.meaning = N_("an action plan lies within the time of its plan"),
	.explanation = N_(
		"What is not in the time of an approved plan is carried out without it. A plan may "
		"have been extended, "
		"or the action plan may bridge the time to the next one: both are written down."),
	.setting = "action_plan.within_plan",
	.basis = N_("Pardubice: action plans in one-year cycles"),
	.wrong = "# pravidla.yaml\n"
		 "akční_plán:\n"
		 "  v_období_plánu: true\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap-2029, název: Akční plán na rok 2029, plán: plan-mesta, roky: "
		 "[2029]}\n",
	.right = "# pravidla.yaml\n"
		 "akční_plán:\n"
		 "  v_období_plánu: true\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap-2028, název: Akční plán na rok 2028, plán: plan-mesta, roky: "
		 "[2028]}\n",
};
static const struct finding_kind overlap = {
	.code = "action-plans-overlap",
	.severity = KPSS_WARNING,
	.message = N_("the action plans ‘{0}’ and ‘{1}’ overlap"),
	.label = N_("begins before the other one ends"),
	.remedy = N_("correct the years or days of one of them"),
	.related = N_("the other action plan"),
	.meaning = N_("action plans of one plan do not overlap"),
	.explanation =
		N_("A task that is in two action plans at once is evaluated twice, or not at all."),
	.basis = N_("Pardubice: action plans in one-year cycles"),
	.wrong =
		"akční_plány:\n"
		"  - {id: ap-2026, název: Akční plán na rok 2026, plán: plan-mesta, roky: [2026]}\n"
		"  - {id: ap-2027, název: Akční plán, plán: plan-mesta, roky: [2026, 2027]}\n",
	.right =
		"akční_plány:\n"
		"  - {id: ap-2026, název: Akční plán na rok 2026, plán: plan-mesta, roky: [2026]}\n"
		"  - {id: ap-2027, název: Akční plán na rok 2027, plán: plan-mesta, roky: "
		"[2027]}\n",
};
static const struct finding_kind year_missing = {
	.code = "action-plan-year-missing",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ has no action plan for {1}"),
	.label = N_("there are action plans since {2}"),
	.remedy = N_("add the action plan (akční_plány) of that year"),
	.related = N_("the profile asks for every year"),
	.meaning = N_("after the first action plan there is one for every year of the plan"),
	.explanation = N_("A year without an action plan is a year in which nobody knows what of "
			  "the plan is carried out. The years "
			  "that have begun are looked at, from the first action plan on."),
	.setting = "action_plan.every_year",
	.basis = N_("Pardubice: action plans in one-year cycles"),
	.wrong = "# pravidla.yaml\n"
		 "akční_plán:\n"
		 "  každý_rok: true\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - {id: ap-2025, název: Akční plán na rok 2025, plán: plan-mesta, roky: "
		 "[2025]}\n",
	.right =
		"# pravidla.yaml\n"
		"akční_plán:\n"
		"  každý_rok: true\n"
		"# akcni-plan.yaml\n"
		"akční_plány:\n"
		"  - {id: ap-2025, název: Akční plán na rok 2025, plán: plan-mesta, roky: [2025]}\n"
		"  - {id: ap-2026, název: Akční plán na rok 2026, plán: plan-mesta, roky: "
		"[2026]}\n",
};
static const struct finding_kind without_measure = {
	.code = "row-without-measure",
	.severity = KPSS_ERROR,
	.message = N_("the row ‘{0}’ carries out no measure of the plan"),
	.label = N_("the measure is missing"),
	.remedy = N_("add the field ‘measure’ (opatření), or mark the row as new (nad_rámec_plánu: "
		     "true) and give the reason "
		     "(důvod)"),
	.meaning = N_("every row of an action plan carries out a measure of its plan, or says why "
		      "it is new"),
	.explanation = N_("An action plan follows from the plan. What is new against it may be "
			  "carried out, but is marked and "
			  "reasoned, so that the council knows what it approves."),
	.basis = N_("Pardubice; practice of Tanvald and České Budějovice"),
	.wrong = "akční_plány:\n"
		 "  - id: ap-2026\n"
		 "    název: Akční plán na rok 2026\n"
		 "    plán: plan-mesta\n"
		 "    roky: [2026]\n"
		 "    řádky:\n"
		 "      - {id: ap-2026-letak, název: Vydat leták}\n",
	.right = "akční_plány:\n"
		 "  - id: ap-2026\n"
		 "    název: Akční plán na rok 2026\n"
		 "    plán: plan-mesta\n"
		 "    roky: [2026]\n"
		 "    řádky:\n"
		 "      - {id: ap-2026-letak, název: Vydat leták, opatření: asistence}\n",
};
static const struct finding_kind other_plan = {
	.code = "row-without-measure",
	.severity = KPSS_ERROR,
	.message = N_("the row ‘{0}’ carries out an item of another plan"),
	.label = N_("belongs to the plan ‘{1}’"),
	.remedy = N_("name a measure of the plan ‘{2}’"),
};

static bool is_bridge(const struct entity *action_plan)
{
	return value_is_true(field(action_plan->mapping, WORD_bridge)) &&
	       value_text(field(action_plan->mapping, WORD_reason)).len > 0;
}

static const struct node *years_place(const struct entity *record)
{
	const struct node *years = field(record->mapping, WORD_years),
			  *from = field(record->mapping, WORD_from);
	return !is_absent(from) ? from : !is_absent(years) ? years : entity_name(record);
}

static void length_check(
	const struct rule_context *context, const struct entity *action_plan, struct period days)
{
	const struct node *set = setting(context->plan, WORD_action_plan, WORD_length_years);
	int64_t years;
	if (!value_integer(set, &years) || day_is_open(days.from) || is_bridge(action_plan))
		return;
	if (days.to.days < day_plus_months(days.from, years * 12).days)
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &too_long,
			.where = entity_span(action_plan, years_place(action_plan)),
			.related = setting_span(context->plan, set),
			.arguments = {argument_text(action_plan->id), argument_date(days.from),
				argument_date(days.to)},
			.subject = action_plan->id,
		});
}

static void bounds_check(
	const struct rule_context *context, const struct entity *action_plan, struct period days)
{
	const struct entity *plan =
		plan_target(context->plan, field(action_plan->mapping, WORD_plan));
	if (!plan || !setting_is_true(context->plan, WORD_action_plan, WORD_within_plan) ||
		is_bridge(action_plan))
		return;
	struct period whole = plan_period(plan);
	bool open = day_is_open(days.from) || day_is_open(days.to);
	if (open || !period_is_sound(plan->mapping) ||
		(whole.from.days <= days.from.days && days.to.days <= whole.to.days))
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &outside_plan,
			.where = entity_span(action_plan, years_place(action_plan)),
			.related = entity_span(plan, entity_name(plan)),
			.arguments = {argument_text(action_plan->id), argument_date(whole.from),
				argument_date(whole.to)},
			.subject = action_plan->id,
		});
}

static bool are_of_one_plan(
	const struct rule_context *context, const struct entity *a, const struct entity *b)
{
	const struct entity *plan = plan_target(context->plan, field(a->mapping, WORD_plan));
	return plan && plan == plan_target(context->plan, field(b->mapping, WORD_plan));
}

static void overlaps_check(
	const struct rule_context *context, const struct entity *const *action_plans, uint32_t at)
{
	const struct entity *later = action_plans[at];
	struct period days = years_period(later->mapping);
	for (uint32_t i = 0; i < at; i++) {
		const struct entity *earlier = action_plans[i];
		struct period other = years_period(earlier->mapping);
		bool apart = day_is_open(other.from) || other.to.days < days.from.days ||
			     days.to.days < other.from.days;
		if (apart || day_is_open(days.from) || !are_of_one_plan(context, earlier, later))
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &overlap,
				.where = entity_span(later, years_place(later)),
				.related = entity_span(earlier, years_place(earlier)),
				.arguments = {argument_text(earlier->id), argument_text(later->id)},
				.subject = later->id,
			});
	}
}

static void action_plans_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *action_plans =
		plan_kind(context->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		if (!period_is_sound(action_plans[i]->mapping))
			continue;
		struct period days = years_period(action_plans[i]->mapping);
		length_check(context, action_plans[i], days);
		bounds_check(context, action_plans[i], days);
		overlaps_check(context, action_plans, i);
	}
}

static bool has_action_plan(const struct rule_context *context, const struct entity *plan, int year)
{
	uint32_t count;
	const struct entity *const *action_plans =
		plan_kind(context->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		if (plan_target(context->plan, field(action_plans[i]->mapping, WORD_plan)) ==
				plan &&
			years_hold(action_plans[i]->mapping, year))
			return true;
	return false;
}

/* The first day that an action plan of the plan covers; the latest day when there is none that says. */
static struct kpss_date first_action(const struct rule_context *context, const struct entity *plan)
{
	struct kpss_date first = KPSS_DATE_LATEST;
	uint32_t count;
	const struct entity *const *action_plans =
		plan_kind(context->plan, KIND_action_plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		struct period days = years_period(action_plans[i]->mapping);
		if (plan_target(context->plan, field(action_plans[i]->mapping, WORD_plan)) ==
				plan &&
			!day_is_open(days.from))
			first = day_earlier(first, days.from);
	}
	return first;
}

static void every_year_check(
	const struct rule_context *context, const struct entity *plan, const struct node *set)
{
	struct kpss_date first = first_action(context, plan);
	struct kpss_date last = day_earlier(plan_period(plan).to, context->as_of);
	if (day_is_open(first) || day_is_open(last) || last.days < first.days)
		return;
	for (int year = day_year(first); year <= day_year(last); year++) {
		if (has_action_plan(context, plan, year))
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &year_missing,
				.where = entity_span(plan, entity_name(plan)),
				.related = setting_span(context->plan, set),
				.arguments = {argument_text(plan->id), argument_number(year),
					argument_number(day_year(first))},
				.subject = plan->id,
			});
	}
}

static void years_check(const struct rule_context *context)
{
	const struct node *set = setting(context->plan, WORD_action_plan, WORD_every_year);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count && value_is_true(set); i++)
		if (period_is_sound(plans[i]->mapping))
			every_year_check(context, plans[i], set);
}

static const struct entity *plan_of_row(
	const struct rule_context *context, const struct entity *row)
{
	const struct entity *action_plan =
		row->parent && row->parent->kind == KIND_action_plan
			? row->parent
			: plan_target(context->plan, field(row->mapping, WORD_action_plan));
	return action_plan ? plan_target(context->plan, field(action_plan->mapping, WORD_plan))
			   : NULL;
}

static void row_check(const struct rule_context *context, const struct entity *row)
{
	const struct node *measure = field(row->mapping, WORD_measure);
	const struct entity *item = plan_target(context->plan, measure),
			    *plan = plan_of_row(context, row);
	bool reasoned = value_is_true(field(row->mapping, WORD_new)) &&
			value_text(field(row->mapping, WORD_reason)).len > 0;
	struct finding finding = {.subject = row->id, .arguments = {argument_text(row->id)}};
	/* A town may have action plans without a plan. */
	if (reasoned || !plan)
		return;
	if (is_absent(measure)) {
		finding.kind = &without_measure;
		finding.where = entity_span(row, entity_name(row));
		findings_add(context->findings, &finding);
		return;
	}
	const struct entity *other = item ? item_plan(item) : NULL;
	if (!other || other == plan)
		return;
	finding.kind = &other_plan;
	finding.where = entity_span(row, measure);
	finding.arguments[1] = argument_text(other->id);
	finding.arguments[2] = argument_text(plan->id);
	findings_add(context->findings, &finding);
}

static void rows_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *rows = plan_kind(context->plan, KIND_action_plan_row, &count);
	for (uint32_t i = 0; i < count; i++)
		row_check(context, rows[i]);
}

const struct rule rule_action_plan[] = {
	{action_plans_check, {&too_long, &outside_plan, &overlap}},
	{years_check, {&year_missing}},
	{rows_check, {&without_measure, &other_plan}},
	{0},
};
