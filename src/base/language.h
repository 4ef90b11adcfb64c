/* The language of what people read. It is a parameter, never process state. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdint.h>

#include <kpss/str.h>

/* Marks a text for the catalogues without translating it; P_ marks a pair of singular and plural. */
#define N_(text) text
#define P_(singular, plural) singular, plural

struct language;

/* Czech or English by code ("cs", "en", also "cs_CZ.UTF-8"); NULL when the code names neither. */
const struct language *language_find(const char *code);
const char *language_code(const struct language *language);

/* The translation, or the English text itself where the catalogue has none. NULL gives NULL. */
const char *language_text(const struct language *language, const char *english);
/* The form for `count`: 1 chyba, 2 chyby, 5 chyb. Both texts are msgids. */
const char *language_plural(const struct language *language, const char *singular, const char *plural, int64_t count);

#endif
