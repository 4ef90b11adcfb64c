/* Which records of two states are the same. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "history/diff_inside.h"

/* A record and what it is paired by. */
struct keyed {
	struct kpss_str key;
	const struct entity *entity, *other; /* the same record in the other state */
	uint32_t next;                       /* number + 1 of the next record in its slot */
};

struct index {
	struct keyed *items;
	uint32_t count;
	uint32_t *slots, slot_mask; /* number + 1 of the first */
};

/* What a record is paired by: its id, otherwise where it stands and what it is called. */
static struct kpss_str key_of(const struct differ *differ, const struct entity *entity)
{
	struct buf buf = {0};
	buf_addf(&buf, "%u ", entity->kind);
	if (entity->id.len > 0) {
		buf_add(&buf, entity->id);
	} else {
		static const uint32_t words[] = {WORD_code, WORD_name, WORD_text};
		buf_addf(&buf, "/%.*s", (int)value_text(holder_id(differ->holder_fields, entity)).len,
			value_text(holder_id(differ->holder_fields, entity)).ptr);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			buf_add_char(&buf, '\n');
			buf_add(&buf, value_text(field(entity->mapping, words[i])));
		}
	}
	struct kpss_str key = arena_text(differ->arena, buf_str(&buf));
	buf_clear(&buf);
	return key;
}

static struct index index_of(const struct differ *differ, const struct plan *plan)
{
	struct index index = {0};
	uint32_t count, all = 0, slots = 16;
	uint16_t kinds = (uint16_t)schema_embedded.kind_count;
	for (uint16_t kind = 0; kind < kinds; kind++) {
		plan_kind(plan, kind, &count);
		all += count;
	}
	while (slots < all * 2)
		slots *= 2;
	index.items = arena_array(differ->arena, all + 1, sizeof *index.items);
	index.slots = arena_array(differ->arena, slots, sizeof *index.slots);
	index.slot_mask = slots - 1;
	for (uint16_t kind = 0; kind < kinds; kind++) {
		const struct entity *const *entities = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			index.items[index.count++] = (struct keyed){
				.entity = entities[i], .key = key_of(differ, entities[i])};
	}
	/* From the last to the first, so that each slot has them in their order. */
	for (uint32_t i = index.count; i-- > 0;) {
		uint32_t *slot = &index.slots[hash_text(index.items[i].key) & index.slot_mask];
		index.items[i].next = *slot;
		*slot = i + 1;
	}
	return index;
}

static void index_pair(struct index *before, struct index *after)
{
	for (uint32_t i = 0; i < after->count; i++) {
		struct keyed *item = &after->items[i];
		uint32_t *slot = &before->slots[hash_text(item->key) & before->slot_mask],
			 at = *slot;
		while (at && (before->items[at - 1].other ||
				     !kpss_str_equal(before->items[at - 1].key, item->key)))
			at = before->items[at - 1].next;
		if (!at)
			continue;
		item->other = before->items[at - 1].entity;
		before->items[at - 1].other = item->entity;
		/* Whole files of records that agree in everything are not gone through again and again. */
		if (at == *slot)
			*slot = before->items[at - 1].next;
	}
}

struct record_pairs record_pairs_of(const struct differ *differ)
{
	struct index before = index_of(differ, differ->before),
		     after = index_of(differ, differ->after);
	struct record_pairs pairs = {
		.items = arena_array(differ->arena, (size_t)before.count + after.count + 1,
			sizeof *pairs.items)};
	index_pair(&before, &after);
	for (uint32_t i = 0; i < before.count; i++)
		if (!before.items[i].other)
			pairs.items[pairs.count++] =
				(struct record_pair){.before = before.items[i].entity};
	for (uint32_t i = 0; i < after.count; i++)
		pairs.items[pairs.count++] = (struct record_pair){
			.before = after.items[i].other, .after = after.items[i].entity};
	return pairs;
}
