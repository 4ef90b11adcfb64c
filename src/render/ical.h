/* Lines of a calendar for other programs (RFC 5545). */
#ifndef RENDER_ICAL_H
#define RENDER_ICAL_H

#include <kpss/date.h>
#include <kpss/str.h>

struct buf;

/* Adds a line: name, value as it stands; folded so that no line is longer than 75 octets. */
void ical_add_line(struct buf *buf, const char *name, struct kpss_str value);
/* The same; what has a meaning in the format is escaped. */
void ical_add_text(struct buf *buf, const char *name, struct kpss_str text);
/* Adds YYYYMMDD. */
void ical_add_day(struct buf *buf, struct kpss_date day);

#endif
