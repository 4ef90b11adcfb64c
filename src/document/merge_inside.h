/* Merging from inside; only for src/document/merge*.c. */
#ifndef DOCUMENT_MERGE_INSIDE_H
#define DOCUMENT_MERGE_INSIDE_H

#include "base/buf.h"
#include "document/merge.h"

enum merge_side { SIDE_BASE, SIDE_OURS, SIDE_THEIRS, SIDES };

/* A field of a mapping or an item of a list with the lines it stands on. */
struct merge_part {
	struct kpss_str identity; /* what it is paired by */
	const struct node *key;   /* NULL: an item */
	const struct node *value;
	uint32_t lead; /* where comments and empty lines before it begin */
	uint32_t line; /* where its line begins; its own begin when it follows a dash on a line */
	uint32_t begin, end; /* from its key or dash to behind its last line */
};

/* A block collection of one document, in parts that leave out no byte. */
struct merge_parts {
	const struct document *document; /* NULL: the side has no such collection */
	struct merge_part *items;        /* in the order of the file */
	struct merge_part **sorted;      /* by identity */
	size_t count;
	int32_t column; /* of keys or dashes */
};

/* Takes three collections apart, NULL where there is none; `from` is where the first part's lead begins. False when they are not
 * laid out alike, or parts cannot be told from each other. */
bool merge_parts_of(struct merge_parts parts[SIDES], const struct document *const documents[SIDES],
	const struct node *const collections[SIDES], const uint32_t from[SIDES],
	struct arena *arena);
struct merge_part *merge_part_find(const struct merge_parts *parts, struct kpss_str identity);

/* Behind the end of the line in which `at` lies; `at` itself where a line begins. */
uint32_t merge_line_after(struct kpss_str bytes, uint32_t at);

/* One place of the merged collection: what the sides have there. */
struct merge_slot {
	const struct merge_part *of[SIDES];
	size_t next; /* number of the slot behind it + 1; 0: none */
};
struct merge_slots {
	struct merge_slot *items;
	size_t count, first; /* first: number + 1 */
};
struct merge_slots merge_slots_of(const struct merge_parts parts[SIDES], struct arena *arena);

/* The nodes that the result has to have, in its order. */
struct merge_expected {
	struct node *items;
	size_t count, capacity;
};
void merge_expect(struct merge_expected *expected, const struct node *node, size_t count);
bool merge_proves(
	const struct merge_expected *expected, struct reader *reader, struct kpss_str bytes);
/* An id that stands in more places of the result than in either side's file: both moved an item, each to another place. */
struct kpss_str merge_twice(
	const struct merge_expected *expected, const struct merge_wish *wish, struct arena *arena);

#endif
