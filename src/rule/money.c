/* Amounts: what the parts say and what the whole says. */
#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind sum_mismatch = {
	.code = "sum-mismatch",
	.severity = KPSS_ERROR,
	.message = N_("the sources add up to {0}, the amount is {1}"),
	.label = N_("differs by {2}"),
	.remedy = N_("correct the amount or one of the sources"),
	.meaning = N_("the sources of a budget add up to its amount"),
	.explanation = N_("The sum is exact, to the last hundredth. A budget with only an amount, or only with sources, is not "
			  "judged."),
	.wrong = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 480000\n"
	         "    zdroje:\n"
	         "      - {zdroj: město, částka: 160000}\n"
	         "      - {zdroj: kraj, částka: 302000}\n",
	.right = "rozpočty:\n"
	         "  - id: asistence-2026\n"
	         "    položka: asistence\n"
	         "    rok: 2026\n"
	         "    částka: 462000\n"
	         "    zdroje:\n"
	         "      - {zdroj: město, částka: 160000}\n"
	         "      - {zdroj: kraj, částka: 302000}\n",
};

/* 1 450 000,50 the way people write it: a figure within a sentence, so in Czech form in both languages. */
static struct kpss_str amount_text(struct findings *findings, int64_t hundredths)
{
	uint64_t size = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths;
	struct kpss_str whole = arena_format(findings->arena, "%llu", (unsigned long long)(size / 100));
	struct kpss_str text = kpss_str(hundredths < 0 ? "-" : "");
	for (size_t i = 0; i < whole.len; i++)
		text = arena_format(findings->arena, "%.*s%s%c", (int)text.len, text.ptr,
			i > 0 && (whole.len - i) % 3 == 0 ? "\xC2\xA0" : "", whole.ptr[i]);
	if (size % 100)
		text = arena_format(findings->arena, "%.*s,%02u", (int)text.len, text.ptr, (unsigned)(size % 100));
	return text;
}

/* False when a source has no readable amount: then there is no sum. */
static bool sources_add(const struct node *sources, int64_t *sum)
{
	*sum = 0;
	const struct node *first = sources->kind == NODE_SEQUENCE ? node_first(sources) : NULL;
	for (const struct node *source = first; source; source = node_next_item(sources, source)) {
		int64_t amount;
		if (!value_money(field(source, WORD_amount), &amount) || __builtin_add_overflow(*sum, amount, sum))
			return false;
	}
	return first != NULL;
}

static void budget_check(const struct rule_context *context, const struct entity *budget)
{
	const struct node *amount = field(budget->mapping, WORD_amount);
	int64_t whole, sum, difference;
	if (!value_money(amount, &whole) || !sources_add(field(budget->mapping, WORD_sources), &sum) || whole == sum)
		return;
	/* Only amounts below zero can be so far apart, and those are out of range anyway. */
	if (__builtin_sub_overflow(sum > whole ? sum : whole, sum > whole ? whole : sum, &difference))
		return;
	findings_add(context->findings, &(struct finding){
		.kind = &sum_mismatch,
		.where = entity_span(budget, amount),
		.arguments = {
			argument_text(amount_text(context->findings, sum)),
			argument_text(amount_text(context->findings, whole)),
			argument_text(amount_text(context->findings, difference)),
		},
		.subject = budget->id,
	});
}

static void sums_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *budgets = plan_kind(context->plan, KIND_budget, &count);
	for (uint32_t i = 0; i < count; i++)
		budget_check(context, budgets[i]);
}

const struct rule rule_money[] = {
	{sums_check, {&sum_mismatch}},
	{0},
};
