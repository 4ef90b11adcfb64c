/* Whom something concerns: what a person, role, group, body or organization has to do with it on
 * a day. */
#ifndef ANSWER_CONCERN_H
#define ANSWER_CONCERN_H

#include <stdbool.h>

#include <kpss/date.h>

struct arena;
struct concern;
struct entity;
struct plan;

/* Can the record be asked about: is it a person, role, group, body or organization? */
bool concern_is_possible(const struct entity *record);

/* The record itself, and on that day the groups that it leads and the roles that it holds (of a
 * person), who holds it (of a role). It lives in the arena. */
const struct concern *concern_of(const struct plan *plan, const struct entity *record,
	struct kpss_date as_of, struct arena *arena);

/* Is the record one of them, or does it name one of them as its owner, as responsible, as its
 * group…? What nobody is named for (NULL) concerns the coordinator. */
bool concern_has(const struct concern *concern, const struct entity *record);
/* The same for the groups in which a person or an organization has a seat. */
bool concern_attends(const struct concern *concern, const struct entity *record);

#endif
