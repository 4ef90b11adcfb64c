#include "base/seen.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"

enum { FIRST_CAPACITY = 256 };

/* Zero marks an empty slot. */
static uint64_t key_of(uint64_t hash)
{
	return hash ? hash : 1;
}

static uint64_t *slot_of(const struct seen *seen, uint64_t key)
{
	size_t slot = (size_t)key & (seen->capacity - 1);
	while (seen->slots[slot] && seen->slots[slot] != key)
		slot = (slot + 1) & (seen->capacity - 1);
	return &seen->slots[slot];
}

static void grow(struct seen *seen)
{
	struct seen larger = {.capacity = seen->capacity ? seen->capacity * 2 : FIRST_CAPACITY};
	larger.slots = memory_resize(NULL, larger.capacity, sizeof *larger.slots);
	memset(larger.slots, 0, larger.capacity * sizeof *larger.slots);
	for (size_t i = 0; i < seen->capacity; i++)
		if (seen->slots[i])
			*slot_of(&larger, seen->slots[i]) = seen->slots[i];
	larger.count = seen->count;
	free(seen->slots);
	*seen = larger;
}

bool seen_add(struct seen *seen, uint64_t hash)
{
	if ((seen->count + 1) * 2 > seen->capacity)
		grow(seen);
	uint64_t key = key_of(hash), *slot = slot_of(seen, key);
	if (*slot)
		return false;
	*slot = key;
	seen->count++;
	return true;
}

bool seen_has(const struct seen *seen, uint64_t hash)
{
	return seen->count > 0 && *slot_of(seen, key_of(hash));
}

void seen_clear(struct seen *seen)
{
	free(seen->slots);
	*seen = (struct seen){0};
}

uint64_t seen_hash(uint64_t before, struct kpss_str part)
{
	uint64_t hash = hash_mix(before ^ 0x9E3779B97F4A7C15u, part.len ^ 0xD6E8FEB86659FD93u),
		 piece;
	for (size_t at = 0; at < part.len; at += sizeof piece) {
		size_t length = part.len - at < sizeof piece ? part.len - at : sizeof piece;
		piece = 0;
		memcpy(&piece, part.ptr + at, length);
		hash = hash_mix(hash ^ piece, 0xA0761D6478BD642Fu);
	}
	return hash;
}
