/* Myers' difference of two sequences: from both ends at once to the middle of the shortest way, then the same for the halves. */
#include "history/word_diff.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"

enum {
	DISTANCE_MOST = 2000, /* longer ways are not looked for: time grows with the square */
	OUTSIDE = -(1 << 30),
	ABSORBED_BYTES = 3,
};

struct word {
	struct kpss_str text;
	uint32_t hash;
	bool gap;
	bool changed;
};

struct words_of_text {
	struct word *items;
	size_t count;
};

struct comparison {
	struct words_of_text before, after;
	ptrdiff_t *forward,
		*backward; /* the furthest place on each diagonal, by its number + DISTANCE_MOST + 1 */
};

static size_t word_length(struct kpss_str text, size_t at)
{
	size_t length, end = at;
	while (end < text.len && text_is_letter(text_code_point(text, end, &length)))
		end += length;
	if (end == at)
		text_code_point(text, at, &length);
	return end == at ? length : end - at;
}

static struct words_of_text words_of(struct arena *arena, struct kpss_str text)
{
	struct words_of_text words = {
		.items = arena_array(arena, text.len + 1, sizeof *words.items)};
	size_t length;
	for (size_t at = 0; at < text.len; at += length) {
		length = 1;
		if (isspace((unsigned char)text.ptr[at])) {
			if (words.count)
				words.items[words.count - 1].gap = true;
			continue;
		}
		length = word_length(text, at);
		struct kpss_str word = {.ptr = text.ptr + at, .len = length};
		words.items[words.count++] = (struct word){.text = word, .hash = hash_text(word)};
	}
	return words;
}

static bool same(const struct comparison *comparison, size_t i, size_t k)
{
	const struct word *a = &comparison->before.items[i], *b = &comparison->after.items[k];
	return a->hash == b->hash && kpss_str_equal(a->text, b->text);
}

/* A piece of both sequences, ends excluded. */
struct box {
	size_t left, right; /* of before */
	size_t top, bottom; /* of after */
};

/* Where the ways from both corners meet. */
struct meeting {
	size_t i, k;
};

static void box_mark(struct comparison *comparison, struct box box)
{
	for (size_t i = box.left; i < box.right; i++)
		comparison->before.items[i].changed = true;
	for (size_t k = box.top; k < box.bottom; k++)
		comparison->after.items[k].changed = true;
}

static void box_trim(const struct comparison *comparison, struct box *box)
{
	while (box->left < box->right && box->top < box->bottom &&
		same(comparison, box->left, box->top)) {
		box->left++;
		box->top++;
	}
	while (box->left < box->right && box->top < box->bottom &&
		same(comparison, box->right - 1, box->bottom - 1)) {
		box->right--;
		box->bottom--;
	}
}

/* The furthest place on a diagonal that one more step right or down leads to; negative: none in the box. */
static ptrdiff_t place_after_step(const ptrdiff_t *furthest, ptrdiff_t diagonal, ptrdiff_t distance,
	ptrdiff_t width, ptrdiff_t height)
{
	if (distance == 0)
		return 0;
	ptrdiff_t right = diagonal > -distance ? furthest[diagonal - 1] + 1 : OUTSIDE;
	ptrdiff_t down = diagonal < distance ? furthest[diagonal + 1] : OUTSIDE;
	if (right > width)
		right = OUTSIDE;
	if (down - diagonal > height)
		down = OUTSIDE;
	return right > down ? right : down;
}

/* All ways of a length from one corner; true where one of them meets a way from the other corner. */
static bool ways_extend(const struct comparison *comparison, struct box box, ptrdiff_t distance,
	bool backward, struct meeting *meeting)
{
	ptrdiff_t width = (ptrdiff_t)(box.right - box.left),
		  height = (ptrdiff_t)(box.bottom - box.top);
	ptrdiff_t *furthest =
		(backward ? comparison->backward : comparison->forward) + DISTANCE_MOST + 1;
	const ptrdiff_t *other =
		(backward ? comparison->forward : comparison->backward) + DISTANCE_MOST + 1;
	ptrdiff_t delta = width - height, other_distance = backward ? distance : distance - 1;
	for (ptrdiff_t diagonal = -distance; diagonal <= distance; diagonal += 2) {
		ptrdiff_t x = place_after_step(furthest, diagonal, distance, width, height),
			  y = x - diagonal;
		while (x >= 0 && x < width && y < height &&
			(backward ? same(comparison, box.right - 1 - (size_t)x,
					    box.bottom - 1 - (size_t)y)
				  : same(comparison, box.left + (size_t)x, box.top + (size_t)y))) {
			x++;
			y++;
		}
		furthest[diagonal] = x >= 0 ? x : OUTSIDE;
		ptrdiff_t mirror = delta - diagonal;
		bool met = (delta % 2 == 0) == backward && mirror >= -other_distance &&
			   mirror <= other_distance;
		if (!met || x + other[mirror] < width)
			continue;
		meeting->i = backward ? box.right - (size_t)x : box.left + (size_t)x;
		meeting->k = backward ? box.bottom - (size_t)y : box.top + (size_t)y;
		return true;
	}
	return false;
}

/* A place on a shortest way through the box; false when the way is longer than is looked for. */
static bool middle_find(
	const struct comparison *comparison, struct box box, struct meeting *meeting)
{
	for (ptrdiff_t distance = 0; distance < DISTANCE_MOST; distance++)
		if (ways_extend(comparison, box, distance, false, meeting) ||
			ways_extend(comparison, box, distance, true, meeting))
			return true;
	return false;
}

static void box_compare(struct comparison *comparison, struct box box)
{
	struct meeting meeting;
	box_trim(comparison, &box);
	if (box.left == box.right || box.top == box.bottom ||
		!middle_find(comparison, box, &meeting)) {
		box_mark(comparison, box);
		return;
	}
	struct box first = {box.left, meeting.i, box.top, meeting.k};
	struct box second = {meeting.i, box.right, meeting.k, box.bottom};
	/* Nothing is the same at the corners, so the way has two steps at least and its middle lies in neither. */
	assert(second.left + second.top > box.left + box.top &&
		first.right + first.bottom < box.right + box.bottom);
	box_compare(comparison, first);
	box_compare(comparison, second);
}

static struct comparison compared(
	struct arena *arena, struct kpss_str before, struct kpss_str after)
{
	enum { DIAGONALS = 2 * DISTANCE_MOST + 4 };
	struct comparison comparison = {
		.before = words_of(arena, before),
		.after = words_of(arena, after),
		.forward = arena_array(arena, DIAGONALS, sizeof *comparison.forward),
		.backward = arena_array(arena, DIAGONALS, sizeof *comparison.backward),
	};
	box_compare(
		&comparison, (struct box){0, comparison.before.count, 0, comparison.after.count});
	return comparison;
}

/* Length of the run of words from `at` that are changed, or are not. */
static size_t run_length(struct words_of_text words, size_t at, bool changed)
{
	size_t end = at;
	while (end < words.count && words.items[end].changed == changed)
		end++;
	return end - at;
}

/* How many words from two places are the same before a change in either text. */
static size_t kept_length(const struct comparison *comparison, size_t i, size_t k)
{
	size_t before = run_length(comparison->before, i, false),
	       after = run_length(comparison->after, k, false);
	return before < after ? before : after;
}

/* “a” or a comma left alone between changes makes nothing clearer. */
static void small_words_absorb(struct comparison *comparison)
{
	struct words_of_text before = comparison->before, after = comparison->after;
	bool began = false;
	for (size_t i = 0, k = 0; i < before.count || k < after.count;) {
		size_t removed = run_length(before, i, true), added = run_length(after, k, true);
		i += removed;
		k += added;
		began = began || removed || added;
		size_t kept = kept_length(comparison, i, k), bytes = 0;
		bool ends = i + kept == before.count && k + kept == after.count;
		for (size_t n = 0; n < kept; n++)
			bytes += before.items[i + n].text.len;
		for (size_t n = 0; n < kept && began && !ends && bytes <= ABSORBED_BYTES; n++)
			before.items[i + n].changed = after.items[k + n].changed = true;
		i += kept;
		k += kept;
	}
}

static struct word_run run_of(
	struct words_of_text words, size_t at, size_t length, enum word_fate fate)
{
	const struct word *first = &words.items[at], *last = &words.items[at + length - 1];
	return (struct word_run){
		.fate = fate,
		.text = {.ptr = first->text.ptr,
			.len = (size_t)(last->text.ptr + last->text.len - first->text.ptr)},
		.old_gap = last->gap && fate == WORDS_REMOVED,
		.new_gap = last->gap && fate != WORDS_REMOVED,
	};
}

size_t words_compare(struct arena *arena, struct kpss_str before, struct kpss_str after,
	const struct word_run **runs)
{
	struct comparison comparison = compared(arena, before, after);
	small_words_absorb(&comparison);
	size_t count = 0, i = 0, k = 0;
	struct word_run *out = arena_array(
		arena, comparison.before.count + comparison.after.count + 1, sizeof *out);
	while (i < comparison.before.count || k < comparison.after.count) {
		size_t removed = run_length(comparison.before, i, true);
		size_t added = run_length(comparison.after, k, true);
		if (removed)
			out[count++] = run_of(comparison.before, i, removed, WORDS_REMOVED);
		if (added)
			out[count++] = run_of(comparison.after, k, added, WORDS_ADDED);
		i += removed;
		k += added;
		size_t kept = kept_length(&comparison, i, k);
		if (kept)
			out[count++] = run_of(comparison.after, k, kept, WORDS_SAME);
		if (kept)
			out[count - 1].old_gap = comparison.before.items[i + kept - 1].gap;
		i += kept;
		k += kept;
	}
	*runs = out;
	return count;
}

unsigned words_alike(struct arena *arena, struct kpss_str before, struct kpss_str after)
{
	struct arena_mark mark = arena_mark(arena);
	struct comparison comparison = compared(arena, before, after);
	size_t common = 0, all = comparison.before.count + comparison.after.count;
	for (size_t i = 0; i < comparison.before.count; i++)
		common += !comparison.before.items[i].changed;
	arena_release(arena, mark);
	return all ? (unsigned)(200 * common / all) : 100;
}
