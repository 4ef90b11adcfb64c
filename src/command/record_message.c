#include "command/record_message.h"

#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "base/seen.h"
#include "command/record_changes.h"
#include "plan/plan.h"
#include "render/message.h"
#include "render/record.h"

enum { NAMED_MOST = 3 };

/* The mappings that are records of their own: what is in them is no part of the record around. */
struct records {
	const struct plan *plan;
	const struct record_changes *changes;
	struct seen mappings;
};

static uint64_t mapping_hash(const struct node *mapping)
{
	return seen_hash(
		0, (struct kpss_str){.ptr = (const char *)&mapping, .len = sizeof mapping});
}

static void records_open(
	struct records *records, const struct plan *plan, const struct record_changes *changes)
{
	*records = (struct records){.plan = plan, .changes = changes};
	for (uint16_t kind = 0; plan && kind < plan_schema(plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *entities = plan_kind(plan, kind, &count);
		for (uint32_t i = 0; i < count; i++)
			seen_add(&records->mappings, mapping_hash(entities[i]->mapping));
	}
}

static bool is_record(const struct records *records, const struct node *node)
{
	return node->kind == NODE_MAPPING && seen_has(&records->mappings, mapping_hash(node));
}

/* A list of nothing but records. */
static bool is_records(const struct records *records, const struct node *node)
{
	const struct node *item = node->kind == NODE_SEQUENCE ? node_first(node) : NULL;
	if (!item)
		return false;
	for (; item; item = node_next_item(node, item))
		if (!is_record(records, item))
			return false;
	return true;
}

/* The next child from `at` on that belongs to the record itself; keys stand for their values. NULL when there is none. */
static const struct node *own_child(
	const struct records *records, const struct node *parent, const struct node *at)
{
	const struct node *end = parent + parent->size;
	while (at < end) {
		const struct node *value = at->is_key ? at + 1 : at;
		if (!is_record(records, value) && !is_records(records, value))
			return at;
		at = value + value->size;
	}
	return NULL;
}

static bool same(const struct records *before, const struct node *a, const struct records *after,
	const struct node *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == NODE_SCALAR)
		return kpss_str_equal(node_text(a), node_text(b));
	const struct node *left = own_child(before, a, a + 1), *right = own_child(after, b, b + 1);
	while (left && right) {
		if (!same(before, left, after, right))
			return false;
		left = own_child(before, a, left->is_key ? left + 1 : left + left->size);
		right = own_child(after, b, right->is_key ? right + 1 : right + right->size);
	}
	return !left && !right;
}

struct list {
	struct buf names;
	size_t count;
};

static void list_add(struct list *list, const struct language *language, const struct plan *plan,
	const struct entity *entity)
{
	if (list->count++ >= NAMED_MOST)
		return;
	buf_add_text(&list->names, list->names.len ? ", " : "");
	record_add_label(&list->names, language, plan, entity);
}

enum how { CHANGED, ADDED, REMOVED, HOW_COUNT };

/* Every record of one state, against that with its id in the other. */
static void compare(const struct records *one, const struct records *other, enum how alone,
	const struct language *language, struct list lists[HOW_COUNT])
{
	for (uint16_t kind = 0; one->plan && kind < plan_schema(one->plan)->kind_count; kind++) {
		uint32_t count;
		const struct entity *const *entities = plan_kind(one->plan, kind, &count);
		for (uint32_t i = 0; i < count; i++) {
			const struct entity *entity = entities[i];
			if (entity->id.len == 0 ||
				!record_changes_have(one->changes, entity->document->source->path))
				continue;
			const struct entity *pair =
				other->plan ? plan_find(other->plan, entity->id) : NULL;
			if (!pair)
				list_add(&lists[alone], language, one->plan, entity);
			else if (alone == ADDED &&
				 !same(other, pair->mapping, one, entity->mapping))
				list_add(&lists[CHANGED], language, one->plan, entity);
		}
	}
}

static void list_tell(
	struct buf *buf, const struct language *language, const struct list *list, enum how how)
{
	static const char *const first[] = {[CHANGED] = N_("Changed: {0}"),
		[ADDED] = N_("Added: {0}"),
		[REMOVED] = N_("Removed: {0}")};
	static const char *const next[] = {[CHANGED] = N_("; changed: {0}"),
		[ADDED] = N_("; added: {0}"),
		[REMOVED] = N_("; removed: {0}")};
	const struct finding_argument names[FINDING_ARGUMENTS] = {
		argument_text(buf_str(&list->names))};
	const struct finding_argument count[FINDING_ARGUMENTS] = {
		argument_number((int64_t)list->count)};
	if (list->count == 0)
		return;
	message_add(buf, language, buf->len ? next[how] : first[how], names);
	if (list->count > NAMED_MOST)
		message_add_counted(buf, language,
			P_(" and others, {0} record in all", " and others, {0} records in all"),
			count);
}

static void first_tell(struct buf *buf, const struct language *language, const struct plan *plan)
{
	const struct finding_argument town[FINDING_ARGUMENTS] = {argument_text(plan_town(plan))};
	message_add(buf, language, N_("The plan is recorded for the first time: {0}"), town);
}

void record_message_add(struct buf *buf, const struct plan *before, const struct plan *after,
	const struct record_changes *changes)
{
	struct list lists[HOW_COUNT] = {0};
	struct records old, new;
	const struct language *language = language_find(plan_is_czech(after) ? "cs" : "en");
	if (!before) {
		first_tell(buf, language, after);
		return;
	}
	records_open(&old, before, changes);
	records_open(&new, after, changes);
	compare(&new, &old, ADDED, language, lists);
	compare(&old, &new, REMOVED, language, lists);
	struct buf line = {0};
	for (enum how how = 0; how < HOW_COUNT; how++) {
		list_tell(&line, language, &lists[how], how);
		buf_clear(&lists[how].names);
	}
	buf_add(buf, buf_str(&line));
	buf_clear(&line);
	seen_clear(&old.mappings);
	seen_clear(&new.mappings);
}
