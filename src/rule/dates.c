/* Periods: whatever has `from` and `to`, in any record. */
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind reversed_dates = {
	.code = "reversed-dates",
	.severity = KPSS_ERROR,
	.message = N_("ends on {1}, before it begins on {0}"),
	.label = N_("earlier than the beginning"),
	.remedy = N_("check both days; a single day is written with the same date twice"),
	.related = N_("begins here"),
	.meaning = N_("nothing ends before it begins"),
	.explanation = N_("Both days of a period belong to it. A period that ends before it begins is usually a misspelled "
			  "year."),
	.wrong = "plány:\n"
	         "  - id: plan\n"
	         "    název: Plán města\n"
	         "    od: 2028-01-01\n"
	         "    do: 2025-12-31\n",
	.right = "plány:\n"
	         "  - id: plan\n"
	         "    název: Plán města\n"
	         "    od: 2025-01-01\n"
	         "    do: 2028-12-31\n",
};

static void reversed_report(const struct rule_context *context, const struct document *document,
	const struct node *mapping)
{
	struct period period = mapping_period(mapping);
	if (period.from.days <= period.to.days)
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &reversed_dates,
		.where = node_span(document, field(mapping, WORD_to)),
		.related = node_span(document, field(mapping, WORD_from)),
		.arguments = {argument_date(period.from), argument_date(period.to)},
		.subject = value_text(field(mapping, WORD_id)),
	});
}

static void dates_check(const struct rule_context *context)
{
	uint32_t count;
	const struct document *documents = plan_documents(context->plan, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *node = documents[i].root, *end = node ? node + documents[i].count : NULL;
		for (; node < end; node++) {
			/* What a town keeps in `extra` means what the town wants it to mean. */
			if (node->is_key && node->word == WORD_extra)
				node += node_value(node)->size;
			else if (node->kind == NODE_MAPPING && field_key(node, WORD_to))
				reversed_report(context, &documents[i], node);
		}
	}
}

const struct rule rule_dates[] = {
	{dates_check, {&reversed_dates}},
	{0},
};
