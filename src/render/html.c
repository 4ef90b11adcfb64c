#include "render/html.h"

#include "base/buf.h"
#include "base/text.h"

static void add_escaped(struct buf *buf, char c)
{
	switch (c) {
	case '&':
		buf_add_text(buf, "&amp;");
		break;
	case '<':
		buf_add_text(buf, "&lt;");
		break;
	case '>':
		buf_add_text(buf, "&gt;");
		break;
	case '"':
		buf_add_text(buf, "&quot;");
		break;
	default:
		buf_add_char(buf, c);
	}
}

void html_add_text(struct buf *buf, struct kpss_str text)
{
	while (text.len) {
		const char *end = memchr(text.ptr, '\n', text.len);
		size_t length = end ? (size_t)(end - text.ptr) : text.len;
		struct buf safe = {0};
		text_add_safe(&safe, (struct kpss_str){.ptr = text.ptr, .len = length});
		for (size_t i = 0; i < safe.len; i++)
			add_escaped(buf, safe.ptr[i]);
		buf_clear(&safe);
		buf_add_text(buf, end ? "\n" : "");
		length += end != NULL;
		text = (struct kpss_str){.ptr = text.ptr + length, .len = text.len - length};
	}
}
