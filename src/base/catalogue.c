#include "base/catalogue.h"

#include <stdbool.h>
#include <stdint.h>

enum { MAGIC_AT = 0, COUNT_AT = 8, ORIGINALS_AT = 12, TRANSLATIONS_AT = 16, HEADER_SIZE = 20 };
enum { ROW_SIZE = 8 };

static const uint32_t magic = 0x950412de, magic_swapped = 0xde120495;

struct catalogue {
	const unsigned char *bytes;
	size_t size;
	bool big_endian;
};

static uint32_t number_at(const struct catalogue *catalogue, size_t at)
{
	const unsigned char *b = catalogue->bytes + at;
	if (catalogue->big_endian)
		return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
	return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 | (uint32_t)b[1] << 8 | b[0];
}

/* The text that row `row` of the table at `table` points to. */
static struct kpss_str text_at(const struct catalogue *catalogue, uint32_t table, uint32_t row)
{
	size_t at = (size_t)table + (size_t)row * ROW_SIZE;
	if (at > catalogue->size || catalogue->size - at < ROW_SIZE)
		return (struct kpss_str){0};
	size_t length = number_at(catalogue, at), offset = number_at(catalogue, at + 4);
	if (offset >= catalogue->size || catalogue->size - offset <= length ||
		catalogue->bytes[offset + length] != '\0')
		return (struct kpss_str){0};
	return (struct kpss_str){.ptr = (const char *)catalogue->bytes + offset, .len = length};
}

static bool catalogue_open(struct catalogue *catalogue)
{
	if (catalogue->size < HEADER_SIZE)
		return false;
	uint32_t found = number_at(catalogue, MAGIC_AT);
	catalogue->big_endian = found == magic_swapped;
	return found == magic || found == magic_swapped;
}

struct kpss_str catalogue_find(const unsigned char *bytes, size_t size, const char *msgid)
{
	struct catalogue catalogue = {.bytes = bytes, .size = size};
	if (!catalogue_open(&catalogue))
		return (struct kpss_str){0};
	uint32_t originals = number_at(&catalogue, ORIGINALS_AT);
	/* A pair is stored under "singular NUL plural", so comparing up to the first NUL finds it too. */
	for (uint32_t low = 0, high = number_at(&catalogue, COUNT_AT); low < high;) {
		uint32_t middle = low + (high - low) / 2;
		struct kpss_str original = text_at(&catalogue, originals, middle);
		if (!original.ptr)
			break;
		int order = strcmp(msgid, original.ptr);
		if (order == 0)
			return text_at(&catalogue, number_at(&catalogue, TRANSLATIONS_AT), middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct kpss_str){0};
}
