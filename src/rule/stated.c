/* Totals that a plan, an evaluation or a document states, against what the repository counts. */
#include "base/day.h"
#include "base/language.h"
#include "rule/counted.h"
#include "rule/rule.h"

static const struct finding_kind stated_count_differs = {
	.code = "stated-count-differs",
	.severity = KPSS_WARNING,
	.message = N_("the stated number is {0}, the repository counts {1}"),
	.label = N_("stated"),
	.remedy = N_("correct the number, its date, or the records that it counts"),
	.meaning = N_("totals stated in documents agree with the records"),
	.explanation = N_("People and groups are counted on the day of the total, else that of its "
			  "record; meetings in the years of an "
			  "evaluation or the days of a plan. A total that names no group may mean "
			  "working groups alone or with the "
			  "steering group: either is right. Totals in words, those of a status, "
			  "those of things of which the repository "
			  "has no record, and those without a day that needs one are not judged."),
	.basis = N_("Český Těšín and Pardubice state numbers of groups, people and meetings"),
	.wrong = "# skupiny.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"
		 "# dokumenty.yaml\n"
		 "dokumenty:\n"
		 "  - id: zprava\n"
		 "    název: Zpráva o plánování\n"
		 "    datum: 2026-01-31\n"
		 "    uváděné_počty: [{co: osoby, počet: 12}]\n",
	.right = "# skupiny.yaml\n"
		 "skupiny:\n"
		 "  - id: rodiny\n"
		 "    název: Rodiny s dětmi\n"
		 "    vedoucí: [{osoba: hajkova-l}]\n"
		 "    členové: [{osoba: hajkova-l, strana: veřejnost}]\n"
		 "# dokumenty.yaml\n"
		 "dokumenty:\n"
		 "  - id: zprava\n"
		 "    název: Zpráva o plánování\n"
		 "    datum: 2026-01-31\n"
		 "    uváděné_počty: [{co: osoby, počet: 1}]\n",
};

static void stated_check(
	const struct rule_context *context, const struct entity *record, const struct node *stated)
{
	const struct node *number = field(stated, WORD_count);
	int64_t count;
	if (!value_integer(number, &count))
		return;
	struct counted counted = counted_for(context, record, stated);
	if (!counted.is_known || count == counted.number || count == counted.with_steering)
		return;
	findings_add(context->findings,
		&(struct finding){
			.kind = &stated_count_differs,
			.where = entity_span(record, number),
			.arguments = {argument_number(count), argument_number(counted.number)},
			.subject = record->id,
		});
}

static void kind_check(const struct rule_context *context, uint16_t kind)
{
	uint32_t count;
	const struct entity *const *records = plan_kind(context->plan, kind, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *list = field(records[i]->mapping, WORD_stated_counts);
		for (const struct node *item = value_first_item(list); item;
			item = node_next_item(list, item))
			stated_check(context, records[i], item);
	}
}

static void stated_counts_check(const struct rule_context *context)
{
	kind_check(context, KIND_plan);
	kind_check(context, KIND_evaluation);
	kind_check(context, KIND_document);
}

const struct rule rule_stated[] = {
	{stated_counts_check, {&stated_count_differs}},
	{0},
};
