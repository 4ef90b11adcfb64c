/* Schemas as flat tables: what `schemas/` says, compiled once at build time, or at run time for a town's own fields.
 *
 * Everything is an index into an array of the same table; index 0 of shapes, objects and lists means "none". Names of
 * fields and enumerated values are words (document/words.h): word n of the table is number n. */
#ifndef SCHEMA_TABLE_H
#define SCHEMA_TABLE_H

#include <stdint.h>

#include <kpss/str.h>

/* Types of JSON Schema, as bits. */
enum schema_type {
	TYPE_NULL = 1,
	TYPE_BOOLEAN = 2,
	TYPE_INTEGER = 4,
	TYPE_NUMBER = 8,
	TYPE_STRING = 16,
	TYPE_ARRAY = 32,
	TYPE_OBJECT = 64,
};

/* What a scalar stands for beyond its type. */
enum schema_format { FORMAT_NONE, FORMAT_DATE, FORMAT_ID, FORMAT_ICO, FORMAT_MONEY, FORMAT_LEVEL, FORMAT_STATUS };

enum schema_limit {
	LIMIT_MINIMUM = 1,
	LIMIT_MAXIMUM = 2,
	LIMIT_EXCLUSIVE_MINIMUM = 4,
	LIMIT_EXCLUSIVE_MAXIMUM = 8,
};

enum { SCHEMA_NO_WORD = UINT16_MAX };
#define SCHEMA_UNLIMITED UINT32_MAX /* an enum holds no more than an int */

struct schema_text {
	uint32_t offset, length;
};

/* Keywords that few schemas use; each shape lists those it has. */
enum schema_keyword_name {
	KEYWORD_VALUES, /* enum or const: operand is the first of `more` values in `values` */
	KEYWORD_MULTIPLE, /* multipleOf: number */
	KEYWORD_PREFIX, /* prefixItems: a stretch of shape_lists */
	KEYWORD_CONTAINS, /* operand: shape; least, most */
	KEYWORD_NAMES, /* propertyNames: operand is a shape */
	KEYWORD_PATTERN, /* one of patternProperties: operand is a shape, more the pattern's number */
	KEYWORD_DEPENDENT_FIELD, /* when the word operand is there, so must the word more be */
	KEYWORD_DEPENDENT_SHAPE, /* when the word operand is there, the shape more holds */
	KEYWORD_NOT,
	KEYWORD_IF, /* operand: shape; then, otherwise: shapes or 0 */
	KEYWORD_DYNAMIC, /* $dynamicRef: operand is the shape it means alone, more the anchor's word */
	KEYWORD_UNEVALUATED_ITEMS,
	KEYWORD_UNEVALUATED_FIELDS,
};

struct schema_keyword {
	uint32_t name;
	uint32_t operand, more;
	uint32_t least, most; /* of `contains`; for `if`: then and else */
	double number;
};

/* A constant of a schema as a flat tree, like the nodes of a document: children follow, keys and values alternate. */
struct schema_value {
	uint32_t type; /* one bit of schema_type */
	uint32_t size; /* values in this subtree, itself included */
	struct schema_text text; /* of a string or key */
	double number; /* of a number; 1 for true */
};

/* A place that $dynamicRef may mean, depending on which schemas are around. */
struct schema_anchor {
	uint32_t resource, word, shape;
};

/* A stretch of the array `lists`. */
struct schema_list {
	uint32_t first, count;
};

/* One subschema. */
struct schema_shape {
	uint8_t types; /* bits; 0: any */
	uint8_t format;
	uint8_t limits; /* which of minimum and maximum hold */
	uint8_t unique; /* no two items are equal */
	uint16_t kind; /* number + 1 of the kind whose root this is */
	uint8_t refuses; /* the schema `false` */
	uint8_t has_patterns; /* some keyword in `more` is KEYWORD_PATTERN */
	uint32_t reference; /* a further shape the value must have */
	uint32_t object;
	uint32_t items;
	uint32_t pattern; /* number + 1 in `patterns` */
	struct schema_list values; /* enumeration: English word, Czech word, alternately */
	struct schema_list targets; /* of a reference: kind number, or 0x8000 | level number */
	struct schema_list any_of, one_of, all_of;
	struct schema_list more; /* a stretch of `keywords` */
	uint32_t resource; /* the schema file, or part of one with an $id, that it stands in */
	double minimum, maximum, exclusive_minimum, exclusive_maximum;
	uint32_t length_least, length_most; /* characters of a text */
	uint32_t items_least, items_most;
	struct schema_text title, czech_title;
	struct schema_text example; /* of a text that has to have a form */
};

enum schema_property_flag {
	PROPERTY_REQUIRED = 1,
	PROPERTY_NAMED = 2, /* listed under properties, not only under required */
	PROPERTY_CHAIN = 4, /* refers to records of its own kind and may not lead back in a circle */
};

struct schema_property {
	uint16_t word, czech; /* the name in both vocabularies */
	uint16_t level; /* number + 1 of the level whose nodes it lists */
	uint16_t flags; /* bits of schema_property_flag */
	uint32_t shape;
	struct schema_text title, czech_title;
};

/* The fields of a mapping. Slots are an open-addressing table from word to property. */
struct schema_object {
	uint32_t first, count; /* properties */
	uint32_t slots, slot_mask;
	uint32_t others; /* shape of fields not listed; 0: there may be none */
	uint32_t others_given; /* the schema says so itself */
	uint32_t least, most; /* number of fields */
};

struct schema_slot {
	uint16_t word, property; /* property: number within the object */
};

struct schema_kind {
	uint16_t singular, plural, czech_singular, czech_plural; /* words */
	uint32_t shape;
	uint32_t has_levels; /* its records stand on a level of the plan */
	struct schema_list also; /* other words by which people call it; not accepted, only understood */
	struct schema_text title, czech_title;
};

struct schema_level {
	uint16_t singular, plural, czech_singular, czech_plural;
};

struct schema_table {
	const char *pool;
	const struct schema_text *words;
	const struct schema_shape *shapes;
	const struct schema_object *objects;
	const struct schema_property *properties;
	const struct schema_slot *slots;
	const uint16_t *lists;
	const uint32_t *shape_lists; /* for any_of, one_of, all_of */
	const struct schema_text *patterns;
	const struct schema_kind *kinds;
	const struct schema_level *levels;
	const struct schema_keyword *keywords;
	const struct schema_value *values;
	const struct schema_anchor *anchors;
	uint32_t pool_size, word_count, shape_count, object_count, property_count, slot_count, list_count, shape_list_count,
		pattern_count, kind_count, level_count, keyword_count, value_count, anchor_count;
	uint32_t repository, profile; /* the shapes of kpss.yaml and of the profile */
	uint32_t first; /* the shape of the first input */
	uint32_t tracks; /* some schema asks for what others have not looked at */
	uint32_t strict; /* formats are asserted and numbers must be written plainly, as in plans */
};

enum { TARGET_LEVEL = 0x8000 };

/* What `schemas/` held when the program was built. */
extern const struct schema_table schema_embedded;

static inline struct kpss_str schema_text(const struct schema_table *table, struct schema_text text)
{
	return (struct kpss_str){.ptr = table->pool + text.offset, .len = text.length};
}

static inline struct kpss_str schema_word(const struct schema_table *table, uint16_t word)
{
	return schema_text(table, table->words[word]);
}

/* The field that a word names in an object, NULL when none. */
static inline const struct schema_property *schema_find(const struct schema_table *table,
	const struct schema_object *object, uint32_t word)
{
	if (object->count == 0)
		return NULL;
	for (uint32_t at = word & object->slot_mask;; at = (at + 1) & object->slot_mask) {
		const struct schema_slot *slot = &table->slots[object->slots + at];
		if (slot->word == SCHEMA_NO_WORD)
			return NULL;
		if (slot->word == word)
			return &table->properties[object->first + slot->property];
	}
}

#endif
