/* Source ids: which record, and which part of it, a row comes from – “seniori”, “seniori/members/3”. */
#ifndef QUERY_SOURCE_H
#define QUERY_SOURCE_H

#include <kpss/str.h>

#include "base/source.h"

struct arena;
struct plan;
struct query_row;

/* The id of the record, followed by the English fields and numbers of items (from 1) that lead to the row. A record without an
 * id is named by the nearest one around it and its place there; where there is none, by its file and line (“plan.yaml:12”). In
 * the arena. */
struct kpss_str source_id(const struct query_row *row, struct arena *arena);

/* The place that a source id names, or that of one of its columns (`column` as in the tables, or a field in either vocabulary;
 * empty, or not written in the file: the record's id, or all of the item). Without a source when it names nothing. */
struct kpss_span source_place(
	const struct plan *plan, struct kpss_str source_id, struct kpss_str column);

#endif
