/* Items of the plan as the town uses them: which is the measure, which plan it is in, which groups answer for it. */
#ifndef TOWN_ITEM_H
#define TOWN_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

/* The plan that an item stands in; NULL when it hangs in the air or its parents go round in a circle. */
const struct entity *item_plan(const struct entity *item);
/* The plan that any record is about: the one it stands in, or that it names, itself or through its action plan, document,
 * cycle… NULL when there is none. */
const struct entity *record_plan(const struct plan *plan, const struct entity *record);
/* Number of an item among all of them (plan_kind), to mark items in an array. */
uint32_t item_number(const struct plan *plan, const struct entity *item);
/* Is the item, or one that it stands under, cancelled or moved elsewhere by its status? */
bool item_is_dropped(const struct plan *plan, const struct entity *item);
/* Place in the profile's order of levels, from 1, of the highest one that is flagged as the measure, or is named so where none
 * is flagged; 0: the profile has none. */
uint16_t measure_rank(const struct plan *plan);
/* Does the profile flag the level of the item: WORD_measure, WORD_area? Where it flags none as the measure, the level of that
 * name is. */
bool item_is_flagged(const struct plan *plan, const struct entity *item, uint32_t flag);
/* The list `groups` that holds for the item: its own, else that of the nearest item above; absent when there is none. `owner`
 * (may be NULL) is the record in which it is written. */
const struct node *item_groups(const struct entity *item, const struct entity **owner);
/* Does a group answer for the item on a day? */
bool item_belongs_to(
	const struct plan *plan, const struct entity *item, const struct entity *group, struct kpss_date day);
/* The days of an item: its own, within those of its plan with its extensions. */
struct period item_period(const struct entity *item);
/* From the first to the last day of a plan, extensions included. */
struct period plan_period(const struct entity *plan);
/* The word for its level in the language of the repository, as in “opatření”. */
struct kpss_str item_level_word(const struct plan *plan, const struct entity *item);

#endif
