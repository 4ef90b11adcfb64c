/* Own fields of one level: every item of it has what is required, and no other item has them. */
#include "plan/internal.h"
#include "plan/value.h"
#include "schema/fault.h"

static bool is_on_level(const struct level_field *own, const struct entity *item)
{
	if (own->level)
		return item->level == own->level;
	return kpss_str_equal(value_text(field(item->mapping, WORD_level)), own->level_word);
}

/* An item that does not say its level may be on any. */
static bool is_on_another(const struct level_field *own, const struct entity *item)
{
	bool known = item->level || value_text(field(item->mapping, WORD_level)).len > 0;
	return known && !is_on_level(own, item);
}

static void missing_report(struct plan *plan, const struct entity *entity, const struct schema_property *property)
{
	const struct schema_table *schema = plan->tools->schema;
	const struct schema_shape *shape = &schema->shapes[schema->kinds[entity->kind].shape];
	struct kpss_str title = schema_text(schema, shape->title), czech = schema_text(schema, shape->czech_title);
	struct node place = record_place(entity->mapping);
	findings_add(plan->findings, &(struct finding){
		.kind = &fault_missing_field,
		.where = node_span(entity->document, &place),
		.arguments = {
			argument_text(schema_word(schema, plan->czech ? property->czech : property->word)),
			argument_words(title, czech),
		},
		.subject = entity->id,
	});
}

static void elsewhere_report(struct plan *plan, const struct level_field *own, const struct entity *item,
	const struct node *key)
{
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_own_field_elsewhere,
		.where = node_span(item->document, key),
		.arguments = {argument_text(node_text(key)), argument_text(own->level_word)},
		.subject = item->id,
	});
}

void own_fields_judge(struct plan *plan)
{
	const struct schema_table *schema = plan->tools->schema;
	const struct schema_object *object = &schema->objects[schema->shapes[schema->kinds[KIND_node].shape].object];
	uint32_t count;
	const struct entity *const *items = plan_kind(plan, KIND_node, &count);
	for (uint32_t i = 0; i < plan->level_field_count; i++) {
		const struct level_field *own = &plan->level_fields[i];
		for (uint32_t k = 0; k < count; k++) {
			const struct node *key = field_key(items[k]->mapping, own->word);
			if (own->required && !key && is_on_level(own, items[k]))
				missing_report(plan, items[k], schema_find(schema, object, own->word));
			if (key && is_on_another(own, items[k]))
				elsewhere_report(plan, own, items[k], key);
		}
	}
}
