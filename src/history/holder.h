/* Under which record a record stands: it is written inside it, or names it. Which field names it, the schema knows: the first
 * single reference of a kind that can lead only to kinds in whose records it may be written. */
#ifndef HISTORY_HOLDER_H
#define HISTORY_HOLDER_H

#include <stdint.h>

struct arena;
struct entity;
struct node;
struct schema_table;

/* By kind: the word of the field that names the record it stands in; 0: none. */
const uint16_t *holder_fields_of(const struct schema_table *table, struct arena *arena);
/* The node that says its id; absent when it stands in none. */
const struct node *holder_id(const uint16_t *holder_fields, const struct entity *entity);

#endif
