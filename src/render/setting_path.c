#include "render/setting_path.h"

#include "base/buf.h"
#include "plan/plan.h"

/* The fields of a section, or of what its list holds. */
static const struct schema_object *fields_of(const struct schema_table *schema, uint32_t shape)
{
	enum { STEPS_MOST = 8 };
	for (int steps = 0; shape && steps < STEPS_MOST; steps++) {
		const struct schema_shape *at = &schema->shapes[shape];
		if (at->object)
			return &schema->objects[at->object];
		shape = at->items ? at->items : at->reference;
	}
	return NULL;
}

static const struct schema_property *property_called(
	const struct schema_table *schema, const struct schema_object *object, struct kpss_str name)
{
	for (uint32_t i = 0; object && i < object->count; i++) {
		const struct schema_property *property = &schema->properties[object->first + i];
		if (kpss_str_equal(schema_word(schema, property->word), name))
			return property;
	}
	return NULL;
}

void setting_path_add(struct buf *buf, const struct plan *plan, const char *english)
{
	const struct schema_table *schema = plan_schema(plan);
	uint32_t shape = schema->profile;
	for (const char *at = english; *at;) {
		struct kpss_str name = {.ptr = at, .len = strcspn(at, ".")};
		const struct schema_property *property =
			property_called(schema, fields_of(schema, shape), name);
		bool czech = property && property->czech != SCHEMA_NO_WORD && plan_is_czech(plan);
		buf_add_text(buf, at == english ? "" : ".");
		buf_add(buf, czech ? schema_word(schema, property->czech) : name);
		shape = property ? property->shape : 0;
		at += name.len;
		at += *at == '.';
	}
}
