#include "rule/run.h"

#include "document/parse.h"
#include "repo/snapshot.h"
#include "rule/history.h"
#include "rule/rule.h"
#include "rule/severity.h"
#include "rule/suppress.h"
#include "rule/town_fault.h"
#include "schema/fault.h"

static const struct rule *const subjects[] = {
#define SUBJECT(name) rule_##name,
#include "rule/subjects.def"
#undef SUBJECT
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof *subjects };

void rules_run(const struct plan *plan, struct kpss_date as_of, struct findings *findings)
{
	struct rule_context context = {
		.plan = plan,
		.as_of = as_of,
		.stays = stays_of_plan(plan, findings->arena),
		.gatherings = gatherings_of_plan(plan, findings->arena),
		.approvals = approvals_of_plan(plan, findings->arena),
		.publications = publications_of_plan(plan, findings->arena),
		.findings = findings,
	};
	for (size_t i = 0; i < SUBJECT_COUNT; i++)
		for (const struct rule *rule = subjects[i]; rule->check; rule++)
			rule->check(&context);
	severities_check(plan, findings);
	severities_lay(plan, as_of, findings, 0);
	/* What comes of the comments is a finding like any other. */
	size_t found = suppressions_apply(plan, as_of, findings);
	severities_lay(plan, as_of, findings, found);
}

size_t rules_suppressed(const struct findings *findings)
{
	return findings->suppressed;
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
	const struct finding_kind *const *layers[] = {base_finding_kinds, repo_finding_kinds,
		document_finding_kinds, schema_finding_kinds, plan_finding_kinds,
		severity_finding_kinds, suppression_finding_kinds, history_finding_kinds,
		town_fault_finding_kinds};
	const struct finding_kind *kind = NULL;
	for (size_t i = 0; i < sizeof layers / sizeof *layers && !kind; i++)
		kind = list_at(layers[i], &index);
	for (size_t i = 0; i < SUBJECT_COUNT && !kind; i++)
		for (const struct rule *rule = subjects[i]; rule->check && !kind; rule++)
			kind = list_at(rule->kinds, &index);
	return kind;
}
