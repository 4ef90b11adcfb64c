/* Holds a piece of a document against its schema and tells a visitor what it met on the way. */
#ifndef SCHEMA_CHECK_H
#define SCHEMA_CHECK_H

#include <stdbool.h>

#include "document/node.h"
#include "schema/table.h"

struct findings;
struct schema_checker;
struct words;

/* Called in document order; any may be NULL. Nodes may be changed only in `word`. */
struct schema_visitor {
	void *context;
	/* A mapping that is a record of a kind; `level` is number + 1 of the level whose list it stands in, 0 in no such list. */
	void (*record_begin)(void *context, const struct schema_shape *shape, struct node *mapping, uint32_t level);
	void (*record_end)(void *context, struct node *mapping);
	/* The id given to a mapping, a record or a part of one. */
	void (*identity)(void *context, const struct node *mapping, struct node *id);
	/* The id of another record; not called where the value has been found not to be text. */
	void (*reference)(void *context, const struct schema_shape *shape, struct node *id);
	/* A value that no schema was held against: its field is unknown, or given a second time. */
	void (*unread)(void *context, const struct node *value);
	/* A text whose possible values the profile knows: a status or a level. */
	void (*chosen)(void *context, const struct schema_shape *shape, struct node *text);
};

/* `table` and `words` (seeded with the table's words, see schema_words) are borrowed. One checker serves one thread. */
struct schema_checker *schema_checker_new(const struct schema_table *table, struct words *words);
void schema_checker_free(struct schema_checker *checker);

/* A table of words whose first ones are the schema's, in their order. */
struct words *schema_words(const struct schema_table *table);

/* Which vocabulary messages use where the person has not written the name yet. */
void schema_checker_vocabulary(struct schema_checker *checker, bool czech);

/* What stands for a whole record in a message: its first line. */
struct node record_place(const struct node *mapping);

/* What is wrong becomes findings; true when nothing is, warnings apart. Afterwards `word` of every known key is its English name, and `word` of every enumerated
 * value its English code, whatever language they were written in. */
bool schema_check(struct schema_checker *checker, uint32_t shape, const struct document *document, struct node *node,
	uint32_t level, const struct schema_visitor *visitor, struct findings *findings);

#endif
