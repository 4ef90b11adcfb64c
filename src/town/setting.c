#include "town/setting.h"

#include <string.h>

#include "base/buf.h"
#include "plan/plan.h"
#include "plan/value.h"

const struct node *setting(const struct plan *plan, uint32_t section, uint32_t word)
{
	const struct node *value = field(plan_profile(plan), section);
	return word ? field(value, word) : value;
}

bool setting_is_true(const struct plan *plan, uint32_t section, uint32_t word)
{
	return value_is_true(setting(plan, section, word));
}

int64_t setting_number(const struct plan *plan, uint32_t section, uint32_t word, int64_t otherwise)
{
	int64_t number;
	return value_integer(setting(plan, section, word), &number) ? number : otherwise;
}

struct kpss_span setting_span(const struct plan *plan, const struct node *setting)
{
	return node_span(plan_profile_document(plan), setting);
}

static const struct schema_property *field_called(const struct schema_table *schema, uint32_t shape, struct kpss_str name)
{
	const struct schema_object *object = &schema->objects[schema->shapes[shape].object];
	for (uint32_t i = 0; i < object->count; i++) {
		const struct schema_property *property = &schema->properties[object->first + i];
		if (kpss_str_equal(schema_word(schema, property->word), name))
			return property;
	}
	return NULL;
}

bool setting_name_take(const struct schema_table *schema, const char **names, struct setting_name *out)
{
	*names += strspn(*names, " ");
	uint32_t shape = schema->profile;
	*out = (struct setting_name){0};
	for (int i = 0; i < 2; i++) {
		size_t length = strcspn(*names, ". ");
		const struct schema_property *property =
			field_called(schema, shape, (struct kpss_str){.ptr = *names, .len = length});
		if (!property)
			return false;
		*(i ? &out->word : &out->section) = property->word;
		out->english[i] = schema_word(schema, property->word);
		out->czech[i] = schema_word(schema, property->czech);
		shape = property->shape;
		*names += length;
		if (**names != '.')
			return true;
		++*names;
	}
	return false;
}

const struct node *setting_key(const struct plan *plan, const struct setting_name *name)
{
	const struct node *profile = plan_profile(plan);
	return name->word ? field_key(field(profile, name->section), name->word) : field_key(profile, name->section);
}

void setting_name_add(struct buf *buf, const struct setting_name *name, bool czech)
{
	const struct kpss_str *parts = czech ? name->czech : name->english;
	buf_add(buf, parts[0]);
	if (parts[1].len > 0) {
		buf_add_char(buf, '.');
		buf_add(buf, parts[1]);
	}
}
