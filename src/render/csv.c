#include "render/csv.h"

#include "base/buf.h"

static bool needs_quotes(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '"' || text.ptr[i] == ',' || text.ptr[i] == '\n' ||
			text.ptr[i] == '\r')
			return true;
	return false;
}

/* A spreadsheet would compute what begins like this, whoever wrote it. */
static bool looks_like_formula(struct kpss_str text)
{
	return text.len > 0 && memchr("=+-@\t\r", text.ptr[0], sizeof "=+-@\t\r" - 1) != NULL;
}

void csv_add_text(struct buf *buf, size_t column, struct kpss_str text)
{
	bool quoted = needs_quotes(text);
	buf_add_text(buf, column ? "," : "");
	buf_add_text(buf, quoted ? "\"" : "");
	buf_add_text(buf, looks_like_formula(text) ? "'" : "");
	for (size_t i = 0; i < text.len; i++) {
		buf_add_text(buf, text.ptr[i] == '"' ? "\"" : "");
		buf_add_char(buf, text.ptr[i]);
	}
	buf_add_text(buf, quoted ? "\"" : "");
}

void csv_end_row(struct buf *buf)
{
	buf_add_text(buf, "\r\n");
}
