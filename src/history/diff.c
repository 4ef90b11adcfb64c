#include "history/diff.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "history/diff_inside.h"
#include "schema/shape.h"

static struct told whole(const struct plan *plan, const struct entity *entity)
{
	const struct schema_table *table = plan_schema(plan);
	if (!entity)
		return (struct told){.plan = plan, .node = value_none()};
	return (struct told){
		.plan = plan, .shape = table->kinds[entity->kind].shape, .node = entity->mapping};
}

static struct kpss_str document_bytes(const struct document *document)
{
	return document ? document->source->bytes : kpss_str("");
}

struct differ *differ_new(const struct plan *before, const struct plan *after, struct arena *arena)
{
	struct differ *differ = arena_array(arena, 1, sizeof *differ);
	*differ = (struct differ){
		.before = before,
		.after = after,
		.arena = arena,
		.bindings = {bindings_of(before, arena), bindings_of(after, arena)},
		.holder_fields = holder_fields_of(&schema_embedded, arena),
		.same_profile = kpss_str_equal(document_bytes(plan_profile_document(before)),
			document_bytes(plan_profile_document(after))),
	};
	return differ;
}

/* What is written for both with the same bytes, in whatever file. */
static bool same_bytes(
	const struct differ *differ, const struct entity *before, const struct entity *after)
{
	const struct node *a = before->mapping, *b = after->mapping;
	return differ->same_profile && a->end - a->begin == b->end - b->begin &&
	       memcmp(before->document->source->bytes.ptr + a->begin,
		       after->document->source->bytes.ptr + b->begin, a->end - a->begin) == 0;
}

static void place_compare(
	struct differ *differ, const struct entity *before, const struct entity *after)
{
	struct told_pair holders = {{.plan = differ->before, .node = holder_id(differ->holder_fields, before)},
		{.plan = differ->after, .node = holder_id(differ->holder_fields, after)}};
	struct told_pair records = {whole(differ->before, before), whole(differ->after, after)};
	if (!kpss_str_equal(value_text(holders.before.node), value_text(holders.after.node)))
		change_add(differ, DIFF_MOVED, holders);
	if (before->level != after->level ||
		(before->level == 0 &&
			!kpss_str_equal(value_text(field(before->mapping, WORD_level)),
				value_text(field(after->mapping, WORD_level)))))
		change_add(differ, DIFF_LEVEL, records);
}

static void record_begin(struct differ *differ, const struct entity *entity)
{
	differ->entity = entity;
	differ->depth = differ->around_count = differ->count = differ->capacity = 0;
	differ->changes = NULL;
}

static void record_end(const struct differ *differ, struct diff_record *out)
{
	out->changes = differ->changes;
	out->count = differ->count;
	for (size_t i = 0; i < differ->count; i++)
		out->binding += differ->changes[i].binding;
}

bool diff_of_record(struct differ *differ, const struct entity *before, const struct entity *after,
	struct diff_record *out)
{
	const struct entity *known = after ? after : before;
	const uint32_t left_out[] = {WORD_id, known->kind == KIND_node ? WORD_level : WORD_id,
		differ->holder_fields[known->kind], 0};
	record_begin(differ, known);
	*out = (struct diff_record){.fate = !before  ? DIFF_ADDED
					    : !after ? DIFF_REMOVED
						     : DIFF_CHANGED,
		.before = before,
		.after = after};
	if (before && after)
		place_compare(differ, before, after);
	if (!before || !after || !same_bytes(differ, before, after))
		mappings_compare(differ,
			(struct told_pair){
				whole(differ->before, before), whole(differ->after, after)},
			left_out);
	record_end(differ, out);
	return differ->count > 0 || !before || !after;
}

bool diff_of_profiles(struct differ *differ, struct diff_record *out)
{
	const struct node *before = plan_profile(differ->before),
			  *after = plan_profile(differ->after);
	uint32_t shape = schema_embedded.profile;
	record_begin(differ, NULL);
	*out = (struct diff_record){.fate = DIFF_CHANGED};
	if (!differ->same_profile)
		mappings_compare(differ,
			(struct told_pair){{.plan = differ->before, .shape = shape, .node = before},
				{.plan = differ->after, .shape = shape, .node = after}},
			NULL);
	record_end(differ, out);
	return differ->count > 0;
}

static void diff_take(
	struct diff *diff, struct diff_record *records, const struct diff_record *record)
{
	records[diff->count++] = *record;
	diff->added += record->fate == DIFF_ADDED;
	diff->removed += record->fate == DIFF_REMOVED;
	diff->changed += record->fate == DIFF_CHANGED;
	diff->binding += record->fate == DIFF_CHANGED ? record->binding : record->binding > 0;
}

struct diff diff_of_plans(const struct plan *before, const struct plan *after, struct arena *arena)
{
	struct differ *differ = differ_new(before, after, arena);
	struct record_pairs pairs = record_pairs_of(differ);
	struct diff diff = {.before = before, .after = after};
	struct diff_record record, *records = arena_array(arena, pairs.count + 1, sizeof *records);
	if (diff_of_profiles(differ, &record))
		diff_take(&diff, records, &record);
	for (size_t i = 0; i < pairs.count; i++)
		if (diff_of_record(differ, pairs.items[i].before, pairs.items[i].after, &record))
			diff_take(&diff, records, &record);
	qsort(records, diff.count, sizeof *records, records_order);
	diff.records = records;
	return diff;
}

struct diff diff_only(
	const struct diff *diff, diff_wanted *wanted, const void *context, struct arena *arena)
{
	struct diff some = {.before = diff->before, .after = diff->after};
	struct diff_record *records = arena_array(arena, diff->count + 1, sizeof *records);
	for (size_t i = 0; i < diff->count; i++)
		if (wanted(context, &diff->records[i]))
			diff_take(&some, records, &diff->records[i]);
	some.records = records;
	return some;
}

struct kpss_str diff_path(const struct diff_change *change, struct arena *arena)
{
	struct buf buf = {0};
	for (size_t i = 0; i < change->step_count; i++) {
		const struct diff_step *step = &change->steps[i];
		buf_add_text(&buf, i ? "." : "");
		buf_add(&buf, step->word);
		if (is_absent(step->item.node))
			continue;
		buf_add_char(&buf, '[');
		buf_add(&buf, value_text(step->item.node));
		buf_add_text(&buf, step->from.len ? " " : "");
		buf_add(&buf, step->from);
		buf_add_char(&buf, ']');
	}
	struct kpss_str path = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return path;
}
