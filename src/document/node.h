/* A YAML document as a flat tree that remembers which bytes everything was written with.
 *
 * Nodes lie in document order: a collection is followed by all that is in it, so the first child is the next node and
 * the next sibling is `size` nodes on. In a mapping, keys and values alternate and a key is always one scalar. */
#ifndef DOCUMENT_NODE_H
#define DOCUMENT_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

#include "base/source.h"

enum node_kind { NODE_SCALAR, NODE_MAPPING, NODE_SEQUENCE };

/* How a scalar or collection is written. */
enum node_style { STYLE_PLAIN, STYLE_SINGLE_QUOTED, STYLE_DOUBLE_QUOTED, STYLE_LITERAL, STYLE_FOLDED, STYLE_BLOCK, STYLE_FLOW };

struct node {
	const char *text; /* a scalar's value: bytes of the file where they say it as they stand, otherwise of the arena */
	uint32_t length; /* of the value in bytes */
	uint32_t begin, end; /* as written in the file, quotes and brackets included, comments and blank lines after it not */
	uint32_t size; /* nodes in this subtree, itself included */
	/* Of a key: its number in words.h, the English name's once a schema knows it. Of an enumerated value: the number of its
	 * English code. Of a reference: what the plan found it to lead to. */
	uint32_t word;
	uint8_t kind, style;
	uint8_t is_key; /* the name of a field, not a value */
};

struct document {
	struct source *source;
	struct node *root; /* NULL: nothing in it but comments */
	uint32_t count;
};

static inline struct kpss_str node_text(const struct node *scalar)
{
	return (struct kpss_str){.ptr = scalar->text, .len = scalar->length};
}

static inline struct kpss_span node_span(const struct document *document, const struct node *node)
{
	return (struct kpss_span){.source = document->source, .begin = node->begin, .end = node->end};
}

/* Walks the items of a sequence, or the keys of a mapping: NULL when there are no more. */
static inline const struct node *node_first(const struct node *collection)
{
	return collection->size > 1 ? collection + 1 : NULL;
}

static inline const struct node *node_next_item(const struct node *sequence, const struct node *item)
{
	const struct node *next = item + item->size;
	return next < sequence + sequence->size ? next : NULL;
}

static inline const struct node *node_value(const struct node *key)
{
	return key + 1;
}

static inline const struct node *node_next_key(const struct node *mapping, const struct node *key)
{
	return node_next_item(mapping, node_value(key));
}

/* What the core schema of YAML 1.2 makes of a scalar. */
enum scalar_type { SCALAR_TEXT, SCALAR_NULL, SCALAR_BOOLEAN, SCALAR_INTEGER, SCALAR_NUMBER };
enum scalar_type node_scalar_type(const struct node *scalar);

#endif
