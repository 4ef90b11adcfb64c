/* The trace as a nested list of Markdown. */
#include "base/language.h"
#include "render/markdown.h"
#include "render/trace_inside.h"

enum { INDENT = 2 };

static void add_link(struct buf *buf, const struct trace_options *options,
	const struct trace *trace, const struct trace_link *link)
{
	struct buf part = {0};
	const struct entity *shown = trace_shown(link);
	buf_add_repeated(buf, ' ', (size_t)link->depth * INDENT);
	buf_add_text(buf, "- ");
	if (shown)
		trace_add_kind(&part, options, trace, shown);
	else
		buf_add_text(&part, language_text(options->language, trace_step_word(link->step)));
	buf_add_text(&part, shown || link->text.len ? ": " : "");
	trace_add_label(&part, link, 0);
	markdown_add_text(buf, buf_str(&part));
	if (link->status.len) {
		buf_add_text(buf, ", ");
		markdown_add_text(buf, link->status);
	}
	part.len = 0;
	trace_add_state(&part, options, link);
	buf_add_text(buf, link->state == TRACE_COVERED ? " – " : " – **");
	markdown_add_text(buf, buf_str(&part));
	buf_add_text(buf, link->state == TRACE_COVERED ? "\n" : "**\n");
	buf_clear(&part);
}

static void md_add(struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	struct buf part = {0};
	trace_add_heading(&part, options, trace);
	buf_add_text(buf, "# ");
	markdown_add_text(buf, buf_str(&part));
	buf_add_text(buf, trace->count ? "\n\n" : "\n");
	for (size_t i = 0; i < trace->count; i++)
		add_link(buf, options, trace, &trace->links[i]);
	part.len = 0;
	for (size_t i = 0; trace->of && trace_add_summary_line(&part, options, trace, i); i++) {
		buf_add_text(buf, i ? "- " : "\n- ");
		markdown_add_text(buf, buf_str(&part));
		buf_add_char(buf, '\n');
		part.len = 0;
	}
	buf_clear(&part);
}

const struct trace_format trace_format_md = {.name = "md", .add = md_add};
