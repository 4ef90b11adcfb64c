/* Text that grows at its end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <kpss/str.h>

/* All zero is an empty buffer. Give the memory back with buf_clear. */
struct buf {
	char *ptr;
	size_t len, capacity;
};

void buf_clear(struct buf *buf);
void buf_reserve(struct buf *buf, size_t more);
void buf_add(struct buf *buf, struct kpss_str text);
void buf_add_text(struct buf *buf, const char *text);
void buf_add_char(struct buf *buf, char c);
void buf_add_repeated(struct buf *buf, char c, size_t count);
__attribute__((format(printf, 2, 3))) void buf_addf(struct buf *buf, const char *format, ...);
/* What was added so far; valid until the next change. */
struct kpss_str buf_str(const struct buf *buf);
/* False when not everything could be written. */
bool buf_write(const struct buf *buf, FILE *stream);

#endif
