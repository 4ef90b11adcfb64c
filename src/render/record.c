#include "render/record.h"

#include "plan/plan.h"
#include "plan/value.h"
#include "render/described.h"

struct kpss_str record_kind_word(const struct plan *plan, const struct entity *entity)
{
	const struct schema_table *schema = plan_schema(plan);
	if (entity->kind == KIND_node && entity->level)
		return schema_word(schema, schema->levels[entity->level - 1].singular);
	if (entity->kind == KIND_node && value_text(field(entity->mapping, WORD_level)).len)
		return value_text(field(entity->mapping, WORD_level));
	return schema_word(schema, schema->kinds[entity->kind].singular);
}

json_t *record_text_json(struct kpss_str text)
{
	return text.len ? described_text(text) : json_null();
}

json_t *record_json(const struct plan *plan, const struct entity *entity)
{
	if (!entity)
		return json_null();
	json_t *object = json_object();
	json_object_set_new(object, "kind", described_text(record_kind_word(plan, entity)));
	json_object_set_new(object, "id", record_text_json(entity->id));
	json_object_set_new(
		object, "code", record_text_json(value_text(field(entity->mapping, WORD_code))));
	json_object_set_new(
		object, "name", record_text_json(value_text(field(entity->mapping, WORD_name))));
	return object;
}
