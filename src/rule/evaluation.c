/* Evaluations: everything of a finished year that the town evaluates has a result, by the group that answers for it. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"
#include "town/item.h"
#include "town/results.h"
#include "town/setting.h"
#include "town/years.h"

static const struct finding_kind measure_not_evaluated = {
	.code = "measure-not-evaluated",
	.severity = KPSS_ERROR,
	.message = N_("the measure ‘{0}’ has no evaluation of the year {1}"),
	.label = N_("was to be carried out in that year"),
	.remedy = N_("add a result (výsledky) to the evaluation of that year, or mark the measure "
		     "as cancelled or moved"),
	.related = N_("the evaluation of that year"),
	.meaning = N_("every measure of a finished year is evaluated"),
	.explanation = N_("A measure is due in a year when a row of the year's action plan carries "
			  "it out; where there is no action "
			  "plan, when its own years or days say so. It is asked for once the days "
			  "that the town allows for evaluation are "
			  "over, once an evaluation of that year exists, or once the evaluation "
			  "phase of that year has ended."),
	.setting = "evaluation.of",
	.basis = N_("all four towns: working groups evaluate what was achieved"),
	.wrong = "# pravidla.yaml\n"
		 "vyhodnocení:\n"
		 "  co_se_hodnotí: [opatření]\n"
		 "# vyhodnoceni.yaml\n"
		 "vyhodnocení:\n"
		 "  - {id: vyhodnoceni-2025, název: Vyhodnocení za rok 2025, plán: plan-mesta, "
		 "rok: 2025}\n",
	.right = "# pravidla.yaml\n"
		 "vyhodnocení:\n"
		 "  co_se_hodnotí: [opatření]\n"
		 "# vyhodnoceni.yaml\n"
		 "vyhodnocení:\n"
		 "  - id: vyhodnoceni-2025\n"
		 "    název: Vyhodnocení za rok 2025\n"
		 "    plán: plan-mesta\n"
		 "    rok: 2025\n"
		 "    výsledky:\n"
		 "      - {opatření: asistence, zhodnocení: Asistence pokračovala ve stejném "
		 "rozsahu.}\n",
};
static const struct finding_kind other_not_evaluated = {
	.code = "activity-not-evaluated",
	.severity = KPSS_WARNING,
	.message = N_("‘{0}’ ({2}) has no evaluation of the year {1}"),
	.label = N_("was to be carried out in that year"),
	.remedy = N_("add a result (výsledky) to the evaluation of that year, or mark the item as "
		     "cancelled or moved"),
	.related = N_("the evaluation of that year"),
	.meaning = N_("activities, projects and rows of a finished year are evaluated where the "
		      "town evaluates them"),
	.explanation = N_("Some towns evaluate not only measures but what they consist of: "
			  "activities, projects, or the rows of action "
			  "plans. The town says in its profile what it evaluates."),
	.setting = "evaluation.of",
	.basis = N_("Sušice: groups take part in evaluating measures, activities and projects"),
	.wrong = "# pravidla.yaml\n"
		 "vyhodnocení:\n"
		 "  co_se_hodnotí: [řádky_akčního_plánu]\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - id: ap-2025\n"
		 "    název: Akční plán na rok 2025\n"
		 "    plán: plan-mesta\n"
		 "    roky: [2025]\n"
		 "    řádky:\n"
		 "      - {id: ap-2025-asistence, opatření: asistence}\n"
		 "vyhodnocení:\n"
		 "  - {id: vyhodnoceni-2025, název: Vyhodnocení za rok 2025, plán: plan-mesta, "
		 "rok: 2025}\n",
	.right = "# pravidla.yaml\n"
		 "vyhodnocení:\n"
		 "  co_se_hodnotí: [řádky_akčního_plánu]\n"
		 "# akcni-plan.yaml\n"
		 "akční_plány:\n"
		 "  - id: ap-2025\n"
		 "    název: Akční plán na rok 2025\n"
		 "    plán: plan-mesta\n"
		 "    roky: [2025]\n"
		 "    řádky:\n"
		 "      - {id: ap-2025-asistence, opatření: asistence}\n"
		 "vyhodnocení:\n"
		 "  - id: vyhodnoceni-2025\n"
		 "    název: Vyhodnocení za rok 2025\n"
		 "    plán: plan-mesta\n"
		 "    rok: 2025\n"
		 "    výsledky: [{řádek: ap-2025-asistence, zhodnocení: Splněno celé.}]\n",
};
static const struct finding_kind evaluated_by_other = {
	.code = "evaluated-by-other",
	.severity = KPSS_WARNING,
	.message = N_("the result of ‘{0}’ is not from a group that answers for it"),
	.label = N_("evaluated by this group"),
	.remedy = N_("correct the group (skupina) of the result, or the groups of the item"),
	.related = N_("the groups that answer for it"),
	.meaning = N_("what a group answers for is evaluated by that group"),
	.explanation = N_("The group that proposed a measure and follows it knows how it went."),
	.setting = "evaluation.evaluated_by",
	.basis = N_("Frýdek-Místek, Český Těšín: working groups evaluate what was achieved"),
	.wrong =
		"# pravidla.yaml\n"
		"vyhodnocení:\n"
		"  hodnotí: [pracovní_skupina]\n"
		"# plan.yaml\n"
		"skupiny:\n"
		"  - id: rodiny\n"
		"    název: Rodiny s dětmi\n"
		"    vedoucí: [{osoba: hajkova-l}]\n"
		"    členové: [{osoba: hajkova-l, strana: poskytovatel, orgán: rada}]\n"
		"  - id: seniori\n"
		"    název: Senioři\n"
		"    vedoucí: [{osoba: hajkova-l}]\n"
		"    členové: [{osoba: hajkova-l, strana: poskytovatel, orgán: rada}]\n"
		"opatření:\n"
		"  - id: sluzba-vecer\n"
		"    název: Rozšířit službu na večer\n"
		"    nadřazená_položka: plan-mesta\n"
		"    skupiny: [{skupina: seniori}]\n"
		"vyhodnocení:\n"
		"  - id: vyhodnoceni-2025\n"
		"    název: Vyhodnocení za rok 2025\n"
		"    plán: plan-mesta\n"
		"    rok: 2025\n"
		"    výsledky: [{opatření: sluzba-vecer, skupina: rodiny, zhodnocení: Splněno.}]\n",
	.right = "# pravidla.yaml\n"
		 "vyhodnocení:\n"
		 "  hodnotí: [pracovní_skupina]\n"
		 "# plan.yaml\n"
		 "skupiny:\n"
		 "  - id: seniori\n"
		 "    název: Senioři\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: poskytovatel, orgán: rada}]\n"
		 "opatření:\n"
		 "  - id: sluzba-vecer\n"
		 "    název: Rozšířit službu na večer\n"
		 "    nadřazená_položka: plan-mesta\n"
		 "    skupiny: [{skupina: seniori}]\n"
		 "vyhodnocení:\n"
		 "  - id: vyhodnoceni-2025\n"
		 "    název: Vyhodnocení za rok 2025\n"
		 "    plán: plan-mesta\n"
		 "    rok: 2025\n"
		 "    výsledky: [{opatření: sluzba-vecer, skupina: seniori, zhodnocení: "
		 "Splněno.}]\n",
};

/* One year of one plan. */
struct year_of_plan {
	const struct rule_context *context;
	const struct results *results;
	const struct entity *plan;
	const struct entity *action_plan; /* of that year; NULL: there is none */
	const struct entity *evaluation;  /* of that year; NULL: there is none */
	const struct node *of;            /* what the town evaluates */
	int year;
};

/* The first record of a kind that is about the year of the plan; NULL: there is none. */
static const struct entity *of_year(const struct year_of_plan *year, uint16_t kind)
{
	uint32_t count;
	const struct plan *plan = year->context->plan;
	const struct entity *const *records = plan_kind(plan, kind, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = records[i]->mapping;
		const struct entity *through = plan_target(plan, field(mapping, WORD_action_plan));
		const struct entity *of = plan_target(plan, field(mapping, WORD_plan));
		if (!of && through)
			of = plan_target(plan, field(through->mapping, WORD_plan));
		if (of == year->plan && years_hold(mapping, year->year))
			return records[i];
	}
	return NULL;
}

static bool phase_is_over(const struct year_of_plan *year, const struct node *phase)
{
	int named;
	struct kpss_date end = mapping_period(phase).to;
	const struct entity *action_plan =
		plan_target(year->context->plan, field(phase, WORD_action_plan));
	bool about = (value_year(field(phase, WORD_year), &named) && named == year->year) ||
		     (action_plan && action_plan == year->action_plan);
	return value_word(field(phase, WORD_phase)) == WORD_evaluation && about &&
	       end.days < year->context->as_of.days;
}

static bool evaluation_phase_is_over(const struct year_of_plan *year)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(year->context->plan, KIND_cycle, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		if (plan_target(year->context->plan, field(cycles[i]->mapping, WORD_plan)) !=
			year->plan)
			continue;
		for (const struct node *item = value_first_item(phases); item;
			item = node_next_item(phases, item))
			if (phase_is_over(year, item))
				return true;
	}
	return false;
}

static bool is_due(const struct year_of_plan *year)
{
	int64_t within = setting_number(year->context->plan, WORD_evaluation, WORD_within_days, -1);
	bool late = within >= 0 &&
		    day_plus_days(year_end(year->year), within).days < year->context->as_of.days;
	return year->evaluation || late || evaluation_phase_is_over(year);
}

static void missing_report(const struct year_of_plan *year, const struct finding_kind *kind,
	const struct entity *about, struct kpss_str what)
{
	struct finding finding = {
		.kind = kind,
		.where = entity_span(about, entity_name(about)),
		.arguments = {argument_text(about->id), argument_number(year->year),
			argument_text(what)},
		.subject = about->id,
	};
	if (year->evaluation)
		finding.related = entity_span(year->evaluation, entity_name(year->evaluation));
	findings_add(year->context->findings, &finding);
}

/* Cancelled and moved items and rows are not carried out any more. */
static bool is_given_up(const struct plan *plan, const struct entity *record)
{
	if (record->kind == KIND_node)
		return item_is_dropped(plan, record);
	uint32_t class = plan_status_class(plan, field(record->mapping, WORD_status));
	return class == WORD_cancelled || class == WORD_moved;
}

static bool row_carries_out(
	const struct plan *plan, const struct entity *row, const struct entity *item)
{
	const struct node *also = field(row->mapping, WORD_also_for);
	if (plan_target(plan, field(row->mapping, WORD_measure)) == item)
		return true;
	for (const struct node *other = value_first_item(also); other;
		other = node_next_item(also, other))
		if (plan_target(plan, other) == item)
			return true;
	return false;
}

static const struct entity *action_plan_of(const struct plan *plan, const struct entity *row)
{
	return row->parent && row->parent->kind == KIND_action_plan
		       ? row->parent
		       : plan_target(plan, field(row->mapping, WORD_action_plan));
}

static bool is_carried_out(const struct year_of_plan *year, const struct entity *item)
{
	uint32_t count;
	const struct plan *plan = year->context->plan;
	const struct entity *const *rows = plan_kind(plan, KIND_action_plan_row, &count);
	struct period days = item_period(item);
	if (!year->action_plan)
		return years_hold(item->mapping, year->year) &&
		       days.from.days <= year_end(year->year).days &&
		       year_begin(year->year).days <= days.to.days;
	for (uint32_t i = 0; i < count; i++)
		if (action_plan_of(plan, rows[i]) == year->action_plan &&
			row_carries_out(plan, rows[i], item))
			return true;
	return false;
}

/* Which word in the town's list asks for the evaluation of an item; UINT32_MAX: none. */
static uint32_t asked_as(const struct plan *plan, const struct entity *item)
{
	const struct schema_table *schema = plan_schema(plan);
	uint32_t level = item->level ? schema->levels[item->level - 1].singular : UINT32_MAX;
	if (item_is_flagged(plan, item, WORD_measure))
		return WORD_measures;
	if (level == WORD_activity)
		return WORD_activities;
	return level == WORD_project || level == WORD_project_intent ? WORD_projects : UINT32_MAX;
}

static void items_check(const struct year_of_plan *year)
{
	uint32_t count;
	const struct plan *plan = year->context->plan;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t asked =
			item_plan(items[i]) == year->plan ? asked_as(plan, items[i]) : UINT32_MAX;
		bool wanted = asked != UINT32_MAX && value_has_word(year->of, asked);
		if (!wanted || is_given_up(plan, items[i]) ||
			results_have(year->results, items[i], year->year))
			continue;
		if (is_carried_out(year, items[i]))
			missing_report(year,
				asked == WORD_measures ? &measure_not_evaluated
						       : &other_not_evaluated,
				items[i], item_level_word(plan, items[i]));
	}
}

static void rows_check(const struct year_of_plan *year)
{
	uint32_t count;
	const struct plan *plan = year->context->plan;
	const struct entity *const *rows = plan_kind(plan, KIND_action_plan_row, &count);
	struct kpss_str what = kpss_str(plan_is_czech(plan) ? "řádek" : "row");
	for (uint32_t i = 0; i < count && value_has_word(year->of, WORD_rows); i++)
		if (year->action_plan && action_plan_of(plan, rows[i]) == year->action_plan &&
			!is_given_up(plan, rows[i]) &&
			!results_have(year->results, rows[i], year->year))
			missing_report(year, &other_not_evaluated, rows[i], what);
}

static void plan_check(const struct rule_context *context, const struct results *results,
	const struct entity *plan)
{
	struct period days = plan_period(plan);
	struct kpss_date last =
		day_earlier(days.to, day_before(year_begin(day_year(context->as_of))));
	if (!period_is_sound(plan->mapping) || day_is_open(days.from) || last.days < days.from.days)
		return;
	for (int number = day_year(days.from); number <= day_year(last); number++) {
		struct year_of_plan year = {
			.context = context, .results = results, .plan = plan, .year = number};
		year.of = setting(context->plan, WORD_evaluation, WORD_of);
		year.action_plan = of_year(&year, KIND_action_plan);
		year.evaluation = of_year(&year, KIND_evaluation);
		if (!is_due(&year))
			continue;
		items_check(&year);
		rows_check(&year);
	}
}

static bool group_answers(
	const struct plan *plan, const struct entity *item, const struct entity *group)
{
	const struct node *groups = item_groups(item, NULL);
	for (const struct node *entry = value_first_item(groups); entry;
		entry = node_next_item(groups, entry))
		if (plan_target(plan, field(entry, WORD_group)) == group)
			return true;
	return false;
}

static void evaluator_check(const struct rule_context *context, const struct result *result)
{
	const struct node *written = field(result->mapping, WORD_group);
	const struct entity *group = plan_target(context->plan, written), *owner;
	const struct node *groups = result->about->kind == KIND_node
					    ? item_groups(result->about, &owner)
					    : value_none();
	if (!group || is_absent(groups) || group_answers(context->plan, result->about, group))
		return;
	findings_add(context->findings, &(struct finding){
						.kind = &evaluated_by_other,
						.where = entity_span(result->evaluation, written),
						.related = entity_span(owner, groups),
						.arguments = {argument_text(result->about->id)},
						.subject = result->evaluation->id,
					});
}

static void evaluations_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	const struct node *by = setting(context->plan, WORD_evaluation, WORD_evaluated_by);
	bool of = !is_absent(setting(context->plan, WORD_evaluation, WORD_of));
	bool by_groups = value_has_word(by, WORD_working_group);
	if (!of && !by_groups)
		return;
	struct results results = results_of_plan(context->plan, context->findings->arena);
	for (uint32_t i = 0; i < count && of; i++)
		plan_check(context, &results, plans[i]);
	for (size_t i = 0; i < results.count && by_groups; i++)
		evaluator_check(context, &results.items[i]);
}

const struct rule rule_evaluation[] = {
	{evaluations_check, {&measure_not_evaluated, &other_not_evaluated, &evaluated_by_other}},
	{0},
};
