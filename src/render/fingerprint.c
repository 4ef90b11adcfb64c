#include "render/fingerprint.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/finding.h"

/* FNV-1a with 64 bits, over code, NUL, record or file, NUL, text; then, for the second and more
 * of those alike, over the bytes of 1, 2, …, lowest first. Also written down in kpss-validate(1). */
#define FNV_BASIS UINT64_C(0xCBF29CE484222325)
#define FNV_PRIME UINT64_C(0x100000001B3)

enum { BYTE_BITS = 8 };

struct known {
	uint64_t hash;
	size_t index;
};

static uint64_t hash_bytes(uint64_t hash, struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * FNV_PRIME;
	return hash;
}

static uint64_t hash_part(uint64_t hash, struct kpss_str text)
{
	return hash_bytes(hash, text) * FNV_PRIME;
}

static uint64_t hash_number(uint64_t hash, uint64_t number)
{
	for (size_t i = 0; number && i < sizeof number; i++, number >>= BYTE_BITS)
		hash = (hash ^ (number & UINT8_MAX)) * FNV_PRIME;
	return hash;
}

/* The first line that is marked: what stands below in a whole record may change without the finding being another. */
static struct kpss_str marked_text(const struct kpss_span *where)
{
	struct kpss_str bytes = where->source->bytes;
	size_t begin = where->begin < bytes.len ? where->begin : bytes.len;
	size_t end = where->end < bytes.len ? where->end : bytes.len;
	if (end < begin)
		end = begin;
	struct kpss_str text = {.ptr = bytes.ptr + begin, .len = end - begin};
	const char *line_end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
	if (line_end)
		text.len = (size_t)(line_end - text.ptr);
	while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\r'))
		text.len--;
	return text;
}

static uint64_t hash_finding(const struct finding *finding)
{
	struct source *source = finding->where.source;
	struct kpss_str owner = finding->subject.len ? finding->subject
				: source             ? source->path
						     : kpss_str("");
	uint64_t hash = hash_part(FNV_BASIS, kpss_str(finding->kind->code));
	hash = hash_part(hash, owner);
	if (finding->kind->secret)
		return hash_bytes(hash, finding->apart);
	return source ? hash_bytes(hash, marked_text(&finding->where)) : hash;
}

static int known_compare(const void *left, const void *right)
{
	const struct known *a = left, *b = right;
	if (a->hash != b->hash)
		return (a->hash > b->hash) - (a->hash < b->hash);
	return (a->index > b->index) - (a->index < b->index);
}

uint64_t *fingerprints_of(const struct findings *findings)
{
	size_t count = findings->count;
	uint64_t *out = memory_resize(NULL, count + 1, sizeof *out);
	struct known *known = memory_resize(NULL, count + 1, sizeof *known);
	for (size_t i = 0; i < count; i++)
		known[i] = (struct known){.hash = hash_finding(&findings->items[i]), .index = i};
	qsort(known, count, sizeof *known, known_compare);
	uint64_t alike = 0;
	for (size_t i = 0; i < count; i++) {
		alike = i > 0 && known[i].hash == known[i - 1].hash ? alike + 1 : 0;
		out[known[i].index] = hash_number(known[i].hash, alike);
	}
	free(known);
	return out;
}
