#include "base/source.h"

#include "base/arena.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

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

struct place source_locate(struct source *source, uint32_t offset)
{
	uint32_t index = line_index(source, offset);
	uint32_t begin = source->lines[index];
	if (offset < begin)
		offset = begin;
	struct kpss_str before = {.ptr = source->bytes.ptr + begin, .len = offset - begin};
	return (struct place){.line = index + 1, .column = (uint32_t)text_characters(before) + 1};
}

struct kpss_str source_line(struct source *source, uint32_t line)
{
	if (!source->lines)
		lines_make(source);
	if (line == 0 || line > source->line_count)
		return kpss_str("");
	uint32_t begin = source->lines[line - 1];
	size_t end = line < source->line_count ? source->lines[line] - 1 : source->bytes.len;
	if (end > begin && source->bytes.ptr[end - 1] == '\r')
		end--;
	return (struct kpss_str){.ptr = source->bytes.ptr + begin, .len = end - begin};
}
