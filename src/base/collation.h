/* The order of Czech words: č after c, ch after h, diacritics and case last. */
#ifndef BASE_COLLATION_H
#define BASE_COLLATION_H

#include <kpss/str.h>

struct arena;
struct collation;

/* Opened when first needed: it costs a program that sorts nothing nothing. Give it back with collation_free. */
struct collation *collation_new(void);
void collation_free(struct collation *collation);
/* Less than, equal to or greater than 0. Texts that are told apart by nothing else are ordered by their bytes. */
int collation_compare(struct collation *collation, struct kpss_str a, struct kpss_str b);

/* Czech upper and lower case, in the arena. */
struct kpss_str text_upper(struct arena *arena, struct kpss_str text);
struct kpss_str text_lower(struct arena *arena, struct kpss_str text);

#endif
