#include "command/check.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/worker.h"
#include "command/baseline.h"
#include "command/progress.h"
#include "command/revision.h"
#include "plan/load.h"
#include "render/fingerprint.h"
#include "render/message.h"
#include "repo/history.h"
#include "repo/snapshot.h"
#include "rule/history.h"
#include "rule/run.h"

/* What a thread keeps from one repository to the next. */
struct workshop {
	struct plan *plan;
	struct store *store; /* NULL until something is read from a commit */
	struct findings findings;
	uint64_t *fingerprints; /* NULL unless something asks for them */
};

static bool is_listed(const char *const *codes, const char *code)
{
	for (; *codes; codes++)
		if (strcmp(*codes, code) == 0)
			return true;
	return false;
}

static bool code_passes(const struct check_filter *filter, const char *code)
{
	return !is_listed(filter->ignore, code) &&
	       (!filter->only[0] || is_listed(filter->only, code));
}

/* That not all findings are there is said whatever the person wants to see. */
static bool passes(const struct check_filter *filter, const struct finding *finding)
{
	return finding->kind == &finding_too_many ||
	       (finding->severity != KPSS_SILENT && code_passes(filter, finding->kind->code));
}

static void findings_filter(struct findings *findings, const struct check_filter *filter)
{
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++)
		if (passes(filter, &findings->items[i]))
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

static bool needs_fingerprints(const struct check *check)
{
	return check->format->fingerprints || check->known || check->to_know;
}

/* Leaves out what is known; of what the person wants to see, counts what is known and what has gone. */
static void findings_leave_known(
	const struct check *check, struct check_task *task, struct workshop *workshop)
{
	struct findings *findings = &workshop->findings;
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding_kind *kind = findings->items[i].kind;
		if (!kind->fatal &&
			baseline_has(check->known, kind->code, workshop->fingerprints[i]))
			continue;
		findings->items[kept] = findings->items[i];
		workshop->fingerprints[kept++] = workshop->fingerprints[i];
	}
	task->summary.known = findings->count - kept;
	findings->count = kept;
	for (size_t i = 0; i < check->known->count; i++)
		task->summary.gone +=
			!check->known->entries[i].met &&
			code_passes(&check->filter, check->known->entries[i].code.ptr);
}

/* What is written down is known from then on; the fatal ones stay. */
static void findings_take_known(
	struct check *check, struct check_task *task, struct workshop *workshop)
{
	struct findings *findings = &workshop->findings;
	size_t kept = 0;
	check->to_know_count = baseline_add(check->to_know, findings, workshop->fingerprints);
	for (size_t i = 0; i < findings->count; i++) {
		if (!findings->items[i].kind->fatal)
			continue;
		findings->items[kept] = findings->items[i];
		workshop->fingerprints[kept++] = workshop->fingerprints[i];
	}
	findings->count = kept;
	task->summary.known = check->to_know_count;
}

static void findings_know(struct check *check, struct check_task *task, struct workshop *workshop)
{
	if (check->known)
		findings_leave_known(check, task, workshop);
	else if (check->to_know)
		findings_take_known(check, task, workshop);
}

static void workshop_prepare(struct workshop *workshop)
{
	free(workshop->fingerprints);
	workshop->fingerprints = NULL;
	if (!workshop->plan) {
		workshop->plan = plan_new();
		findings_init(&workshop->findings);
	}
	findings_reset(&workshop->findings);
}

static void workshop_clear(struct workshop *workshop)
{
	store_close(workshop->store);
	if (!workshop->plan)
		return;
	plan_free(workshop->plan);
	findings_clear(&workshop->findings);
	free(workshop->fingerprints);
}

/* The name of a town is said again for each file; one that is as long as a file is no name. */
static struct kpss_str town_of(const struct plan *plan)
{
	enum { LONGEST = 200 };
	return message_beginning(plan_town(plan), LONGEST);
}

static struct report_repository repository_of(
	const struct check *check, size_t index, const struct workshop *workshop)
{
	const struct check_task *task = &check->tasks[index];
	return (struct report_repository){
		.index = index,
		.path = task->path,
		.town = task->failed ? kpss_str("") : town_of(workshop->plan),
		.findings = &workshop->findings,
		.fingerprints = workshop->fingerprints,
		.summary = task->summary,
	};
}

static void report(struct check *check, size_t index, const struct workshop *workshop)
{
	struct check_task *task = &check->tasks[index];
	const struct report_repository repository = repository_of(check, index, workshop);
	if (check->count > 1)
		check->format->repository(&task->report, &check->options, &repository);
	if (!task->failed)
		return;
	struct report_options options = check->options;
	options.colour = check->colour_reasons;
	report_format_text.repository(&task->reason, &options, &repository);
}

void check_report(const struct check *check, size_t index, const struct report_drain *drain)
{
	struct check_task *task = &check->tasks[index];
	if (check->count == 1) {
		const struct report_repository repository =
			repository_of(check, index, &check->workshops[0]);
		struct report_options options = check->options;
		options.drain = drain;
		check->format->repository(&task->report, &options, &repository);
	}
	drain->take(drain->context, &task->report);
}

static void summarize(struct check_task *task, const struct findings *findings, size_t files)
{
	struct report_summary summary = report_summary_of(findings, files);
	summary.unread = task->failed;
	summary.suppressed = task->failed ? 0 : rules_suppressed(findings);
	summary.known = task->summary.known;
	summary.gone = task->summary.gone;
	task->summary = summary;
}

/* What git has recorded is looked at when it is asked for; that it records no private folder, whenever there is one. */
static void check_history(const struct check *check, const char *folder, struct workshop *workshop)
{
	bool has_private = false;
	for (size_t i = 0; private_folders[i]; i++)
		has_private = folder_exists(folder, private_folders[i]) || has_private;
	if (!check->history && !has_private)
		return;
	struct findings *findings = &workshop->findings;
	struct history *history = history_open(folder, check->history ? findings : NULL);
	if (!history)
		return;
	history_check_private_folders(workshop->plan, history, folder, check->options.as_of, findings);
	if (check->history)
		history_check(workshop->plan, history, check->options.as_of, findings);
	history_close(history);
}

/* Each thread has a store of its own. */
static struct snapshot *snapshot_open(const struct check *check, const char *folder, struct workshop *workshop)
{
	struct findings *findings = &workshop->findings;
	if (!check->revision)
		return snapshot_folder(folder, findings);
	if (!workshop->store)
		workshop->store = store_open(check->revision->folder, findings);
	return workshop->store ? snapshot_commit(workshop->store, &check->revision->commit, folder, findings) : NULL;
}

static void check_one(void *context, size_t index, size_t worker)
{
	struct check *check = context;
	struct check_task *task = &check->tasks[index];
	struct workshop *workshop = &check->workshops[worker];
	workshop_prepare(workshop);
	struct findings *findings = &workshop->findings;
	struct snapshot *snapshot = snapshot_open(check, task->folder, workshop);
	task->failed = !snapshot || !plan_load(workshop->plan, snapshot, findings);
	if (!task->failed) {
		rules_run(workshop->plan, check->options.as_of, findings);
		if (!check->revision)
			check_history(check, task->folder, workshop);
	}
	findings_sort(findings);
	/* Why a repository could not be read is said whatever the person wants to see. */
	if (!task->failed)
		findings_filter(findings, &check->filter);
	if (needs_fingerprints(check))
		workshop->fingerprints = fingerprints_of(findings);
	if (!task->failed)
		findings_know(check, task, workshop);
	summarize(task, findings, task->failed ? 0 : plan_file_count(workshop->plan));
	report(check, index, workshop);
	if (snapshot)
		snapshot_close(snapshot);
	progress_step(check->progress);
}

void check_run(struct check *check)
{
	size_t workers = workers_available();
	if (workers > check->count)
		workers = check->count;
	check->workshop_count = workers;
	check->workshops = memory_resize(NULL, workers + 1, sizeof *check->workshops);
	memset(check->workshops, 0, (workers + 1) * sizeof *check->workshops);
	workers_run(workers, check->count, check_one, check);
}

void check_clear(struct check *check)
{
	for (size_t i = 0; i < check->count; i++) {
		buf_clear(&check->tasks[i].report);
		buf_clear(&check->tasks[i].reason);
	}
	for (size_t i = 0; i < check->workshop_count; i++)
		workshop_clear(&check->workshops[i]);
	free(check->workshops);
}

struct report_summary check_total(const struct check *check)
{
	struct report_summary total = {0};
	for (size_t i = 0; i < check->count; i++)
		report_summary_join(&total, &check->tasks[i].summary);
	return total;
}

size_t check_failures(const struct check *check)
{
	size_t count = 0;
	for (size_t i = 0; i < check->count; i++)
		count += check->tasks[i].failed;
	return count;
}
