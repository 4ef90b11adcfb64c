/* Text of files inside HTML. */
#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include <kpss/str.h>

struct buf;

/* Adds the text so that it reads as it was written, in an element or a quoted attribute; what could hide or turn the direction of
 * writing shows as in a terminal, and lines stay lines. */
void html_add_text(struct buf *buf, struct kpss_str text);

#endif
