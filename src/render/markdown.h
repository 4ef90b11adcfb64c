/* Text of files inside Markdown. */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include <kpss/str.h>

struct buf;

/* Adds the text so that it reads as it was written: on one line, without marks that Markdown or HTML would follow. */
void markdown_add_text(struct buf *buf, struct kpss_str text);

#endif
