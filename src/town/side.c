#include "town/side.h"

#include "town/setting.h"

static bool counts_as(const struct plan *plan, uint32_t side, uint32_t wanted)
{
	const struct node *triad = setting(plan, WORD_triad, 0);
	if (side == wanted || side == UINT32_MAX)
		return true;
	for (const struct node *item = value_first_item(triad); item; item = node_next_item(triad, item))
		if (value_word(field(item, WORD_side)) == side && value_word(field(item, WORD_counts_as)) == wanted)
			return true;
	return false;
}

bool member_is_of_side(const struct plan *plan, const struct node *member, uint32_t side)
{
	const struct node *own = field(member, WORD_side);
	if (!is_absent(own))
		return counts_as(plan, value_word(own), side);
	const struct entity *person = plan_target(plan, field(member, WORD_person));
	const struct node *sides = person ? field(person->mapping, WORD_sides) : value_none();
	for (const struct node *item = value_first_item(sides); item; item = node_next_item(sides, item))
		if (counts_as(plan, value_word(item), side))
			return true;
	return false;
}

bool side_is_present(const struct plan *plan, const struct entity *group, uint32_t side, struct kpss_date day)
{
	const struct node *members = field(group->mapping, WORD_members);
	for (const struct node *member = value_first_item(members); member; member = node_next_item(members, member)) {
		bool there = !period_is_sound(member) || period_contains(mapping_period(member), day);
		if (there && member_is_of_side(plan, member, side))
			return true;
	}
	return false;
}
