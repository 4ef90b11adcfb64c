#include "query/name.h"

#include "base/text.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/item.h"

/* Items of other plans print the same codes again. */
static bool is_current(const struct entity *entity, const struct entity *of)
{
	return entity->kind != KIND_node || !of || item_plan(entity) == of;
}

/* The only record of a kind with the code; NULL, with the count, when there are none or several. */
static const struct entity *code_find(const struct plan *plan, uint16_t kind,
	const struct entity *of, struct kpss_str typed, size_t *count)
{
	uint32_t records;
	const struct entity *const *entities = plan_kind(plan, kind, &records), *found = NULL;
	*count = 0;
	for (uint32_t i = 0; i < records; i++) {
		struct kpss_str code = value_text(field(entities[i]->mapping, WORD_code));
		if (code.len == 0 || !kpss_str_equal(code, typed) || !is_current(entities[i], of))
			continue;
		found = entities[i];
		++*count;
	}
	return *count == 1 ? found : NULL;
}

const struct entity *name_find(
	const struct plan *plan, const struct entity *of, struct kpss_str typed, size_t *count)
{
	const struct entity *found = plan_find(plan, typed);
	size_t sum = 0;
	*count = 1;
	if (found || (found = code_find(plan, KIND_node, of, typed, count)) || *count > 1)
		return found;
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		const struct entity *one = code_find(plan, kind, of, typed, count);
		found = one ? one : found;
		sum += *count;
	}
	*count = sum;
	return sum == 1 ? found : NULL;
}

void name_suggest(
	const struct plan *plan, const struct entity *of, struct text_suggestions *suggestions)
{
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t records;
		const struct entity *const *entities = plan_kind(plan, kind, &records);
		for (uint32_t i = 0; i < records; i++) {
			struct kpss_str code = value_text(field(entities[i]->mapping, WORD_code));
			if (entities[i]->id.len)
				suggestions_offer(suggestions, entities[i]->id);
			if (code.len && is_current(entities[i], of))
				suggestions_offer(suggestions, code);
		}
	}
}
