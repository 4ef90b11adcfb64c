/* The rarer keywords of JSON Schema; only for src/schema. */
#ifndef SCHEMA_CHECK_MORE_H
#define SCHEMA_CHECK_MORE_H

#include <stdbool.h>
#include <stdint.h>

struct node;
struct schema_checker;
struct schema_shape;

/* Checks the keywords listed under `more` of a shape. */
void keywords_check(struct schema_checker *checker, const struct schema_shape *shape, struct node *node);

/* An item of a list that is equal to an earlier one, which is then in *first; NULL when all differ. */
const struct node *repeated_item(const struct node *sequence, const struct node **first);

/* In the walk itself (check.c): */
void shape_check(struct schema_checker *checker, uint32_t shape, struct node *node, uint32_t level);
/* Does the node fit, with nothing reported? */
bool shape_fits(struct schema_checker *checker, uint32_t shape, struct node *node);
/* Notes that a field (by its key) or an item was looked at by a schema. */
void mark_evaluated(struct schema_checker *checker, const struct node *child);

#endif
