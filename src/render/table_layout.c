#include "render/table_layout.h"

#include "base/buf.h"
#include "base/text.h"

enum { GAP = 2, NARROWEST = 16 };

static size_t whole_width(const struct layout_column *columns, size_t count)
{
	size_t width = 0;
	for (size_t i = 0; i < count; i++)
		width += columns[i].width + (i ? GAP : 0);
	return width;
}

void layout_fit(struct layout_column *columns, size_t count, size_t width)
{
	for (size_t i = 0; width && i < count; i++)
		if (columns[i].breaks && columns[i].width > width && width > NARROWEST)
			columns[i].width = width;
	while (width && whole_width(columns, count) > width) {
		struct layout_column *widest = NULL;
		for (size_t i = 0; i < count; i++)
			if (columns[i].breaks && columns[i].width > NARROWEST &&
				(!widest || columns[i].width > widest->width))
				widest = &columns[i];
		if (!widest)
			return;
		widest->width--;
	}
}

/* Cuts off what goes into so many columns: whole words, or as much of a longer word; at least one character. */
static struct kpss_str take_line(struct kpss_str *rest, size_t columns)
{
	struct kpss_str line = *rest;
	if (text_width(line) <= columns) {
		rest->len = 0;
		return line;
	}
	size_t at = 0, used = 0, fits = 0, next = 0;
	for (;;) {
		size_t length;
		text_code_point(*rest, at, &length);
		bool is_blank = rest->ptr[at] == ' ';
		if (is_blank) {
			fits = at;
			next = at + 1;
		}
		used += text_width((struct kpss_str){.ptr = rest->ptr + at, .len = length});
		if (used > columns && at > 0)
			break;
		at += length;
	}
	if (fits == 0)
		fits = next = at;
	line.len = fits;
	*rest = (struct kpss_str){.ptr = rest->ptr + next, .len = rest->len - next};
	return line;
}

static void drop_blanks(struct buf *buf, size_t begin)
{
	while (buf->len > begin && buf->ptr[buf->len - 1] == ' ')
		buf->len--;
}

void layout_add_row(
	struct buf *buf, const struct layout_column *columns, struct kpss_str *texts, size_t count)
{
	for (bool is_more = true, is_first = true; is_more; is_first = false) {
		is_more = false;
		if (!is_first)
			buf_add_char(buf, '\n');
		size_t begin = buf->len;
		for (size_t i = 0; i < count; i++) {
			struct kpss_str part = take_line(&texts[i], columns[i].width);
			size_t width = text_width(part);
			size_t blanks = columns[i].width > width ? columns[i].width - width : 0;
			buf_add_repeated(
				buf, ' ', (i ? GAP : 0) + (columns[i].to_right ? blanks : 0));
			buf_add(buf, part);
			buf_add_repeated(buf, ' ', columns[i].to_right ? 0 : blanks);
			is_more = is_more || texts[i].len > 0;
		}
		drop_blanks(buf, begin);
	}
}

void layout_add_rule(struct buf *buf, const struct layout_column *columns, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_add_repeated(buf, ' ', i ? GAP : 0);
		for (size_t dashes = 0; dashes < columns[i].width; dashes++)
			buf_add_text(buf, "─");
	}
	buf_add_char(buf, '\n');
}
