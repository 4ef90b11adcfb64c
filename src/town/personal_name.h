/* Does a label look like the name of a person? */
#ifndef TOWN_PERSONAL_NAME_H
#define TOWN_PERSONAL_NAME_H

#include <stdbool.h>

#include <kpss/str.h>

struct arena;

/* Two or three words with capitals, titles before and after them not counted, one of them a common given name, and none that an
 * institution or a place would have. Misses rather than suspects. The arena is left as it was. */
bool text_is_personal_name(struct kpss_str text, struct arena *arena);

#endif
