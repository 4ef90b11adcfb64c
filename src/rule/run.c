#include "rule/run.h"

#include "document/parse.h"
#include "repo/snapshot.h"
#include "rule/rule.h"
#include "schema/fault.h"

static const struct rule *const subjects[] = {
#define SUBJECT(name) rule_##name,
#include "rule/subjects.def"
#undef SUBJECT
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof *subjects };

static enum kpss_severity severity_of(uint32_t word, enum kpss_severity otherwise)
{
	switch (word) {
	case WORD_error:
		return KPSS_ERROR;
	case WORD_warning:
		return KPSS_WARNING;
	case WORD_note:
		return KPSS_NOTE;
	case WORD_silent:
		return KPSS_SILENT;
	default:
		return otherwise;
	}
}

static enum kpss_severity town_severity(const struct node *severities, const struct finding *finding)
{
	if (finding->kind->fatal)
		return finding->severity;
	for (const struct node *item = node_first(severities); item; item = node_next_item(severities, item))
		if (kpss_str_is(value_text(field(item, WORD_code)), finding->kind->code))
			return severity_of(value_word(field(item, WORD_severity)), finding->severity);
	return finding->severity;
}

static void severities_lay(const struct plan *plan, struct findings *findings)
{
	const struct node *severities = field(plan_profile(plan), WORD_severities);
	size_t kept = 0;
	if (severities->kind != NODE_SEQUENCE)
		return;
	for (size_t i = 0; i < findings->count; i++) {
		struct finding finding = findings->items[i];
		finding.severity = town_severity(severities, &finding);
		if (finding.severity != KPSS_SILENT)
			findings->items[kept++] = finding;
	}
	findings->count = kept;
}

void rules_run(const struct plan *plan, struct kpss_date as_of, struct findings *findings)
{
	struct rule_context context = {
		.plan = plan,
		.as_of = as_of,
		.stays = stays_of_plan(plan, findings->arena),
		.findings = findings,
	};
	for (size_t i = 0; i < SUBJECT_COUNT; i++)
		for (const struct rule *rule = subjects[i]; rule->check; rule++)
			rule->check(&context);
	severities_lay(plan, findings);
}

static const struct finding_kind *list_at(const struct finding_kind *const *list, size_t *index)
{
	for (; *list; list++)
		if ((*index)-- == 0)
			return *list;
	return NULL;
}

const struct finding_kind *finding_catalogue_at(size_t index)
{
	const struct finding_kind *const *layers[] = {repo_finding_kinds, document_finding_kinds, schema_finding_kinds,
		plan_finding_kinds};
	const struct finding_kind *kind = NULL;
	for (size_t i = 0; i < sizeof layers / sizeof *layers && !kind; i++)
		kind = list_at(layers[i], &index);
	for (size_t i = 0; i < SUBJECT_COUNT && !kind; i++)
		for (const struct rule *rule = subjects[i]; rule->check && !kind; rule++)
			kind = list_at(rule->kinds, &index);
	return kind;
}
