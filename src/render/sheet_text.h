/* Text as a workbook may hold it. */
#ifndef RENDER_SHEET_TEXT_H
#define RENDER_SHEET_TEXT_H

#include <stddef.h>

#include <kpss/str.h>

struct arena;
struct buf;

/* Adds the text as one cell can hold it: control characters, and bytes that are no UTF-8, visible; what is longer than a cell
 * may be ends in an ellipsis. Ends of lines stay. */
void sheet_text_add(struct buf *buf, struct kpss_str text);
/* Columns that its widest line takes. */
size_t sheet_text_width(struct kpss_str text);
/* A name that a sheet may have, as like the text as can be; `otherwise` where nothing of the text can be used. */
const char *sheet_name(struct arena *arena, struct kpss_str text, struct kpss_str otherwise);

#endif
