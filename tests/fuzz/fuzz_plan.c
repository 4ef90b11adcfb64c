/* Any bytes as the files of a plan: read, checked, linked and held against all rules. A line “#---” ends a file; the first of
 * several is the profile. */
#include "promise.h"

#include <string.h>

#include "base/finding.h"
#include "plan/load.h"
#include "repo/snapshot.h"
#include "rule/run.h"

enum { FILES_MOST = 8 };

static const char mark[] = "\n#---\n";
static const char *const paths[FILES_MOST] = {
	"pravidla.yaml", "a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml", "g.yaml"};

static size_t files_cut(struct memory_file *files, const char *text, size_t size)
{
	size_t count = 0;
	while (count < FILES_MOST) {
		const char *end = size ? memmem(text, size, mark, sizeof mark - 1) : NULL;
		size_t length = end && count + 1 < FILES_MOST ? (size_t)(end - text) + 1 : size;
		/* A file alone is no profile. */
		bool alone = count == 0 && length == size;
		files[count] = (struct memory_file){
			.path = paths[count + alone], .bytes = {.ptr = text, .len = length}};
		count++;
		if (length == size)
			break;
		text += length + sizeof mark - 2;
		size -= length + sizeof mark - 2;
	}
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct memory_file files[FILES_MOST + 1];
	size_t count = files_cut(files, (const char *)data, size);
	files[count++] = (struct memory_file){
		.path = "kpss.yaml", .bytes = kpss_str("formát: 1\nměsto:\n  název: Lhota\n")};
	struct findings findings;
	findings_init(&findings);
	struct plan *plan = plan_new();
	struct snapshot *snapshot = snapshot_memory(files, count);
	if (plan_load(plan, snapshot, &findings))
		rules_run(plan, (struct kpss_date){.days = 18000}, &findings);
	findings_sort(&findings);
	for (size_t i = 0; i < findings.count; i++) {
		struct kpss_span where = findings.items[i].where;
		PROMISE(!where.source ||
			(where.begin <= where.end && where.end <= where.source->bytes.len));
	}
	snapshot_close(snapshot);
	plan_free(plan);
	findings_clear(&findings);
	return 0;
}
