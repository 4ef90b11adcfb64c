/* Any bytes as the one file of a plan: read, checked, linked and held against all rules. */
#include "promise.h"

#include "base/finding.h"
#include "plan/load.h"
#include "repo/snapshot.h"
#include "rule/run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct memory_file files[] = {
		{.path = "a.yaml", .bytes = {.ptr = (const char *)data, .len = size}},
		{.path = "kpss.yaml", .bytes = kpss_str("formát: 1\nměsto:\n  název: Lhota\n")},
	};
	struct findings findings;
	findings_init(&findings);
	struct plan *plan = plan_new();
	struct snapshot *snapshot = snapshot_memory(files, sizeof files / sizeof *files);
	if (plan_load(plan, snapshot, &findings))
		rules_run(plan, (struct kpss_date){.days = 18000}, &findings);
	findings_sort(&findings);
	for (size_t i = 0; i < findings.count; i++) {
		struct kpss_span where = findings.items[i].where;
		PROMISE(!where.source || (where.begin <= where.end && where.end <= where.source->bytes.len));
	}
	snapshot_close(snapshot);
	plan_free(plan);
	findings_clear(&findings);
	return 0;
}
