#include "schema/builder.h"

#include <stdlib.h>

#include "base/arena.h"
#include "document/words.h"
#include "schema/check.h"

/* Room for `more` items behind the first `count`; arrays grow by doubling from a power of two. */
static void *grown(void *array, uint32_t count, uint32_t more, size_t size)
{
	uint32_t capacity = count ? 1 : 0;
	while (capacity < count)
		capacity *= 2;
	if (count + more <= capacity)
		return array;
	uint32_t wanted = capacity ? capacity : 1;
	while (wanted < count + more)
		wanted *= 2;
	return memory_resize(array, wanted, size);
}

void builder_init(struct builder *builder)
{
	*builder = (struct builder){.words = words_new(NULL, 0)};
	/* A value whose word is 0 is none of the schema's, so no word that anybody writes may be that number. */
	builder_word(builder, "–");
	/* Index 0 means "none", shape 1 lets anything through. */
	builder_shape(builder);
	builder_shape(builder);
	builder_object(builder, NULL, 0, 0);
	uint16_t none = 0;
	builder_list(builder, &none, 1);
	uint32_t no_shape = 0;
	builder_shapes(builder, &no_shape, 1);
}

static void *loaded(const void *items, uint32_t count, size_t size)
{
	void *copy = grown(NULL, 0, count, size);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

void builder_load(struct builder *builder, const struct schema_table *table)
{
	*builder = (struct builder){
		.words = schema_words(table),
		.word_count = table->word_count,
		.shapes = loaded(table->shapes, table->shape_count, sizeof *table->shapes),
		.shape_count = table->shape_count,
		.objects = loaded(table->objects, table->object_count, sizeof *table->objects),
		.object_count = table->object_count,
		.properties = loaded(table->properties, table->property_count, sizeof *table->properties),
		.property_count = table->property_count,
		.slots = loaded(table->slots, table->slot_count, sizeof *table->slots),
		.slot_count = table->slot_count,
		.lists = loaded(table->lists, table->list_count, sizeof *table->lists),
		.list_count = table->list_count,
		.shape_lists = loaded(table->shape_lists, table->shape_list_count, sizeof *table->shape_lists),
		.shape_list_count = table->shape_list_count,
		.patterns = loaded(table->patterns, table->pattern_count, sizeof *table->patterns),
		.pattern_count = table->pattern_count,
		.kinds = loaded(table->kinds, table->kind_count, sizeof *table->kinds),
		.kind_count = table->kind_count,
		.levels = loaded(table->levels, table->level_count, sizeof *table->levels),
		.level_count = table->level_count,
		.keywords = loaded(table->keywords, table->keyword_count, sizeof *table->keywords),
		.keyword_count = table->keyword_count,
		.values = loaded(table->values, table->value_count, sizeof *table->values),
		.value_count = table->value_count,
		.anchors = loaded(table->anchors, table->anchor_count, sizeof *table->anchors),
		.anchor_count = table->anchor_count,
		.pool = loaded(table->pool, table->pool_size, 1),
		.pool_size = table->pool_size,
	};
}

void builder_clear(struct builder *builder)
{
	words_free(builder->words);
	free(builder->shapes);
	free(builder->objects);
	free(builder->properties);
	free(builder->slots);
	free(builder->lists);
	free(builder->shape_lists);
	free(builder->patterns);
	free(builder->kinds);
	free(builder->levels);
	free(builder->keywords);
	free(builder->values);
	free(builder->anchors);
	free(builder->pool);
}

uint32_t builder_shape(struct builder *builder)
{
	builder->shapes = grown(builder->shapes, builder->shape_count, 1, sizeof *builder->shapes);
	builder->shapes[builder->shape_count] = (struct schema_shape){
		.length_most = SCHEMA_UNLIMITED,
		.items_most = SCHEMA_UNLIMITED,
	};
	return builder->shape_count++;
}

static void slot_put(struct schema_slot *slots, uint32_t mask, uint16_t word, uint16_t property)
{
	uint32_t at = word & mask;
	while (slots[at].word != SCHEMA_NO_WORD && slots[at].word != word)
		at = (at + 1) & mask;
	slots[at] = (struct schema_slot){.word = word, .property = property};
}

uint32_t builder_object(struct builder *builder, const struct schema_property *properties, uint32_t count,
	uint32_t others)
{
	uint32_t slots = 4;
	while (slots < count * 4)
		slots *= 2;
	builder->slots = grown(builder->slots, builder->slot_count, slots, sizeof *builder->slots);
	builder->properties = grown(builder->properties, builder->property_count, count, sizeof *builder->properties);
	builder->objects = grown(builder->objects, builder->object_count, 1, sizeof *builder->objects);
	struct schema_slot *table = builder->slots + builder->slot_count;
	for (uint32_t i = 0; i < slots; i++)
		table[i] = (struct schema_slot){.word = SCHEMA_NO_WORD};
	for (uint32_t i = 0; i < count; i++) {
		slot_put(table, slots - 1, properties[i].word, (uint16_t)i);
		slot_put(table, slots - 1, properties[i].czech, (uint16_t)i);
		builder->properties[builder->property_count + i] = properties[i];
	}
	builder->objects[builder->object_count] = (struct schema_object){
		.first = builder->property_count,
		.count = count,
		.slots = builder->slot_count,
		.slot_mask = slots - 1,
		.others = others,
		.most = SCHEMA_UNLIMITED,
	};
	builder->property_count += count;
	builder->slot_count += slots;
	return builder->object_count++;
}

uint32_t builder_list(struct builder *builder, const uint16_t *items, uint32_t count)
{
	builder->lists = grown(builder->lists, builder->list_count, count, sizeof *builder->lists);
	for (uint32_t i = 0; i < count; i++)
		builder->lists[builder->list_count + i] = items[i];
	builder->list_count += count;
	return builder->list_count - count;
}

uint32_t builder_shapes(struct builder *builder, const uint32_t *items, uint32_t count)
{
	builder->shape_lists = grown(builder->shape_lists, builder->shape_list_count, count, sizeof *builder->shape_lists);
	for (uint32_t i = 0; i < count; i++)
		builder->shape_lists[builder->shape_list_count + i] = items[i];
	builder->shape_list_count += count;
	return builder->shape_list_count - count;
}

uint32_t builder_pattern(struct builder *builder, struct schema_text pattern)
{
	builder->patterns = grown(builder->patterns, builder->pattern_count, 1, sizeof *builder->patterns);
	builder->patterns[builder->pattern_count] = pattern;
	return builder->pattern_count++;
}

uint32_t builder_kind(struct builder *builder)
{
	builder->kinds = grown(builder->kinds, builder->kind_count, 1, sizeof *builder->kinds);
	builder->kinds[builder->kind_count] = (struct schema_kind){0};
	return builder->kind_count++;
}

uint32_t builder_level(struct builder *builder)
{
	builder->levels = grown(builder->levels, builder->level_count, 1, sizeof *builder->levels);
	builder->levels[builder->level_count] = (struct schema_level){0};
	return builder->level_count++;
}

uint32_t builder_keywords(struct builder *builder, const struct schema_keyword *items, uint32_t count)
{
	builder->keywords = grown(builder->keywords, builder->keyword_count, count, sizeof *builder->keywords);
	for (uint32_t i = 0; i < count; i++)
		builder->keywords[builder->keyword_count + i] = items[i];
	builder->keyword_count += count;
	return builder->keyword_count - count;
}

uint32_t builder_value(struct builder *builder, struct schema_value value)
{
	builder->values = grown(builder->values, builder->value_count, 1, sizeof *builder->values);
	builder->values[builder->value_count] = value;
	return builder->value_count++;
}

uint32_t builder_anchor(struct builder *builder, struct schema_anchor anchor)
{
	builder->anchors = grown(builder->anchors, builder->anchor_count, 1, sizeof *builder->anchors);
	builder->anchors[builder->anchor_count] = anchor;
	return builder->anchor_count++;
}

struct schema_text builder_bytes(struct builder *builder, struct kpss_str text)
{
	uint32_t length = (uint32_t)text.len;
	char *pool = grown(builder->pool, builder->pool_size, length + 1, 1);
	if (length)
		memcpy(pool + builder->pool_size, text.ptr, length);
	pool[builder->pool_size + length] = '\0';
	builder->pool = pool;
	builder->pool_size += length + 1;
	return (struct schema_text){.offset = builder->pool_size - length - 1, .length = length};
}

struct schema_text builder_text(struct builder *builder, const char *text)
{
	return text ? builder_bytes(builder, kpss_str(text)) : (struct schema_text){0};
}

uint16_t builder_word(struct builder *builder, const char *word)
{
	uint32_t number = words_number(builder->words, kpss_str(word));
	if (number >= builder->word_count)
		builder->word_count = number + 1;
	return (uint16_t)number;
}

static void *copied(struct arena *arena, const void *items, uint32_t count, size_t size)
{
	void *copy = arena_array(arena, count, size);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

void builder_finish(struct builder *builder, struct arena *arena, struct schema_table *out)
{
	struct schema_text *words = arena_array(arena, builder->word_count, sizeof *words);
	for (uint32_t i = 0; i < builder->word_count; i++)
		words[i] = builder_text(builder, words_text(builder->words, i).ptr);
	*out = (struct schema_table){
		.pool = copied(arena, builder->pool, builder->pool_size, 1),
		.pool_size = builder->pool_size,
		.words = words,
		.word_count = builder->word_count,
		.shapes = copied(arena, builder->shapes, builder->shape_count, sizeof *builder->shapes),
		.shape_count = builder->shape_count,
		.objects = copied(arena, builder->objects, builder->object_count, sizeof *builder->objects),
		.object_count = builder->object_count,
		.properties = copied(arena, builder->properties, builder->property_count, sizeof *builder->properties),
		.property_count = builder->property_count,
		.slots = copied(arena, builder->slots, builder->slot_count, sizeof *builder->slots),
		.slot_count = builder->slot_count,
		.lists = copied(arena, builder->lists, builder->list_count, sizeof *builder->lists),
		.list_count = builder->list_count,
		.shape_lists = copied(arena, builder->shape_lists, builder->shape_list_count, sizeof *builder->shape_lists),
		.shape_list_count = builder->shape_list_count,
		.patterns = copied(arena, builder->patterns, builder->pattern_count, sizeof *builder->patterns),
		.pattern_count = builder->pattern_count,
		.kinds = copied(arena, builder->kinds, builder->kind_count, sizeof *builder->kinds),
		.kind_count = builder->kind_count,
		.levels = copied(arena, builder->levels, builder->level_count, sizeof *builder->levels),
		.level_count = builder->level_count,
		.keywords = copied(arena, builder->keywords, builder->keyword_count, sizeof *builder->keywords),
		.keyword_count = builder->keyword_count,
		.values = copied(arena, builder->values, builder->value_count, sizeof *builder->values),
		.value_count = builder->value_count,
		.anchors = copied(arena, builder->anchors, builder->anchor_count, sizeof *builder->anchors),
		.anchor_count = builder->anchor_count,
	};
}
