/* Where a piece of a scalar's value is written. */
#ifndef DOCUMENT_PART_H
#define DOCUMENT_PART_H

#include <stddef.h>

#include "document/node.h"

/* Where the bytes `begin` up to `end` of the value stand in the file, whatever indentation and line breaks lie between them. The
 * whole scalar where they are written as something else (escapes), and where there are none. */
struct kpss_span node_part(
	const struct document *document, const struct node *scalar, size_t begin, size_t end);

#endif
