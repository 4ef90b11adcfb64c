/* The rules that a town has made itself: queries in its profile that must return nothing. */
#ifndef RULE_TOWN_RULE_H
#define RULE_TOWN_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/str.h>

#include "base/finding.h"
#include "document/node.h"

struct arena;
struct plan;

/* One of them. What it finds is of a kind that lives as long as the arena it was made in; the program's own catalogue never
 * changes. */
struct town_rule {
	struct finding_kind kind;
	const struct node *item;                    /* of the profile's `rules` */
	struct kpss_str columns[FINDING_ARGUMENTS]; /* of the query: what {0} to {3} stand for */
	size_t column_count;
	bool too_many_columns; /* the message and the remedy speak of more */
};

/* The first item of the profile with a code; NULL when there is none. */
const struct node *town_rule_find(const struct plan *plan, struct kpss_str code);
/* Is it the first with a code that it may have, and does it say what it must? No other is checked. */
bool town_rule_counts(const struct plan *plan, const struct node *item);
/* As the profile writes it. */
struct town_rule town_rule_of(const struct node *item, struct arena *arena);

/* A column in a message, {name}: its bytes with the braces. */
struct placeholder {
	size_t begin, end;
	struct kpss_str name;
};
/* The first one at or behind a byte; false when there is none. */
bool placeholder_find(struct kpss_str text, size_t from, struct placeholder *out);

#endif
