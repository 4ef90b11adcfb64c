/* All that is known about a record. */
#ifndef RENDER_SHOW_H
#define RENDER_SHOW_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>

struct arena;
struct buf;
struct entity;
struct language;
struct plan;
struct recorded;

struct show_options {
	const struct plan *plan;
	const struct language *language;
	struct kpss_date as_of;
	const struct recorded *recorded; /* NULL: the folder as it is */
	bool colour;
	struct arena *arena;
};

/* For a person: fields by their titles in the language of the options. */
void show_text(struct buf *buf, const struct show_options *options,
	const struct entity *const *records, size_t count);
/* For programs: English codes; every field that the kind has. */
void show_json(struct buf *buf, const struct show_options *options,
	const struct entity *const *records, size_t count);

#endif
