/* Comments in a file that speak to the program: “# kpss: …”. */
#ifndef DOCUMENT_COMMENT_H
#define DOCUMENT_COMMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "document/node.h"

struct comment {
	uint32_t begin, end; /* from its # to the end of the line, without blanks there */
	struct kpss_str text; /* what stands behind “kpss:” */
	bool alone; /* nothing else on its line */
};

/* Finds the first such comment from `from` on; false when there is none. What looks like one inside a text is none. Files
 * without any cost next to nothing. */
bool comment_find(const struct document *document, uint32_t from, struct comment *out);

/* What a comment speaks about, as bytes of the file: the rest of its own line or, when it is alone, the next thing that is
 * written, to its end: a record, a field with all in it, a value. Empty when nothing follows. */
struct kpss_span comment_reach(const struct document *document, const struct comment *comment);

#endif
