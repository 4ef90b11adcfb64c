#include "town/cover.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"

enum { PIECES_FIRST = 8 };

static void cover_grow(struct cover *cover)
{
	size_t capacity = cover->capacity ? 2 * cover->capacity : PIECES_FIRST;
	struct period *pieces = arena_array(cover->arena, capacity, sizeof *pieces);
	if (cover->count)
		memcpy(pieces, cover->pieces, cover->count * sizeof *pieces);
	cover->pieces = pieces;
	cover->capacity = capacity;
}

void cover_add(struct cover *cover, struct period piece)
{
	if (piece.from.days > piece.to.days)
		return;
	if (cover->count == cover->capacity)
		cover_grow(cover);
	cover->pieces[cover->count++] = piece;
}

static int piece_compare(const void *left, const void *right)
{
	const struct period *a = left, *b = right;
	return (a->from.days > b->from.days) - (a->from.days < b->from.days);
}

bool cover_lacks(
	struct cover *cover, struct period period, struct kpss_date as_of, struct kpss_date *day)
{
	struct kpss_date next = period.from, last = day_earlier(period.to, as_of);
	if (next.days > last.days)
		return false;
	if (cover->count)
		qsort(cover->pieces, cover->count, sizeof *cover->pieces, piece_compare);
	if (day_is_open(next))
		next = cover->count ? cover->pieces[0].from : last;
	for (size_t i = 0; i < cover->count && cover->pieces[i].from.days <= next.days; i++) {
		if (cover->pieces[i].to.days >= last.days)
			return false;
		if (cover->pieces[i].to.days >= next.days)
			next = day_after(cover->pieces[i].to);
	}
	*day = next;
	return next.days <= last.days;
}
