/* A plan on its way into JSON; only for src/render/export_json*.c. */
#ifndef RENDER_EXPORT_JSON_H
#define RENDER_EXPORT_JSON_H

#include "plan/plan.h"
#include "render/export.h"

struct json_writer {
	struct buf *out;
	const struct plan *plan;
	const struct schema_table *schema;
	struct arena *scratch; /* of one record */
};

/* Where a value stands, as far as that says what it means. */
struct setting {
	bool thousands; /* amounts of money are in thousands of crowns */
	uint16_t level; /* number + 1 of the level that the list is for */
};

/* Adds a value as its shape says: English words, days as ISO 8601 has them, money in crowns. False, with nothing added, when it
 * is not what it should be: that is a finding. */
bool export_scalar(struct json_writer *writer, const struct schema_shape *shape,
	const struct node *node, struct setting setting);

#endif
