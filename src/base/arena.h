/* Memory with one lifetime: handed out piece by piece, given back as a whole. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include <kpss/str.h>

struct arena;

/* When memory runs out, anywhere in the program, it says so and ends with status 3. No file is ever
 * written in part, but with several to write some may have been. */
_Noreturn void memory_exhausted(void);
void *memory_resize(void *block, size_t count, size_t size);

struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* What was handed out is gone; a modest part of the memory is kept for the next use. */
void arena_reset(struct arena *arena);

/* What is handed out after a mark can be given back before the rest. */
struct arena_mark {
	void *block;
	char *at;
	size_t left;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

/* Never NULL. Aligned for any type; the bytes are not set. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` items of `size` bytes, all zero. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* A copy that ends in NUL. */
struct kpss_str arena_text(struct arena *arena, struct kpss_str text);
__attribute__((format(printf, 2, 3))) struct kpss_str arena_format(struct arena *arena, const char *format, ...);

#endif
