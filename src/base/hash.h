/* Hash of short texts for tables in memory; never stored, never seen from outside. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include <kpss/str.h>

/* Multiplies to twice the width and folds, eight bytes at a time. */
static inline uint64_t hash_mix(uint64_t a, uint64_t b)
{
	__extension__ typedef unsigned __int128 wide;
	wide product = (wide)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint32_t hash_text(struct kpss_str text)
{
	uint64_t hash = 0x9E3779B97F4A7C15u ^ text.len;
	const char *at = text.ptr;
	size_t left = text.len;
	uint64_t piece;
	for (; left >= 8; at += 8, left -= 8) {
		memcpy(&piece, at, 8);
		hash = hash_mix(hash ^ piece, 0xD6E8FEB86659FD93u);
	}
	piece = 0;
	for (size_t i = 0; i < left; i++)
		piece |= (uint64_t)(unsigned char)at[i] << (8 * i);
	hash = hash_mix(hash ^ piece, 0xA0761D6478BD642Fu);
	return (uint32_t)(hash ^ (hash >> 32));
}

#endif
