#include "base/source.h"

#include "base/arena.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* A line longer than a block is measured with the help of what each block of the file holds: a whole file may be one line,
 * with a finding at every few bytes. */
enum { BLOCK = 1024 };

struct source *source_new(struct arena *arena, struct kpss_str path, struct kpss_str bytes)
{
	struct source *source = arena_array(arena, 1, sizeof *source);
	*source = (struct source){.path = path, .bytes = bytes, .arena = arena};
	return source;
}

static void lines_make(struct source *source)
{
	const char *bytes = source->bytes.ptr, *end = bytes + source->bytes.len;
	uint32_t count = 1;
	for (const char *at = bytes; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		count++;
	source->lines = arena_array(source->arena, count, sizeof *source->lines);
	if (source->bytes.len >= 3 && memcmp(bytes, byte_order_mark, 3) == 0)
		source->lines[0] = 3;
	for (const char *at = bytes; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		source->lines[++source->line_count] = (uint32_t)(at - bytes) + 1;
	source->line_count = count;
}

static uint32_t line_index(struct source *source, uint32_t offset)
{
	if (!source->lines)
		lines_make(source);
	uint32_t low = 0, high = source->line_count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t text_characters(struct kpss_str text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
	return count;
}

static void blocks_make(struct source *source)
{
	size_t count = source->bytes.len / BLOCK;
	source->blocks = arena_array(source->arena, count + 1, sizeof *source->blocks);
	for (size_t i = 0; i < count; i++) {
		struct kpss_str block = {.ptr = source->bytes.ptr + i * BLOCK, .len = BLOCK};
		source->blocks[i + 1] = source->blocks[i] + (uint32_t)text_characters(block);
	}
}

/* Characters from the beginning of the file. */
static uint32_t characters_before(const struct source *source, uint32_t offset)
{
	uint32_t block = offset / BLOCK;
	struct kpss_str rest = {.ptr = source->bytes.ptr + block * BLOCK, .len = offset % BLOCK};
	return source->blocks[block] + (uint32_t)text_characters(rest);
}

static uint32_t characters_between(struct source *source, uint32_t begin, uint32_t end)
{
	if (end - begin <= BLOCK)
		return (uint32_t)text_characters(
			(struct kpss_str){.ptr = source->bytes.ptr + begin, .len = end - begin});
	if (!source->blocks)
		blocks_make(source);
	return characters_before(source, end) - characters_before(source, begin);
}

struct place source_locate(struct source *source, uint32_t offset)
{
	uint32_t index = line_index(source, offset);
	uint32_t begin = source->lines[index];
	if (offset < begin)
		offset = begin;
	return (struct place){
		.line = source->lines_before + index + 1, .column = characters_between(source, begin, offset) + 1};
}

struct kpss_str source_line(struct source *source, uint32_t line)
{
	if (!source->lines)
		lines_make(source);
	if (line <= source->lines_before || line - source->lines_before > source->line_count)
		return kpss_str("");
	line -= source->lines_before;
	uint32_t begin = source->lines[line - 1];
	size_t end = line < source->line_count ? source->lines[line] - 1 : source->bytes.len;
	if (end > begin && source->bytes.ptr[end - 1] == '\r')
		end--;
	return (struct kpss_str){.ptr = source->bytes.ptr + begin, .len = end - begin};
}
