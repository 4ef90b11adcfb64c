/* Groups and when they met, ready to be asked about many groups and days. */
#ifndef TOWN_GATHERING_H
#define TOWN_GATHERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

/* The steering group: the one that the profile names, else the only one of that type; NULL when there is none or nobody can
 * tell which. */
const struct entity *steering_group(const struct plan *plan);
/* Is it the group that the profile names, or one of that type? A town has several one after the other. */
bool group_is_steering(const struct plan *plan, const struct entity *group);
/* All of them, in the arena. */
const struct entity *const *steering_groups(const struct plan *plan, struct arena *arena, size_t *count);
/* Does the group plan for a theme or target group (working, or of no stated type), not steer, not do the office work? */
bool group_is_working(const struct entity *group);
/* The section of the profile that holds for a body: WORD_steering_group for the steering group, WORD_groups for a working one,
 * 0 for any other. */
uint32_t body_section(const struct entity *steering, const struct entity *body);
/* To whom a group answers: by that section of the profile, where it is silent by the group's own record. */
const struct node *group_accountable_to(const struct plan *plan, const struct entity *group, uint32_t section);
bool record_exists_on(const struct entity *record, struct kpss_date day);
/* The section of the profile that speaks of the group, WORD_steering_group or WORD_groups; 0: none does. */
uint32_t group_section(const struct plan *plan, const struct entity *group);
/* A setting of that section; absent when the town has not made it. */
const struct node *group_setting(const struct plan *plan, const struct entity *group, uint32_t word);

/* A meeting of a body; a joint one appears once for each. One without a valid day is left out. */
struct gathering {
	const struct entity *body; /* or group */
	const struct entity *meeting;
	struct kpss_date day;
};

/* By body and day. */
struct gatherings {
	const struct gathering *items;
	size_t count;
};

struct gatherings gatherings_of_plan(const struct plan *plan, struct arena *arena);
struct gatherings gatherings_of(struct gatherings gatherings, const struct entity *body);
/* Has every meeting of the body a day? Where one is mistyped, which is a finding of its own, nobody can tell how often it met. */
bool meetings_are_dated(const struct plan *plan, const struct entity *body);
/* Of these, the ones in a period. */
struct gatherings gatherings_within(struct gatherings gatherings, struct period period);
/* The day of the first; KPSS_DATE_LATEST when there is none. */
struct kpss_date gatherings_begin(struct gatherings gatherings);
/* How many of them were meetings at which people met. */
int64_t gatherings_held(struct gatherings gatherings);

/* The bodies that met at a meeting, the host first, written to `out`, which holds one more than its `with` lists. How many; 0
 * where it has no valid day. */
size_t meeting_bodies(const struct plan *plan, const struct entity *meeting, struct gathering *out);
/* Did people meet? What is decided by letters (per rollam) is no meeting. */
bool meeting_was_held(const struct entity *meeting);
/* Did the person take part: as a member, in somebody's place, as a guest, in the chair or writing the minutes? */
bool meeting_was_attended_by(
	const struct plan *plan, const struct entity *meeting, const struct entity *person);
/* Is anything recorded of who was there? */
bool meeting_has_attendance(const struct entity *meeting);
/* Does it tell the name of every member who came? Nobody without a name, nor fewer names than the stated number. */
bool meeting_names_all(const struct entity *meeting);

#endif
