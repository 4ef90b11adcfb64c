/* The part of a line around a mark that fits on a screen. */
#ifndef RENDER_WINDOW_H
#define RENDER_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

struct buf;

/* Bytes of a line; where something is left out, an ellipsis is shown. */
struct window {
	struct kpss_str line;
	size_t begin, end;
};

/* The whole line when it is short, otherwise what surrounds the bytes from `begin` to `end` of it. The work does not grow
 * with the length of the line. */
struct window window_around(struct kpss_str line, size_t begin, size_t end);
bool window_is_whole(const struct window *window);
void window_add(struct buf *buf, const struct window *window);
/* Display columns before byte `at` of the line, which lies in the window. */
size_t window_column(const struct window *window, size_t at);

#endif
