/* Changes one value in the bytes of a file and proves that nothing else has changed. */
#ifndef DOCUMENT_EDIT_H
#define DOCUMENT_EDIT_H

#include <stdbool.h>

#include "document/node.h"

struct arena;
struct findings;
struct reader;

/* One value and what it is to be.
 *
 * `type` says what every reader of YAML is to make of it. With SCALAR_TEXT, a text that looks like a number or a truth
 * value is put in quotes, and the same text without quotes counts as another value; with any other type the text is
 * written as it stands, `true` or `12.50`, and has to read as that type (an integer is a number too). SCALAR_NULL takes
 * the value away when the text is empty. */
struct edit {
	const struct document *document;
	const struct node *value; /* a scalar of the document that is no key */
	struct kpss_str text;
	enum scalar_type type;
};

/* The bytes of the whole file, in the arena, with the value set: all bytes outside its span are as they were, and read
 * again they give the same tree with this one difference. The same value gives the same bytes, the document's own.
 *
 *	name: Klub        to "Klub: U lípy"    name: "Klub: U lípy"
 *	name: 'Klub'      to "Klub: U lípy"    name: 'Klub: U lípy'
 *	name:             to "Klub"            name: Klub
 *	code: uvod        to "1.10"            code: "1.10"
 *	text: |           to "a\nb\n"          text: |
 *	  old                                    a
 *	                                         b
 *
 * The way of writing is kept where it can say the text; otherwise several lines stand behind | and all else in double
 * quotes. Line ends are the file's.
 *
 * False, with one finding at the value (edit-not-safe), when no way of writing was read back as meant: the text has
 * characters that no plan may hold, or is not UTF-8, or does not read as the type. Nothing is written then.
 *
 * The reader is borrowed, for reading; the document has to be what it makes of its bytes. */
bool edit_value(struct kpss_str *out, struct reader *reader, const struct edit *edit, struct arena *arena,
	struct findings *findings);

#endif
