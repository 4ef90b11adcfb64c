#include "schema/shape.h"

#include <stdbool.h>

static bool says(const struct schema_shape *shape, enum shape_aspect aspect)
{
	switch (aspect) {
	case SHAPE_KIND:
		return shape->kind != 0;
	case SHAPE_OBJECT:
		return shape->object != 0;
	case SHAPE_ITEMS:
		return shape->items != 0;
	case SHAPE_TARGETS:
		return shape->targets.count != 0;
	case SHAPE_VALUES:
		return shape->values.count != 0;
	case SHAPE_FORMAT:
		return shape->format != FORMAT_NONE;
	case SHAPE_TYPES:
		return shape->types != 0;
	}
	return false;
}

const struct schema_shape *shape_with(
	const struct schema_table *table, uint32_t shape, enum shape_aspect aspect)
{
	while (shape != 0 && !says(&table->shapes[shape], aspect))
		shape = table->shapes[shape].reference;
	return shape ? &table->shapes[shape] : NULL;
}

const struct schema_object *shape_object(const struct schema_table *table, uint32_t shape)
{
	const struct schema_shape *found = shape_with(table, shape, SHAPE_OBJECT);
	return found ? &table->objects[found->object] : NULL;
}

uint32_t shape_items(const struct schema_table *table, uint32_t shape)
{
	const struct schema_shape *found = shape_with(table, shape, SHAPE_ITEMS);
	return found ? found->items : 0;
}

uint16_t shape_kind(const struct schema_table *table, uint32_t shape)
{
	const struct schema_shape *found = shape_with(table, shape, SHAPE_KIND);
	return found ? found->kind : 0;
}

uint8_t shape_format(const struct schema_table *table, uint32_t shape)
{
	const struct schema_shape *found = shape_with(table, shape, SHAPE_FORMAT);
	return found ? found->format : FORMAT_NONE;
}

const struct schema_property *object_field_called(
	const struct schema_table *table, const struct schema_object *object, struct kpss_str name)
{
	for (uint32_t i = 0; object && i < object->count; i++) {
		const struct schema_property *property = &table->properties[object->first + i];
		if (kpss_str_equal(schema_word(table, property->word), name))
			return property;
	}
	return NULL;
}
