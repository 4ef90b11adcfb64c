/* Chains of references that must not come back to where they began: predecessors, parents, offices. */
#include "base/arena.h"
#include "base/language.h"
#include "rule/rule.h"

static const struct finding_kind circular_reference = {
	.code = "circular-reference",
	.severity = KPSS_ERROR,
	.message = N_("‘{0}’ leads back to itself: {1}"),
	.label = N_("closes the circle"),
	.remedy = N_("delete or correct one of these references"),
	.meaning = N_("no record is its own parent, predecessor or superior"),
	.explanation = N_("A group cannot come before itself and an item of the plan cannot stand under itself, not even through "
			  "others."),
	.wrong = "orgány:\n"
	         "  - {id: komise, název: Komise, druh: komise, nadřízený_orgán: odbor}\n"
	         "  - {id: odbor, název: Odbor, druh: odbor, nadřízený_orgán: komise}\n",
	.right = "orgány:\n"
	         "  - {id: komise, název: Komise, druh: komise, nadřízený_orgán: odbor}\n"
	         "  - {id: odbor, název: Odbor, druh: odbor}\n",
};

enum colour { NOT_SEEN, ON_PATH, DONE };

struct search {
	const struct rule_context *context;
	const struct entity *const *entities;
	uint32_t count;
	uint16_t word;
	uint8_t *colours;
	struct step *path;
	uint32_t depth;
};

/* One record on the path and which of its references is followed next. */
struct step {
	uint32_t entity;
	const struct node *next; /* NULL: none is left */
};

static uint32_t number_of(const struct search *search, const struct entity *entity)
{
	uint32_t low = 0, high = search->count;
	/* Records of one kind lie in the order of their addresses. */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (search->entities[middle] < entity)
			low = middle + 1;
		else
			high = middle;
	}
	return low < search->count && search->entities[low] == entity ? low : UINT32_MAX;
}

/* A field holds one reference or a list of them. */
static const struct node *reference_first(const struct node *value)
{
	if (value->kind == NODE_SCALAR)
		return is_absent(value) ? NULL : value;
	return value->kind == NODE_SEQUENCE ? node_first(value) : NULL;
}

static const struct node *reference_next(const struct node *value, const struct node *reference)
{
	return value->kind == NODE_SEQUENCE ? node_next_item(value, reference) : NULL;
}

static void circle_report(const struct search *search, uint32_t first, const struct node *closing)
{
	enum { SHOWN_MOST = 6 };
	struct arena *arena = search->context->findings->arena;
	struct kpss_str chain = kpss_str("");
	for (uint32_t i = first; i < search->depth; i++) {
		struct kpss_str id = search->entities[search->path[i].entity]->id;
		if (i - first < SHOWN_MOST)
			chain = arena_format(arena, "%.*s%s%.*s", (int)chain.len, chain.ptr, i > first ? " → " : "",
				(int)id.len, id.ptr);
		else if (i - first == SHOWN_MOST)
			chain = arena_format(arena, "%.*s → …", (int)chain.len, chain.ptr);
	}
	const struct entity *start = search->entities[search->path[first].entity];
	const struct entity *last = search->entities[search->path[search->depth - 1].entity];
	chain = arena_format(arena, "%.*s → %.*s", (int)chain.len, chain.ptr, (int)start->id.len, start->id.ptr);
	findings_add(search->context->findings, &(struct finding){
		.kind = &circular_reference,
		.where = entity_span(last, closing),
		.arguments = {argument_text(start->id), argument_text(chain)},
		.subject = last->id,
	});
}

static void step_back(struct search *search)
{
	search->colours[search->path[--search->depth].entity] = DONE;
}

static void step_into(struct search *search, uint32_t entity)
{
	search->colours[entity] = ON_PATH;
	const struct node *value = field(search->entities[entity]->mapping, search->word);
	search->path[search->depth++] = (struct step){.entity = entity, .next = reference_first(value)};
}

static void step_follow(struct search *search)
{
	struct step *step = &search->path[search->depth - 1];
	const struct node *reference = step->next;
	if (!reference) {
		step_back(search);
		return;
	}
	step->next = reference_next(field(search->entities[step->entity]->mapping, search->word), reference);
	const struct entity *target = plan_target(search->context->plan, reference);
	uint32_t number = target ? number_of(search, target) : UINT32_MAX;
	if (number == UINT32_MAX || search->colours[number] == DONE)
		return;
	if (search->colours[number] == NOT_SEEN) {
		step_into(search, number);
		return;
	}
	uint32_t first = search->depth;
	while (first > 0 && search->path[first - 1].entity != number)
		first--;
	circle_report(search, first - 1, reference);
}

static void chain_check(const struct rule_context *context, uint16_t kind, uint16_t word)
{
	struct search search = {.context = context, .word = word};
	struct arena *arena = context->findings->arena;
	search.entities = plan_kind(context->plan, kind, &search.count);
	bool used = false;
	for (uint32_t i = 0; i < search.count && !used; i++)
		used = field_key(search.entities[i]->mapping, word) != NULL;
	if (!used)
		return;
	search.colours = arena_array(arena, search.count, sizeof *search.colours);
	search.path = arena_array(arena, search.count, sizeof *search.path);
	for (uint32_t i = 0; i < search.count; i++) {
		if (search.colours[i] != NOT_SEEN)
			continue;
		step_into(&search, i);
		while (search.depth > 0)
			step_follow(&search);
	}
}

/* The schemas say which fields are chains (x-kpss-chain). */
static void cycles_check(const struct rule_context *context)
{
	const struct schema_table *schema = plan_schema(context->plan);
	for (uint16_t kind = 0; kind < schema->kind_count; kind++) {
		const struct schema_object *object = &schema->objects[schema->shapes[schema->kinds[kind].shape].object];
		for (uint32_t i = 0; i < object->count; i++) {
			const struct schema_property *property = &schema->properties[object->first + i];
			if (property->flags & PROPERTY_CHAIN)
				chain_check(context, kind, property->word);
		}
	}
}

const struct rule rule_cycles[] = {
	{cycles_check, {&circular_reference}},
	{0},
};
