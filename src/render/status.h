/* Where planning stands and what is due, as a person or a program reads it. */
#ifndef RENDER_STATUS_H
#define RENDER_STATUS_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "answer/due.h"
#include "answer/standing.h"

struct arena;
struct buf;
struct language;
struct recorded;

struct status {
	const struct plan *plan;
	struct kpss_str town; /* may be empty */
	struct kpss_date as_of, until;
	const struct recorded *recorded; /* NULL: the folder as it is */
	const struct entity *about;      /* the record that was asked about; NULL: all */
	const struct findings *findings; /* of the whole plan */
	struct standings standings;
	struct dues dues;
};

struct status_options {
	const struct language *language;
	bool colour;
	bool all; /* nothing is left out for the sake of one screen */
	struct arena *arena;
};

struct status_format {
	const char *name;
	void (*add)(
		struct buf *buf, const struct status_options *options, const struct status *status);
};

/* In the order of help; the first is the default. Ends in NULL. */
extern const struct status_format *const status_formats[];

/* One screen (at most 24 lines of 80 columns) for who types the name of the program and nothing
 * else. */
void home_add(struct buf *buf, const struct status_options *options, const struct status *status);

#endif
