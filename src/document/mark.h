/* libyaml counts characters; everybody else here counts bytes. A cursor walks from one mark to the next, so that a whole
 * file is walked about once. */
#ifndef DOCUMENT_MARK_H
#define DOCUMENT_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <kpss/str.h>

struct mark_cursor {
	struct kpss_str bytes;
	size_t byte;
	size_t character;
};

static inline bool byte_begins_character(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

/* How many of eight bytes begin a character: all but those whose two highest bits are 10. */
static inline size_t characters_in_eight(const char *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, 8);
	uint64_t continuing = (bytes >> 7) & ~(bytes >> 6) & 0x0101010101010101u;
	return 8 - (size_t)((continuing * 0x0101010101010101u) >> 56);
}

static inline bool all_ascii(const char *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, 8);
	return (bytes & 0x8080808080808080u) == 0;
}

/* The byte offset of the character with this number; the end of the bytes when there are fewer. */
static inline uint32_t mark_byte(struct mark_cursor *cursor, size_t character)
{
	const char *ptr = cursor->bytes.ptr;
	size_t byte = cursor->byte, at = cursor->character;
	while (at > character) {
		byte--;
		at -= byte_begins_character(ptr[byte]);
	}
	while (at < character && byte + 8 <= cursor->bytes.len) {
		size_t step = character - at < 8 ? character - at : 8;
		bool plain = all_ascii(ptr + byte);
		if (!plain && step < 8)
			break;
		at += plain ? step : characters_in_eight(ptr + byte);
		byte += plain ? step : 8;
	}
	while (byte < cursor->bytes.len && !byte_begins_character(ptr[byte]))
		byte++;
	while (at < character && byte < cursor->bytes.len) {
		at++;
		byte++;
		while (byte < cursor->bytes.len && !byte_begins_character(ptr[byte]))
			byte++;
	}
	cursor->byte = byte;
	cursor->character = at;
	return (uint32_t)byte;
}

#endif
