/* Characters that a double-quoted scalar says with a backslash. */
#ifndef DOCUMENT_ESCAPE_H
#define DOCUMENT_ESCAPE_H

#include <stdbool.h>

#include "base/source.h"

struct findings;
struct node;

/* False, with a finding, when one of them may not stand in a plan. libyaml has read the scalar: it is well-formed. */
bool escapes_check(struct source *source, const struct node *scalar, struct findings *findings);

#endif
