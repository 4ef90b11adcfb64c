/* Which fields the profile calls binding. */
#include "base/arena.h"
#include "history/diff_inside.h"

static size_t names_take(const struct plan *plan, const struct node *entry, struct binding *out)
{
	const struct schema_table *table = plan_schema(plan);
	const struct node *names = field(entry, WORD_fields);
	struct kpss_str kind = value_text(field(entry, WORD_kind));
	struct top_word of = plan_kind_named(plan, kind);
	size_t count = 0;
	for (const struct node *name = value_first_item(names); name && of.kind;
		name = node_next_item(names, name)) {
		const struct schema_property *property =
			plan_field_named(plan, (uint16_t)(of.kind - 1), value_text(name));
		if (property)
			out[count++] = (struct binding){.of = of,
				.own_level = of.own ? kind : kpss_str(NULL),
				.word = schema_word(table, property->word)};
	}
	return count;
}

struct bindings bindings_of(const struct plan *plan, struct arena *arena)
{
	const struct node *entries = field(plan_profile(plan), WORD_binding_fields);
	struct binding *items = arena_array(arena, entries->size, sizeof *items);
	size_t count = 0;
	for (const struct node *entry = value_first_item(entries); entry;
		entry = node_next_item(entries, entry))
		count += names_take(plan, entry, items + count);
	return (struct bindings){.items = items, .count = count};
}

static bool is_of(const struct binding *binding, const struct entity *entity)
{
	if (binding->of.kind != entity->kind + 1)
		return false;
	if (binding->of.level && binding->of.level != entity->level)
		return false;
	return !binding->of.own ||
	       kpss_str_equal(value_text(field(entity->mapping, WORD_level)), binding->own_level);
}

bool is_binding(const struct differ *differ, struct kpss_str word)
{
	for (size_t side = 0; side < 2 && differ->entity; side++)
		for (size_t i = 0; i < differ->bindings[side].count; i++) {
			const struct binding *binding = &differ->bindings[side].items[i];
			if (kpss_str_equal(binding->word, word) && is_of(binding, differ->entity))
				return true;
		}
	return false;
}
