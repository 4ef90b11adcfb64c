/* Names of duties and the like as people type them twice. */
#ifndef TOWN_ALIKE_H
#define TOWN_ALIKE_H

#include <stdbool.h>

#include <kpss/str.h>

struct arena;
struct node;

/* The same but for case, diacritics, the width of blanks and a full stop at the end? The arena holds what is folded. */
bool text_is_alike(struct arena *arena, struct kpss_str a, struct kpss_str b);
/* The first item of a list that is alike; NULL when none is. */
const struct node *list_item_alike(struct arena *arena, const struct node *list, struct kpss_str text);

#endif
