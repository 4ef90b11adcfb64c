/* Any bytes as a kind, a line's end and a condition, asked of a small plan: refused with a reason, or answered the same way twice;
 * `!=` is the opposite of `=`. */
#include "promise.h"

#include <string.h>

#include "base/arena.h"
#include "base/collation.h"
#include "base/finding.h"
#include "plan/load.h"
#include "query/filter.h"
#include "query/small_plan.h"
#include "repo/snapshot.h"

struct fuzzing {
	struct plan *plan;
	struct findings findings;
	struct snapshot *snapshot;
	struct arena *arena, *scratch;
	struct collation *collation;
	struct query_subject subject;
};

static void fuzzing_init(struct fuzzing *fuzzing)
{
	const struct memory_file files[] = {
		{.path = "kpss.yaml", .bytes = kpss_str("formát: 1\nměsto:\n  název: Lhota\n")},
		{.path = "pravidla.yaml", .bytes = kpss_str(small_profile)},
		{.path = "a.yaml", .bytes = kpss_str(small_plan)},
	};
	*fuzzing = (struct fuzzing){.plan = plan_new(),
		.arena = arena_new(),
		.scratch = arena_new(),
		.collation = collation_new()};
	findings_init(&fuzzing->findings);
	fuzzing->snapshot = snapshot_memory(files, sizeof files / sizeof *files);
	PROMISE(plan_load(fuzzing->plan, fuzzing->snapshot, &fuzzing->findings));
}

static void fuzzing_clear(struct fuzzing *fuzzing)
{
	snapshot_close(fuzzing->snapshot);
	plan_free(fuzzing->plan);
	findings_clear(&fuzzing->findings);
	collation_free(fuzzing->collation);
	arena_free(fuzzing->scratch);
	arena_free(fuzzing->arena);
}

static struct filter *filter_make(struct fuzzing *fuzzing, struct kpss_str condition)
{
	struct query_fault fault;
	struct filter *filter =
		filter_new(fuzzing->plan, &fuzzing->subject, NULL, condition, fuzzing->arena, &fault);
	PROMISE((filter == NULL) == (fault.kind != QUERY_FINE));
	PROMISE(fault.kind < QUERY_FAULT_COUNT);
	return filter;
}

/* “a!=b” for “a=b”; NULL for any other condition. */
static struct filter *opposite_make(struct fuzzing *fuzzing, struct kpss_str condition)
{
	size_t at = 0;
	while (at < condition.len && !strchr("!<>~=", condition.ptr[at]))
		at++;
	if (at == condition.len || condition.ptr[at] != '=')
		return NULL;
	struct kpss_str opposite = arena_format(fuzzing->arena, "%.*s!%.*s", (int)at, condition.ptr,
		(int)(condition.len - at), condition.ptr + at);
	struct filter *filter = filter_make(fuzzing, opposite);
	PROMISE(filter);
	return filter;
}

static bool holds(struct fuzzing *fuzzing, struct filter *filter, const struct entity *record)
{
	return filter_holds(filter, record, fuzzing->collation, fuzzing->scratch);
}

static void condition_promise(struct fuzzing *fuzzing, struct kpss_str condition)
{
	struct filter *filter = filter_make(fuzzing, condition);
	if (!filter)
		return;
	struct filter *opposite = memchr(condition.ptr, '\0', condition.len) ? NULL : opposite_make(fuzzing, condition);
	uint32_t count;
	const struct entity *const *records = plan_kind(fuzzing->plan, fuzzing->subject.kind, &count);
	for (uint32_t i = 0; i < count; i++) {
		bool once = holds(fuzzing, filter, records[i]);
		PROMISE(holds(fuzzing, filter, records[i]) == once);
		PROMISE(!opposite || holds(fuzzing, opposite, records[i]) != once);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *end = size ? memchr(text, '\n', size) : NULL;
	struct kpss_str kind = {.ptr = text, .len = end ? (size_t)(end - text) : 0};
	if (!end)
		return 0;
	struct fuzzing fuzzing;
	fuzzing_init(&fuzzing);
	struct kpss_str condition = {.ptr = end + 1, .len = size - kind.len - 1};
	if (subject_named(fuzzing.plan, kind, fuzzing.arena, &fuzzing.subject))
		condition_promise(&fuzzing, condition);
	fuzzing_clear(&fuzzing);
	return 0;
}
