/* The merge itself: part by part, down to what only one side has changed. It runs without being told of conflicts in advance, so
 * a file with any is written three times: with markers, and for the proof as if each side had its way. */
#include "document/merge_inside.h"

#include <stdlib.h>

#include "base/arena.h"
#include "document/layout.h"

enum decision { WITH_MARKERS, FOR_OURS, FOR_THEIRS };

struct merging {
	const struct merge_wish *wish;
	const struct document *documents[SIDES];
	struct arena *arena;
	enum decision decision;
	struct buf out;
	struct merge_expected expected;
	struct kpss_str line_end;
	struct kpss_str record; /* id of the innermost item that has one */
	struct merge_conflict *conflicts;
	size_t count, capacity;
};

/* Bytes of one side; ptr NULL: it has none. */
struct sides {
	struct kpss_str of[SIDES];
};

static struct kpss_str without_line_end(struct kpss_str text)
{
	while (text.len > 0 && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == '\r'))
		text.len--;
	return text;
}

static bool same(struct kpss_str a, struct kpss_str b)
{
	return (a.ptr != NULL) == (b.ptr != NULL) &&
	       kpss_str_equal(without_line_end(a), without_line_end(b));
}

/* The side that changed it, where only one did; SIDES: both did, each otherwise. */
static enum merge_side changed_side(const struct sides *texts)
{
	if (same(texts->of[SIDE_OURS], texts->of[SIDE_THEIRS]) ||
		same(texts->of[SIDE_THEIRS], texts->of[SIDE_BASE]))
		return SIDE_OURS;
	return same(texts->of[SIDE_OURS], texts->of[SIDE_BASE]) ? SIDE_THEIRS : SIDES;
}

static void line_begin(struct merging *merging)
{
	struct buf *out = &merging->out;
	if (out->len > 0 && out->ptr[out->len - 1] != '\n')
		buf_add(out, merging->line_end);
}

static void marker_add(struct merging *merging, char mark, const char *label)
{
	line_begin(merging);
	buf_add_repeated(&merging->out, mark, merging->wish->marker);
	buf_add_text(&merging->out, label);
	buf_add(&merging->out, merging->line_end);
}

static void conflict_note(struct merging *merging, struct kpss_str field)
{
	if (merging->count == merging->capacity) {
		merging->capacity = merging->capacity ? merging->capacity * 2 : 8;
		merging->conflicts = memory_resize(
			merging->conflicts, merging->capacity, sizeof *merging->conflicts);
	}
	merging->conflicts[merging->count++] =
		(struct merge_conflict){.record = merging->record, .field = field};
}

/* Whole lines of both sides, between markers or as decided. */
static void conflict_add(struct merging *merging, struct kpss_str ours, struct kpss_str theirs)
{
	line_begin(merging);
	if (merging->decision != WITH_MARKERS) {
		buf_add(&merging->out, merging->decision == FOR_OURS ? ours : theirs);
		return;
	}
	marker_add(merging, '<', " ours");
	buf_add(&merging->out, ours);
	marker_add(merging, '=', "");
	buf_add(&merging->out, theirs);
	marker_add(merging, '>', " theirs");
}

static struct kpss_str without_blanks(struct kpss_str text)
{
	text = without_line_end(text);
	while (text.len > 0 && strchr(" \t\r\n", text.ptr[0])) {
		text.ptr++;
		text.len--;
	}
	return text;
}

/* Comments and empty lines. Two sides that only space them otherwise are of one mind. */
static void lead_merge(struct merging *merging, const struct sides *leads)
{
	struct kpss_str base = leads->of[SIDE_BASE], ours = leads->of[SIDE_OURS],
			theirs = leads->of[SIDE_THEIRS];
	line_begin(merging);
	if (kpss_str_equal(ours, base)) {
		buf_add(&merging->out, theirs);
	} else if (kpss_str_equal(theirs, base) ||
		   kpss_str_equal(without_blanks(ours), without_blanks(theirs))) {
		buf_add(&merging->out, ours);
	} else {
		conflict_note(merging, kpss_str(""));
		conflict_add(merging, ours, theirs);
	}
}

static struct kpss_str stretch(const struct document *document, uint32_t from, uint32_t to)
{
	return (struct kpss_str){.ptr = document->source->bytes.ptr + from, .len = to - from};
}

static struct sides leads_of(const struct merging *merging, const struct merge_slot *slot)
{
	struct sides leads = {0};
	for (int side = 0; side < SIDES; side++)
		if (slot->of[side])
			leads.of[side] = stretch(merging->documents[side], slot->of[side]->lead,
				slot->of[side]->line);
	/* A side without the part has no opinion on what stands before it. */
	for (int side = SIDE_OURS; side < SIDES; side++)
		if (!slot->of[side])
			leads.of[side] = leads.of[SIDE_BASE];
	return leads;
}

static struct sides texts_of(const struct merging *merging, const struct merge_slot *slot)
{
	struct sides texts = {0};
	for (int side = 0; side < SIDES; side++)
		if (slot->of[side])
			texts.of[side] = stretch(merging->documents[side], slot->of[side]->begin,
				slot->of[side]->end);
	return texts;
}

/* What stands before a part on its line: spaces or, for the first of an item, the dash as well. */
struct margin {
	int32_t column;
	struct kpss_str first; /* ptr NULL: spaces like the others */
};

static void margin_add(struct buf *buf, struct margin *margin)
{
	if (margin->first.ptr)
		buf_add(buf, margin->first);
	else
		buf_add_repeated(buf, ' ', (size_t)margin->column);
	margin->first = kpss_str(NULL);
}

static void part_expect(struct merging *merging, const struct merge_part *part)
{
	if (!part)
		return;
	if (part->key)
		merge_expect(&merging->expected, part->key, 1);
	merge_expect(&merging->expected, part->value, part->value->size);
}

static void part_take(struct merging *merging, const struct merge_slot *slot, enum merge_side side,
	struct kpss_str text, struct margin *margin)
{
	const struct sides leads = leads_of(merging, slot);
	lead_merge(merging, &leads);
	line_begin(merging);
	margin_add(&merging->out, margin);
	buf_add(&merging->out, text);
	part_expect(merging, slot->of[side]);
}

static struct kpss_str with_margin(
	struct merging *merging, struct kpss_str text, struct margin margin)
{
	struct buf buf = {0};
	if (!text.ptr)
		return kpss_str("");
	margin_add(&buf, &margin);
	buf_add(&buf, text);
	struct kpss_str lines = arena_text(merging->arena, buf_str(&buf));
	buf_clear(&buf);
	return lines;
}

static void part_conflict(struct merging *merging, const struct merge_slot *slot,
	const struct sides *texts, struct margin *margin)
{
	const struct sides leads = leads_of(merging, slot);
	bool ours = merging->decision != FOR_THEIRS;
	const struct merge_part *decided = slot->of[ours ? SIDE_OURS : SIDE_THEIRS];
	const struct merge_part *any =
		slot->of[SIDE_OURS] ? slot->of[SIDE_OURS] : slot->of[SIDE_THEIRS];
	conflict_note(merging, any->key ? node_text(any->key) : kpss_str(""));
	lead_merge(merging, &leads);
	conflict_add(merging, with_margin(merging, texts->of[SIDE_OURS], *margin),
		with_margin(merging, texts->of[SIDE_THEIRS], *margin));
	margin->first = kpss_str(NULL);
	part_expect(merging, decided);
}

/* The inside of a part that all sides that have it wrote alike: what stands before its first field or item, and the rest. */
struct inside {
	struct merge_parts parts[SIDES];
	struct merge_slots slots;
	struct sides heads;  /* from the part's begin */
	bool begins_in_line; /* the first of its parts follows the head on a line */
};

static bool is_kept(const struct merge_slot *slot, const struct sides *texts)
{
	return (slot->of[SIDE_OURS] && slot->of[SIDE_THEIRS]) ||
	       !same(slot->of[SIDE_OURS] ? texts->of[SIDE_OURS] : texts->of[SIDE_THEIRS],
		       texts->of[SIDE_BASE]);
}

/* The dash needs a first field whoever has his way. */
static bool first_is_certain(const struct merging *merging, const struct merge_slots *slots)
{
	for (size_t at = slots->first; at; at = slots->items[at - 1].next) {
		const struct merge_slot *slot = &slots->items[at - 1];
		const struct sides texts = texts_of(merging, slot);
		if (is_kept(slot, &texts))
			return (slot->of[SIDE_OURS] && slot->of[SIDE_THEIRS]) ||
			       !slot->of[SIDE_BASE];
	}
	return false;
}

/* Where the first part of a collection in a part is looked for; false when it begins neither on the line nor on its own. */
static bool inside_begins(const struct document *document, const struct merge_part *part,
	uint32_t *from, bool *in_line)
{
	struct kpss_str bytes = document->source->bytes;
	uint32_t head_end = part->key ? part->key->end : part->begin + 1;
	*from = merge_line_after(bytes, head_end);
	*in_line = part->value->begin < *from;
	if (*in_line)
		*from = part->value->begin;
	return !*in_line || (!part->key && part->value->kind == NODE_MAPPING);
}

/* Can a part be merged by what is in it? */
static bool inside_open(
	struct merging *merging, const struct merge_slot *slot, struct inside *inside)
{
	const struct node *collections[SIDES] = {0};
	uint32_t from[SIDES] = {0};
	const struct node *any = slot->of[SIDE_OURS]->value;
	int lines = 0, sides = 0;
	*inside = (struct inside){0};
	/* What both put in is joined only where it is a list: its items tell whether they are the same. */
	if (!slot->of[SIDE_BASE] && any->kind != NODE_SEQUENCE)
		return false;
	for (int side = 0; side < SIDES; side++) {
		const struct merge_part *part = slot->of[side];
		bool in_line;
		if (!part)
			continue;
		if (part->value->kind != any->kind || any->kind == NODE_SCALAR ||
			part->value->style != STYLE_BLOCK || part->value->size < 2 ||
			!inside_begins(merging->documents[side], part, &from[side], &in_line))
			return false;
		collections[side] = part->value;
		inside->heads.of[side] = stretch(merging->documents[side], part->begin, from[side]);
		lines += in_line;
		sides++;
	}
	inside->begins_in_line = lines > 0;
	if ((lines > 0 && lines < sides) || !merge_parts_of(inside->parts, merging->documents,
						    collections, from, merging->arena))
		return false;
	inside->slots = merge_slots_of(inside->parts, merging->arena);
	return any->kind == NODE_SEQUENCE || first_is_certain(merging, &inside->slots);
}

static void slots_merge(
	struct merging *merging, const struct merge_slots *slots, struct margin margin);

/* The id of an item, for those who are told of a conflict in it. */
static struct kpss_str id_of(const struct merge_part *part, struct kpss_str otherwise)
{
	if (!part->key && part->identity.len > 3 && memcmp(part->identity.ptr, "id:", 3) == 0)
		return (struct kpss_str){
			.ptr = part->identity.ptr + 3, .len = part->identity.len - 3};
	return otherwise;
}

/* The node of a collection as it comes out; an empty one reads as no value. */
static void collection_expect(struct merging *merging, size_t at)
{
	struct node *node = &merging->expected.items[at];
	node->size = (uint32_t)(merging->expected.count - at);
	if (node->size == 1)
		*node = (struct node){
			.text = "", .size = 1, .kind = NODE_SCALAR, .style = STYLE_PLAIN};
}

static void inside_merge(struct merging *merging, const struct merge_slot *slot,
	const struct inside *inside, struct margin *margin)
{
	const struct sides leads = leads_of(merging, slot);
	const struct merge_part *ours = slot->of[SIDE_OURS];
	enum merge_side side = changed_side(&inside->heads);
	struct kpss_str record = merging->record;
	struct margin within = {.column = inside->parts[SIDE_OURS].column};
	lead_merge(merging, &leads);
	line_begin(merging);
	if (inside->begins_in_line) {
		within.first = with_margin(
			merging, inside->heads.of[side == SIDES ? SIDE_OURS : side], *margin);
	} else if (side == SIDES) {
		conflict_note(merging, ours->key ? node_text(ours->key) : kpss_str(""));
		conflict_add(merging, with_margin(merging, inside->heads.of[SIDE_OURS], *margin),
			with_margin(merging, inside->heads.of[SIDE_THEIRS], *margin));
	} else {
		buf_add(&merging->out, with_margin(merging, inside->heads.of[side], *margin));
	}
	margin->first = kpss_str(NULL);
	if (ours->key)
		merge_expect(&merging->expected, ours->key, 1);
	size_t at = merging->expected.count;
	merge_expect(&merging->expected, ours->value, 1);
	merging->record = id_of(ours, record);
	slots_merge(merging, &inside->slots, within);
	merging->record = record;
	collection_expect(merging, at);
}

static void slot_merge(
	struct merging *merging, const struct merge_slot *slot, struct margin *margin)
{
	const struct sides texts = texts_of(merging, slot);
	enum merge_side side = changed_side(&texts);
	struct kpss_str record = merging->record;
	struct inside inside;
	if (side != SIDES) {
		if (slot->of[side])
			part_take(merging, slot, side, texts.of[side], margin);
		return;
	}
	if (slot->of[SIDE_OURS] && slot->of[SIDE_THEIRS] && inside_open(merging, slot, &inside)) {
		inside_merge(merging, slot, &inside, margin);
		return;
	}
	merging->record =
		id_of(slot->of[SIDE_OURS] ? slot->of[SIDE_OURS] : slot->of[SIDE_THEIRS], record);
	part_conflict(merging, slot, &texts, margin);
	merging->record = record;
}

static void slots_merge(
	struct merging *merging, const struct merge_slots *slots, struct margin margin)
{
	for (size_t at = slots->first; at; at = slots->items[at - 1].next)
		slot_merge(merging, &slots->items[at - 1], &margin);
}

/* Comments at the end of the file. */
static void tail_merge(struct merging *merging, const struct merge_parts parts[SIDES])
{
	struct sides tails = {0};
	for (int side = 0; side < SIDES; side++) {
		const struct merge_parts *of = &parts[side];
		uint32_t end = of->count ? of->items[of->count - 1].end : 0;
		const struct document *document = merging->documents[side];
		tails.of[side] = stretch(document, end, (uint32_t)document->source->bytes.len);
	}
	if (tails.of[SIDE_OURS].len || tails.of[SIDE_THEIRS].len)
		lead_merge(merging, &tails);
}

static bool document_merge(struct merging *merging, enum decision decision)
{
	const struct node *roots[SIDES] = {0};
	const uint32_t from[SIDES] = {0};
	struct merge_parts parts[SIDES];
	for (int side = 0; side < SIDES; side++)
		roots[side] = merging->documents[side]->root;
	const struct node *ours = roots[SIDE_OURS], *theirs = roots[SIDE_THEIRS],
			  *base = roots[SIDE_BASE];
	if (!ours || !theirs || ours->kind == NODE_SCALAR || ours->kind != theirs->kind ||
		(base && base->kind != ours->kind) ||
		!merge_parts_of(parts, merging->documents, roots, from, merging->arena))
		return false;
	merging->decision = decision;
	merging->out.len = merging->expected.count = merging->count = 0;
	merge_expect(&merging->expected, ours, 1);
	const struct merge_slots slots = merge_slots_of(parts, merging->arena);
	slots_merge(merging, &slots, (struct margin){.column = parts[SIDE_OURS].column});
	tail_merge(merging, parts);
	merging->expected.items[0].size = (uint32_t)merging->expected.count;
	if (merging->expected.count == 1)
		merging->expected.count = 0;
	return decision == WITH_MARKERS && merging->count > 0
		       ? true
		       : merge_proves(
				 &merging->expected, merging->wish->reader, buf_str(&merging->out));
}

/* With conflicts, the last run is the one with markers. */
static bool all_prove(struct merging *merging)
{
	if (!document_merge(merging, WITH_MARKERS))
		return false;
	return merging->count == 0 ||
	       (document_merge(merging, FOR_OURS) && document_merge(merging, FOR_THEIRS) &&
		       document_merge(merging, WITH_MARKERS));
}

bool merge_documents(struct merged *out, const struct merge_wish *wish, struct arena *arena)
{
	struct merging merging = {
		.wish = wish,
		.documents = {wish->base, wish->ours, wish->theirs},
		.arena = arena,
		.line_end = layout_line_end(wish->ours->source->bytes, 0),
		.record = kpss_str(""),
	};
	*out = (struct merged){0};
	bool good = all_prove(&merging);
	if (good) {
		struct merge_conflict *conflicts =
			arena_array(arena, merging.count, sizeof *conflicts);
		for (size_t i = 0; i < merging.count; i++)
			conflicts[i] = merging.conflicts[i];
		*out = (struct merged){.bytes = arena_text(arena, buf_str(&merging.out)),
			.conflicts = conflicts,
			.count = merging.count,
			.twice = merging.count ? kpss_str("")
					       : merge_twice(&merging.expected, wish, arena)};
	}
	buf_clear(&merging.out);
	free(merging.expected.items);
	free(merging.conflicts);
	return good;
}
