/* Text for people broken, or cut, to the width of a screen. */
#ifndef RENDER_WRAP_H
#define RENDER_WRAP_H

#include <stddef.h>

#include <kpss/str.h>

struct buf;

enum { SCREEN_COLUMNS = 80, WRAP_COLUMNS = 78 };

/* Adds a text broken into lines of WRAP_COLUMNS, each `indent` blanks from the margin, and a
 * line's end; the line already has `used` columns. */
void wrap_add(struct buf *buf, size_t indent, size_t used, const char *text);
/* Adds so much of the text as takes no more than so many columns; an ellipsis stands for the
 * rest. */
void cut_add(struct buf *buf, struct kpss_str text, size_t columns);

#endif
