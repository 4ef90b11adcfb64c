#include "render/wrap.h"

#include "base/buf.h"
#include "base/text.h"

void wrap_add(struct buf *buf, size_t indent, size_t used, const char *text)
{
	bool first = true;
	while (*text) {
		size_t length = strcspn(text, " \n");
		size_t width = text_width((struct kpss_str){.ptr = text, .len = length});
		if (!first && used + 1 + width > WRAP_COLUMNS) {
			buf_add_char(buf, '\n');
			buf_add_repeated(buf, ' ', indent);
			used = indent;
		} else if (!first) {
			buf_add_char(buf, ' ');
			used++;
		}
		buf_add(buf, (struct kpss_str){.ptr = text, .len = length});
		used += width;
		first = false;
		text += length;
		text += *text != '\0';
	}
	buf_add_char(buf, '\n');
}

void cut_add(struct buf *buf, struct kpss_str text, size_t columns)
{
	size_t at = 0, used = 0;
	if (text_width(text) <= columns) {
		buf_add(buf, text);
		return;
	}
	while (at < text.len) {
		size_t length;
		text_code_point(text, at, &length);
		used += text_width((struct kpss_str){.ptr = text.ptr + at, .len = length});
		if (used + 1 > columns)
			break;
		at += length;
	}
	buf_add(buf, (struct kpss_str){.ptr = text.ptr, .len = at});
	buf_add_text(buf, "…");
}
