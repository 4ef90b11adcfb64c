/* Paths from a record to what is written about it and around it, as people type them: `status`, `provider.name`,
 * `evaluation.2024.status`, `skupina`. A segment is a field in either vocabulary; a year, which keeps what is of that year; or a kind or
 * level: the records that this one refers to, that refer to it, or that stand above or below it. */
#ifndef QUERY_PATH_H
#define QUERY_PATH_H

#include <stdbool.h>

#include "plan/plan.h"
#include "query/fault.h"
#include "query/row.h"
#include "query/subject.h"

struct arena;
struct query_path;

/* How the value at the end of a path is to be understood. */
enum path_type {
	PATH_TEXT,
	PATH_NUMBER, /* whole or not */
	PATH_MONEY,
	PATH_DATE,
	PATH_BOOLEAN,
	PATH_CHOICE,
	PATH_STATUS,
	PATH_LEVEL,
	PATH_REFERENCE, /* or a record itself */
	PATH_MAPPING,   /* it has fields of its own */
};

/* One of the things that a path may end at: `type` by `shape`, where the file says it. */
struct path_end {
	enum path_type type;
	enum cell_type cell;
	const struct schema_shape *shape;       /* NULL: computed */
	enum column_source source;              /* COLUMN_FIELD, or what is computed */
	const struct schema_property *property; /* the field; NULL: none */
	struct kpss_str name;                   /* of what is computed */
};

enum { PATH_STEPS_MOST = 12 };

/* NULL with a fault. Everything lies in the arena; the path lasts as long as plan and arena. */
struct query_path *path_new(const struct plan *plan, const struct query_subject *subject,
	struct kpss_str typed, struct arena *arena, struct query_fault *fault);
struct kpss_str path_typed(const struct query_path *path);
/* As programs call it: English words with dots between them. In the arena. */
struct kpss_str path_name(const struct query_path *path, struct arena *arena);
/* As people call it: titles of the fields. */
struct kpss_str path_title(const struct query_path *path, bool czech, struct arena *arena);
/* At least one. */
const struct path_end *const *path_ends(const struct query_path *path, size_t *count);
/* May a record have more than one value? */
bool path_is_many(const struct query_path *path);
/* Does it end at printed codes, which are ordered by the numbers in them? */
bool path_is_code(const struct query_path *path);

/* A value of a field, `shape` its own or, of an item of a list, that of the items. */
struct path_end path_end_of(
	const struct schema_property *property, const struct schema_shape *shape);

/* A value that a path led to. What it points to lasts for the call, except the plan's own. */
struct path_value {
	struct query_row row; /* `value` is the node; absent (value.h): the record is meant */
	const struct path_end *end;
	const struct entity
		*record; /* that a reference leads to, or the record itself; NULL: none */
};
typedef bool path_visit(void *user, const struct path_value *value);
/* Visits all values of a record until `visit` says false; a record twice when two ways lead to it, unless one segment finds
 * both. Memory is taken from the arena and given back. */
void path_walk(struct query_path *path, const struct entity *entity, struct arena *arena,
	path_visit *visit, void *user);
/* From the place where `other` parted from the path: both speak of the same item of a list they share. May only be called while
 * `other` is walked, with what it leads to. */
void path_walk_beside(struct query_path *path, const struct query_path *other,
	const struct entity *entity, struct arena *arena, path_visit *visit, void *user);

/* The value as a program reads it: ids of records, English codes; none where it has fields of its own. */
struct cell path_cell(const struct path_value *value, struct arena *arena);

#endif
