/* Characters that may not stand in a plan, wherever they are: they would be seen differently by different programs. */
#ifndef DOCUMENT_CHARACTERS_H
#define DOCUMENT_CHARACTERS_H

#include <stdbool.h>

#include "base/source.h"

struct findings;

/* False, with a finding at the first of them. A byte order mark at the very beginning is let through, with a warning. */
bool characters_check(struct source *source, struct findings *findings);

#endif
