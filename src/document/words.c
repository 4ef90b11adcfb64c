/* An open-addressing table over a list of words; files come from strangers, so the hash mixes every byte well. */
#include "document/words.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"

struct word {
	struct kpss_str text;
	uint32_t hash;
	uint32_t stamp, value;
};

struct words {
	struct arena *arena;
	struct word *items;
	uint32_t count, capacity;
	uint32_t known;
	uint32_t *slots; /* number + 1, 0 for none */
	uint32_t slot_count; /* a power of two */
	uint32_t stamp;
};

static void slots_fill(struct words *words)
{
	memset(words->slots, 0, words->slot_count * sizeof *words->slots);
	for (uint32_t i = 0; i < words->count; i++) {
		uint32_t slot = words->items[i].hash & (words->slot_count - 1);
		while (words->slots[slot])
			slot = (slot + 1) & (words->slot_count - 1);
		words->slots[slot] = i + 1;
	}
}

static uint32_t word_add(struct words *words, struct kpss_str text, uint32_t hash)
{
	if (words->count == words->capacity) {
		words->capacity = words->capacity ? words->capacity * 2 : 512;
		words->items = memory_resize(words->items, words->capacity, sizeof *words->items);
	}
	words->items[words->count++] = (struct word){.text = text, .hash = hash};
	if (words->count * 2 > words->slot_count) {
		words->slot_count = words->slot_count ? words->slot_count * 2 : 2048;
		words->slots = memory_resize(words->slots, words->slot_count, sizeof *words->slots);
		slots_fill(words);
	} else {
		uint32_t slot = hash & (words->slot_count - 1);
		while (words->slots[slot])
			slot = (slot + 1) & (words->slot_count - 1);
		words->slots[slot] = words->count;
	}
	return words->count - 1;
}

struct words *words_new(const struct kpss_str *known, uint32_t count)
{
	struct words *words = memory_resize(NULL, 1, sizeof *words);
	*words = (struct words){.arena = arena_new(), .known = count};
	for (uint32_t i = 0; i < count; i++)
		word_add(words, known[i], hash_text(known[i]));
	return words;
}

void words_free(struct words *words)
{
	if (!words)
		return;
	arena_free(words->arena);
	free(words->items);
	free(words->slots);
	free(words);
}

void words_reset(struct words *words)
{
	if (words->count == words->known)
		return;
	words->count = words->known;
	arena_reset(words->arena);
	if (words->slots)
		slots_fill(words);
}

/* Letters of Czech with diacritics take two bytes beginning with 0xC3 to 0xC5 and are in normal form C as they are. */
static bool is_plainly_normal(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		if (byte >= 0xC6)
			return false;
	}
	return true;
}

static uint32_t word_find(const struct words *words, struct kpss_str text, uint32_t hash)
{
	if (words->slot_count == 0)
		return WORD_UNKNOWN;
	uint32_t slot = hash & (words->slot_count - 1);
	for (uint32_t number; (number = words->slots[slot]) != 0;
		slot = (slot + 1) & (words->slot_count - 1)) {
		const struct word *word = &words->items[number - 1];
		if (word->hash == hash && kpss_str_equal(word->text, text))
			return number - 1;
	}
	return WORD_UNKNOWN;
}

/* All words in the table are in normal form: one that is found as it stands needs no look at its letters. */
uint32_t words_find(struct words *words, struct kpss_str text)
{
	uint32_t found = word_find(words, text, hash_text(text));
	if (found != WORD_UNKNOWN || is_plainly_normal(text))
		return found;
	text = text_nfc(words->arena, text);
	return word_find(words, text, hash_text(text));
}

uint32_t words_number(struct words *words, struct kpss_str text)
{
	uint32_t found = words_find(words, text);
	if (found != WORD_UNKNOWN)
		return found;
	if (!is_plainly_normal(text))
		text = text_nfc(words->arena, text);
	return word_add(words, arena_text(words->arena, text), hash_text(text));
}

struct kpss_str words_text(const struct words *words, uint32_t word)
{
	return words->items[word].text;
}

uint32_t words_stamp(struct words *words)
{
	return ++words->stamp;
}

bool words_mark(struct words *words, uint32_t word, uint32_t stamp, uint32_t value, uint32_t *earlier)
{
	struct word *item = &words->items[word];
	if (item->stamp == stamp) {
		*earlier = item->value;
		return true;
	}
	item->stamp = stamp;
	item->value = value;
	return false;
}
