/* What the law and good practice ask of a plan, as the town's profile states it with its reference and the time for which it
 * holds. Nothing of the law is written here: only what evidence each point looks for. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/setting.h"

static const struct finding_kind length = {
	.code = "plan-length",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ is not made for {1} years ({2})"),
	.label = N_("its last day"),
	.remedy = N_(
		"correct the days of the plan, or the profile if the town has decided otherwise"),
	.related = N_("the profile sets the length"),
	.meaning = N_("a plan is made for as many years as the town or the law has set"),
	.explanation = N_(
		"Extensions do not count. Real plans of towns are made for 2 to 6 years, so this "
		"is never more than the town "
		"wants it to be. A parameter of the law holds for plans that begin in its time."),
	.setting = "plan.length_years law",
	.basis = N_("the town's own rules; parameters of the law are in the profile with their "
		    "references"),
	.wrong = "# pravidla.yaml\n"
		 "plán:\n"
		 "  na_kolik_let: 3\n",
	.right = "# pravidla.yaml\n"
		 "plán:\n"
		 "  na_kolik_let: 4\n",
};
static const struct finding_kind too_long = {
	.code = "plan-length",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ is made for more than {1} years"),
	.label = N_("its last day"),
	.remedy = N_(
		"correct the days of the plan, or the profile if the town has decided otherwise"),
	.related = N_("the profile sets the length"),
};
static const struct finding_kind content_missing = {
	.code = "plan-content-missing",
	.severity = KPSS_WARNING,
	.message = N_("the approved plan ‘{0}’ lacks: {1} ({2})"),
	.label = N_("nothing of it is recorded"),
	.remedy = N_("record it: a part of the plan (části), an analysis (analýzy), commitments "
		     "(závazky), monitoring (sledování) or "
		     "how the plan is changed (postup_změn)"),
	.related = N_("the profile asks for it"),
	.meaning = N_("an approved plan contains what the profile's parameters of the law ask for"),
	.explanation = N_("Each parameter whose code begins with plan-content- stands for one "
			  "point; its reference and the time for "
			  "which it holds are written with it. Codes: plan-content-process (how "
			  "the plan was made), -resources, -needs, "
			  "-economic, -strategy, -obligations, -monitoring, -changes."),
	.setting = "law",
	.basis = N_("parameters of the law are in the profile with their references"),
	.wrong = "# pravidla.yaml\n"
		 "zákonné_parametry:\n"
		 "  - {kód: plan-content-monitoring, název: způsob sledování, ustanovení: § 3 "
		 "písm. h)}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
	.right = "# pravidla.yaml\n"
		 "zákonné_parametry:\n"
		 "  - {kód: plan-content-strategy, název: strategie, ustanovení: § 3 písm. h)}\n"
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - {id: schvaleni, předmět: plan-mesta, orgán: rada, datum: 2024-12-12, výrok: "
		 "schvaluje}\n",
};

static bool has_part(const struct rule_context *context, const struct entity *plan, uint32_t type)
{
	uint32_t count;
	const struct entity *const *parts = plan_kind(context->plan, KIND_part, &count);
	const struct entity *paper =
		plan_target(context->plan, field(plan->mapping, WORD_document));
	for (uint32_t i = 0; i < count; i++) {
		const struct entity *of = parts[i];
		for (int steps = 0; of && of->kind == KIND_part && steps < 16; steps++)
			of = of->parent ? of->parent
					: plan_target(context->plan,
						  field(of->mapping, WORD_belongs_to));
		bool ours =
			of == plan ||
			(of && of->kind == KIND_document &&
				(of == paper || plan_target(context->plan,
							field(of->mapping, WORD_subject)) == plan));
		if (ours && value_word(field(parts[i]->mapping, WORD_type)) == type)
			return true;
	}
	return false;
}

static bool has_analysis(
	const struct rule_context *context, const struct entity *plan, uint32_t type)
{
	uint32_t count;
	const struct entity *const *analyses = plan_kind(context->plan, KIND_analysis, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = analyses[i]->mapping;
		const struct entity *cycle = plan_target(context->plan, field(mapping, WORD_cycle));
		const struct entity *of = plan_target(context->plan, field(mapping, WORD_plan));
		if (!of && cycle)
			of = plan_target(context->plan, field(cycle->mapping, WORD_plan));
		if (of == plan && value_word(field(mapping, WORD_type)) == type)
			return true;
	}
	return false;
}

static bool has_process(const struct rule_context *context, const struct entity *plan)
{
	return has_part(context, plan, WORD_descriptive) ||
	       value_text(field(plan->mapping, WORD_description)).len > 0;
}

static bool has_resources(const struct rule_context *context, const struct entity *plan)
{
	return has_part(context, plan, WORD_analytic) || has_analysis(context, plan, WORD_services);
}

static bool has_needs(const struct rule_context *context, const struct entity *plan)
{
	return has_part(context, plan, WORD_analytic) || has_analysis(context, plan, WORD_needs) ||
	       has_analysis(context, plan, WORD_survey);
}

static bool has_economic(const struct rule_context *context, const struct entity *plan)
{
	return has_part(context, plan, WORD_economic) || has_analysis(context, plan, WORD_finance);
}

/* Is there a measure of the plan of which something is written under one of two words? */
static bool has_measure_with(const struct rule_context *context, const struct entity *plan,
	uint32_t word, uint32_t other)
{
	uint32_t count;
	const struct entity *const *items = plan_kind(context->plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool has = word == 0 || !is_absent(field(items[i]->mapping, word)) ||
			   !is_absent(field(items[i]->mapping, other));
		if (has && item_plan(items[i]) == plan &&
			item_is_flagged(context->plan, items[i], WORD_measure))
			return true;
	}
	return false;
}

static bool has_strategy(const struct rule_context *context, const struct entity *plan)
{
	return has_measure_with(context, plan, 0, 0);
}

static bool has_obligations(const struct rule_context *context, const struct entity *plan)
{
	uint32_t count;
	const struct entity *const *commitments = plan_kind(context->plan, KIND_commitment, &count);
	for (uint32_t i = 0; i < count; i++)
		if (plan_target(context->plan, field(commitments[i]->mapping, WORD_plan)) == plan)
			return true;
	return has_measure_with(context, plan, WORD_responsible, WORD_owner);
}

static bool has_monitoring(const struct rule_context *context, const struct entity *plan)
{
	return has_part(context, plan, WORD_implementation) ||
	       value_text(field(plan->mapping, WORD_monitoring)).len > 0;
}

static bool has_changes(const struct rule_context *context, const struct entity *plan)
{
	(void)context;
	return value_text(field(plan->mapping, WORD_change_procedure)).len > 0;
}

static const struct {
	const char *code;
	bool (*is_there)(const struct rule_context *context, const struct entity *plan);
} points[] = {
	{"plan-content-process", has_process},
	{"plan-content-resources", has_resources},
	{"plan-content-needs", has_needs},
	{"plan-content-economic", has_economic},
	{"plan-content-strategy", has_strategy},
	{"plan-content-obligations", has_obligations},
	{"plan-content-monitoring", has_monitoring},
	{"plan-content-changes", has_changes},
};

static enum kpss_severity parameter_severity(const struct node *parameter)
{
	switch (value_word(field(parameter, WORD_severity))) {
	case WORD_error:
		return KPSS_ERROR;
	case WORD_note:
		return KPSS_NOTE;
	default:
		return KPSS_WARNING;
	}
}

static void content_check(
	const struct rule_context *context, const struct entity *plan, const struct node *parameter)
{
	struct kpss_str code = value_text(field(parameter, WORD_code));
	for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
		if (!kpss_str_is(code, points[i].code) || points[i].is_there(context, plan))
			continue;
		struct kpss_str name = value_text(field(parameter, WORD_name));
		findings_add(context->findings,
			&(struct finding){
				.kind = &content_missing,
				.severity = parameter_severity(parameter),
				.where = entity_span(plan, entity_name(plan)),
				.related = setting_span(context->plan, parameter),
				.arguments =
					{
						argument_text(plan->id),
						argument_text(name.len ? name : code),
						argument_text(value_text(
							field(parameter, WORD_reference))),
					},
				.subject = plan->id,
			});
	}
}

static void length_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *plan, const struct node *set, int64_t years, struct kpss_str reference)
{
	bool of_law = set->kind == NODE_MAPPING;
	findings_add(context->findings,
		&(struct finding){
			.kind = kind,
			.severity = of_law ? parameter_severity(set) : kind->severity,
			.where = entity_span(plan, field(plan->mapping, WORD_to)),
			.related = setting_span(context->plan, set),
			.arguments = {argument_text(plan->id), argument_number(years),
				argument_text(reference)},
			.subject = plan->id,
		});
}

/* Does the plan last exactly so many years, its last day included? */
static bool lasts_years(struct period days, int64_t years)
{
	return day_after(days.to).days == day_plus_months(days.from, years * 12).days;
}

static void length_check(
	const struct rule_context *context, const struct entity *plan, struct period days)
{
	const struct node *exact = setting(context->plan, WORD_plan, WORD_length_years);
	const struct node *most = setting(context->plan, WORD_plan, WORD_maximum_years);
	int64_t years;
	struct kpss_str own =
		kpss_str(plan_is_czech(context->plan) ? "pravidla města" : "the profile");
	if (value_integer(exact, &years) && !lasts_years(days, years))
		length_report(context, &length, plan, exact, years, own);
	if (value_integer(most, &years) &&
		days.to.days >= day_plus_months(days.from, years * 12).days)
		length_report(context, &too_long, plan, most, years, own);
}

static void parameter_check(const struct rule_context *context, const struct entity *plan,
	struct period days, const struct node *parameter)
{
	int64_t years;
	bool silent = value_word(field(parameter, WORD_severity)) == WORD_silent;
	if (silent || !period_contains(mapping_period(parameter), days.from))
		return;
	if (approval_final(context->plan, context->approvals, plan))
		content_check(context, plan, parameter);
	if (kpss_str_is(value_text(field(parameter, WORD_code)), "plan-length") &&
		value_integer(field(parameter, WORD_value), &years) && !lasts_years(days, years))
		length_report(context, &length, plan, parameter, years,
			value_text(field(parameter, WORD_reference)));
}

static void law_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	const struct node *law = setting(context->plan, WORD_law, 0);
	for (uint32_t i = 0; i < count; i++) {
		struct period days = mapping_period(plans[i]->mapping);
		if (!period_is_sound(plans[i]->mapping) || day_is_open(days.from) ||
			day_is_open(days.to))
			continue;
		length_check(context, plans[i], days);
		for (const struct node *item = value_first_item(law); item;
			item = node_next_item(law, item))
			parameter_check(context, plans[i], days, item);
	}
}

const struct rule rule_law[] = {
	{law_check, {&length, &too_long, &content_missing}},
	{0},
};
