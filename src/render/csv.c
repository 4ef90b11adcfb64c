#include "render/csv.h"

#include "base/buf.h"

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

void csv_add_cell(
	struct buf *buf, size_t column, char separator, bool guarded, struct kpss_str text)
{
	bool quoted = needs_quotes(text, separator);
	if (column)
		buf_add_char(buf, separator);
	buf_add_text(buf, quoted ? "\"" : "");
	buf_add_text(buf, guarded && looks_like_formula(text) ? "'" : "");
	for (size_t i = 0; i < text.len; i++) {
		buf_add_text(buf, text.ptr[i] == '"' ? "\"" : "");
		buf_add_char(buf, text.ptr[i]);
	}
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
