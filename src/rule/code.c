#include "rule/code.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/text.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "rule/run.h"
#include "rule/town_rule.h"

const struct finding_kind *code_find(struct kpss_str code)
{
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning && kpss_str_is(code, kind->code))
			return kind;
	return NULL;
}

bool code_is_known(const struct plan *plan, struct kpss_str code)
{
	return code_find(code) || town_rule_find(plan, code);
}

struct kpss_str suggested_lines(
	struct findings *findings, const struct text_suggestions *suggestions)
{
	struct buf buf = {0};
	for (size_t i = 0; i < suggestions->count; i++) {
		if (i)
			buf_add_char(&buf, '\n');
		buf_add(&buf, suggestions->names[i]);
	}
	struct kpss_str names = buf.len ? findings_text(findings, buf_str(&buf)) : kpss_str("");
	buf_clear(&buf);
	return names;
}

struct kpss_str codes_near(
	const struct plan *plan, struct findings *findings, struct kpss_str written)
{
	struct text_suggestions suggestions;
	const struct finding_kind *kind;
	const struct node *rules = field(plan_profile(plan), WORD_rules);
	suggestions_init(&suggestions, findings->arena, written);
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning)
			suggestions_offer(&suggestions, kpss_str(kind->code));
	for (const struct node *item = value_first_item(rules); item;
		item = node_next_item(rules, item))
		suggestions_offer(&suggestions, value_text(field(item, WORD_code)));
	return suggested_lines(findings, &suggestions);
}

const char *code_at(size_t index)
{
	const struct finding_kind *kind;
	/* One kind of each code carries the meaning. */
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (kind->meaning && index-- == 0)
			return kind->code;
	return NULL;
}
