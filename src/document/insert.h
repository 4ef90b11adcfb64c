/* Puts a new item into a list, or a new field into a mapping, and proves that nothing else has changed. */
#ifndef DOCUMENT_INSERT_H
#define DOCUMENT_INSERT_H

#include <stdbool.h>

#include "document/node.h"

struct arena;
struct findings;
struct reader;

struct insertion {
	const struct document *document;
	const struct node *into; /* a sequence or a mapping of the document */
	struct kpss_str key;     /* of a mapping: the new field, written as YAML */
	const struct node
		*behind; /* of a mapping: the key whose value it follows; NULL: at the end */
	/* The item, or the value of the field: YAML without indentation. In brackets, and for a field on the line of its key, one
	 * line; otherwise as many as it takes. */
	struct kpss_str yaml;
};

/* The bytes of the whole file, in the arena, with the piece put in: all bytes that were there are still there, and read again
 * they give the same tree with this piece more. It is indented as its neighbours are, and where an empty line stands between
 * them, one stands before it. Line ends are the file's.
 *
 *	členové:                      členové:
 *	  - osoba: a  # od začátku      - osoba: a  # od začátku
 *	                                - osoba: b
 *	                                  od: 2026-01-01
 *	strany: [uživatel]            strany: [uživatel, veřejnost]
 *
 * False, with one finding at the collection (edit-not-safe), when the result does not read as meant. Nothing is written then.
 * The reader is borrowed, for reading; the document has to be what it makes of its bytes. */
bool insert_yaml(struct kpss_str *out, struct reader *reader, const struct insertion *insertion,
	struct arena *arena, struct findings *findings);

#endif
