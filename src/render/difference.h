/* How a file would change, as ‘diff -u’ tells it. */
#ifndef RENDER_DIFFERENCE_H
#define RENDER_DIFFERENCE_H

#include <kpss/str.h>

struct buf;

/* All that differs in one piece, with three lines around; made safe for a terminal. `before` with ptr NULL: the file is new. */
void difference_add(struct buf *buf, struct kpss_str path, struct kpss_str before,
	struct kpss_str after);

#endif
