/* One JSON object a line: the findings, then the summary. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/described.h"
#include "render/recorded.h"

static void jsonl_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)buf, (void)options, (void)total;
}

static void jsonl_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	for (size_t i = 0; i < repository->findings->count; i++) {
		json_t *line = json_object(),
		       *finding = described_finding(options, &repository->findings->items[i]);
		json_object_set_new(line, "type", json_string("finding"));
		json_object_set_new(line, "repository", described_text(repository->path));
		json_object_update(line, finding);
		json_decref(finding);
		described_add_line(buf, line);
		report_pass_on(buf, options);
	}
}

static void jsonl_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	json_t *line = json_object(), *summary = described_summary(total);
	json_object_set_new(line, "type", json_string("summary"));
	json_object_set_new(line, "schemaVersion", json_integer(REPORT_SCHEMA_VERSION));
	json_object_set_new(line, "asOf", described_date(options->as_of));
	json_object_set_new(line, "at", recorded_json(options->recorded));
	json_object_update(line, summary);
	json_decref(summary);
	described_add_line(buf, line);
}

const struct report_format report_format_jsonl = {
	.name = "jsonl",
	.summary = N_("one JSON object a line: the findings, then the summary"),
	.begin = jsonl_begin,
	.repository = jsonl_repository,
	.end = jsonl_end,
};
