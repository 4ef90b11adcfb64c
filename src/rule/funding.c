/* Projects that pay for planning: their number, and what they promised. */
#include "base/day.h"
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind number_missing = {
	.code = "registration-number-missing",
	.severity = KPSS_WARNING,
	.message = N_("the funding project ‘{0}’ has no registration number"),
	.label = N_("documents that it paid for must carry it"),
	.remedy = N_("add the field ‘registration_number’ (registrační_číslo), as in "
		     "CZ.03.2.63/0.0/0.0/19_106/0001234"),
	.related = N_("paid for by the project"),
	.meaning = N_("a project that pays for a plan or document has a registration number"),
	.explanation = N_("Documents made with European money carry the number of the project and "
			  "its logos; without the number the "
			  "publicity is incomplete and costs may be refused."),
	.basis = N_("practice of Znojmo, Tanvald, Přeštice: projects of the European Social Fund"),
	.wrong = "dotační_projekty:\n"
		 "  - {id: projekt-pece, název: Plánujeme společně}\n"
		 "dokumenty:\n"
		 "  - {id: dokument-planu, název: Plán města, předmět: plan-mesta, "
		 "dotační_projekty: [projekt-pece]}\n",
	.right = "dotační_projekty:\n"
		 "  - {id: projekt-pece, název: Plánujeme společně, registrační_číslo: "
		 "CZ.03.2.63/0.0/0.0/19_106/0001234}\n"
		 "dokumenty:\n"
		 "  - {id: dokument-planu, název: Plán města, předmět: plan-mesta, "
		 "dotační_projekty: [projekt-pece]}\n",
};
static const struct finding_kind promised = {
	.code = "promised-outputs",
	.severity = KPSS_WARNING,
	.message =
		N_("the funding project ‘{0}’ promised {1} outputs of this sort, {2} are recorded"),
	.label = N_("promised here"),
	.remedy = N_("name the project (dotační_projekty) at the action plans, plans or documents "
		     "that it paid for, or add them"),
	.meaning = N_("a finished project has made as many documents as it promised"),
	.explanation = N_("A project that promised two action plans and made one may have to pay "
			  "money back. Plans, action plans and "
			  "documents that name the project count, once its last day or the day of "
			  "the output is over."),
	.basis = N_("Pardubice: two action plans as the output of the project"),
	.wrong = "dotační_projekty:\n"
		 "  - id: projekt-pece\n"
		 "    název: Plánujeme společně\n"
		 "    do: 2025-12-31\n"
		 "    výstupy: [{druh: akční_plán, počet: 2}]\n"
		 "akční_plány:\n"
		 "  - {id: ap-2025, název: Akční plán na rok 2025, roky: [2025]}\n",
	.right = "dotační_projekty:\n"
		 "  - id: projekt-pece\n"
		 "    název: Plánujeme společně\n"
		 "    registrační_číslo: CZ.03.2.63/0.0/0.0/19_106/0001234\n"
		 "    do: 2025-12-31\n"
		 "    výstupy: [{druh: akční_plán, počet: 1}]\n"
		 "akční_plány:\n"
		 "  - {id: ap-2025, název: Akční plán na rok 2025, roky: [2025], dotační_projekty: "
		 "[projekt-pece]}\n",
};

static const uint16_t paid_kinds[] = {KIND_plan, KIND_action_plan, KIND_document};

static const struct node *payment(
	const struct plan *plan, const struct entity *record, const struct entity *project)
{
	const struct node *projects = field(record->mapping, WORD_funding_projects);
	for (const struct node *item = value_first_item(projects); item;
		item = node_next_item(projects, item))
		if (plan_target(plan, item) == project)
			return item;
	return NULL;
}

/* The paper of an action plan is not another one. That of an analysis is the only record that can name the project. */
static bool is_paper_of_paid(const struct plan *plan, const struct entity *record)
{
	const struct entity *subject = plan_target(plan, field(record->mapping, WORD_subject));
	return record->kind == KIND_document && subject &&
	       (subject->kind == KIND_plan || subject->kind == KIND_action_plan);
}

/* How many records of a sort of document (UINT32_MAX: of any) the project paid for; the first of them in *first. */
static int64_t paid_count(const struct rule_context *context, const struct entity *project,
	uint32_t type, struct kpss_span *first)
{
	int64_t paid = 0;
	for (size_t k = 0; k < sizeof paid_kinds / sizeof *paid_kinds; k++) {
		uint32_t count;
		const struct entity *const *records =
			plan_kind(context->plan, paid_kinds[k], &count);
		for (uint32_t i = 0; i < count; i++) {
			const struct node *by = payment(context->plan, records[i], project);
			bool paper = is_paper_of_paid(context->plan, records[i]);
			if (!by || (type != UINT32_MAX &&
					   (paper || document_type_of(records[i]) != type)))
				continue;
			if (paid++ == 0)
				*first = entity_span(records[i], by);
		}
	}
	return paid;
}

static void number_check(const struct rule_context *context, const struct entity *project)
{
	struct kpss_span first = {0};
	if (value_text(field(project->mapping, WORD_registration_number)).len > 0 ||
		paid_count(context, project, UINT32_MAX, &first) == 0)
		return;
	findings_add(context->findings, &(struct finding){
						.kind = &number_missing,
						.where = entity_span(project, entity_name(project)),
						.related = first,
						.arguments = {argument_text(project->id)},
						.subject = project->id,
					});
}

static void outputs_check(const struct rule_context *context, const struct entity *project)
{
	const struct node *outputs = field(project->mapping, WORD_outputs);
	for (const struct node *item = value_first_item(outputs); item;
		item = node_next_item(outputs, item)) {
		struct kpss_date due =
			value_date(field(item, WORD_due), mapping_period(project->mapping).to);
		uint32_t type = value_word(field(item, WORD_type));
		struct kpss_span first;
		int64_t count;
		if (type == UINT32_MAX || !value_integer(field(item, WORD_count), &count) ||
			context->as_of.days <= due.days)
			continue;
		int64_t made = paid_count(context, project, type, &first);
		if (made >= count)
			continue;
		findings_add(context->findings,
			&(struct finding){
				.kind = &promised,
				.where = entity_span(project, field(item, WORD_count)),
				.arguments = {argument_text(project->id), argument_number(count),
					argument_number(made)},
				.subject = project->id,
			});
	}
}

static void projects_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *projects =
		plan_kind(context->plan, KIND_funding_project, &count);
	for (uint32_t i = 0; i < count; i++) {
		number_check(context, projects[i]);
		outputs_check(context, projects[i]);
	}
}

const struct rule rule_funding[] = {
	{projects_check, {&number_missing, &promised}},
	{0},
};
