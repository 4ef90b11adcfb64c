/* Is a document the same as before, but for one value or one piece more? */
#ifndef DOCUMENT_COMPARE_H
#define DOCUMENT_COMPARE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct document;

/* True when `after` is `before` with `text` as the value of scalar number `changed`, nothing else: the same nodes,
 * kinds, styles and texts, and every span where the change of length has moved it. The scalar's own style may differ. */
bool document_same_but(const struct document *before, const struct document *after, uint32_t changed,
	struct kpss_str text);

/* True when `after` is `before` with what is in the collection `piece` (its items, or its field) put in as nodes number `index`
 * and on, into the collections that hold that place: the same nodes, kinds, styles and texts all around it. */
bool document_same_with(const struct document *before, const struct document *after, uint32_t index,
	const struct document *piece);

#endif
