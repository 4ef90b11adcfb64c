/* What libyaml lets through between brackets and quotation marks though the standard and other readers do not. */
#ifndef DOCUMENT_FLOW_H
#define DOCUMENT_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

struct findings;
struct node;

/* False, with a finding, when a scalar of several lines goes on in a line with fewer than `spaces` spaces before it. */
bool flow_scalar_check(struct source *source, const struct node *scalar, uint32_t spaces, struct findings *findings);
/* The same for an outermost pair of brackets with all that is in it; also comments without a space before them,
 * keys marked with ? and lone dashes. */
bool flow_check(struct source *source, const struct node *collection, uint32_t spaces, struct findings *findings);

/* False, with a finding, when a comment begins right behind a quoted scalar or a bracket that ends at `end`. */
bool hash_check(struct source *source, uint32_t end, struct findings *findings);

#endif
