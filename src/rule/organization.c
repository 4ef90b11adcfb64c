/* Organizations: the identification number. */
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind ico_check_digit = {
	.code = "ico-check-digit",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ is not a valid identification number (IČO)"),
	.label = N_("the last digit does not agree with the others"),
	.remedy = N_("compare it with the register of economic subjects (ARES)"),
	.meaning = N_("the check digit of an identification number (IČO) is right"),
	.explanation = N_("The last of the eight digits is computed from the seven before it, so that a misspelled number is "
			  "found out."),
	.wrong = "organizace:\n"
	         "  - id: mesto\n"
	         "    název: Město Lhota\n"
	         "    druh: obec\n"
	         "    ičo: \"12345678\"\n",
	.right = "organizace:\n"
	         "  - id: mesto\n"
	         "    název: Město Lhota\n"
	         "    druh: obec\n"
	         "    ičo: \"00296643\"\n",
};

/* The first seven digits weigh 8 to 2; the last is (11 − sum mod 11) mod 10. */
static bool ico_is_valid(struct kpss_str ico)
{
	int sum = 0;
	for (int i = 0; i < 7; i++)
		sum += (ico.ptr[i] - '0') * (8 - i);
	return ico.ptr[7] - '0' == (11 - sum % 11) % 10;
}

static bool has_eight_digits(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return text.len == 8;
}

static void ico_check(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *organizations = plan_kind(context->plan, KIND_organization, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *ico = field(organizations[i]->mapping, WORD_ico);
		if (!has_eight_digits(value_text(ico)) || ico_is_valid(value_text(ico)))
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &ico_check_digit,
			.where = entity_span(organizations[i], ico),
			.arguments = {argument_text(value_text(ico))},
			.subject = organizations[i]->id,
		});
	}
}

const struct rule rule_organization[] = {
	{ico_check, {&ico_check_digit}},
	{0},
};
