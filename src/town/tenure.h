/* Who leads or holds something and when: leaders of a group, holders of a role. */
#ifndef TOWN_TENURE_H
#define TOWN_TENURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/plan.h"
#include "plan/value.h"

struct arena;

struct tenure {
	const struct node *mapping;
	const struct entity *holder; /* person, else body, group or organization; NULL: not given or unknown */
	struct period period; /* as written; within_lifetime() of its record is up to the rule */
};

/* In the order of their beginnings. Where a day is wrong (a finding of its own) nothing is concluded: count is 0 and
 * `unsound` says so. */
struct tenures {
	const struct tenure *items;
	size_t count;
	bool unsound;
};

/* Those in a list field of a record (WORD_leaders, WORD_holders), in the arena. */
struct tenures tenures_of(const struct plan *plan, const struct entity *record, uint32_t list, struct arena *arena);
/* Records, each as long as it exists, as if each held one office: groups that steer one after the other. */
struct tenures tenures_of_records(const struct entity *const *records, size_t count, struct arena *arena);
/* The role in which the holders of a role are written: itself, or the one by virtue of which it is held (by_office). */
const struct entity *role_with_holders(const struct plan *plan, const struct entity *role);
/* Those of a role; where it has none but is held by office (by_office), those of that other role. */
struct tenures tenures_of_role(const struct plan *plan, const struct entity *role, struct arena *arena);
/* The person who holds it or acts for the body that does; NULL when nobody is named. */
const struct entity *tenure_person(const struct plan *plan, const struct tenure *tenure);
/* The first that contains the day; NULL when none does. */
const struct tenure *tenure_on(struct tenures tenures, struct kpss_date day);
/* A field of it as the place of a finding; its holder where the field is not written. */
const struct node *tenure_place(const struct tenure *tenure, uint32_t word);

/* The part of a period in which the record existed. Empty (from after to) when there is none. */
struct period within_lifetime(const struct entity *record, struct period period);
bool period_is_empty(struct period period);

/* What a survey of tenures tells. `before` and `after` are the neighbours of a gap, NULL where there is none. */
struct tenure_survey {
	void *user;
	void (*gap)(void *user, const struct tenure *before, const struct tenure *after, struct period days);
	void (*overlap)(void *user, const struct tenure *second, const struct tenure *first, struct period days);
};
/* Tells of all days in the period that no tenure covers and those that two cover, in their order. No tenure at all is one
 * gap, the whole period. */
void tenures_survey(struct tenures tenures, struct period period, const struct tenure_survey *survey);

#endif
