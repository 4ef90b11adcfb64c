/* Text as a terminal shows it: what must not reach it raw, and how wide the rest is. */
#include "base/text.h"

#include <unicode/uchar.h>

#include "base/buf.h"

enum { LATIN_END = 0x300, HEX_BITS = 4, BYTE_ESCAPE_WIDTH = 6 };

/* Characters that would move the cursor, turn the direction of writing or hide. */
struct range {
	uint32_t first, last;
};
static const struct range unsafe_ranges[] = {
	{0x0000, 0x0008},
	{0x000A, 0x001F},
	{0x007F, 0x009F},
	{0x061C, 0x061C},
	{0x200B, 0x200B},
	{0x200E, 0x200F},
	{0x2028, 0x202E},
	{0x2060, 0x206F},
	{0xFEFF, 0xFEFF},
	{0xFFF9, 0xFFFB},
	{0xE0000, 0xE007F},
};

bool text_is_unsafe(uint32_t code)
{
	for (size_t i = 0; i < sizeof unsafe_ranges / sizeof *unsafe_ranges; i++)
		if (code <= unsafe_ranges[i].last)
			return code >= unsafe_ranges[i].first;
	return false;
}

static size_t escape_width(uint32_t code)
{
	size_t digits = 1;
	while (code >>= HEX_BITS)
		digits++;
	return digits + strlen("\\u{}");
}

static size_t code_width(uint32_t code)
{
	if (code < LATIN_END)
		return 1;
	int8_t type = u_charType((UChar32)code);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
		return 0;
	int32_t east_asian = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);
	return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

static bool is_plain_ascii(char c)
{
	return c >= ' ' && c <= '~';
}

static size_t plain_ascii_length(struct kpss_str text, size_t at)
{
	size_t end = at;
	while (end < text.len && is_plain_ascii(text.ptr[end]))
		end++;
	return end - at;
}

/* Length of the character at `at`; 0 when the byte there is no UTF-8. */
static size_t character_at(struct kpss_str text, size_t at, uint32_t *code)
{
	enum { LONGEST = 4 };
	size_t left = text.len - at, length;
	struct kpss_str rest = {.ptr = text.ptr + at, .len = left < LONGEST ? left : LONGEST};
	if (text_valid_utf8(rest) == 0)
		return 0;
	*code = text_code_point(text, at, &length);
	return length;
}

size_t text_width(struct kpss_str text)
{
	size_t width = 0;
	for (size_t at = 0; at < text.len;) {
		size_t plain = plain_ascii_length(text, at);
		width += plain;
		at += plain;
		if (at == text.len)
			break;
		uint32_t code;
		size_t length = character_at(text, at, &code);
		if (length == 0)
			width += BYTE_ESCAPE_WIDTH;
		else
			width += text_is_unsafe(code) ? escape_width(code) : code_width(code);
		at += length ? length : 1;
	}
	return width;
}

void text_add_safe(struct buf *buf, struct kpss_str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t plain = plain_ascii_length(text, at);
		buf_add(buf, (struct kpss_str){.ptr = text.ptr + at, .len = plain});
		at += plain;
		if (at == text.len)
			break;
		uint32_t code;
		size_t length = character_at(text, at, &code);
		if (length == 0)
			buf_addf(buf, "\\x{%02x}", (unsigned)(unsigned char)text.ptr[at]);
		else if (code == '\t')
			buf_add_char(buf, ' ');
		else if (text_is_unsafe(code))
			buf_addf(buf, "\\u{%x}", (unsigned)code);
		else
			buf_add(buf, (struct kpss_str){.ptr = text.ptr + at, .len = length});
		at += length ? length : 1;
	}
}
