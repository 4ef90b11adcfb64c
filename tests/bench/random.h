/* A small generator of numbers (splitmix64): the same seed gives the same numbers on every machine. */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

static inline uint32_t random_next(struct random *random)
{
	uint64_t mixed = random->state += 0x9e3779b97f4a7c15u;
	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return (uint32_t)((mixed ^ (mixed >> 31)) >> 32);
}

/* From `low` to `high`, both included. */
static inline int random_between(struct random *random, int low, int high)
{
	uint64_t width = (uint64_t)(high - low) + 1;
	return low + (int)((random_next(random) * width) >> 32);
}

/* True about once in `times`. */
static inline bool random_once_in(struct random *random, int times)
{
	return random_between(random, 1, times) == 1;
}

#endif
