#include "render/excerpt.h"

#include "base/buf.h"
#include "base/text.h"
#include "render/window.h"

/* How far apart two places share an excerpt; how far up the key of a list is looked for; the longest row of signs. */
enum { SHARED_LINES = 6, PARENT_LINES = 40, MARKS_MOST = 2 };

static size_t digits(uint32_t number)
{
	size_t count = 1;
	while (number /= 10)
		count++;
	return count;
}

size_t excerpt_gutter(const struct mark *marks, size_t count)
{
	size_t widest = 1;
	for (size_t i = 0; i < count; i++) {
		size_t width = digits(marks[i].place.line);
		widest = width > widest ? width : widest;
	}
	return widest;
}

bool excerpt_is_shared(const struct mark *first, const struct mark *second)
{
	if (!second->where.source || first->where.source != second->where.source)
		return false;
	uint32_t a = first->place.line, b = second->place.line;
	return (a > b ? a - b : b - a) <= SHARED_LINES;
}

static void add_gutter(struct buf *buf, bool colour, size_t gutter, uint32_t line)
{
	size_t width = line ? digits(line) : 0;
	ink_add(buf, colour, INK_FRAME);
	buf_add_repeated(buf, ' ', gutter - width);
	if (line)
		buf_addf(buf, "%u", (unsigned)line);
	buf_add_text(buf, " |");
	ink_add(buf, colour, INK_PLAIN);
}

void excerpt_add_gap(struct buf *buf, bool colour, size_t gutter)
{
	add_gutter(buf, colour, gutter, 0);
	buf_add_char(buf, '\n');
}

static size_t indentation(struct kpss_str line)
{
	size_t at = 0;
	while (at < line.len && line.ptr[at] == ' ')
		at++;
	return at;
}

static bool is_item(struct kpss_str line, size_t indent)
{
	return indent < line.len && line.ptr[indent] == '-' &&
	       (indent + 1 == line.len || line.ptr[indent + 1] == ' ');
}

static bool is_content(struct kpss_str line, size_t indent)
{
	return indent < line.len && line.ptr[indent] != '#';
}

/* The line with the key of the list that an item stands in: an item alone does not say what it is. 0 when the line is no
 * item or the key is far. */
static uint32_t parent_line(struct source *source, uint32_t line)
{
	struct kpss_str text = source_line(source, line);
	size_t indent = indentation(text);
	if (!is_item(text, indent))
		return 0;
	for (uint32_t back = 1; back < line && back <= PARENT_LINES; back++) {
		struct kpss_str above = source_line(source, line - back);
		size_t above_indent = indentation(above);
		if (!is_content(above, above_indent))
			continue;
		if (above_indent < indent ||
			(above_indent == indent && !is_item(above, above_indent)))
			return line - back;
	}
	return 0;
}

static void add_line(
	struct buf *buf, bool colour, size_t gutter, uint32_t line, const struct window *window)
{
	add_gutter(buf, colour, gutter, line);
	if (window->line.len) {
		buf_add_char(buf, ' ');
		window_add(buf, window);
	}
	buf_add_char(buf, '\n');
}

static void add_mark(struct buf *buf, bool colour, size_t gutter, const struct mark *mark,
	const struct window *window, size_t begin, size_t end)
{
	size_t column = window_column(window, begin);
	size_t width = window_column(window, end) - column;
	add_gutter(buf, colour, gutter, 0);
	buf_add_repeated(buf, ' ', column + 1);
	ink_add(buf, colour, mark->ink);
	buf_add_repeated(buf, mark->sign, width ? width : 1);
	if (mark->label.len) {
		buf_add_char(buf, ' ');
		buf_add(buf, mark->label);
	}
	ink_add(buf, colour, INK_PLAIN);
	buf_add_char(buf, '\n');
}

/* Shows what lies between two shown lines: one line as it is, more as dots. */
static void add_between(struct buf *buf, bool colour, size_t gutter, struct source *source,
	uint32_t shown, uint32_t next)
{
	if (shown == 0 || next <= shown + 1)
		return;
	if (next == shown + 2) {
		struct window window = window_around(source_line(source, shown + 1), 0, 0);
		add_line(buf, colour, gutter, shown + 1, &window);
		return;
	}
	ink_add(buf, colour, INK_FRAME);
	buf_add_text(buf, "...");
	ink_add(buf, colour, INK_PLAIN);
	buf_add_char(buf, '\n');
}

static uint32_t add_marked_line(
	struct buf *buf, bool colour, size_t gutter, const struct mark *mark, uint32_t shown)
{
	struct source *source = mark->where.source;
	uint32_t line = mark->place.line;
	struct kpss_str text = source_line(source, line);
	size_t offset = (size_t)(text.ptr - source->bytes.ptr);
	size_t begin = mark->where.begin < offset ? 0 : mark->where.begin - offset;
	size_t end = mark->where.end < offset ? 0 : mark->where.end - offset;
	begin = begin > text.len ? text.len : begin;
	end = end > text.len ? text.len : end < begin ? begin : end;
	struct window window = window_around(text, begin, end);
	add_between(buf, colour, gutter, source, shown, line);
	/* Two marks of a line that does not fit are shown with their own parts of it. */
	if (line != shown || !window_is_whole(&window))
		add_line(buf, colour, gutter, line, &window);
	add_mark(buf, colour, gutter, mark, &window, begin, end);
	return line;
}

void excerpt_add(
	struct buf *buf, bool colour, size_t gutter, const struct mark *marks, size_t count)
{
	struct source *source = marks[0].where.source;
	if (source->bytes.len == 0)
		return;
	const struct mark *ordered[MARKS_MOST] = {&marks[0], &marks[count - 1]};
	if (count > 1 && ordered[1]->place.line < ordered[0]->place.line) {
		ordered[0] = &marks[1];
		ordered[1] = &marks[0];
	}
	excerpt_add_gap(buf, colour, gutter);
	uint32_t shown = parent_line(source, ordered[0]->place.line);
	if (shown) {
		struct window window = window_around(source_line(source, shown), 0, 0);
		add_line(buf, colour, gutter, shown, &window);
	}
	for (size_t i = 0; i < count; i++)
		shown = add_marked_line(buf, colour, gutter, ordered[i], shown);
}
