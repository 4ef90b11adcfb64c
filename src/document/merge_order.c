/* In which order the parts of two sides stand in what is merged of them. */
#include "document/merge_inside.h"

#include "base/arena.h"

/* Has a side put parts that were there before into another order? */
static bool has_moved(const struct merge_parts *base, const struct merge_parts *side)
{
	const struct merge_part *last = NULL;
	for (size_t i = 0; i < side->count; i++) {
		const struct merge_part *before = merge_part_find(base, side->items[i].identity);
		if (before && last && before < last)
			return true;
		last = before ? before : last;
	}
	return false;
}

static void slot_fill(
	struct merge_slot *slot, const struct merge_parts parts[SIDES], struct kpss_str identity)
{
	for (int side = 0; side < SIDES; side++)
		slot->of[side] = merge_part_find(&parts[side], identity);
}

/* Behind which slot a part comes that only `other` has and that follows slot `after` there (numbers + 1; 0: it is the first):
 * what the leading side alone has put in at the same place comes before it. */
static size_t place_find(const struct merge_slots *slots, size_t after, int other)
{
	size_t next = after ? slots->items[after - 1].next : slots->first;
	while (next && !slots->items[next - 1].of[other] && !slots->items[next - 1].of[SIDE_BASE]) {
		after = next;
		next = slots->items[next - 1].next;
	}
	return after;
}

struct merge_slots merge_slots_of(const struct merge_parts parts[SIDES], struct arena *arena)
{
	bool theirs_lead = !has_moved(&parts[SIDE_BASE], &parts[SIDE_OURS]) &&
			   has_moved(&parts[SIDE_BASE], &parts[SIDE_THEIRS]);
	int lead = theirs_lead ? SIDE_THEIRS : SIDE_OURS,
	    other = theirs_lead ? SIDE_OURS : SIDE_THEIRS;
	size_t most = parts[lead].count + parts[other].count,
	       last = 0; /* the slot of the part before, as a number + 1 */
	struct merge_slots slots = {.items = arena_array(arena, most + 1, sizeof *slots.items)};
	/* By the place of a part in the leading side: its slot is number place + 1. */
	for (size_t i = 0; i < parts[lead].count; i++) {
		slot_fill(&slots.items[i], parts, parts[lead].items[i].identity);
		slots.items[i].next = i + 1 < parts[lead].count ? i + 2 : 0;
	}
	slots.count = parts[lead].count;
	slots.first = slots.count ? 1 : 0;
	for (size_t i = 0; i < parts[other].count; i++) {
		const struct merge_part *there =
			merge_part_find(&parts[lead], parts[other].items[i].identity);
		if (there) {
			last = (size_t)(there - parts[lead].items) + 1;
			continue;
		}
		size_t after = place_find(&slots, last, other);
		struct merge_slot *slot = &slots.items[slots.count++];
		slot_fill(slot, parts, parts[other].items[i].identity);
		slot->next = after ? slots.items[after - 1].next : slots.first;
		if (after)
			slots.items[after - 1].next = slots.count;
		else
			slots.first = slots.count;
		last = slots.count;
	}
	return slots;
}
