/* Equality of values as JSON Schema has it: 1 is 1.0, the order of fields does not matter, text is never a number. */
#ifndef SCHEMA_EQUAL_H
#define SCHEMA_EQUAL_H

#include <stdbool.h>
#include <stdint.h>

#include "document/node.h"
#include "schema/table.h"

/* The number that a scalar of type SCALAR_INTEGER or SCALAR_NUMBER says. */
double scalar_number(const struct node *scalar);

bool nodes_equal(const struct node *a, const struct node *b);
bool node_equals_value(const struct node *node, const struct schema_table *table, const struct schema_value *value);
/* Equal nodes have equal hashes. */
uint64_t node_hash(const struct node *node);

#endif
