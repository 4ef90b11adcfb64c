/* What about people may stand in a file that git records. */
#ifndef RULE_PRIVACY_H
#define RULE_PRIVACY_H

#include <stdbool.h>

struct entity;
struct node;
struct plan;

/* Does the record of a person say that the name may be shown in full? */
bool person_is_public(const struct entity *person);
/* The telephone, e-mail or address of a person; absent when there is none. */
const struct node *person_contact(const struct entity *person);
/* Somebody who speaks for an organization or a body does so in office. */
bool submitter_is_in_office(const struct node *submitter);
/* The name of somebody who takes part as a user of services and has agreed neither to the full name nor to initials; absent when
 * there is none. */
const struct node *user_private_name(const struct entity *person);

/* Calls `take` with the submitters of all submissions and suggestions. */
typedef void submitter_taker(
	const void *user, const struct entity *record, const struct node *submitter);
void submitters_walk(const struct plan *plan, submitter_taker *take, const void *user);
/* Calls `take` with each membership on the side of the users that names a person. */
typedef void membership_taker(
	const void *user, const struct entity *group, const struct node *member);
void users_walk(const struct plan *plan, membership_taker *take, const void *user);

#endif
