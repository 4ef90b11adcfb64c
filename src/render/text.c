/* Findings for a person: the message, the place, the person's own line, what to do. */
#include "render/report.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/excerpt.h"
#include "render/ink.h"
#include "render/message.h"
#include "render/summary.h"
#include "render/tally.h"

static enum ink severity_ink(enum kpss_severity severity)
{
	return severity == KPSS_ERROR     ? INK_ERROR
	       : severity == KPSS_WARNING ? INK_WARNING
					  : INK_NOTE;
}

static void add_headline(
	struct buf *buf, const struct report_options *options, const struct finding *finding)
{
	ink_add(buf, options->colour, severity_ink(finding->severity));
	buf_addf(buf, "%s[%s]", language_text(options->language, severity_word(finding->severity)),
		finding->kind->code);
	ink_add(buf, options->colour, INK_PLAIN);
	ink_add(buf, options->colour, INK_STRONG);
	buf_add_text(buf, ": ");
	message_add_finding(buf, options->language, finding);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
}

static void add_place(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, size_t gutter, const char *arrow,
	const struct mark *mark)
{
	buf_add_repeated(buf, ' ', gutter);
	ink_add(buf, options->colour, INK_FRAME);
	buf_add_text(buf, arrow);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, ' ');
	report_add_path(buf, options, repository, mark->where.source->path);
	buf_addf(buf, ":%u:%u\n", (unsigned)mark->place.line, (unsigned)mark->place.column);
}

static void add_remedy(struct buf *buf, const struct report_options *options, size_t gutter,
	const struct finding *finding)
{
	buf_add_repeated(buf, ' ', gutter + 1);
	ink_add(buf, options->colour, INK_FRAME);
	buf_add_text(buf, "= ");
	ink_add(buf, options->colour, INK_PLAIN);
	ink_add(buf, options->colour, INK_STRONG);
	buf_addf(buf, "%s:", language_text(options->language, N_("what to do")));
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, ' ');
	message_add(buf, options->language, finding->kind->remedy, finding->arguments);
	buf_add_char(buf, '\n');
}

static void add_places(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, const struct mark marks[2], size_t gutter,
	bool secret)
{
	bool shared = !secret && excerpt_is_shared(&marks[0], &marks[1]);
	add_place(buf, options, repository, gutter, "-->", &marks[0]);
	if (!secret)
		excerpt_add(buf, options->colour, gutter, marks, shared ? 2 : 1);
	if (!marks[1].where.source || shared)
		return;
	add_place(buf, options, repository, gutter, ":::", &marks[1]);
	if (!secret)
		excerpt_add(buf, options->colour, gutter, &marks[1], 1);
}

static struct mark mark_of(
	const struct kpss_span *where, char sign, enum ink ink, const struct buf *label)
{
	struct mark mark = {.where = *where, .sign = sign, .ink = ink, .label = buf_str(label)};
	if (where->source)
		mark.place = source_locate(where->source, where->begin);
	return mark;
}

static void add_finding(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository, const struct finding *finding)
{
	struct buf label = {0}, related = {0};
	message_add(&label, options->language, finding->kind->label, finding->arguments);
	message_add(&related, options->language, finding->kind->related, finding->arguments);
	const struct mark marks[2] = {
		mark_of(&finding->where, '^', severity_ink(finding->severity), &label),
		mark_of(&finding->related, '-', INK_FRAME, &related),
	};
	bool placed = finding->where.source;
	size_t gutter = placed ? excerpt_gutter(marks, finding->related.source ? 2 : 1) : 1;
	add_headline(buf, options, finding);
	if (placed)
		add_places(buf, options, repository, marks, gutter, finding->kind->secret);
	if (finding->kind->remedy) {
		if (placed && !finding->kind->secret)
			excerpt_add_gap(buf, options->colour, gutter);
		add_remedy(buf, options, gutter, finding);
	}
	buf_add_char(buf, '\n');
	buf_clear(&label);
	buf_clear(&related);
}

static void text_begin(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	(void)buf, (void)options, (void)total;
}

static void text_repository(struct buf *buf, const struct report_options *options,
	const struct report_repository *repository)
{
	struct tally tally = {0};
	for (size_t i = 0; i < repository->findings->count; i++) {
		const struct finding *finding = &repository->findings->items[i];
		size_t number = tally_add(&tally, finding->kind->code);
		if (options->limit == 0 || number <= options->limit)
			add_finding(buf, options, repository, finding);
		report_pass_on(buf, options);
	}
	size_t length = buf->len;
	tally_add_hidden(buf, options, &tally);
	if (buf->len > length)
		buf_add_char(buf, '\n');
	tally_clear(&tally);
}

static void text_end(
	struct buf *buf, const struct report_options *options, const struct report_summary *total)
{
	report_add_known(buf, options, total);
	summary_add(buf, options, total);
	buf_add_char(buf, '\n');
}

const struct report_format report_format_text = {
	.name = "text",
	.summary = N_("for reading: each finding with its place and what to do (default)"),
	.for_people = true,
	.begin = text_begin,
	.repository = text_repository,
	.end = text_end,
};
