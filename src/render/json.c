/* One JSON document. Written finding by finding, so that memory does not grow with their number. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/described.h"
#include "render/recorded.h"

enum { SCHEMA_VERSION = REPORT_SCHEMA_VERSION, LEVEL = DESCRIBED_LEVEL };

static void add_key(struct buf *buf, size_t level, const char *key)
{
	buf_add_repeated(buf, ' ', level * LEVEL);
	buf_addf(buf, "\"%s\": ", key);
}

static void json_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	buf_add_text(buf, "{\n");
	add_key(buf, 1, "schemaVersion");
	buf_addf(buf, "%d,\n", SCHEMA_VERSION);
	add_key(buf, 1, "asOf");
	described_add(buf, 1, described_date(options->as_of));
	buf_add_text(buf, ",\n");
	add_key(buf, 1, "at");
	described_add(buf, 1, recorded_json(options->recorded));
	buf_add_text(buf, ",\n");
	add_key(buf, 1, "summary");
	described_add(buf, 1, described_summary(total));
	buf_add_text(buf, ",\n");
	add_key(buf, 1, "repositories");
	buf_add_char(buf, '[');
}

static void json_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	enum { HERE = 2, INSIDE = 3, ITEM = 4 };
	const struct findings *findings = repository->findings;
	buf_add_text(buf, repository->index ? ",\n" : "\n");
	buf_add_repeated(buf, ' ', HERE * LEVEL);
	buf_add_text(buf, "{\n");
	add_key(buf, INSIDE, "path");
	described_add(buf, INSIDE, described_text(repository->path));
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "town");
	described_add(
		buf, INSIDE, repository->town.len ? described_text(repository->town) : json_null());
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "summary");
	described_add(buf, INSIDE, described_summary(&repository->summary));
	buf_add_text(buf, ",\n");
	add_key(buf, INSIDE, "findings");
	buf_add_char(buf, '[');
	for (size_t i = 0; i < findings->count; i++) {
		buf_add_text(buf, i ? ",\n" : "\n");
		buf_add_repeated(buf, ' ', ITEM * LEVEL);
		described_add(buf, ITEM, described_finding(options, &findings->items[i]));
		report_pass_on(buf, options);
	}
	if (findings->count) {
		buf_add_char(buf, '\n');
		buf_add_repeated(buf, ' ', INSIDE * LEVEL);
	}
	buf_add_text(buf, "]\n");
	buf_add_repeated(buf, ' ', HERE * LEVEL);
	buf_add_char(buf, '}');
}

static void json_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)options, (void)total;
	buf_add_text(buf, "\n  ]\n}\n");
}

const struct report_format report_format_json = {
	.name = "json",
	.summary = N_("one JSON document"),
	.begin = json_begin,
	.repository = json_repository,
	.end = json_end,
};
