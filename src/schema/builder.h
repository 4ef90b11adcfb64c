/* The growing arrays behind a schema table while it is compiled. */
#ifndef SCHEMA_BUILDER_H
#define SCHEMA_BUILDER_H

#include <stddef.h>
#include <stdint.h>

#include "schema/table.h"

struct arena;
struct words;

struct builder {
	struct words *words;
	uint32_t word_count;
	struct schema_shape *shapes;
	struct schema_object *objects;
	struct schema_property *properties;
	struct schema_slot *slots;
	uint16_t *lists;
	uint32_t *shape_lists;
	struct schema_text *patterns;
	struct schema_kind *kinds;
	struct schema_level *levels;
	struct schema_keyword *keywords;
	struct schema_value *values;
	struct schema_anchor *anchors;
	char *pool;
	uint32_t shape_count, object_count, property_count, slot_count, list_count, shape_list_count, pattern_count,
		kind_count, level_count, keyword_count, value_count, anchor_count, pool_size;
};

void builder_init(struct builder *builder);
/* Begins with all that a table holds, at the same indices; the table must outlive the builder. */
void builder_load(struct builder *builder, const struct schema_table *table);
void builder_clear(struct builder *builder);

/* Each adds at the end and returns the index. What is added is all zero unless given. */
uint32_t builder_shape(struct builder *builder);
uint32_t builder_object(struct builder *builder, const struct schema_property *properties, uint32_t count,
	uint32_t others);
uint32_t builder_list(struct builder *builder, const uint16_t *items, uint32_t count);
uint32_t builder_shapes(struct builder *builder, const uint32_t *items, uint32_t count);
uint32_t builder_pattern(struct builder *builder, struct schema_text pattern);
uint32_t builder_kind(struct builder *builder);
uint32_t builder_level(struct builder *builder);
uint32_t builder_keywords(struct builder *builder, const struct schema_keyword *items, uint32_t count);
uint32_t builder_value(struct builder *builder, struct schema_value value);
uint32_t builder_anchor(struct builder *builder, struct schema_anchor anchor);

/* NULL is empty; builder_bytes takes text that may hold NUL. */
struct schema_text builder_text(struct builder *builder, const char *text);
struct schema_text builder_bytes(struct builder *builder, struct kpss_str text);
uint16_t builder_word(struct builder *builder, const char *word);

/* Copies all into the arena. */
void builder_finish(struct builder *builder, struct arena *arena, struct schema_table *out);

#endif
