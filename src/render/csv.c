#include "render/csv.h"

#include "base/buf.h"
#include "base/text.h"

static bool needs_quotes(struct kpss_str text, char separator)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '"' || text.ptr[i] == separator || text.ptr[i] == '\n' ||
			text.ptr[i] == '\r')
			return true;
	return false;
}

/* A spreadsheet would compute what begins like this, whoever wrote it. */
static bool looks_like_formula(struct kpss_str text)
{
	return text.len > 0 && memchr("=+-@\t\r\n", text.ptr[0], sizeof "=+-@\t\r\n" - 1) != NULL;
}

/* Length of what is neither doubled, nor kept as the layout of a text. */
static size_t plain_length(struct kpss_str text)
{
	size_t length = 0;
	while (length < text.len && !memchr("\"\n\t\r", text.ptr[length], sizeof "\"\n\t\r" - 1))
		length++;
	return length;
}

/* A cell may have lines of its own; what else would move the cursor of a terminal is shown. */
static void add_inside(struct buf *buf, struct kpss_str text)
{
	for (size_t at = 0; at < text.len; at++) {
		struct kpss_str rest = {.ptr = text.ptr + at, .len = text.len - at};
		size_t length = plain_length(rest);
		text_add_safe(buf, (struct kpss_str){.ptr = rest.ptr, .len = length});
		at += length;
		if (at == text.len)
			return;
		if (text.ptr[at] != '\r')
			buf_add_char(buf, text.ptr[at]);
		else if (at + 1 == text.len || text.ptr[at + 1] != '\n')
			text_add_safe(buf, (struct kpss_str){.ptr = text.ptr + at, .len = 1});
		if (text.ptr[at] == '"')
			buf_add_char(buf, '"');
	}
}

void csv_add_cell(
	struct buf *buf, size_t column, char separator, bool guarded, struct kpss_str text)
{
	bool quoted = needs_quotes(text, separator);
	if (column)
		buf_add_char(buf, separator);
	buf_add_text(buf, quoted ? "\"" : "");
	buf_add_text(buf, guarded && looks_like_formula(text) ? "'" : "");
	add_inside(buf, text);
	buf_add_text(buf, quoted ? "\"" : "");
}

void csv_add_text(struct buf *buf, size_t column, struct kpss_str text)
{
	csv_add_cell(buf, column, ',', true, text);
}

void csv_end_row(struct buf *buf)
{
	buf_add_text(buf, "\r\n");
}
