/* What a person typed instead of an id. */
#ifndef QUERY_NAME_H
#define QUERY_NAME_H

#include <stddef.h>

#include <kpss/str.h>

struct entity;
struct plan;
struct text_suggestions;

/* The record with that id; else the item of `of` that prints that code; else the record of another kind that does. NULL when there is none or (then *count > 1) when several print the code. */
const struct entity *name_find(
	const struct plan *plan, const struct entity *of, struct kpss_str typed, size_t *count);
/* Offers all ids and those codes. */
void name_suggest(
	const struct plan *plan, const struct entity *of, struct text_suggestions *suggestions);

#endif
