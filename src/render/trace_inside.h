/* What all formats of the trace say alike; only for src/render/trace*.c. */
#ifndef RENDER_TRACE_INSIDE_H
#define RENDER_TRACE_INSIDE_H

#include "base/buf.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "render/trace.h"

extern const struct trace_format trace_format_text, trace_format_json, trace_format_csv,
	trace_format_md;

/* The record that a line shows: what the link leads to or, where that is missing at depth 0, what it leads from. */
const struct entity *trace_shown(const struct trace_link *link);
/* "need", "source", "indicator", …: English, for programs and as msgid. */
const char *trace_step_word(enum trace_step step);
/* What a record is: the word of its kind or level, spaced for a sentence in the language, or as programs read it. */
void trace_add_kind(struct buf *buf, const struct trace_options *options, const struct trace *trace,
	const struct entity *entity);
struct kpss_str trace_kind_word(const struct trace *trace, const struct entity *entity);
/* Code, name and id of the record shown, as one text; without a record, what the file says. What is longer than so many
 * characters is cut, but never the id; 0: nothing is. */
void trace_add_label(struct buf *buf, const struct trace_link *link, size_t longest);
/* "missing: the measure has no indicator", in the language. */
void trace_add_state(
	struct buf *buf, const struct trace_options *options, const struct trace_link *link);
/* Which plan is traced and why, in one line without its end. */
void trace_add_heading(
	struct buf *buf, const struct trace_options *options, const struct trace *trace);
/* The lines of the summary, one by one; false behind the last. */
bool trace_add_summary_line(struct buf *buf, const struct trace_options *options,
	const struct trace *trace, size_t index);

#endif
