#include "render/ink.h"

#include "base/buf.h"

void ink_add(struct buf *buf, bool colour, enum ink ink)
{
	static const char *const sequences[] = {
		[INK_PLAIN] = "\x1b[0m",
		[INK_ERROR] = "\x1b[1;31m",
		[INK_WARNING] = "\x1b[1;33m",
		[INK_NOTE] = "\x1b[1;36m",
		[INK_FRAME] = "\x1b[34m",
		[INK_STRONG] = "\x1b[1m",
	};
	if (colour)
		buf_add_text(buf, sequences[ink]);
}
