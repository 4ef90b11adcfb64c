/* Municipalities of the territory that a plan is made for: the plan lists them, and each has dealt with it. */
#include "base/arena.h"
#include "base/language.h"
#include "rule/passage.h"
#include "town/item.h"
#include "town/setting.h"

#define CHAIN                                                                                                          \
	"# pravidla.yaml\n"                                                                                            \
	"plán: {území: ['500011', '500020']}\n"                                                                     \
	"postupy_schvalování:\n"                                                                                     \
	"  - dokument: plán\n"                                                                                        \
	"    kroky:\n"                                                                                                 \
	"      - {v_každé_obci: true}\n"                                                                             \
	"      - {orgán: rada}\n"                                                                                     \
	"# plan-orp.yaml\n"                                                                                            \
	"plány:\n"                                                                                                    \
	"  - {id: plan-orp, název: Plán správního obvodu, od: 2025-01-01, do: 2027-12-31, území: ['500011', "    \
	"'500020']}\n"                                                                                                 \
	"schválení:\n"                                                                                               \
	"  - {id: s1, předmět: plan-orp, kód_obce: '500011', datum: 2024-11-20, výrok: schvaluje}\n"               \
	"  - {id: s2, předmět: plan-orp, orgán: rada, datum: 2024-12-10, výrok: schvaluje}\n"

static const struct finding_kind without_approval = {
	.code = "municipality-without-approval",
	.severity = KPSS_WARNING,
	.message = N_("nothing is recorded of the municipality {1} dealing with ‘{0}’"),
	.label = N_("belongs to the territory"),
	.remedy = N_("add its approval (schválení) with the field ‘municipality’ (kód_obce), or a publication "
		     "(zveřejnění) there"),
	.related = N_("the step in which each municipality answers"),
	.meaning = N_("each municipality of the territory has approved the plan or made it public"),
	.explanation = N_("A plan for several municipalities is theirs only when each of them knows of it. That the "
			  "town itself approves it "
			  "is another step of the chain."),
	.setting = "approval_chains",
	.basis = N_("Sušice: plan for the municipalities of the administrative district"),
	.wrong = CHAIN,
	.right =
		CHAIN "  - {id: s3, předmět: plan-orp, kód_obce: '500020', datum: 2024-11-25, výrok: bere_na_vědomí}\n",
};
static const struct finding_kind territory_missing = {
	.code = "territory-missing",
	.severity = KPSS_WARNING,
	.message = N_("the plan ‘{0}’ does not name these municipalities of its territory: {1}"),
	.label = N_("not all municipalities are named"),
	.remedy = N_("add their codes to the field ‘territory’ (území)"),
	.related = N_("the territory that the town has set"),
	.meaning = N_("a plan names all municipalities that it is made for"),
	.explanation = N_("Whoever reads the plan should know whether it is meant for the place where they live. Plans "
			  "that have ended are left "
			  "as they were."),
	.setting = "plan.territory",
	.basis = N_("Sušice: plan for the municipalities of the administrative district"),
	.wrong =
		"# pravidla.yaml\n"
		"plán: {území: ['500011', '500020']}\n"
		"# plan-orp.yaml\n"
		"plány:\n"
		"  - {id: plan-orp, název: Plán správního obvodu, od: 2025-01-01, do: 2027-12-31, území: ['500011']}\n",
	.right = "# pravidla.yaml\n"
		 "plán: {území: ['500011', '500020']}\n"
		 "# plan-orp.yaml\n"
		 "plány:\n"
		 "  - {id: plan-orp, název: Plán správního obvodu, od: 2025-01-01, do: 2027-12-31, území: ['500011', "
		 "'500020']}\n",
};

static bool list_has(const struct node *list, struct kpss_str code)
{
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
		if (kpss_str_equal(value_text(item), code))
			return true;
	return false;
}

static bool has_dealt_with(const struct passage *passage, struct kpss_str code)
{
	for (size_t i = 0; i < passage->act_count; i++) {
		const struct act *act = passage->acts[i];
		const struct node *written = field(act->approval->mapping, WORD_municipality);
		if (is_absent(written) && act->body)
			written = field(act->body->mapping, WORD_municipality);
		if (kpss_str_equal(value_text(written), code))
			return true;
	}
	return false;
}

/* Was the plan, or its paper, made public in the municipality? */
static bool has_published(const struct rule_context *context, const struct entity *subject, struct kpss_str code)
{
	uint32_t count;
	const struct entity *const *publications = plan_kind(context->plan, KIND_publication, &count);
	const struct entity *paper = plan_target(context->plan, field(subject->mapping, WORD_document));
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = publications[i]->mapping;
		const struct entity *what = plan_target(context->plan, field(mapping, WORD_subject));
		if (what && (what == subject || what == paper) &&
			kpss_str_equal(value_text(field(mapping, WORD_municipality)), code))
			return true;
	}
	return false;
}

static void silent_report(
	const struct rule_context *context, const struct passage *passage, size_t step, const struct node *code)
{
	bool own = !is_absent(field(passage->subject->mapping, WORD_territory));
	findings_add(context->findings,
		&(struct finding){
			.kind = &without_approval,
			.where = own ? entity_span(passage->subject, code)
				     : entity_span(passage->subject, entity_name(passage->subject)),
			.related = setting_span(context->plan, passage->steps[step].step),
			.arguments = {argument_text(passage->subject->id), argument_text(value_text(code))},
			.subject = passage->subject->id,
		});
}

static void step_check(
	const struct rule_context *context, const struct passage *passage, size_t step, struct kpss_str town)
{
	const struct node *territory = field(passage->subject->mapping, WORD_territory);
	if (is_absent(territory))
		territory = setting(context->plan, WORD_plan, WORD_territory);
	for (const struct node *code = value_first_item(territory); code; code = node_next_item(territory, code)) {
		struct kpss_str text = value_text(code);
		bool elsewhere = step + 1 < passage->count && town.len && kpss_str_equal(text, town);
		if (!elsewhere && !has_dealt_with(passage, text) && !has_published(context, passage->subject, text))
			silent_report(context, passage, step, code);
	}
}

static void passage_check(const struct rule_context *context, const struct passage *passage)
{
	if (passage->subject->kind != KIND_plan)
		return;
	for (size_t i = 0; i < passage->count; i++)
		if (value_is_true(field(passage->steps[i].step, WORD_each_municipality)) &&
			passage_is_past(context, passage, i))
			step_check(context, passage, i, plan_town_code(context->plan));
}

static void municipalities_check(const struct rule_context *context)
{
	passages_walk(context, passage_check);
}

static void territory_check(const struct rule_context *context, const struct node *demanded, const struct entity *plan)
{
	struct arena *arena = context->findings->arena;
	const struct node *named = field(plan->mapping, WORD_territory);
	struct kpss_str missing = kpss_str("");
	for (const struct node *code = value_first_item(demanded); code; code = node_next_item(demanded, code)) {
		struct kpss_str text = value_text(code);
		if (!list_has(named, text))
			missing = arena_format(arena, "%.*s%s%.*s", (int)missing.len, missing.ptr,
				missing.len ? ", " : "", (int)text.len, text.ptr);
	}
	if (missing.len == 0)
		return;
	findings_add(
		context->findings, &(struct finding){
					   .kind = &territory_missing,
					   .where = entity_span(plan, is_absent(named) ? entity_name(plan) : named),
					   .related = setting_span(context->plan, demanded),
					   .arguments = {argument_text(plan->id), argument_text(missing)},
					   .subject = plan->id,
				   });
}

static void territories_check(const struct rule_context *context)
{
	const struct node *demanded = setting(context->plan, WORD_plan, WORD_territory);
	uint32_t count;
	const struct entity *const *plans = plan_kind(context->plan, KIND_plan, &count);
	for (uint32_t i = 0; i < count && !is_absent(demanded); i++)
		if (period_is_sound(plans[i]->mapping) && plan_period(plans[i]).to.days >= context->as_of.days)
			territory_check(context, demanded, plans[i]);
}

const struct rule rule_municipality[] = {
	{municipalities_check, {&without_approval}},
	{territories_check, {&territory_missing}},
	{0},
};
