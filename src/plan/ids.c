/* The table of ids: all kinds share one space of names. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "plan/internal.h"

static void slots_fill(struct plan *plan)
{
	memset(plan->id_slots, 0, plan->id_slot_count * sizeof *plan->id_slots);
	for (uint32_t i = 0; i < plan->id_count; i++) {
		uint32_t slot = plan->ids[i].hash & (plan->id_slot_count - 1);
		while (plan->id_slots[slot])
			slot = (slot + 1) & (plan->id_slot_count - 1);
		plan->id_slots[slot] = i + 1;
	}
}

static uint32_t *slot_of(const struct plan *plan, struct kpss_str text, uint32_t hash)
{
	uint32_t slot = hash & (plan->id_slot_count - 1);
	for (uint32_t number; (number = plan->id_slots[slot]) != 0; slot = (slot + 1) & (plan->id_slot_count - 1)) {
		const struct known_id *known = &plan->ids[number - 1];
		if (known->hash == hash && kpss_str_equal(known->text, text))
			break;
	}
	return &plan->id_slots[slot];
}

const struct known_id *id_find(const struct plan *plan, struct kpss_str text)
{
	if (plan->id_slot_count == 0)
		return NULL;
	uint32_t number = *slot_of(plan, text, hash_text(text));
	return number ? &plan->ids[number - 1] : NULL;
}

static void room_make(struct plan *plan)
{
	if (plan->id_count == plan->id_capacity) {
		plan->id_capacity = plan->id_capacity ? plan->id_capacity * 2 : 256;
		plan->ids = memory_resize(plan->ids, plan->id_capacity, sizeof *plan->ids);
	}
	if ((plan->id_count + 1) * 2 > plan->id_slot_count) {
		plan->id_slot_count = plan->id_slot_count ? plan->id_slot_count * 2 : 1024;
		plan->id_slots = memory_resize(plan->id_slots, plan->id_slot_count, sizeof *plan->id_slots);
		slots_fill(plan);
	}
}

void id_add(struct plan *plan, const struct document *document, const struct node *node, struct kpss_str text,
	uint32_t entity)
{
	room_make(plan);
	uint32_t hash = hash_text(text), *slot = slot_of(plan, text, hash);
	struct known_id added = {.text = text, .hash = hash, .entity = entity, .document = document, .node = node};
	if (*slot == 0) {
		plan->ids[plan->id_count++] = added;
		*slot = plan->id_count;
		return;
	}
	struct known_id *known = &plan->ids[*slot - 1];
	if (!known->document) {
		*known = added;
		return;
	}
	if (!document)
		return;
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_duplicate_id,
		.where = node_span(document, node),
		.related = node_span(known->document, known->node),
		.arguments = {argument_text(text)},
		.subject = text,
	});
}
