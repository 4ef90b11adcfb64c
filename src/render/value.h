/* What paths lead to as cells of a table: for programs as the files' English codes, for people in words. */
#ifndef RENDER_VALUE_H
#define RENDER_VALUE_H

#include <stdbool.h>

#include <kpss/str.h>

#include "base/cell.h"

struct arena;
struct entity;
struct language;
struct path_value;
struct plan;
struct query_path;
struct schema_shape;

struct value_style {
	const struct plan *plan;
	const struct language *language;
	bool spoken; /* choices, statuses and levels in words of the language */
	bool names;  /* records by their names */
};

/* None where there is none. Texts lie in the plan or the arena. */
struct cell value_cell(
	const struct value_style *style, const struct path_value *value, struct arena *arena);
/* All values of a record: the only one as it is, several joined by commas, each once. A path that may lead to several always
 * gives a text. The scratch arena is given back. */
struct cell values_cell(const struct value_style *style, struct query_path *path,
	const struct entity *entity, struct arena *arena, struct arena *scratch);

/* “částečně vyhověno” for partly_accepted; English words likewise without underscores. */
struct kpss_str value_choice(const struct value_style *style, const struct schema_shape *shape,
	struct kpss_str code, struct arena *arena);
/* Name, label or code of a record, else its id, else what is written of it first. */
struct kpss_str record_name(const struct entity *entity);

#endif
