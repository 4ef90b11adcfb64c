#include "base/sha256.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64, WORDS = 8, ROUNDS = 64, LENGTH_AT = 56 };

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
	0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152,
	0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3,
	0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotated(uint32_t word, int by)
{
	return word >> by | word << (32 - by);
}

static void schedule(const unsigned char *block, uint32_t words[ROUNDS])
{
	for (int i = 0; i < 16; i++, block += 4)
		words[i] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 |
			   (uint32_t)block[2] << 8 | block[3];
	for (int i = 16; i < ROUNDS; i++) {
		uint32_t early = words[i - 15], late = words[i - 2];
		words[i] = words[i - 16] + (rotated(early, 7) ^ rotated(early, 18) ^ early >> 3) +
			   words[i - 7] + (rotated(late, 17) ^ rotated(late, 19) ^ late >> 10);
	}
}

static void block_add(uint32_t state[WORDS], const unsigned char *block)
{
	uint32_t words[ROUNDS], now[WORDS];
	schedule(block, words);
	memcpy(now, state, sizeof now);
	for (int i = 0; i < ROUNDS; i++) {
		uint32_t a = now[0], e = now[4];
		uint32_t choice = (e & now[5]) ^ (~e & now[6]);
		uint32_t majority = (a & now[1]) ^ (a & now[2]) ^ (now[1] & now[2]);
		uint32_t first = now[7] + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
				 choice + constants[i] + words[i];
		uint32_t second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority;
		memmove(now + 1, now, (WORDS - 1) * sizeof *now);
		now[4] += first;
		now[0] = first + second;
	}
	for (int i = 0; i < WORDS; i++)
		state[i] += now[i];
}

/* What is left, a bit that is set, and at the end of a block the length in bits. */
static void end_add(uint32_t state[WORDS], const unsigned char *rest, size_t count, uint64_t length)
{
	unsigned char block[BLOCK] = {0};
	if (count)
		memcpy(block, rest, count);
	block[count] = 0x80;
	if (count >= LENGTH_AT) {
		block_add(state, block);
		memset(block, 0, sizeof block);
	}
	for (int i = 0; i < 8; i++)
		block[LENGTH_AT + i] = (unsigned char)(length * 8 >> (56 - 8 * i));
	block_add(state, block);
}

void sha256_text(struct kpss_str bytes, char text[SHA256_TEXT_SIZE])
{
	uint32_t state[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
		0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	const unsigned char *at = (const unsigned char *)bytes.ptr;
	size_t left = bytes.len;
	for (; left >= BLOCK; at += BLOCK, left -= BLOCK)
		block_add(state, at);
	end_add(state, at, left, bytes.len);
	for (int i = 0; i < WORDS; i++)
		snprintf(text + (size_t)i * 8, 9, "%08x", (unsigned)state[i]);
}
