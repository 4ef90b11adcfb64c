/* The face of the program for other programs: what kpss/check.h promises, said with the layers below. */
#include <kpss/check.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "plan/load.h"
#include "render/message.h"
#include "repo/snapshot.h"
#include "rule/run.h"

struct kpss_check {
	struct plan *plan;
	struct snapshot *snapshot;
	struct findings findings;
	bool failed;
};

struct kpss_check *kpss_check_folder(const char *folder, struct kpss_date as_of)
{
	struct kpss_check *check = memory_resize(NULL, 1, sizeof *check);
	*check = (struct kpss_check){.plan = plan_new()};
	findings_init(&check->findings);
	check->snapshot = snapshot_folder(folder, &check->findings);
	check->failed = !check->snapshot || !plan_load(check->plan, check->snapshot, &check->findings);
	if (!check->failed)
		rules_run(check->plan, as_of, &check->findings);
	findings_sort(&check->findings);
	return check;
}

void kpss_check_free(struct kpss_check *check)
{
	if (!check)
		return;
	snapshot_close(check->snapshot);
	findings_clear(&check->findings);
	plan_free(check->plan);
	free(check);
}

bool kpss_check_failed(const struct kpss_check *check)
{
	return check->failed;
}

size_t kpss_check_files(const struct kpss_check *check)
{
	return plan_file_count(check->plan);
}

size_t kpss_check_count(const struct kpss_check *check)
{
	return check->findings.count;
}

static void place_set(struct kpss_finding *out, struct kpss_span where)
{
	if (!where.source)
		return;
	struct place begin = source_locate(where.source, where.begin);
	struct place end = source_locate(where.source, where.end);
	out->path = where.source->path;
	out->line = begin.line;
	out->column = begin.column;
	out->end_line = end.line;
	out->end_column = end.column;
}

struct kpss_finding kpss_check_finding(struct kpss_check *check, size_t index, const char *code)
{
	const struct finding *finding = &check->findings.items[index];
	const struct language *found = language_find(code), *language = found ? found : language_find("en");
	struct buf message = {0}, remedy = {0};
	message_add_finding(&message, language, finding);
	message_add(&remedy, language, finding->kind->remedy, finding->arguments);
	struct kpss_finding out = {
		.code = kpss_str(finding->kind->code),
		.severity = finding->severity,
		.path = kpss_str(""),
		.message = findings_text(&check->findings, buf_str(&message)),
		.remedy = findings_text(&check->findings, buf_str(&remedy)),
		.subject = finding->subject.ptr ? finding->subject : kpss_str(""),
	};
	place_set(&out, finding->where);
	buf_clear(&message);
	buf_clear(&remedy);
	return out;
}
