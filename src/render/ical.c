#include "render/ical.h"

#include "base/buf.h"

enum { OCTETS_MOST = 75 };

/* A character that goes on is no place to break. */
static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

static void add_folded(struct buf *buf, struct kpss_str line)
{
	size_t at = 0, room = OCTETS_MOST;
	while (line.len - at > room) {
		size_t end = at + room;
		while (end > at + 1 && is_continuation(line.ptr[end]))
			end--;
		buf_add(buf, (struct kpss_str){.ptr = line.ptr + at, .len = end - at});
		buf_add_text(buf, "\r\n ");
		at = end;
		room = OCTETS_MOST - 1; /* the blank that begins the line counts */
	}
	buf_add(buf, (struct kpss_str){.ptr = line.ptr + at, .len = line.len - at});
	buf_add_text(buf, "\r\n");
}

void ical_add_line(struct buf *buf, const char *name, struct kpss_str value)
{
	struct buf line = {0};
	buf_addf(&line, "%s:", name);
	buf_add(&line, value);
	add_folded(buf, buf_str(&line));
	buf_clear(&line);
}

void ical_add_text(struct buf *buf, const char *name, struct kpss_str text)
{
	struct buf escaped = {0};
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '\n')
			buf_add_text(&escaped, "\\n");
		else if (c == '\\' || c == ';' || c == ',')
			buf_addf(&escaped, "\\%c", c);
		else if ((unsigned char)c >= ' ' && c != '\x7F')
			buf_add_char(&escaped, c);
	}
	ical_add_line(buf, name, buf_str(&escaped));
	buf_clear(&escaped);
}

void ical_add_day(struct buf *buf, struct kpss_date day)
{
	int year, month, number;
	kpss_date_split(day, &year, &month, &number);
	buf_addf(buf, "%04d%02d%02d", year, month, number);
}
