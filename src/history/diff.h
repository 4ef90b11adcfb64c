/* The difference of two states of a plan in planning terms: which records were added, removed, moved and renumbered, and which of
 * their fields say something else than before.
 *
 * Meaning. Records are the same when they have the same kind and id; those without an id (tasks may have none) when they stand under
 * the same record and have the same code and name, or text, the n-th of those that agree in all that with the n-th. Values are compared by
 * what they say (history/meaning.h), so layout, order, comments, quotation marks, vocabulary, moved files and whether a record
 * stands inside another or names it are no change. Items of a list are paired by what they say, then by their first field that is
 * given in the order of the schema (the person of a membership, the year of a value; among several with the same, those that
 * agree most, the day they begin before all), then texts by the words that they share. What a kind has is read from the schema alone,
 * fields of the town's own and `extra` included; the profile is compared like a record.
 *
 * Order. Kinds in the order of the schema, the profile first; within a kind by the printed code (2.2 before 2.10), then by id.
 * The changes of a record: moved, level, then its fields in the order of the schema, removed items before added ones.
 *
 * Ownership. Everything made lives in the arena and borrows from both plans, which must stay loaded. Either plan may hold only
 * some files of its state, as long as they are all that differ: nothing here follows a reference. */
#ifndef HISTORY_DIFF_H
#define HISTORY_DIFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

#include "history/meaning.h"

struct arena;
struct differ;
struct entity;
struct plan;

enum diff_fate { DIFF_CHANGED, DIFF_ADDED, DIFF_REMOVED };

enum diff_sort {
	DIFF_MOVED,      /* stands under another record; before and after say its id */
	DIFF_LEVEL,      /* an item stands on another level of the plan */
	DIFF_RENUMBERED, /* prints another code */
	DIFF_FIELD, /* says something else, or something where there was nothing, or the other way round */
	DIFF_ITEM_ADDED,
	DIFF_ITEM_REMOVED,
	DIFF_BEGUN, /* an item that says who from when to when: a membership, a leadership, an office */
	DIFF_ENDED, /* such an item was given its last day */
};

/* One step of the way to a value: the field, and in a list the item. */
struct diff_step {
	struct kpss_str
		word; /* English name; of what the schema does not know, the key as it is written */
	struct kpss_str title, czech_title; /* empty where the schema gives none */
	struct told
		item; /* what the item is told from others by; absent where the step leads into no item */
	struct kpss_str
		from; /* the day it begins, where other items are told by the same; empty otherwise */
};

struct diff_money {
	bool is_money;                    /* both sides were read exactly, or one is not there */
	int64_t before, after;            /* hundredths of the unit; 0 where there is none */
	uint32_t unit_before, unit_after; /* WORD_czk, WORD_thousand_czk; 0: nobody says */
};

struct diff_change {
	enum diff_sort sort;
	const struct diff_step *steps; /* none for DIFF_MOVED and DIFF_LEVEL */
	size_t step_count;
	struct told before, after; /* absent where there was or is none */
	struct diff_money money;
	bool binding; /* the field is among those that the profile of either state calls binding */
};

struct diff_record {
	enum diff_fate fate;
	const struct entity *before, *after; /* NULL: not there; both NULL: the profile */
	/* Of what was added or removed, all that it says. */
	const struct diff_change *changes;
	size_t count, binding; /* how many of them, how many are binding */
};

struct diff {
	const struct plan *before, *after;
	const struct diff_record *records;
	size_t count;
	size_t added, removed, changed;
	size_t binding; /* changes of binding fields; an added or removed record that has any counts as one */
};

/* Ready to compare any number of records of two plans, in the arena. */
struct differ *differ_new(const struct plan *before, const struct plan *after, struct arena *arena);
/* Compares one record in two states; either may be NULL. False when it says the same. Changes that are only counted where
 * `out` is NULL cost no memory that stays. */
bool diff_of_record(struct differ *differ, const struct entity *before, const struct entity *after,
	struct diff_record *out);
bool diff_of_profiles(struct differ *differ, struct diff_record *out);
/* All that differs. */
struct diff diff_of_plans(const struct plan *before, const struct plan *after, struct arena *arena);

/* Of these, the records that are wanted, with counts of their own. In the arena. */
typedef bool diff_wanted(const void *context, const struct diff_record *record);
struct diff diff_only(
	const struct diff *diff, diff_wanted *wanted, const void *context, struct arena *arena);

/* The dotted English path of a change: "rules_of_procedure.approved", "members[novak-j].to". In the arena. */
struct kpss_str diff_path(const struct diff_change *change, struct arena *arena);

#endif
