/* Arenas are chains of blocks; the only place that calls the allocator of the C library for the program's data. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK_SIZE = 64 * 1024, KEPT_SIZE = 4 * 1024 * 1024, ALIGNMENT = 16 };

struct block {
	struct block *next;
	size_t size;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	struct block *used;
	struct block *spare;
	char *at;
	size_t left;
};

_Noreturn void memory_exhausted(void)
{
	static const char message[] = "kpss: došla paměť / out of memory\n";
	fwrite(message, 1, sizeof message - 1, stderr);
	_Exit(3);
}

void *memory_resize(void *block, size_t count, size_t size)
{
	size_t total;
	if (__builtin_mul_overflow(count, size, &total))
		memory_exhausted();
	void *resized = realloc(block, total ? total : 1);
	if (!resized)
		memory_exhausted();
	return resized;
}

struct arena *arena_new(void)
{
	struct arena *arena = memory_resize(NULL, 1, sizeof *arena);
	*arena = (struct arena){0};
	return arena;
}

static void blocks_free(struct block *block)
{
	while (block) {
		struct block *next = block->next;
		free(block);
		block = next;
	}
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->used);
	blocks_free(arena->spare);
	free(arena);
}

/* Blocks of the usual size are kept for the next use, up to a modest sum. */
static void blocks_give_back(struct arena *arena, const struct block *until)
{
	size_t kept = 0;
	for (struct block *spare = arena->spare; spare; spare = spare->next)
		kept += spare->size;
	while (arena->used != until) {
		struct block *block = arena->used;
		arena->used = block->next;
		if (block->size == BLOCK_SIZE && kept + BLOCK_SIZE <= KEPT_SIZE) {
			block->next = arena->spare;
			arena->spare = block;
			kept += BLOCK_SIZE;
		} else {
			free(block);
		}
	}
}

void arena_reset(struct arena *arena)
{
	blocks_give_back(arena, NULL);
	arena->at = NULL;
	arena->left = 0;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){.block = arena->used, .at = arena->at, .left = arena->left};
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
	if (arena->used != mark.block)
		blocks_give_back(arena, mark.block);
	arena->at = mark.at;
	arena->left = mark.left;
}

static struct block *block_take(struct arena *arena, size_t size)
{
	if (size <= BLOCK_SIZE && arena->spare) {
		struct block *block = arena->spare;
		arena->spare = block->next;
		return block;
	}
	if (size < BLOCK_SIZE)
		size = BLOCK_SIZE;
	if (size > SIZE_MAX - sizeof(struct block))
		memory_exhausted();
	struct block *block = memory_resize(NULL, 1, sizeof *block + size);
	block->size = size;
	return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX - ALIGNMENT)
		memory_exhausted();
	size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
	if (size > arena->left) {
		struct block *block = block_take(arena, size);
		block->next = arena->used;
		arena->used = block;
		/* A piece larger than a block gets one of its own; what is left of the current block stays in use. */
		if (size > BLOCK_SIZE)
			return block->bytes;
		arena->at = block->bytes;
		arena->left = block->size;
	}
	void *piece = arena->at;
	arena->at += size;
	arena->left -= size;
	return piece;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	size_t total;
	if (__builtin_mul_overflow(count, size, &total))
		memory_exhausted();
	return memset(arena_alloc(arena, total), 0, total);
}

struct kpss_str arena_text(struct arena *arena, struct kpss_str text)
{
	char *copy = arena_alloc(arena, text.len + 1);
	if (text.len)
		memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	return (struct kpss_str){.ptr = copy, .len = text.len};
}

struct kpss_str arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		return kpss_str("");
	char *text = arena_alloc(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return (struct kpss_str){.ptr = text, .len = (size_t)length};
}
