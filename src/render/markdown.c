#include "render/markdown.h"

#include "base/buf.h"
#include "base/text.h"

void markdown_add_text(struct buf *buf, struct kpss_str text)
{
	struct buf safe = {0};
	text_add_safe(&safe, text);
	for (size_t i = 0; i < safe.len; i++) {
		if (memchr("\\`*_[]<>|#~&", safe.ptr[i], sizeof "\\`*_[]<>|#~&" - 1))
			buf_add_char(buf, '\\');
		buf_add_char(buf, safe.ptr[i]);
	}
	buf_clear(&safe);
}
