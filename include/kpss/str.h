/* Borrowed text: bytes that belong to somebody else and need not end in NUL. */
#ifndef KPSS_STR_H
#define KPSS_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* UTF-8, `len` bytes. An absent text has `ptr` NULL, an empty one has not. Never freed by its reader. */
struct kpss_str {
	const char *ptr;
	size_t len;
};

static inline struct kpss_str kpss_str(const char *text)
{
	return (struct kpss_str){.ptr = text, .len = text ? strlen(text) : 0};
}

static inline bool kpss_str_equal(struct kpss_str a, struct kpss_str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool kpss_str_is(struct kpss_str a, const char *text)
{
	return kpss_str_equal(a, kpss_str(text));
}

#endif
