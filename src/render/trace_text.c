/* The trace as a tree, for people. */
#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "render/ink.h"
#include "render/trace_inside.h"
#include "render/tree.h"

enum { NAME_LONGEST = 60 }; /* characters */

static const enum ink inks[] = {
	[TRACE_COVERED] = INK_FRAME,
	[TRACE_MISSING] = INK_ERROR,
	[TRACE_ORPHANED] = INK_WARNING,
	[TRACE_UNWANTED] = INK_WARNING,
	[TRACE_OUTDATED] = INK_WARNING,
	[TRACE_UNREADABLE] = INK_ERROR,
};

static void add_label(struct buf *buf, const struct trace_link *link)
{
	struct buf label = {0};
	trace_add_label(&label, link, NAME_LONGEST);
	text_add_safe(buf, buf_str(&label));
	buf_clear(&label);
}

static void add_line(struct buf *buf, const struct trace_options *options,
	const struct trace *trace, const struct trace_link *link)
{
	const struct entity *shown = trace_shown(link);
	bool has_label = shown || link->text.len;
	if (shown)
		trace_add_kind(buf, options, trace, shown);
	else
		buf_add_text(buf, language_text(options->language, trace_step_word(link->step)));
	buf_add_text(buf, has_label ? ": " : "");
	add_label(buf, link);
	if (link->status.len) {
		buf_add_text(buf, ", ");
		buf_add_text(buf, language_text(options->language, "‘"));
		text_add_safe(buf, link->status);
		buf_add_text(buf, language_text(options->language, "’"));
	}
	buf_add_text(buf, has_label ? " – " : ": ");
	ink_add(buf, options->colour, inks[link->state]);
	trace_add_state(buf, options, link);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
}

static void add_tree(
	struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	uint32_t deepest = 0,
		 *depths = arena_array(options->arena, trace->count + 1, sizeof *depths);
	for (size_t i = 0; i < trace->count; i++) {
		depths[i] = trace->links[i].depth;
		deepest = depths[i] > deepest ? depths[i] : deepest;
	}
	const bool *continues = tree_continues(options->arena, depths, trace->count);
	bool *open = arena_array(options->arena, (size_t)deepest + 1, sizeof *open);
	for (size_t i = 0; i < trace->count; i++) {
		ink_add(buf, options->colour, INK_FRAME);
		tree_add_branches(buf, open, depths[i], continues[i]);
		ink_add(buf, options->colour, INK_PLAIN);
		add_line(buf, options, trace, &trace->links[i]);
	}
}

static void text_add(
	struct buf *buf, const struct trace_options *options, const struct trace *trace)
{
	ink_add(buf, options->colour, INK_STRONG);
	trace_add_heading(buf, options, trace);
	ink_add(buf, options->colour, INK_PLAIN);
	buf_add_char(buf, '\n');
	add_tree(buf, options, trace);
	if (!trace->of)
		return;
	buf_add_char(buf, '\n');
	for (size_t i = 0; trace_add_summary_line(buf, options, trace, i); i++)
		buf_add_char(buf, '\n');
}

const struct trace_format trace_format_text = {.name = "text", .add = text_add};
