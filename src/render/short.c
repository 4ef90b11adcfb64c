/* One line for each finding, for editors and grep. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/message.h"
#include "render/tally.h"

static void add_line(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, const struct finding *finding)
{
	struct source *source = finding->where.source;
	report_add_path(buf, options, repository, source ? source->path : (struct kpss_str){0});
	if (source) {
		struct place place = source_locate(source, finding->where.begin);
		buf_addf(buf, ":%u:%u", (unsigned)place.line, (unsigned)place.column);
	}
	buf_addf(buf,
		": %s[%s]: ", language_text(options->language, severity_word(finding->severity)),
		finding->kind->code);
	message_add_finding(buf, options->language, finding);
	buf_add_char(buf, '\n');
}

static void short_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	struct tally tally = {0};
	for (size_t i = 0; i < repository->findings->count; i++) {
		const struct finding *finding = &repository->findings->items[i];
		size_t number = tally_add(&tally, finding->kind->code);
		if (options->limit == 0 || number <= options->limit)
			add_line(buf, options, repository, finding);
		report_pass_on(buf, options);
	}
	tally_add_hidden(buf, options, &tally);
	tally_clear(&tally);
}

static void short_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)buf, (void)options, (void)total;
}

static void short_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	report_add_known(buf, options, total);
}

const struct report_format report_format_short = {
	.name = "short",
	.summary = N_("one line for each finding: path:line:column: severity[code]: message"),
	.for_people = true,
	.begin = short_begin,
	.repository = short_repository,
	.end = short_end,
};
