/* Likeness of words: what did the person mean? */
#include "base/text.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/source.h"

/* What is longer than a word may be (in bytes) is like nothing. */
enum { ROWS = 3, SHORT_WORD = 4, MIDDLE_WORD = 8, WORD_LONGEST = 256 };

struct letters {
	uint32_t *codes;
	size_t count;
};

static struct letters letters_of(struct kpss_str text)
{
	struct letters letters = {.codes = memory_resize(NULL, text.len + 1, sizeof(uint32_t))};
	bool valid = text_valid_utf8(text) == text.len;
	for (size_t at = 0, length = 1; at < text.len; at += length)
		letters.codes[letters.count++] =
			valid ? text_code_point(text, at, &length) : (unsigned char)text.ptr[at];
	return letters;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One cell of the table: the cheapest way to make the first `i` letters of a into the first `j` of b. */
static size_t cell(const struct letters *a, const struct letters *b, size_t *const rows[ROWS],
	size_t i, size_t j)
{
	size_t *before = rows[(i + ROWS - 1) % ROWS], *now = rows[i % ROWS];
	bool same = a->codes[i - 1] == b->codes[j - 1];
	size_t cost = least(before[j - 1] + !same, least(before[j], now[j - 1]) + 1);
	if (i > 1 && j > 1 && a->codes[i - 1] == b->codes[j - 2] &&
		a->codes[i - 2] == b->codes[j - 1])
		cost = least(cost, rows[(i + ROWS - 2) % ROWS][j - 2] + 1);
	return cost;
}

/* Only the band of `limit` around the diagonal can hold an answer within the limit. */
static size_t letters_distance(const struct letters *a, const struct letters *b, size_t limit)
{
	size_t columns = b->count + 1, beyond = limit + 1;
	size_t *table = memory_resize(NULL, columns * ROWS, sizeof *table);
	size_t *const rows[ROWS] = {table, table + columns, table + 2 * columns};
	for (size_t i = 0; i < columns * ROWS; i++)
		table[i] = beyond;
	for (size_t j = 0; j <= least(b->count, limit); j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a->count; i++) {
		size_t first = i > limit ? i - limit : 1, last = least(b->count, i + limit);
		size_t *now = rows[i % ROWS];
		now[first - 1] = first == 1 ? i : beyond;
		for (size_t j = first; j <= last; j++)
			now[j] = cell(a, b, rows, i, j);
		if (last < b->count)
			now[last + 1] = beyond;
	}
	size_t distance = least(rows[a->count % ROWS][b->count], beyond);
	free(table);
	return distance;
}

size_t text_distance(struct kpss_str a, struct kpss_str b, size_t limit)
{
	if (kpss_str_equal(a, b))
		return 0;
	struct letters left = letters_of(a), right = letters_of(b);
	size_t more = left.count > right.count ? left.count : right.count;
	size_t distance = limit + 1;
	if (more - least(left.count, right.count) <= limit)
		distance = letters_distance(&left, &right, limit);
	free(left.codes);
	free(right.codes);
	return distance;
}

void suggestions_init(
	struct text_suggestions *suggestions, struct arena *arena, struct kpss_str typed)
{
	bool no_word = typed.len > WORD_LONGEST;
	*suggestions = (struct text_suggestions){
		.typed = no_word ? kpss_str("") : text_fold(arena, typed),
		.arena = arena,
	};
}

static size_t near_enough(size_t characters)
{
	return characters <= SHORT_WORD ? 1 : characters <= MIDDLE_WORD ? 2 : 3;
}

void suggestions_offer(struct text_suggestions *suggestions, struct kpss_str candidate)
{
	size_t characters = text_characters(suggestions->typed), limit = near_enough(characters);
	if (candidate.len > WORD_LONGEST)
		return;
	struct arena_mark mark = arena_mark(suggestions->arena);
	size_t distance =
		text_distance(suggestions->typed, text_fold(suggestions->arena, candidate), limit);
	arena_release(suggestions->arena, mark);
	/* A word of which every letter would change is like any other. */
	if (distance > limit || (distance > 0 && distance >= characters))
		return;
	size_t at = suggestions->count;
	for (size_t i = 0; i < suggestions->count; i++)
		if (kpss_str_equal(suggestions->names[i], candidate))
			return;
	while (at > 0 && suggestions->distances[at - 1] > distance)
		at--;
	if (at == TEXT_SUGGESTIONS)
		return;
	if (suggestions->count < TEXT_SUGGESTIONS)
		suggestions->count++;
	for (size_t i = suggestions->count - 1; i > at; i--) {
		suggestions->names[i] = suggestions->names[i - 1];
		suggestions->distances[i] = suggestions->distances[i - 1];
	}
	suggestions->names[at] = candidate;
	suggestions->distances[at] = distance;
}
