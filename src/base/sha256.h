/* SHA-256 (FIPS 180-4). */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <kpss/str.h>

enum { SHA256_TEXT_SIZE = 65 };

/* The digest of the bytes, as hexadecimal digits and a NUL. */
void sha256_text(struct kpss_str bytes, char text[SHA256_TEXT_SIZE]);

#endif
