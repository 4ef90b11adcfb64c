/* Look-up in the bytes of a compiled gettext catalogue (.mo). */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include <stddef.h>

#include <kpss/str.h>

/* The translation of `msgid`, its plural forms separated and the whole ended by NUL, borrowed from the bytes; ptr NULL
 * when the catalogue has none. A damaged catalogue has none, it is never read outside its bytes. */
struct kpss_str catalogue_find(const unsigned char *bytes, size_t size, const char *msgid);

#endif
