/* canonical FOLDER [ID]: the canonical JSON of the record, or of everything in the plan that can be approved, one on a line. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "history/canonical.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

static void print(const struct plan *plan, const struct entity *subject)
{
	struct arena *arena = arena_new();
	char hash[SHA256_TEXT_SIZE];
	struct kpss_str json = canonical_document(plan, subject, arena);
	canonical_hash(plan, subject, arena, hash);
	printf("%s %.*s\n", hash, (int)json.len, json.ptr);
	arena_free(arena);
}

static void print_all(const struct plan *plan)
{
	static const uint16_t kinds[] = {KIND_plan, KIND_part, KIND_action_plan, KIND_evaluation,
		KIND_analysis, KIND_charter, KIND_consultation, KIND_document, KIND_group,
		KIND_budget, KIND_swot, KIND_cycle};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kinds[i], &count);
		for (uint32_t k = 0; k < count; k++)
			print(plan, records[k]);
	}
}

int main(int argc, char **argv)
{
	struct findings findings;
	findings_init(&findings);
	struct snapshot *snapshot = argc > 1 ? snapshot_folder(argv[1], &findings) : NULL;
	struct plan *plan = plan_new();
	bool good = snapshot && plan_load(plan, snapshot, &findings);
	const struct entity *subject = good && argc > 2 ? plan_find(plan, kpss_str(argv[2])) : NULL;
	if (subject)
		print(plan, subject);
	else if (good && argc == 2)
		print_all(plan);
	else
		fprintf(stderr, "usage: canonical FOLDER [ID]\n");
	plan_free(plan);
	if (snapshot)
		snapshot_close(snapshot);
	findings_clear(&findings);
	return good && (argc == 2 || subject) ? 0 : 1;
}
