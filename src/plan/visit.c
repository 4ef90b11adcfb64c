/* What the schema checker meets on its way becomes records, ids and references of the plan. */
#include "base/arena.h"
#include "plan/internal.h"
#include "plan/value.h"

static void *grown(void *items, uint32_t count, uint32_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	*capacity = *capacity ? *capacity * 2 : 256;
	return memory_resize(items, *capacity, size);
}

/* The nearest record around that has an id. */
static struct kpss_str subject(const struct plan *plan)
{
	for (uint32_t depth = plan->depth; depth > 0; depth--)
		if (plan->entities[plan->open[depth - 1]].id.len > 0)
			return plan->entities[plan->open[depth - 1]].id;
	return (struct kpss_str){0};
}

void visitor_record_begin(void *context, const struct schema_shape *shape, struct node *mapping, uint32_t level)
{
	struct plan *plan = context;
	plan->entities =
		grown(plan->entities, plan->entity_count, &plan->entity_capacity, sizeof *plan->entities);
	plan->entities[plan->entity_count] = (struct entity){
		.mapping = mapping,
		.document = plan->document,
		.kind = (uint16_t)(shape->kind - 1),
		.level = (uint16_t)level,
		.node_at = (uint32_t)(mapping - plan->document->root),
		/* A number for now: records move while they become more. plan_link makes it a pointer. */
		.parent = plan->depth ? (const struct entity *)(uintptr_t)(plan->open[plan->depth - 1] + 1) : NULL,
	};
	if (plan->depth < sizeof plan->open / sizeof *plan->open)
		plan->open[plan->depth++] = plan->entity_count;
	plan->entity_count++;
}

void visitor_record_end(void *context, struct node *mapping)
{
	struct plan *plan = context;
	(void)mapping;
	plan->depth--;
}

void visitor_identity(void *context, const struct node *mapping, struct node *id)
{
	struct plan *plan = context;
	uint32_t entity = plan->depth ? plan->open[plan->depth - 1] : 0;
	/* Only records have ids that others may refer to. */
	if (id->length == 0 || plan->depth == 0 || plan->entities[entity].mapping != mapping)
		return;
	plan->entities[entity].id = node_text(id);
	id_add(plan, plan->document, id, node_text(id), entity + 1);
}

void visitor_reference(void *context, const struct schema_shape *shape, struct node *id)
{
	struct plan *plan = context;
	plan->references =
		grown(plan->references, plan->reference_count, &plan->reference_capacity, sizeof *plan->references);
	plan->references[plan->reference_count++] = (struct reference){
		.shape = shape,
		.node = id,
		.document = plan->document,
		.subject = subject(plan),
	};
}

/* Ids in what is not read are known all the same, so that references to them are not called unknown. */
void visitor_unread(void *context, const struct node *value)
{
	struct plan *plan = context;
	for (const struct node *node = value; node < value + value->size; node++) {
		const struct node *id = node->kind == NODE_MAPPING ? field(node, WORD_id) : node;
		if (id != node && id->kind == NODE_SCALAR && id->length > 0)
			id_add(plan, NULL, NULL, node_text(id), 0);
	}
}

void visitor_chosen(void *context, const struct schema_shape *shape, struct node *text)
{
	struct plan *plan = context;
	plan->choices = grown(plan->choices, plan->choice_count, &plan->choice_capacity, sizeof *plan->choices);
	plan->choices[plan->choice_count++] = (struct choice){
		.shape = shape,
		.node = text,
		.document = plan->document,
		.subject = subject(plan),
	};
}
