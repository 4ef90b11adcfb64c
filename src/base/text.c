/* What needs no tables of Unicode: well-formedness and code points. */
#include "base/text.h"

enum { WORD = sizeof(uint64_t) };

/* Length of the well-formed character that begins with a byte outside ASCII; 0 when there is none. */
static size_t character_length(const unsigned char *at, size_t left)
{
	/* The second byte carries the limits against overlong forms, surrogates and what lies behind U+10FFFF. */
	unsigned char lowest = 0x80, highest = 0xBF;
	size_t length;
	if (at[0] >= 0xC2 && at[0] <= 0xDF) {
		length = 2;
	} else if ((at[0] & 0xF0) == 0xE0) {
		length = 3;
		lowest = at[0] == 0xE0 ? 0xA0 : 0x80;
		highest = at[0] == 0xED ? 0x9F : 0xBF;
	} else if (at[0] >= 0xF0 && at[0] <= 0xF4) {
		length = 4;
		lowest = at[0] == 0xF0 ? 0x90 : 0x80;
		highest = at[0] == 0xF4 ? 0x8F : 0xBF;
	} else {
		return 0;
	}
	if (left < length || at[1] < lowest || at[1] > highest)
		return 0;
	for (size_t i = 2; i < length; i++)
		if ((at[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

static bool word_is_ascii(const char *at)
{
	uint64_t word;
	memcpy(&word, at, WORD);
	return (word & UINT64_C(0x8080808080808080)) == 0;
}

size_t text_valid_utf8(struct kpss_str text)
{
	size_t at = 0;
	while (at < text.len) {
		if (text.len - at >= WORD && word_is_ascii(text.ptr + at)) {
			at += WORD;
			continue;
		}
		const unsigned char *byte = (const unsigned char *)text.ptr + at;
		size_t length = *byte < 0x80 ? 1 : character_length(byte, text.len - at);
		if (length == 0)
			return at;
		at += length;
	}
	return at;
}

uint32_t text_code_point(struct kpss_str text, size_t at, size_t *length)
{
	const unsigned char *b = (const unsigned char *)text.ptr + at;
	if (b[0] < 0x80) {
		*length = 1;
		return b[0];
	}
	if (b[0] < 0xE0) {
		*length = 2;
		return (b[0] & 0x1FU) << 6 | (b[1] & 0x3FU);
	}
	if (b[0] < 0xF0) {
		*length = 3;
		return (b[0] & 0x0FU) << 12 | (b[1] & 0x3FU) << 6 | (b[2] & 0x3FU);
	}
	*length = 4;
	return (b[0] & 0x07U) << 18 | (b[1] & 0x3FU) << 12 | (b[2] & 0x3FU) << 6 | (b[3] & 0x3FU);
}
