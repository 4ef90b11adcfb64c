/* Colour of a terminal, or none. */
#ifndef RENDER_INK_H
#define RENDER_INK_H

#include <stdbool.h>

struct buf;

enum ink {
	INK_PLAIN, /* ends any other */
	INK_ERROR,
	INK_WARNING,
	INK_NOTE,
	INK_FRAME, /* gutters, arrows, second places */
	INK_STRONG,
};

/* Adds nothing when `colour` is false. */
void ink_add(struct buf *buf, bool colour, enum ink ink);

#endif
