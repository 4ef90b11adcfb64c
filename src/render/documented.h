/* What the schemas say of tables and columns at length. */
#ifndef RENDER_DOCUMENTED_H
#define RENDER_DOCUMENTED_H

#include <stdbool.h>

#include <kpss/str.h>

struct documented;
struct plan;
struct stream_table;
struct query_column;

/* With the own fields of the plan's town. Give it back with documented_free. */
struct documented *documented_new(const struct plan *plan);
void documented_free(struct documented *documented);

/* The description of a table, or of one of its columns (NULL: of the table); empty where the schemas have none. Lasts until
 * the next is asked for. */
struct kpss_str documented_text(struct documented *documented, const struct stream_table *table,
	const struct query_column *column, bool czech);

#endif
