/* What the steering group reports to the bodies to which it answers. */
#include "base/day.h"
#include "base/language.h"
#include "rule/finished.h"
#include "rule/rule.h"
#include "town/setting.h"

#define STEERING                                                                                   \
	"# skupiny.yaml\n"                                                                         \
	"skupiny:\n"                                                                               \
	"  - id: ridici-skupina\n"                                                                 \
	"    název: Řídicí skupina\n"                                                          \
	"    druh: řídicí\n"                                                                    \
	"    od: 2025-01-01\n"                                                                     \
	"    vedoucí: [{osoba: hajkova-l}]\n"                                                     \
	"    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"

static const struct finding_kind report_missing = {
	.code = "report-missing",
	.severity = KPSS_WARNING,
	.message = N_("the steering group reported too rarely to ‘{0}’ in {1}: {2}, at least {3} "
		      "are wanted"),
	.label = N_("answers to ‘{0}’"),
	.remedy = N_("add the approvals or decisions of ‘{0}’ about the plan, action plan, "
		     "evaluation or another document"),
	.related = N_("the number of reports is set here"),
	.meaning = N_("the steering group reports every year to the bodies to which it answers"),
	.explanation = N_("A report is an approval of the body (of any verb: it may only take "
			  "note), or a decision at its meeting, "
			  "about a plan, a part, an action plan, an evaluation, an analysis or "
			  "another document. Only finished "
			  "calendar years are judged, from the year of the first recorded meeting "
			  "to the end of the last plan."),
	.setting = "steering_group.reports_per_year",
	.basis = N_("Český Těšín: the steering group answers to the council and the assembly"),
	.wrong = "# pravidla.yaml\n"
		 "řídicí_skupina: {zpráv_ročně: 1, odpovědnost_vůči: [rada]}\n" STEERING,
	.right = "# pravidla.yaml\n"
		 "řídicí_skupina: {zpráv_ročně: 1, odpovědnost_vůči: [rada]}\n" STEERING
		 "# schvaleni.yaml\n"
		 "schválení:\n"
		 "  - id: rada-plan\n"
		 "    předmět: plan-mesta\n"
		 "    orgán: rada\n"
		 "    datum: 2025-06-10\n"
		 "    výrok: bere_na_vědomí\n",
};
static const struct finding_kind no_report_in_phase = {
	.code = "no-report-in-phase",
	.severity = KPSS_NOTE,
	.message =
		N_("nothing is recorded of a report to ‘{0}’ in the phase ‘{1}’, from {2} to {3}"),
	.label = N_("this phase"),
	.remedy = N_("add the approval or decision of ‘{0}’ in which it dealt with the planning"),
	.related = N_("a report in this phase is wanted here"),
	.meaning = N_("in each phase that the town names, the steering group reports to the bodies "
		      "to which it answers"),
	.explanation = N_("What counts as a report is the same as for report-missing. Phases "
			  "without both days, phases that are not "
			  "over and phases before the first recorded meeting are not judged."),
	.setting = "steering_group.reports_in_phases",
	.basis = N_("charter of Sušice: the steering group keeps the council and the assembly "
		    "informed"),
	.wrong =
		"# pravidla.yaml\n"
		"řídicí_skupina: {zprávy_ve_fázích: [analýza], odpovědnost_vůči: [rada]}\n" STEERING
		"# cykly.yaml\n"
		"cykly:\n"
		"  - id: cyklus-1\n"
		"    název: První cyklus\n"
		"    fáze: [{fáze: analýza, od: 2025-01-01, do: 2025-06-30}]\n",
	.right =
		"# pravidla.yaml\n"
		"řídicí_skupina: {zprávy_ve_fázích: [analýza], odpovědnost_vůči: [rada]}\n" STEERING
		"# cykly.yaml\n"
		"cykly:\n"
		"  - id: cyklus-1\n"
		"    název: První cyklus\n"
		"    fáze: [{fáze: analýza, od: 2025-01-01, do: 2025-06-30}]\n"
		"# schvaleni.yaml\n"
		"schválení:\n"
		"  - id: rada-plan\n"
		"    předmět: plan-mesta\n"
		"    orgán: rada\n"
		"    datum: 2025-06-10\n"
		"    výrok: bere_na_vědomí\n",
};

static bool is_about_planning(const struct entity *subject)
{
	static const uint16_t kinds[] = {KIND_plan, KIND_part, KIND_action_plan, KIND_evaluation,
		KIND_analysis, KIND_document, KIND_document_version, KIND_charter};
	for (size_t i = 0; subject && i < sizeof kinds / sizeof *kinds; i++)
		if (subject->kind == kinds[i])
			return true;
	return false;
}

/* Decisions of a meeting that are reports; one that is an approval of its own is counted as that. */
static int64_t reports_at(const struct rule_context *context, const struct entity *meeting)
{
	const struct node *decisions = field(meeting->mapping, WORD_decisions);
	const struct node *item = value_first_item(decisions);
	int64_t count = 0;
	for (; item; item = node_next_item(decisions, item))
		count += is_absent(field(item, WORD_approval)) &&
			 is_about_planning(plan_target(context->plan, field(item, WORD_subject)));
	return count;
}

static int64_t reports_to(
	const struct rule_context *context, const struct entity *body, struct period days)
{
	struct gatherings meetings =
		gatherings_within(gatherings_of(context->gatherings, body), days);
	int64_t count = 0;
	for (size_t i = 0; i < context->approvals.count; i++) {
		const struct act *act = &context->approvals.items[i];
		count += act->body == body && period_contains(days, act->day) &&
			 is_about_planning(act->subject);
	}
	for (size_t i = 0; i < meetings.count; i++)
		count += reports_at(context, meetings.items[i].meeting);
	return count;
}

/* Where the day of a meeting or approval is mistyped, nobody can tell when the body had its report. */
static bool reports_are_dated(const struct rule_context *context, const struct entity *body)
{
	for (size_t i = 0; i < context->approvals.count; i++) {
		const struct act *act = &context->approvals.items[i];
		if (act->body == body && is_about_planning(act->subject) &&
			!day_is_sound(field(act->approval->mapping, WORD_date)))
			return false;
	}
	return meetings_are_dated(context->plan, body);
}

static void body_check(const struct rule_context *context, const struct entity *steering,
	const struct entity *body, struct year_range years)
{
	const struct node *number =
		setting(context->plan, WORD_steering_group, WORD_reports_per_year);
	int64_t a_year =
		setting_number(context->plan, WORD_steering_group, WORD_reports_per_year, 0);
	for (int year = years.first; year <= years.last; year++) {
		struct period days = days_of_year(steering, year);
		int64_t wanted = yearly_share(a_year, days);
		int64_t given = wanted > 0 ? reports_to(context, body, days) : 0;
		if (given >= wanted)
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &report_missing,
				.where = entity_span(steering, entity_name(steering)),
				.related = setting_span(context->plan, number),
				.arguments = {argument_text(body->id), year_argument(context, year),
					argument_number(given), argument_number(wanted)},
				.subject = steering->id,
			});
	}
}

static void reports_of_group_check(
	const struct rule_context *context, const struct entity *steering, struct year_range years)
{
	const struct node *bodies =
		group_accountable_to(context->plan, steering, WORD_steering_group);
	for (const struct node *item = value_first_item(bodies); item;
		item = node_next_item(bodies, item)) {
		const struct entity *body = plan_target(context->plan, item);
		if (body && reports_are_dated(context, body))
			body_check(context, steering, body, years);
	}
}

/* A town may have had several steering groups, one after the other. */
static void reports_check(const struct rule_context *context)
{
	size_t count;
	const struct entity *const *groups =
		steering_groups(context->plan, context->findings->arena, &count);
	struct year_range years = finished_years(context);
	for (size_t i = 0; i < count; i++)
		if (period_is_sound(groups[i]->mapping))
			reports_of_group_check(context, groups[i], years);
}

static void phase_check(const struct rule_context *context, const struct entity *cycle,
	const struct node *phase, const struct node *bodies)
{
	const struct node *name = field(phase, WORD_phase);
	struct period days = mapping_period(phase);
	for (const struct node *item = value_first_item(bodies); item;
		item = node_next_item(bodies, item)) {
		const struct entity *body = plan_target(context->plan, item);
		if (!body || reports_to(context, body, days) > 0 ||
			!reports_are_dated(context, body))
			continue;
		const struct node *wanted =
			setting(context->plan, WORD_steering_group, WORD_reports_in_phases);
		findings_add(context->findings,
			&(struct finding){
				.kind = &no_report_in_phase,
				.where = entity_span(cycle, name),
				.related = setting_span(context->plan, wanted),
				.arguments = {argument_text(body->id),
					argument_text(value_text(name)), argument_date(days.from),
					argument_date(days.to)},
				.subject = cycle->id,
			});
	}
}

/* Is a phase one in which a report is wanted, over, and one of which the repository can know? */
static bool phase_is_judged(const struct rule_context *context, const struct node *phase)
{
	const struct node *wanted =
		setting(context->plan, WORD_steering_group, WORD_reports_in_phases);
	struct kpss_date begin = gatherings_begin(context->gatherings);
	struct period days = mapping_period(phase);
	return value_has_word(wanted, value_word(field(phase, WORD_phase))) &&
	       period_is_sound(phase) && !day_is_open(days.from) &&
	       days.to.days < context->as_of.days &&
	       (day_is_open(begin) || days.to.days >= begin.days);
}

static void phases_check(const struct rule_context *context)
{
	const struct entity *steering = steering_group(context->plan);
	uint32_t count;
	const struct entity *const *cycles = plan_kind(context->plan, KIND_cycle, &count);
	for (uint32_t i = 0; steering && i < count; i++) {
		const struct node *phases = field(cycles[i]->mapping, WORD_phases);
		const struct node *phase = value_first_item(phases);
		for (; phase; phase = node_next_item(phases, phase))
			if (phase_is_judged(context, phase))
				phase_check(context, cycles[i], phase,
					group_accountable_to(
						context->plan, steering, WORD_steering_group));
	}
}

const struct rule rule_accountability[] = {
	{reports_check, {&report_missing}},
	{phases_check, {&no_report_in_phase}},
	{0},
};
