/* Columns of text side by side. */
#ifndef RENDER_TABLE_LAYOUT_H
#define RENDER_TABLE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct buf;

struct layout_column {
	size_t width;
	bool to_right;
	bool breaks; /* has texts, which may go on in a next line */
};

/* Narrows the widest columns that break until all fit side by side into `width`; never so far that little would be left of
 * them. A width of 0 holds everything. */
void layout_fit(struct layout_column *columns, size_t count, size_t width);
/* Adds the texts of one row, in as many lines as they take, without the last line's end and without blanks at the end of any.
 * Uses the texts up. */
void layout_add_row(
	struct buf *buf, const struct layout_column *columns, struct kpss_str *texts, size_t count);
/* Adds the line below the titles. */
void layout_add_rule(struct buf *buf, const struct layout_column *columns, size_t count);

#endif
