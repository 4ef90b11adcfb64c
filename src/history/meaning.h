/* What a value says, as bytes: two values with equal meanings say the same, however they are written.
 *
 * No part of the meaning: the vocabulary, quotation marks, flow or block style, comments, the order of fields and of the items of a
 * list, how lines of a text are broken, how a number is written (10, 10.0), and whether a status is given by its code or its label.
 * What says nothing (null, an empty text or list) has the same meaning as what is not there: none, an empty text. */
#ifndef HISTORY_MEANING_H
#define HISTORY_MEANING_H

#include <stdint.h>

#include <kpss/str.h>

#include "document/node.h"

struct arena;
struct plan;

/* A value of a plan (absent where the field is not there) and what the plan's schema says of it; shape 0: nothing. */
struct told {
	const struct plan *plan;
	uint32_t shape;
	const struct node *node;
};

/* In the arena, or the text of the file. */
struct kpss_str meaning_of(struct told value, struct arena *arena);

/* The same of a scalar, and what it says: a text (also where it says nothing), a number in decimal or exponential notation, "true" or
 * "false". */
enum told_type { TOLD_TEXT, TOLD_NUMBER, TOLD_TRUTH };
struct kpss_str scalar_meaning(struct told value, struct arena *arena, enum told_type *type);

/* Which comes first by its bytes, as memcmp says it. */
int meanings_order(struct kpss_str a, struct kpss_str b);

/* The value of a field, and its shape in the plan's own schema. `english` and `czech` are its names; a field that the town declares
 * in one of two plans only is found in the other by its name. */
struct told told_field(struct told mapping, struct kpss_str english, struct kpss_str czech);
/* A field of the schema as it was built, by its word. */
struct told told_word(struct told mapping, uint32_t word);
struct told told_item(struct told list, const struct node *item);
/* What tells an item of a list from the others: the first scalar among its fields in the order of the schema; absent when it has none. */
struct told told_anchor(struct told item);

#endif
