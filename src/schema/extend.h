/* A schema with the fields that a town adds, made at run time by the compiler that made the schema. */
#ifndef SCHEMA_EXTEND_H
#define SCHEMA_EXTEND_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct schema_addition;
struct schema_table;
struct schema_trouble;

/* `base` plus the fields, all in the arena. Words, kinds and levels of `base` keep their numbers, new words come behind. False,
 * with the reason, when a field cannot be compiled or its kind already has one of its names. */
bool schema_extend(const struct schema_table *base, const struct schema_addition *additions, size_t count,
	struct arena *arena, struct schema_table *out, struct schema_trouble *trouble);

#endif
