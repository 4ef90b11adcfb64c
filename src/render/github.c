/* Workflow commands of GitHub Actions: each finding becomes a note at its line of a change. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/message.h"

static const char *command_word(enum kpss_severity severity)
{
	return severity == KPSS_ERROR ? "error" : severity == KPSS_WARNING ? "warning" : "notice";
}

enum { DELETE = 0x7F };

/* A message may hold anything but these three; a property must not end early either. */
static void add_escaped(struct buf *buf, struct kpss_str text, const char *escaped)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		if (byte < ' ' || byte == DELETE || strchr(escaped, text.ptr[i]))
			buf_addf(buf, "%%%02X", (unsigned)byte);
		else
			buf_add_char(buf, text.ptr[i]);
	}
}

/* Columns only within one line: GitHub refuses them otherwise. */
static void add_place(
	struct buf *buf, const struct report_repository *repository, const struct kpss_span *where)
{
	struct place begin = source_locate(where->source, where->begin);
	struct place end = source_locate(where->source, where->end);
	struct buf path = {0};
	report_add_file(&path, repository, where->source->path);
	buf_add_text(buf, "file=");
	add_escaped(buf, buf_str(&path), "%\r\n:,");
	buf_addf(buf, ",line=%u,", (unsigned)begin.line);
	if (begin.line == end.line)
		buf_addf(buf, "col=%u,endColumn=%u,", (unsigned)begin.column, (unsigned)end.column);
	else
		buf_addf(buf, "endLine=%u,", (unsigned)end.line);
	buf_clear(&path);
}

static void add_message(
	struct buf *buf, const struct report_options *options, const struct finding *finding)
{
	struct buf message = {0};
	message_add_finding(&message, options->language, finding);
	if (finding->kind->remedy) {
		buf_addf(&message, "\n%s: ", language_text(options->language, N_("what to do")));
		message_add(&message, options->language, finding->kind->remedy, finding->arguments);
	}
	add_escaped(buf, buf_str(&message), "%\r\n");
	buf_clear(&message);
}

static void github_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	for (size_t i = 0; i < repository->findings->count; i++) {
		const struct finding *finding = &repository->findings->items[i];
		buf_addf(buf, "::%s ", command_word(finding->severity));
		if (finding->where.source)
			add_place(buf, repository, &finding->where);
		buf_addf(buf, "title=%s::", finding->kind->code);
		add_message(buf, options, finding);
		buf_add_char(buf, '\n');
		report_pass_on(buf, options);
	}
}

static void github_nothing(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)buf, (void)options, (void)total;
}

const struct report_format report_format_github = {
	.name = "github",
	.summary = N_("notes at the lines of a change, for GitHub Actions"),
	.begin = github_nothing,
	.repository = github_repository,
	.end = github_nothing,
};
