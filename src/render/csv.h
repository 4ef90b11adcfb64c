/* Comma-separated values as RFC 4180 has them, in UTF-8. */
#ifndef RENDER_CSV_H
#define RENDER_CSV_H

#include <kpss/str.h>

struct buf;

/* Adds a cell; `column` counts from 0. A text that a spreadsheet would take for a formula gets an apostrophe in front;
 * control and hidden characters other than tabs and ends of lines are shown as text_add_safe shows them. */
void csv_add_text(struct buf *buf, size_t column, struct kpss_str text);
/* The same with another mark between cells; of what cannot be a formula (a number, a day) not guarded. */
void csv_add_cell(
	struct buf *buf, size_t column, char separator, bool guarded, struct kpss_str text);
void csv_end_row(struct buf *buf);

#endif
