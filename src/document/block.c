#include "document/block.h"

static uint32_t spaces_skip(struct kpss_str bytes, uint32_t at)
{
	while (at < bytes.len && bytes.ptr[at] == ' ')
		at++;
	return at;
}

static bool ends_line(struct kpss_str bytes, uint32_t at)
{
	return at >= bytes.len || bytes.ptr[at] == '\n' || bytes.ptr[at] == '\r';
}

static uint32_t next_line(struct kpss_str bytes, uint32_t at)
{
	const char *found = at < bytes.len ? memchr(bytes.ptr + at, '\n', bytes.len - at) : NULL;
	return found ? (uint32_t)(found - bytes.ptr) + 1 : (uint32_t)bytes.len;
}

/* The first line with text says how far all of them are indented, unless it stands no deeper than what is around it:
 * then there is no text, and the longest blank line counts. */
static void indent_detect(struct block *block, struct kpss_str bytes, int32_t column)
{
	uint32_t longest = 0, longest_line = 0;
	for (uint32_t line = block->first_line; line < bytes.len; line = next_line(bytes, line)) {
		uint32_t text = spaces_skip(bytes, line);
		if (!ends_line(bytes, text)) {
			if ((int64_t)(text - line) <= column)
				break;
			block->indent = text - line;
			block->long_blank = longest > block->indent ? longest_line : 0;
			return;
		}
		if (text - line > longest) {
			longest = text - line;
			longest_line = line;
		}
	}
	block->indent = longest;
}

struct block block_read(struct kpss_str bytes, uint32_t begin, int32_t column)
{
	struct block block = {.header_end = begin + 1};
	for (; !ends_line(bytes, block.header_end); block.header_end++) {
		char c = bytes.ptr[block.header_end];
		if (c >= '1' && c <= '9') {
			block.indent_given = true;
			block.indent = (uint32_t)(c - '0') + (column > 0 ? (uint32_t)column : 0);
		} else if (c == '-' || c == '+') {
			block.chomping = c;
		} else {
			break;
		}
	}
	block.first_line = next_line(bytes, block.header_end);
	if (!block.indent_given)
		indent_detect(&block, bytes, column);
	return block;
}

uint32_t block_end(struct kpss_str bytes, const struct block *block, uint32_t mark)
{
	uint32_t end = mark;
	while (block->chomping != '+' && end > block->first_line) {
		uint32_t line = end - 1;
		while (line > block->first_line && bytes.ptr[line - 1] != '\n')
			line--;
		uint32_t text = spaces_skip(bytes, line);
		if (text - line > block->indent || !ends_line(bytes, text))
			break;
		end = line;
	}
	if (end <= block->first_line)
		return block->header_end;
	if (bytes.ptr[end - 1] == '\n')
		end--;
	if (bytes.ptr[end - 1] == '\r')
		end--;
	return end;
}

uint32_t block_doubtful_end(struct kpss_str bytes, const struct block *block, uint32_t mark)
{
	uint32_t line = mark, end = mark;
	while (end < bytes.len && (bytes.ptr[end] == ' ' || bytes.ptr[end] == '\t'))
		end++;
	if (end < bytes.len)
		return 0;
	while (line > block->first_line && (bytes.ptr[line - 1] == ' ' || bytes.ptr[line - 1] == '\t'))
		line--;
	bool is_line = line < end && line >= block->first_line && bytes.ptr[line - 1] == '\n';
	return is_line && (block->chomping == '+' || end - line > block->indent) ? line : 0;
}
