/* Is a document the same as before, but for one value? */
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

#endif
