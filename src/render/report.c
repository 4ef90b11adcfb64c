#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/text.h"
#include "render/message.h"

#define REPORT_FORMAT(name) extern const struct report_format report_format_##name;
#include "render/formats.def"
#undef REPORT_FORMAT

#define REPORT_FORMAT(name) &report_format_##name,
const struct report_format *const report_formats[] = {
#include "render/formats.def"
};
#undef REPORT_FORMAT

const size_t report_format_count = sizeof report_formats / sizeof *report_formats;

const struct report_format *report_format_find(struct kpss_str name)
{
	for (size_t i = 0; i < report_format_count; i++)
		if (kpss_str_is(name, report_formats[i]->name))
			return report_formats[i];
	return NULL;
}

static bool is_first_of_file(const struct findings *findings, size_t index)
{
	const struct source *source = findings->items[index].where.source;
	if (!source)
		return false;
	if (index == 0 || !findings->items[index - 1].where.source)
		return true;
	return !kpss_str_equal(source->path, findings->items[index - 1].where.source->path);
}

struct report_summary report_summary_of(const struct findings *findings, size_t files)
{
	struct report_summary summary = {
		.errors = findings_count(findings, KPSS_ERROR),
		.warnings = findings_count(findings, KPSS_WARNING),
		.notes = findings_count(findings, KPSS_NOTE),
		.files = files,
	};
	for (size_t i = 0; i < findings->count; i++)
		summary.files_with_findings += is_first_of_file(findings, i);
	return summary;
}

void report_summary_join(struct report_summary *total, const struct report_summary *part)
{
	total->errors += part->errors;
	total->warnings += part->warnings;
	total->notes += part->notes;
	total->files_with_findings += part->files_with_findings;
	total->files += part->files;
	total->unread += part->unread;
	total->suppressed += part->suppressed;
	total->known += part->known;
	total->gone += part->gone;
}

void report_pass_on(struct buf *buf, const struct report_options *options)
{
	enum { LONG = 64 * 1024 };
	if (options->drain && buf->len >= LONG)
		options->drain->take(options->drain->context, buf);
}

void report_add_path(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, struct kpss_str path)
{
	if (options->several || !path.ptr)
		text_add_safe(buf, repository->path);
	if (options->several && path.ptr &&
		!(repository->path.len > 0 &&
			repository->path.ptr[repository->path.len - 1] == '/'))
		buf_add_char(buf, '/');
	text_add_safe(buf, path);
}

void report_add_file(
	struct buf *buf, const struct report_repository *repository, struct kpss_str path)
{
	struct kpss_str folder = repository->path;
	if (folder.len > 0 && !kpss_str_is(folder, ".")) {
		buf_add(buf, folder);
		if (folder.ptr[folder.len - 1] != '/')
			buf_add_char(buf, '/');
	}
	buf_add(buf, path);
}

static void add_counted_line(struct buf *buf, const struct report_options *options,
	const char *singular, const char *plural, size_t count)
{
	const struct finding_argument arguments[FINDING_ARGUMENTS] = {
		argument_number((int64_t)count)};
	if (count == 0)
		return;
	message_add_counted(buf, options->language, singular, plural, arguments);
	buf_add_char(buf, '\n');
}

void report_add_known(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	add_counted_line(buf, options,
		P_("{0} finding is in the baseline and was left out",
			"{0} findings are in the baseline and were left out"),
		total->known);
	add_counted_line(buf, options,
		P_("{0} entry of the baseline no longer occurs; --write-baseline drops it",
			"{0} entries of the baseline no longer occur; --write-baseline drops them"),
		total->gone);
}
