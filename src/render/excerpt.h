/* Lines of a file with marks under them. */
#ifndef RENDER_EXCERPT_H
#define RENDER_EXCERPT_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

#include "base/source.h"
#include "render/ink.h"

struct buf;

/* What is underlined and what is written behind the line under it. */
struct mark {
	struct kpss_span where; /* source NULL: none */
	struct place place;     /* of its beginning; finding it costs as much as the line is long */
	char sign;              /* '^' or '-' */
	enum ink ink;
	struct kpss_str label; /* safe text; may be empty */
};

/* Digits that the gutter needs for these marks; at least 1. */
size_t excerpt_gutter(const struct mark *marks, size_t count);

/* True when both places are in one file and so near that one excerpt shows them. */
bool excerpt_is_shared(const struct mark *first, const struct mark *second);

/* Adds an empty gutter, the lines of one or two marks of the same file, and the marks. A file without content adds
 * nothing. */
void excerpt_add(
	struct buf *buf, bool colour, size_t gutter, const struct mark *marks, size_t count);

/* An empty line of the gutter. */
void excerpt_add_gap(struct buf *buf, bool colour, size_t gutter);

#endif
