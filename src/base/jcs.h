/* JSON in its one canonical form (RFC 8785): what makes equal values equal bytes. */
#ifndef BASE_JCS_H
#define BASE_JCS_H

#include <kpss/str.h>

struct buf;

/* A text in quotation marks; it is well-formed UTF-8 and stays in the normal form that it has. */
void jcs_add_text(struct buf *buf, struct kpss_str text);
/* A finite number, as ECMAScript prints it: as few digits as tell it from all others. */
void jcs_add_number(struct buf *buf, double number);
/* Which of two names of members comes first: by their code units in UTF-16, as strcmp says it. */
int jcs_names_order(struct kpss_str a, struct kpss_str b);

#endif
