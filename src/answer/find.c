#include "answer/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "plan/value.h"
#include "query/references.h"

enum { WORDS_MOST = 16, PART_LEAST = 3, FORM_ENDING_MOST = 4, NAME_WEIGHT = 2 };

/* How much of a word was found, and what it weighs: a whole word in a text more than a form or part of one in a name. */
enum likeness { NOT_ALIKE = 0, CONTAINS_IT = 2, IS_A_FORM = 3, BEGINS_WITH_IT = 6, IS_IT = 8 };

struct find_words {
	struct kpss_str words[WORDS_MOST]; /* folded */
	size_t count;
};

/* The next run of letters and digits from *at on. */
static bool token_next(struct kpss_str text, size_t *at, size_t *begin, size_t *end)
{
	size_t length;
	while (*at < text.len && !text_is_letter(text_code_point(text, *at, &length)))
		*at += length;
	*begin = *at;
	while (*at < text.len && text_is_letter(text_code_point(text, *at, &length)))
		*at += length;
	*end = *at;
	return *end > *begin;
}

const struct find_words *find_words(struct kpss_str typed, struct arena *arena)
{
	struct find_words *words = arena_array(arena, 1, sizeof *words);
	struct kpss_str text =
		text_valid_utf8(typed) == typed.len ? typed : text_from_windows_1250(arena, typed);
	size_t at = 0, begin, end;
	while (words->count < WORDS_MOST && token_next(text, &at, &begin, &end))
		words->words[words->count++] = text_fold(
			arena, (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin});
	return words->count ? words : NULL;
}

static bool begins_with(struct kpss_str text, struct kpss_str beginning)
{
	return text.len >= beginning.len && memcmp(text.ptr, beginning.ptr, beginning.len) == 0;
}

/* What forms of a Czech word have in common, as far as their beginning tells: all but the ending. */
static size_t stem_length(size_t length)
{
	return length <= 3 ? length : length <= 5 ? length - 1 : length - 2;
}

static enum likeness likeness_of(struct kpss_str token, struct kpss_str word)
{
	struct kpss_str stem = {.ptr = word.ptr, .len = stem_length(word.len)};
	if (kpss_str_equal(token, word))
		return IS_IT;
	if (word.len < PART_LEAST)
		return NOT_ALIKE;
	if (begins_with(token, word))
		return BEGINS_WITH_IT;
	if (begins_with(token, stem) && token.len <= stem.len + FORM_ENDING_MOST)
		return IS_A_FORM;
	return memmem(token.ptr, token.len, word.ptr, word.len) ? CONTAINS_IT : NOT_ALIKE;
}

bool find_next(const struct find_words *words, struct kpss_str text, struct arena *arena,
	size_t *at, size_t *begin, size_t *end)
{
	while (token_next(text, at, begin, end)) {
		struct kpss_str token = text_fold(
			arena, (struct kpss_str){.ptr = text.ptr + *begin, .len = *end - *begin});
		for (size_t i = 0; i < words->count; i++)
			if (likeness_of(token, words->words[i]) != NOT_ALIKE)
				return true;
	}
	return false;
}

/* A record in which all words were found. */
struct candidate {
	struct find_hit hit;
	uint8_t weights
		[WORDS_MOST]; /* the best likeness of each word times the weight of its field */
};

struct searching {
	const struct find_words *words;
	struct arena *scratch;
	struct candidate *candidates;
	size_t count, capacity;
	size_t records[WORDS_MOST]; /* how many have the word */
	size_t all;
	/* Of the record being looked through: */
	struct candidate current;
	uint32_t best; /* what the text of the hit weighs */
};

static bool is_name(uint16_t word)
{
	static const uint16_t names[] = {
		WORD_code, WORD_name, WORD_label, WORD_short_name, WORD_title};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i] == word)
			return true;
	return false;
}

/* Texts, not what stands for something else: references, days, numbers, choices. */
static bool is_text(const struct schema_shape *shape)
{
	return !shape->targets.count && !shape->values.count &&
	       (shape->format == FORMAT_NONE || shape->format == FORMAT_ID ||
		       shape->format == FORMAT_ICO) &&
	       (shape->types == 0 || shape->types & (TYPE_STRING | TYPE_OBJECT));
}

static void text_weigh(
	const struct searching *searching, struct kpss_str text, uint8_t likenesses[WORDS_MOST])
{
	size_t at = 0, begin, end;
	while (token_next(text, &at, &begin, &end)) {
		struct kpss_str token = text_fold(searching->scratch,
			(struct kpss_str){.ptr = text.ptr + begin, .len = end - begin});
		for (size_t i = 0; i < searching->words->count; i++) {
			enum likeness likeness = likeness_of(token, searching->words->words[i]);
			if (likeness > likenesses[i])
				likenesses[i] = (uint8_t)likeness;
		}
	}
}

static bool scalar_take(void *user, const struct scalar_found *found)
{
	struct searching *searching = user;
	uint8_t likenesses[WORDS_MOST] = {0};
	uint32_t sum = 0;
	if (!is_text(found->shape))
		return true;
	uint8_t weight = is_name(found->property->word) && !found->row->of ? NAME_WEIGHT : 1;
	text_weigh(searching, value_text(found->node), likenesses);
	for (size_t i = 0; i < searching->words->count; i++) {
		uint8_t weighed = (uint8_t)(likenesses[i] * weight);
		/* An id is no text: it is found, but says little. */
		if (found->shape->format == FORMAT_ID && weighed)
			weighed = CONTAINS_IT;
		sum += weighed;
		if (weighed > searching->current.weights[i])
			searching->current.weights[i] = weighed;
	}
	if (sum > searching->best) {
		searching->best = sum;
		searching->current.hit.node = found->node;
		searching->current.hit.property = found->property;
	}
	return true;
}

static void candidate_add(struct searching *searching)
{
	enum { FIRST = 64 };
	if (searching->count == searching->capacity) {
		searching->capacity = searching->capacity ? searching->capacity * 2 : FIRST;
		searching->candidates = memory_resize(
			searching->candidates, searching->capacity, sizeof *searching->candidates);
	}
	searching->candidates[searching->count++] = searching->current;
}

static void record_search(
	struct searching *searching, const struct plan *plan, const struct entity *record)
{
	size_t found = 0;
	searching->current = (struct candidate){.hit.record = record};
	searching->best = 0;
	searching->all++;
	scalars_walk(plan, record, scalar_take, searching);
	arena_reset(searching->scratch);
	for (size_t i = 0; i < searching->words->count; i++) {
		found += searching->current.weights[i] > 0;
		searching->records[i] += searching->current.weights[i] > 0;
	}
	if (found == searching->words->count)
		candidate_add(searching);
}

/* How often one must halve all records to come to those with the word: rare words weigh more. */
static uint32_t rarity(const struct searching *searching, size_t word)
{
	uint32_t halvings = 1;
	for (size_t some = searching->records[word]; some < searching->all && some; some *= 2)
		halvings++;
	return halvings;
}

static int hit_compare(const void *a, const void *b)
{
	const struct find_hit *x = a, *y = b;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->record > y->record) - (x->record < y->record);
}

static struct find_hits hits_of(const struct searching *searching, struct arena *arena)
{
	struct find_hit *hits = arena_array(arena, searching->count + 1, sizeof *hits);
	for (size_t i = 0; i < searching->count; i++) {
		hits[i] = searching->candidates[i].hit;
		for (size_t word = 0; word < searching->words->count; word++)
			hits[i].score +=
				searching->candidates[i].weights[word] * rarity(searching, word);
	}
	if (searching->count)
		qsort(hits, searching->count, sizeof *hits, hit_compare);
	return (struct find_hits){.items = hits, .count = searching->count};
}

struct find_hits find_all(const struct plan *plan, const struct find_words *words,
	const struct query_subject *subject, struct arena *arena)
{
	struct searching searching = {.words = words, .scratch = arena_new()};
	for (uint16_t kind = 0; kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *records = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			if (!subject || subject_has(plan, subject, records[i]))
				record_search(&searching, plan, records[i]);
	}
	struct find_hits hits = hits_of(&searching, arena);
	free(searching.candidates);
	arena_free(searching.scratch);
	return hits;
}
