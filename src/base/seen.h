/* Which of many things have been met already, by a hash of each. */
#ifndef BASE_SEEN_H
#define BASE_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

/* All zero has met nothing. Give the memory back with seen_clear. */
struct seen {
	uint64_t *slots;
	size_t count, capacity;
};

/* True when the thing is met for the first time. */
bool seen_add(struct seen *seen, uint64_t hash);
bool seen_has(const struct seen *seen, uint64_t hash);
void seen_clear(struct seen *seen);

/* Hashes parts one after the other: begin with any number, each part changes it. */
uint64_t seen_hash(uint64_t before, struct kpss_str part);

#endif
