#include "answer/concern.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "town/setting.h"

struct circle {
	const struct entity **records;
	size_t count;
};

struct concern {
	const struct plan *plan;
	const struct entity *of;
	struct circle own, seated;
	bool coordinates; /* what nobody is named for concerns it, too */
};

bool concern_is_possible(const struct entity *record)
{
	static const uint16_t kinds[] = {
		KIND_person, KIND_role, KIND_group, KIND_body, KIND_organization};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (record->kind == kinds[i])
			return true;
	return false;
}

static bool circle_has(const struct circle *circle, const struct entity *record)
{
	for (size_t i = 0; i < circle->count; i++)
		if (circle->records[i] == record)
			return true;
	return false;
}

static void circle_add(struct circle *circle, const struct entity *record)
{
	if (record && !circle_has(circle, record))
		circle->records[circle->count++] = record;
}

/* Does an entry of the list that holds on the day name the record in the field? */
static bool list_names(const struct plan *plan, const struct node *list, uint32_t word,
	const struct entity *record, struct kpss_date day)
{
	for (const struct node *item = value_first_item(list); item;
		item = node_next_item(list, item))
		if (period_contains(mapping_period(item), day) &&
			plan_target(plan, field(item, word)) == record)
			return true;
	return false;
}

static void groups_join(struct concern *concern, uint16_t kind, struct kpss_date day)
{
	uint32_t count;
	const struct entity *of = concern->of;
	const struct entity *const *groups = plan_kind(concern->plan, kind, &count);
	uint32_t word = of->kind == KIND_organization ? WORD_organization : WORD_person;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *mapping = groups[i]->mapping;
		if (!period_contains(mapping_period(mapping), day))
			continue;
		if (list_names(concern->plan, field(mapping, WORD_leaders), word, of, day))
			circle_add(&concern->own, groups[i]);
		if (list_names(concern->plan, field(mapping, WORD_members), word, of, day))
			circle_add(&concern->seated, groups[i]);
	}
}

static void holders_join(struct concern *concern, const struct entity *role, struct kpss_date day)
{
	const struct node *holders = field(role->mapping, WORD_holders);
	for (const struct node *item = value_first_item(holders); item;
		item = node_next_item(holders, item))
		if (period_contains(mapping_period(item), day))
			circle_add(&concern->own,
				plan_target(concern->plan, field(item, WORD_person)));
}

static void roles_join(struct concern *concern, struct kpss_date day)
{
	static const uint32_t words[] = {WORD_person, WORD_body, WORD_organization, WORD_group};
	uint32_t count;
	const struct entity *const *roles = plan_kind(concern->plan, KIND_role, &count);
	for (uint32_t i = 0; i < count; i++)
		for (size_t w = 0; w < sizeof words / sizeof *words; w++)
			if (list_names(concern->plan, field(roles[i]->mapping, WORD_holders),
				    words[w], concern->of, day))
				circle_add(&concern->own, roles[i]);
}

const struct concern *concern_of(const struct plan *plan, const struct entity *record,
	struct kpss_date as_of, struct arena *arena)
{
	static const uint16_t kinds[] = {KIND_group, KIND_body, KIND_role, KIND_person};
	struct concern *concern = arena_array(arena, 1, sizeof *concern);
	size_t most = 1;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		uint32_t count;
		plan_kind(plan, kinds[i], &count);
		most += count;
	}
	*concern = (struct concern){.plan = plan, .of = record};
	concern->own.records = arena_array(arena, most, sizeof *concern->own.records);
	concern->seated.records = arena_array(arena, most, sizeof *concern->seated.records);
	circle_add(&concern->own, record);
	groups_join(concern, KIND_group, as_of);
	groups_join(concern, KIND_body, as_of);
	roles_join(concern, as_of);
	if (record->kind == KIND_role)
		holders_join(concern, record, as_of);
	const struct entity *coordinator =
		plan_target(plan, setting(plan, WORD_coordinator_role, 0));
	concern->coordinates = coordinator && circle_has(&concern->own, coordinator);
	return concern;
}

static const uint32_t naming[] = {WORD_owner, WORD_responsible, WORD_groups, WORD_group, WORD_body,
	WORD_with, WORD_person, WORD_organization, WORD_provider, WORD_settled_by, WORD_convened_by,
	WORD_organized_by, WORD_beneficiary};

/* A reference, a list of them, or a list of mappings that hold one. */
static bool value_leads_to(
	const struct concern *concern, const struct circle *circle, const struct node *value)
{
	static const uint32_t words[] = {WORD_person, WORD_group, WORD_organization, WORD_body};
	if (value->kind == NODE_SCALAR)
		return circle_has(circle, plan_target(concern->plan, value));
	for (const struct node *item = value_first_item(value); item;
		item = node_next_item(value, item)) {
		if (item->kind == NODE_SCALAR &&
			circle_has(circle, plan_target(concern->plan, item)))
			return true;
		for (size_t i = 0; item->kind == NODE_MAPPING && i < sizeof words / sizeof *words;
			i++)
			if (circle_has(circle, plan_target(concern->plan, field(item, words[i]))))
				return true;
	}
	return false;
}

static bool record_leads_to(
	const struct concern *concern, const struct circle *circle, const struct entity *record)
{
	if (circle_has(circle, record))
		return true;
	for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
		const struct node *value = field(record->mapping, naming[i]);
		if (!is_absent(value) && value_leads_to(concern, circle, value))
			return true;
	}
	return false;
}

bool concern_has(const struct concern *concern, const struct entity *record)
{
	if (!record)
		return concern->coordinates;
	if (record_leads_to(concern, &concern->own, record))
		return true;
	/* The tasks of a meeting concern its group as a whole. */
	bool is_collective = concern->of->kind == KIND_group || concern->of->kind == KIND_body;
	return is_collective && record->kind == KIND_task && record->parent &&
	       record_leads_to(concern, &concern->own, record->parent);
}

bool concern_attends(const struct concern *concern, const struct entity *record)
{
	return record && record_leads_to(concern, &concern->seated, record);
}
