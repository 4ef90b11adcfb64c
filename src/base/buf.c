#include "base/buf.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/arena.h"

void buf_clear(struct buf *buf)
{
	free(buf->ptr);
	*buf = (struct buf){0};
}

void buf_reserve(struct buf *buf, size_t more)
{
	size_t needed;
	if (__builtin_add_overflow(buf->len, more, &needed))
		memory_exhausted();
	if (needed <= buf->capacity)
		return;
	size_t capacity = buf->capacity ? buf->capacity : 256;
	while (capacity < needed)
		if (__builtin_mul_overflow(capacity, 2, &capacity))
			memory_exhausted();
	buf->ptr = memory_resize(buf->ptr, capacity, 1);
	buf->capacity = capacity;
}

void buf_add(struct buf *buf, struct kpss_str text)
{
	if (text.len == 0)
		return;
	buf_reserve(buf, text.len);
	memcpy(buf->ptr + buf->len, text.ptr, text.len);
	buf->len += text.len;
}

void buf_add_text(struct buf *buf, const char *text)
{
	buf_add(buf, kpss_str(text));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_reserve(buf, 1);
	buf->ptr[buf->len++] = c;
}

void buf_add_repeated(struct buf *buf, char c, size_t count)
{
	if (count == 0)
		return;
	buf_reserve(buf, count);
	memset(buf->ptr + buf->len, c, count);
	buf->len += count;
}

void buf_addf(struct buf *buf, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length <= 0)
		return;
	buf_reserve(buf, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(buf->ptr + buf->len, (size_t)length + 1, format, arguments);
	va_end(arguments);
	buf->len += (size_t)length;
}

struct kpss_str buf_str(const struct buf *buf)
{
	return (struct kpss_str){.ptr = buf->ptr ? buf->ptr : "", .len = buf->len};
}

bool buf_write(const struct buf *buf, FILE *stream)
{
	return buf->len == 0 || fwrite(buf->ptr, 1, buf->len, stream) == buf->len;
}
