/* From JSON Schema (draft 2020-12) to the tables of table.h. Used by the build for `schemas/` and at run time for what a
 * town adds. A keyword that is not supported is refused, never ignored. */
#ifndef SCHEMA_COMPILE_H
#define SCHEMA_COMPILE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct arena;
struct schema_table;

struct schema_input {
	const char *name; /* what references call it: group.schema.json */
	struct kpss_str json;
};

/* What stopped a compilation: a sentence for the author of the schema, in the arena. */
struct schema_trouble {
	struct kpss_str message;
};

/* The tables of all inputs together, in the arena; false, with the reason, when one of them cannot be used. */
/* The conventions of plans hold: formats are asserted, numbers must be written plainly, enumerations are words that may have
 * another one in Czech, and no two fields of an object share a name. */
bool schema_compile(const struct schema_input *inputs, size_t count, struct arena *arena, struct schema_table *out,
	struct schema_trouble *trouble);

/* The same for any JSON Schema, with nothing but the standard's meaning; the shape to check against is `first` of the table. Other
 * inputs are there to be referred to by their URIs. */
bool schema_compile_standard(const struct schema_input *inputs, size_t count, struct arena *arena,
	struct schema_table *out, struct schema_trouble *trouble);

#endif
