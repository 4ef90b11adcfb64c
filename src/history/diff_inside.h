/* The difference from inside; only for src/history/diff*.c. */
#ifndef HISTORY_DIFF_INSIDE_H
#define HISTORY_DIFF_INSIDE_H

#include "history/diff.h"
#include "history/holder.h"
#include "plan/plan.h"
#include "plan/value.h"

enum { DIFF_STEPS_MOST = 32 };

/* A field that may change after approval only by a new resolution, as one state's profile says. */
struct binding {
	struct top_word of;
	struct kpss_str own_level; /* of the town's own word */
	struct kpss_str word;      /* English name of the field */
};

struct bindings {
	const struct binding *items;
	size_t count;
};

/* The value before and after. */
struct told_pair {
	struct told before, after;
};

struct differ {
	const struct plan *before, *after;
	struct arena *arena;
	struct bindings bindings[2];
	const uint16_t *
		holder_fields; /* by kind: word of the field that names the record it stands in; 0: none */
	bool same_profile; /* the same bytes, so equal bytes of a record say the same */

	/* Of the record at hand: */
	const struct entity *entity;
	struct diff_step steps[DIFF_STEPS_MOST];
	size_t depth;
	struct told_pair
		around[DIFF_STEPS_MOST]; /* the mappings around the value, outermost first */
	size_t around_count;
	struct diff_change *changes;
	size_t count, capacity;
};

/* diff_binding.c */
struct bindings bindings_of(const struct plan *plan, struct arena *arena);
bool is_binding(const struct differ *differ, struct kpss_str word);

/* diff_pair.c: every record of either state, with the same record of the other where there is one. */
struct record_pair {
	const struct entity *before, *after;
};
struct record_pairs {
	struct record_pair *items;
	size_t count;
};
struct record_pairs record_pairs_of(const struct differ *differ);

/* diff_order.c: of two struct diff_record, for qsort. */
int records_order(const void *left, const void *right);

/* diff_field.c */
void values_compare(struct differ *differ, struct told_pair pair);
/* The fields of two mappings; those in `left_out` (words, ends in 0) and lists of records are compared elsewhere. */
void mappings_compare(struct differ *differ, struct told_pair pair, const uint32_t *left_out);
void change_add(struct differ *differ, enum diff_sort sort, struct told_pair pair);
/* Goes one step down to a field or an item of a list; false where that is too deep. */
bool step_down(struct differ *differ, const struct diff_step *step);

/* diff_list.c */
void lists_compare(struct differ *differ, struct told_pair pair);
/* Does a shape describe who was or did something from when to when? */
bool is_tenure(const struct plan *plan, uint32_t shape);

/* diff_money.c */
struct diff_money money_of(const struct differ *differ, struct told_pair pair);

#endif
