/* Regular expressions of schemas. */
#ifndef SCHEMA_PATTERN_H
#define SCHEMA_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct pattern_cache;
struct schema_table;

bool pattern_is_valid(struct kpss_str pattern);

/* The compiled patterns of a table, which must outlive them. */
struct pattern_cache *patterns_new(const struct schema_table *table);
void patterns_free(struct pattern_cache *patterns);
/* Does the pattern with this number match anywhere in the text? Gives up, and says no, on patterns that explode. */
bool pattern_matches(struct pattern_cache *patterns, uint32_t pattern, struct kpss_str text);

#endif
