/* Characters that may not stand in a plan, wherever they are: they would be seen differently by different programs. */
#ifndef DOCUMENT_CHARACTERS_H
#define DOCUMENT_CHARACTERS_H

#include <stdbool.h>

#include "base/source.h"

struct finding_kind;
struct findings;
struct node;

#define NON_BREAKING_SPACE "\xC2\xA0"

/* False, with a finding at the first of them. A byte order mark at the very beginning is let through, with a
 * warning; so are line ends of two kinds and the first invisible character that does no harm. */
bool characters_check(struct source *source, struct findings *findings);
/* Why a character may not stand in a plan, neither as it is nor written with a backslash; NULL when it may. */
const struct finding_kind *character_trouble(uint32_t c);

/* False, with a finding, when the name of a field has spaces in it that do not look or act like what they are. */
bool key_characters_check(struct source *source, const struct node *key, struct findings *findings);

#endif
