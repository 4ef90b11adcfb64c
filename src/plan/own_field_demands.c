/* Own fields that every item of one level has to have. */
#include "plan/internal.h"
#include "plan/value.h"
#include "schema/fault.h"

static bool is_demanded(const struct demand *demand, const struct entity *entity)
{
	if (demand->level)
		return entity->level == demand->level;
	return kpss_str_equal(value_text(field(entity->mapping, WORD_level)), demand->level_word);
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

void own_fields_demand(struct plan *plan)
{
	const struct schema_table *schema = plan->tools->schema;
	const struct schema_object *object = &schema->objects[schema->shapes[schema->kinds[KIND_node].shape].object];
	for (uint32_t i = 0; i < plan->demand_count; i++) {
		const struct demand *demand = &plan->demands[i];
		uint32_t count;
		const struct entity *const *items = plan_kind(plan, KIND_node, &count);
		for (uint32_t k = 0; k < count; k++)
			if (is_demanded(demand, items[k]) && !field_key(items[k]->mapping, demand->word))
				missing_report(plan, items[k], schema_find(schema, object, demand->word));
	}
}
