/* Merges two later states of a document by what stands in it: items of lists by their id, fields by their name. */
#ifndef DOCUMENT_MERGE_H
#define DOCUMENT_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "document/node.h"

struct arena;
struct reader;

enum { MERGE_MARKER_USUAL = 7 };

struct merge_wish {
	const struct document *base, *ours, *theirs;
	struct reader *reader; /* the one that read all three; borrowed, for reading */
	size_t marker;         /* how many characters a line that marks a conflict begins with */
};

/* Both sides changed it, each otherwise, or one changed what the other deleted. */
struct merge_conflict {
	struct kpss_str record; /* id of the innermost item with one; empty: in none */
	struct kpss_str field;  /* its key as written; empty: the whole item, or a comment */
};

struct merged {
	struct kpss_str bytes; /* of the whole file */
	const struct merge_conflict *conflicts;
	size_t count;
	struct kpss_str twice; /* an id that stands twice now and did not in either; empty: none */
};

/* What only one side changed is as that side has it, byte by byte; in a field that both changed otherwise, the lines of both
 * stand between git's markers. Comments and empty lines belong to what follows them and are merged like a field of their own.
 * Keys and items are in the order of the side that moved some, ours before theirs; new ones follow what they follow in their own
 * file. Items without an id are told apart by their first text, where that is not enough by the first two, or by all they say.
 * A text is one value, and so is what stands in brackets.
 *
 *	- id: a              - id: a                  - id: a
 *	  název: Dům           název: Domov    and      název: Dům       give   - id: a
 *	                                                stav: hotovo              název: Domov
 *	                                                                          stav: hotovo
 *
 * True when the result was proven: read again, with all conflicts decided for one side and for the other, it says what was
 * meant. False when it cannot be merged in this way: nothing in one of the files, or another layout. All in the arena. */
bool merge_documents(struct merged *out, const struct merge_wish *wish, struct arena *arena);

#endif
