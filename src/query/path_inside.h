/* Paths from inside; only for src/query/path*.c. */
#ifndef QUERY_PATH_INSIDE_H
#define QUERY_PATH_INSIDE_H

#include "query/path.h"
#include "query/relation.h"

/* What a field may be, in mappings of one object. */
struct field_choice {
	uint32_t object;
	const struct schema_property *property;
	const struct schema_shape *shape; /* of the value, or of the items of a list */
	bool is_list;
	struct path_end end;
};

enum step_kind { STEP_FIELD, STEP_YEAR, STEP_RELATED, STEP_COMPUTED };

struct path_step {
	enum step_kind kind;
	const struct field_choice *choices; /* of STEP_FIELD */
	size_t count;
	int year;
	struct query_subject subject; /* of STEP_RELATED */
	struct relation relation;
	const struct path_end *end; /* of STEP_COMPUTED */
};

/* A place on the way. Every step that was taken is around it. */
struct spot {
	struct query_row row;
	const struct spot
		*outer; /* the mapping it is in, of the same record; NULL: it is the record */
	const struct path_end *end;
	const struct entity *record; /* what a reference leads to, or the record that this is */
};

struct query_path {
	const struct plan *plan;
	struct kpss_str typed;
	struct path_step steps[PATH_STEPS_MOST];
	size_t count;
	const struct path_end *const *ends;
	size_t end_count;
	bool is_many;
	/* While it is walked: where it stood before each step. */
	const struct spot *trail[PATH_STEPS_MOST + 1];
};

/* What records at the end of a path are. */
extern const struct path_end path_record_end;

const struct schema_shape *record_shape(const struct plan *plan, uint16_t kind);

#endif
