/* The charter of planning: it exists, says who wrote it and when, was approved at a meeting, and holds the principles. */
#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "base/text.h"
#include "rule/rule.h"
#include "town/setting.h"
#include "town/start.h"

#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"postupy_schvalování:\n"                                                                                     \
	"  - {dokument: základní_listina, kroky: [{orgán: rada, výroky: [schvaluje]}]}\n"                          \
	"# listina.yaml\n"                                                                                             \
	"jednání:\n"                                                                                                 \
	"  - {id: rm-2024-5, orgán: rada, datum: 2024-03-12}\n"
#define APPROVED                                                                                                       \
	"schválení:\n"                                                                                               \
	"  - {id: s1, předmět: listina, orgán: rada, jednání: rm-2024-5, datum: 2024-03-12, výrok: schvaluje}\n"
#define CHARTER(prepared)                                                                                              \
	"základní_listiny:\n"                                                                                        \
	"  - id: listina\n"                                                                                            \
	"    název: Základní listina\n"                                                                             \
	"    zpracována: " prepared "\n"                                                                               \
	"    autoři: [{osoba: dvorakova-p}]\n"

static const struct finding_kind missing = {
	.code = "charter-missing",
	.severity = KPSS_ERROR,
	.message = N_("the charter of community planning is missing"),
	.label = N_("the town approves a charter"),
	.remedy = N_("add the charter (základní_listiny) with its authors and the day on which it was prepared"),
	.meaning = N_("a town that approves a charter has one"),
	.explanation = N_(
		"The charter says by what principles and in what structure the town plans. It comes before the plan."),
	.setting = "approval_chains",
	.basis = N_("Sušice: charter of the community plan"),
	.wrong = "# pravidla.yaml\n"
		 "postupy_schvalování:\n"
		 "  - {dokument: základní_listina, kroky: [{orgán: rada, výroky: [schvaluje]}]}\n",
	.right = CHAIN CHARTER("2024-02-20") APPROVED,
};
static const struct finding_kind not_approved = {
	.code = "charter-not-approved",
	.severity = KPSS_ERROR,
	.message = N_("the charter ‘{0}’ is in force, but its approval is not recorded"),
	.label = N_("nothing is recorded of the last body of its chain"),
	.remedy = N_("add the approval (schválení) with the body, the meeting and the day"),
	.related = N_("how the charter is approved"),
	.meaning = N_("the charter is approved before it is used"),
	.explanation = N_("A charter is in force from its first day; where it gives none, from the phase that follows "
			  "the preparation of its "
			  "cycle; without a cycle, from the first day of the plan."),
	.setting = "approval_chains",
	.basis = N_("Sušice: charter of the community plan"),
	.wrong = CHAIN CHARTER("2024-02-20"),
	.right = CHAIN CHARTER("2024-02-20") APPROVED,
};
static const struct finding_kind prepared_later = {
	.code = "charter-dates",
	.severity = KPSS_ERROR,
	.message = N_("the charter ‘{0}’ was prepared on {1}, after it was approved on {2}"),
	.label = N_("after the approval"),
	.remedy = N_("correct one of the days"),
	.related = N_("the approval"),
	.meaning = N_("the charter says who prepared it and when, and was then approved at a recorded meeting"),
	.explanation = N_("The author and the day of preparation are part of the charter. Its approval names the "
			  "meeting at which it was given, "
			  "so that anybody can look it up in the minutes."),
	.setting = "approval_chains",
	.basis = N_("Sušice: charter of the community plan"),
	.wrong = CHAIN CHARTER("2024-04-20") APPROVED,
	.right = CHAIN CHARTER("2024-02-20") APPROVED,
};
static const struct finding_kind not_prepared = {
	.code = "charter-dates",
	.severity = KPSS_ERROR,
	.message = N_("the charter ‘{0}’ does not say who prepared it and when"),
	.label = N_("the authors or the day of preparation are missing"),
	.remedy = N_("add the fields ‘authors’ (autoři) and ‘prepared’ (zpracována)"),
};
static const struct finding_kind without_meeting = {
	.code = "charter-dates",
	.severity = KPSS_ERROR,
	.message = N_("the approval of the charter ‘{0}’ does not say at which meeting it was given"),
	.label = N_("the meeting is missing"),
	.remedy = N_("add the field ‘meeting’ (jednání)"),
};
static const struct finding_kind principle_missing = {
	.code = "principle-missing",
	.severity = KPSS_NOTE,
	.message = N_("the charter ‘{0}’ lacks the principle ‘{1}’"),
	.label = N_("not among its principles"),
	.remedy = N_("add the principle (zásady), or correct its name"),
	.related = N_("the town declares this principle"),
	.meaning = N_("the charter holds all principles that the town declares"),
	.explanation = N_("Principles are compared by their names, whatever the case and the diacritics."),
	.setting = "principles",
	.basis = N_("Sušice: charter of the community plan with eleven principles"),
	.wrong = "# pravidla.yaml\n"
		 "zásady: [princip partnerství, princip rovnosti]\n"
		 "# listina.yaml\n"
		 "základní_listiny:\n"
		 "  - id: listina\n"
		 "    název: Základní listina\n"
		 "    zásady: [{název: Princip partnerství}]\n",
	.right = "# pravidla.yaml\n"
		 "zásady: [princip partnerství, princip rovnosti]\n"
		 "# listina.yaml\n"
		 "základní_listiny:\n"
		 "  - id: listina\n"
		 "    název: Základní listina\n"
		 "    zásady: [{název: Princip partnerství}, {název: Princip rovnosti}]\n",
};

static const struct entity *const *charters_of(const struct rule_context *context, uint32_t *count)
{
	return plan_kind(context->plan, KIND_charter, count);
}

static struct kpss_date plans_begin(const struct rule_context *context)
{
	uint32_t count;
	struct kpss_date first = KPSS_DATE_LATEST;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count; i++)
		first = day_earlier(first, record_first_day(plans[i]));
	return first;
}

/* The first day of the phase that follows the preparation; KPSS_DATE_LATEST: not known. */
static struct kpss_date preparation_end(const struct entity *cycle)
{
	struct kpss_date first = KPSS_DATE_LATEST;
	const struct node *phases = field(cycle->mapping, WORD_phases);
	for (const struct node *phase = value_first_item(phases); phase; phase = node_next_item(phases, phase))
		if (value_word(field(phase, WORD_phase)) != WORD_preparation && period_is_sound(phase))
			first = day_earlier(first, value_date(field(phase, WORD_from), KPSS_DATE_LATEST));
	return first;
}

static struct kpss_date charter_begin(
	const struct rule_context *context, const struct entity *charter, struct kpss_date plans)
{
	const struct entity *cycle = plan_target(context->plan, field(charter->mapping, WORD_cycle));
	if (!is_absent(field(charter->mapping, WORD_from)))
		return record_first_day(charter);
	return cycle ? preparation_end(cycle) : plans;
}

static void charter_report(const struct rule_context *context, const struct finding_kind *kind,
	const struct entity *charter, struct kpss_span where, struct kpss_span related)
{
	findings_add(context->findings, &(struct finding){
						.kind = kind,
						.where = where,
						.related = related,
						.arguments = {argument_text(charter->id)},
						.subject = charter->id,
					});
}

static void dates_check(const struct rule_context *context, const struct entity *charter, const struct act *approval)
{
	const struct node *prepared = field(charter->mapping, WORD_prepared);
	const struct node *date = field(approval->approval->mapping, WORD_date);
	struct kpss_span none = {0};
	struct kpss_date day = value_date(prepared, KPSS_DATE_EARLIEST);
	if (is_absent(prepared) || is_absent(field(charter->mapping, WORD_authors)))
		charter_report(context, &not_prepared, charter, entity_span(charter, entity_name(charter)), none);
	if (is_absent(field(approval->approval->mapping, WORD_meeting)))
		charter_report(context, &without_meeting, charter,
			entity_span(approval->approval, entity_name(approval->approval)), none);
	if (!day_is_open(approval->day) && day.days > approval->day.days)
		findings_add(context->findings, &(struct finding){
							.kind = &prepared_later,
							.where = entity_span(charter, prepared),
							.related = entity_span(approval->approval, date),
							.arguments = {argument_text(charter->id), argument_date(day),
								argument_date(approval->day)},
							.subject = charter->id,
						});
}

static void charters_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *charters = charters_of(context, &count);
	const struct node *chain = approval_chain(context->plan, WORD_charter);
	struct kpss_date plans = plans_begin(context);
	if (is_absent(chain))
		return;
	if (count == 0 && plans.days <= context->as_of.days)
		findings_add(
			context->findings, &(struct finding){
						   .kind = &missing,
						   .where = setting_span(context->plan, field(chain, WORD_document)),
					   });
	for (uint32_t i = 0; i < count; i++) {
		const struct act *approval = approval_first(context->plan, context->approvals, charters[i]);
		if (approval && approval->day.days <= context->as_of.days)
			dates_check(context, charters[i], approval);
		else if (charter_begin(context, charters[i], plans).days <= context->as_of.days)
			charter_report(context, &not_approved, charters[i],
				entity_span(charters[i], entity_name(charters[i])), setting_span(context->plan, chain));
	}
}

static bool charter_has(const struct entity *charter, struct kpss_str folded, struct arena *arena)
{
	const struct node *principles = field(charter->mapping, WORD_principles);
	for (const struct node *item = value_first_item(principles); item; item = node_next_item(principles, item))
		if (kpss_str_equal(text_fold(arena, value_text(field(item, WORD_name))), folded))
			return true;
	return false;
}

static void principles_check(const struct rule_context *context)
{
	struct arena *arena = context->findings->arena;
	const struct node *declared = setting(context->plan, WORD_principles, 0);
	uint32_t count;
	const struct entity *const *charters = charters_of(context, &count);
	for (const struct node *item = value_first_item(declared); item; item = node_next_item(declared, item)) {
		struct kpss_str folded = text_fold(arena, value_text(item));
		for (uint32_t i = 0; i < count; i++) {
			if (!period_contains(mapping_period(charters[i]->mapping), context->as_of) ||
				!period_is_sound(charters[i]->mapping) || charter_has(charters[i], folded, arena))
				continue;
			findings_add(context->findings,
				&(struct finding){
					.kind = &principle_missing,
					.where = entity_span(charters[i], entity_name(charters[i])),
					.related = setting_span(context->plan, item),
					.arguments = {argument_text(charters[i]->id), argument_text(value_text(item))},
					.subject = charters[i]->id,
				});
		}
	}
}

const struct rule rule_charter[] = {
	{charters_check, {&missing, &not_approved, &prepared_later, &not_prepared, &without_meeting}},
	{principles_check, {&principle_missing}},
	{0},
};
