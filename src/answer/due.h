/* What is due and when: every day that somebody has to keep, computed from the records and from
 * what the town has decided. */
#ifndef ANSWER_DUE_H
#define ANSWER_DUE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/finding.h"

struct arena;
struct concern;
struct due_search;
struct entity;
struct node;
struct plan;

/* One sort of day. A new one is a row and its function in one of the files due_*.c. */
struct due_kind {
	const char *word; /* stable, for programs: “invitation” */
	const char *
		text; /* msgid: what is to be done, or happens; {0} to {3} stand for the arguments */
	const char *plural; /* the other form of `text`; argument 0 is then the number */
	/* What in the profile makes it due, as an English key with a point; the second one for
	 * the steering group. NULL: the record itself gives the day. */
	const char *setting, *steering_setting;
	bool happens; /* nothing that can be late: it is told until its day, not afterwards */
	void (*find)(struct due_search *search);
};

struct due {
	struct kpss_date day;
	const struct due_kind *kind;
	const struct entity
		*subject; /* the record concerned; its id and the kind tell most of them apart… */
	struct kpss_str
		detail; /* …and this the others: a year, the id of a person, a number; may be empty */
	const struct entity *
		who; /* the person, role, group, body or organization whose task it is; NULL: nobody is named */
	const struct node *place; /* in the subject's document */
	const char *setting;      /* the one of its kind that holds here */
	struct finding_argument arguments[FINDING_ARGUMENTS];
	size_t order; /* in which it was found */
};

/* By day, then in the order of the kinds and of the files. */
struct dues {
	const struct due *items;
	size_t count;
	size_t overdue; /* the first so many lie before the as-of day */
};

/* All that is due up to and including `until` and not done on the as-of day, overdue ones always;
 * with `concern` (may be NULL) only what concerns it. Everything lives in the arena and as long
 * as the plan. */
struct dues dues_of_plan(const struct plan *plan, struct kpss_date as_of, struct kpss_date until,
	const struct concern *concern, struct arena *arena);

/* All kinds; NULL behind the last. */
const struct due_kind *due_kind_at(size_t index);

/* Name, else number or text, else id: what a person calls the record. */
struct kpss_str record_called(const struct entity *record);

#endif
