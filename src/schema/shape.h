/* What a schema says of a value, whether it says so itself or through the shapes it refers to. */
#ifndef SCHEMA_SHAPE_H
#define SCHEMA_SHAPE_H

#include <stdint.h>

#include "schema/table.h"

enum shape_aspect {
	SHAPE_KIND, /* is it a record? */
	SHAPE_OBJECT,
	SHAPE_ITEMS,
	SHAPE_TARGETS,
	SHAPE_VALUES,
	SHAPE_FORMAT,
	SHAPE_TYPES,
};

/* The nearest shape, from the given one along its references, that says something of the kind asked for; NULL when none does.
 * Shape 0 says nothing. */
const struct schema_shape *shape_with(
	const struct schema_table *table, uint32_t shape, enum shape_aspect aspect);

/* Its fields; NULL when it is no mapping with named fields. */
const struct schema_object *shape_object(const struct schema_table *table, uint32_t shape);
/* The shape of its items; 0 when it is no list. */
uint32_t shape_items(const struct schema_table *table, uint32_t shape);
/* Number + 1 of the kind whose records it describes; 0: none. */
uint16_t shape_kind(const struct schema_table *table, uint32_t shape);
/* enum schema_format. */
uint8_t shape_format(const struct schema_table *table, uint32_t shape);
/* The field of an object by its English name; NULL when it has none. Slower than schema_find, for names of another table. */
const struct schema_property *object_field_called(
	const struct schema_table *table, const struct schema_object *object, struct kpss_str name);

#endif
