/* Conditions of phases: that they can be judged, and that nobody forgets where they were passed over. */
#include "rule/rule.h"

#include "base/language.h"
#include "rule/code.h"

static const struct finding_kind unknown_condition = {
	.code = "unknown-code",
	.severity = KPSS_WARNING,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("nobody can say whether this condition is met"),
	.remedy = N_("‘kpss explain’ lists the codes"),
};
static const struct finding_kind unknown_condition_near = {
	.code = "unknown-code",
	.severity = KPSS_WARNING,
	.message = N_("there is no finding with the code ‘{0}’"),
	.label = N_("nobody can say whether this condition is met"),
	.remedy = N_("did you mean {1}?"),
};
static const struct finding_kind gate_twice = {
	.code = "gate-twice",
	.severity = KPSS_WARNING,
	.message = N_("the conditions of phase ‘{0}’ are given twice"),
	.label = N_("only the first ones are used"),
	.remedy = N_("put all of them into one list"),
	.related = N_("the first ones"),
	.meaning = N_("the profile gives the conditions of each phase once"),
	.explanation = N_("A cycle enters a phase when the conditions that the town has set for it are met. Where a phase is there "
			  "twice, the second list would be kept by nobody."),
	.wrong = "# pravidla.yaml\n"
		 "podmínky_fází:\n"
		 "  - fáze: schvalování\n"
		 "    podmínky:\n"
		 "      - {kódy: [comment-unsettled]}\n"
		 "  - fáze: schvalování\n"
		 "    podmínky:\n"
		 "      - {bez_chyb: true}\n",
	.right = "# pravidla.yaml\n"
		 "podmínky_fází:\n"
		 "  - fáze: schvalování\n"
		 "    podmínky:\n"
		 "      - {kódy: [comment-unsettled]}\n"
		 "      - {bez_chyb: true}\n",
	.setting = "gates",
};
static const struct finding_kind conditions_passed_over = {
	.code = "conditions-passed-over",
	.severity = KPSS_NOTE,
	.message = N_("phase ‘{0}’ was begun although conditions were not met: {1}"),
	.label = N_("passed over here"),
	.remedy = N_("once all is made good, say so in a comment: # kpss: ignore conditions-passed-over – REASON"),
	.meaning = N_("phases begin only when their conditions are met"),
	.explanation = N_("A town may decide that a phase begins although a condition is not met. The reason is kept with the "
			  "cycle, and every report recalls it."),
	.basis = N_("what towns demand of themselves"),
	.wrong = "# cykly.yaml\n"
		 "cykly:\n"
		 "  - id: cyklus-1\n"
		 "    název: Plán na léta 2027–2029\n"
		 "    fáze:\n"
		 "      - {fáze: schvalování, od: 2026-06-01}\n"
		 "    výjimky:\n"
		 "      - fáze: schvalování\n"
		 "        podmínky: [Všechny připomínky jsou vypořádány]\n"
		 "        důvod: Zastupitelstvo zasedá naposledy před volbami.\n",
	.right = "# cykly.yaml\n"
		 "cykly:\n"
		 "  - id: cyklus-1\n"
		 "    název: Plán na léta 2027–2029\n"
		 "    fáze:\n"
		 "      - {fáze: schvalování, od: 2026-06-01}\n",
};

static void code_check(const struct rule_context *context, const struct node *code)
{
	struct kpss_str text = value_text(code);
	if (text.len == 0 || code_is_known(context->plan, text))
		return;
	struct kpss_str near = codes_near(context->plan, context->findings, text);
	findings_add(context->findings, &(struct finding){
		.kind = near.len ? &unknown_condition_near : &unknown_condition,
		.where = node_span(plan_profile_document(context->plan), code),
		.arguments = {argument_text(text), argument_names(near)},
	});
}

static void codes_check(const struct rule_context *context)
{
	const struct node *gates = field(plan_profile(context->plan), WORD_gates);
	for (const struct node *gate = value_first_item(gates); gate; gate = node_next_item(gates, gate)) {
		const struct node *list = field(gate, WORD_conditions);
		for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item)) {
			const struct node *codes = field(item, WORD_codes);
			for (const struct node *code = value_first_item(codes); code; code = node_next_item(codes, code))
				code_check(context, code);
		}
	}
}

/* An earlier gate of the same phase; NULL when there is none. */
static const struct node *earlier(const struct node *gates, const struct node *gate, uint32_t phase)
{
	for (const struct node *other = value_first_item(gates); other && other < gate; other = node_next_item(gates, other))
		if (value_word(field(other, WORD_phase)) == phase)
			return field(other, WORD_phase);
	return NULL;
}

static void phases_check(const struct rule_context *context)
{
	const struct node *gates = field(plan_profile(context->plan), WORD_gates);
	for (const struct node *gate = value_first_item(gates); gate; gate = node_next_item(gates, gate)) {
		const struct node *phase = field(gate, WORD_phase);
		uint32_t word = value_word(phase);
		const struct node *first = word == UINT32_MAX ? NULL : earlier(gates, gate, word);
		if (!first)
			continue;
		findings_add(context->findings, &(struct finding){
			.kind = &gate_twice,
			.where = node_span(plan_profile_document(context->plan), phase),
			.related = node_span(plan_profile_document(context->plan), first),
			.arguments = {argument_text(value_text(phase))},
		});
	}
}

static void overrides_tell(const struct rule_context *context)
{
	uint32_t count;
	const struct entity *const *cycles = plan_kind(context->plan, KIND_cycle, &count);
	for (uint32_t i = 0; i < count; i++) {
		const struct node *list = field(cycles[i]->mapping, WORD_overrides);
		for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item)) {
			const struct node *phase = field(item, WORD_phase);
			findings_add(context->findings, &(struct finding){
				.kind = &conditions_passed_over,
				.where = entity_span(cycles[i], is_absent(phase) ? item : phase),
				.subject = cycles[i]->id,
				.arguments = {argument_text(value_text(phase)),
					argument_text(value_text(field(item, WORD_reason)))},
			});
		}
	}
}

const struct rule rule_gate[] = {
	{codes_check, {&unknown_condition, &unknown_condition_near}},
	{phases_check, {&gate_twice}},
	{overrides_tell, {&conditions_passed_over}},
	{0},
};
