/* Which recorded state of a plan an answer is about. */
#ifndef RENDER_RECORDED_H
#define RENDER_RECORDED_H

#include <jansson.h>

#include <kpss/date.h>
#include <kpss/str.h>

struct buf;
struct language;

struct recorded {
	struct kpss_str revision; /* as it was typed */
	const char *commit;       /* its whole id */
	struct kpss_date day;     /* of the commit */
};

/* “ (commit 0123456789)” behind the day of a heading; nothing where `recorded` is NULL, the folder as it is. */
void recorded_add(
	struct buf *buf, const struct language *language, const struct recorded *recorded);
/* Revision, commit and day; null likewise. */
json_t *recorded_json(const struct recorded *recorded);

#endif
