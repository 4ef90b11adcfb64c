#include "document/layout.h"

#include <string.h>

struct kpss_str layout_line_end(struct kpss_str bytes, uint32_t at)
{
	const char *found = memchr(bytes.ptr + at, '\n', bytes.len - at);
	if (!found)
		found = memchr(bytes.ptr, '\n', bytes.len);
	return kpss_str(found && found > bytes.ptr && found[-1] == '\r' ? "\r\n" : "\n");
}

int32_t layout_column(struct kpss_str bytes, uint32_t at)
{
	uint32_t line = at;
	while (line > 0 && bytes.ptr[line - 1] != '\n')
		line--;
	bool mark = line == 0 && bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0;
	return (int32_t)(at - line) - (mark ? 3 : 0);
}

bool layout_is_block_text(struct kpss_str yaml)
{
	return yaml.len > 0 && (yaml.ptr[0] == '|' || yaml.ptr[0] == '>');
}
