#include "change/change.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "change/brackets.h"
#include "change/piece.h"
#include "document/edit.h"
#include "document/insert.h"
#include "document/parse.h"
#include "document/words.h"
#include "plan/plan.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "rule/run.h"
#include "schema/check.h"

struct change {
	struct arena *arena;
	struct snapshot *snapshot; /* as it was */
	struct snapshot *overlay;  /* with the changes; NULL: there are none yet */
	struct plan *plan;
	struct changed_file *files;
	struct memory_file *laid; /* the same for the overlay */
	size_t count, capacity;
};

static bool reload(struct change *change, struct findings *findings)
{
	snapshot_close(change->overlay);
	change->overlay = change->count
				  ? snapshot_overlay(change->snapshot, change->laid, change->count)
				  : NULL;
	return plan_load(
		change->plan, change->overlay ? change->overlay : change->snapshot, findings);
}

struct change *change_open(struct snapshot *snapshot, struct findings *findings)
{
	struct change *change = memory_resize(NULL, 1, sizeof *change);
	*change = (struct change){.arena = arena_new(), .snapshot = snapshot, .plan = plan_new()};
	if (reload(change, findings))
		return change;
	change_close(change);
	return NULL;
}

void change_close(struct change *change)
{
	if (!change)
		return;
	snapshot_close(change->overlay);
	plan_free(change->plan);
	free(change->files);
	free(change->laid);
	arena_free(change->arena);
	free(change);
}

const struct plan *change_plan(const struct change *change)
{
	return change->plan;
}

const struct changed_file *change_files(const struct change *change, size_t *count)
{
	*count = change->count;
	return change->files;
}

/* Lays a file over the plan. What it was before stays known. */
static bool file_lay(
	struct change *change, struct kpss_str path, struct kpss_str before, struct kpss_str after)
{
	struct findings
		unheard; /* what is wrong with the plan is the rules' business (change_judge) */
	size_t at = 0;
	while (at < change->count && !kpss_str_equal(change->files[at].path, path))
		at++;
	if (at == change->capacity) {
		change->capacity = change->capacity ? change->capacity * 2 : 8;
		change->files =
			memory_resize(change->files, change->capacity, sizeof *change->files);
		change->laid = memory_resize(change->laid, change->capacity, sizeof *change->laid);
	}
	struct kpss_str name = arena_text(change->arena, path),
			bytes = arena_text(change->arena, after);
	if (at == change->count) {
		change->count++;
		change->files[at] = (struct changed_file){.path = name};
		if (before.ptr)
			change->files[at].before = arena_text(change->arena, before);
	}
	change->files[at].after = bytes;
	change->laid[at] = (struct memory_file){.path = change->files[at].path.ptr, .bytes = bytes};
	findings_init(&unheard);
	bool good = reload(change, &unheard);
	findings_clear(&unheard);
	return good;
}

bool change_add_file(struct change *change, struct kpss_str path, struct kpss_str yaml,
	struct findings *findings)
{
	(void)findings;
	return file_lay(change, path, (struct kpss_str){0}, yaml);
}

/* To read changed files again with; both to be freed. */
static void words_of(const struct plan *plan, struct words **words, struct reader **reader)
{
	*words = schema_words(plan_schema(plan));
	*reader = reader_new(*words);
}

/* Puts a piece into a document of the plan. */
static bool insert(
	struct change *change, const struct insertion *insertion, struct findings *findings)
{
	const struct source *source = insertion->document->source;
	struct words *words;
	struct reader *reader;
	struct kpss_str out;
	words_of(change->plan, &words, &reader);
	bool good = insert_yaml(&out, reader, insertion, change->arena, findings);
	reader_free(reader);
	words_free(words);
	return good && file_lay(change, source->path, source->bytes, out);
}

/* The list at the left margin of a document that a record of a kind stands in; NULL when it stands in another record. */
static const struct node *list_around(const struct entity *entity)
{
	const struct node *root = entity->document->root;
	for (const struct node *key = node_first(root); key; key = node_next_key(root, key)) {
		const struct node *list = node_value(key);
		if (entity->mapping < list || entity->mapping >= list + list->size)
			continue;
		for (const struct node *item = value_first_item(list); item;
			item = node_next_item(list, item))
			if (item == entity->mapping)
				return list;
	}
	return NULL;
}

/* “pripominky.yaml”: as file names are made, of small letters without diacritics. */
static struct kpss_str new_path(const struct change *change, struct kpss_str plural)
{
	struct kpss_str folded = text_fold(change->arena, plural);
	char *name = (char *)arena_text(change->arena, folded).ptr;
	for (char *at = name; *at; at++)
		if (*at == '_')
			*at = '-';
	struct findings unheard;
	struct kpss_str bytes, path;
	findings_init(&unheard);
	struct snapshot *below = change->overlay ? change->overlay : change->snapshot;
	int number = 1;
	do {
		path = number == 1 ? arena_format(change->arena, "%s.yaml", name)
				   : arena_format(change->arena, "%s-%d.yaml", name, number);
		number++;
	} while (snapshot_read(below, change->arena, &unheard, path, &bytes));
	findings_clear(&unheard);
	return path;
}

/* The record as the first item of a list under the kind's name. */
static struct kpss_str new_file(struct arena *arena, struct kpss_str plural, struct kpss_str yaml)
{
	struct buf buf = {0};
	buf_add(&buf, plural);
	buf_add_text(&buf, ":\n");
	for (size_t at = 0; at < yaml.len;) {
		const char *end = memchr(yaml.ptr + at, '\n', yaml.len - at);
		size_t length = (end ? (size_t)(end - yaml.ptr) : yaml.len) - at;
		if (length > 0)
			buf_add_text(&buf, at == 0 ? "  - " : "    ");
		buf_add(&buf, (struct kpss_str){.ptr = yaml.ptr + at, .len = length});
		buf_add_char(&buf, '\n');
		at += length + 1;
	}
	struct kpss_str file = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return file;
}

bool change_add_record(
	struct change *change, uint16_t kind, struct kpss_str yaml, struct findings *findings)
{
	const struct plan *plan = change->plan;
	const struct schema_table *schema = plan_schema(plan);
	uint32_t count;
	const struct entity *const *records = plan_kind(plan, kind, &count);
	struct kpss_str plural =
		schema_word(schema, plan_is_czech(plan) ? schema->kinds[kind].czech_plural
							: schema->kinds[kind].plural);
	while (count > 0) {
		const struct entity *last = records[--count];
		const struct node *list = list_around(last);
		if (list && list->kind == NODE_SEQUENCE && list->style == STYLE_BLOCK)
			return insert(change,
				&(struct insertion){
					.document = last->document, .into = list, .yaml = yaml},
				findings);
	}
	return change_add_file(
		change, new_path(change, plural), new_file(change->arena, plural, yaml), findings);
}

static const struct schema_object *object_of(const struct plan *plan, const struct entity *entity)
{
	const struct schema_table *schema = plan_schema(plan);
	return &schema->objects[schema->shapes[schema->kinds[entity->kind].shape].object];
}

/* What the plan calls a field of a record, or of an item in one. */
static struct kpss_str key_in(
	const struct plan *plan, const struct schema_object *object, uint16_t field_word)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_property *property = schema_find(schema, object, field_word);
	return schema_word(schema, property && plan_is_czech(plan) ? property->czech : field_word);
}

static struct kpss_str key_name(
	const struct plan *plan, const struct entity *entity, uint16_t field_word)
{
	return key_in(plan, object_of(plan, entity), field_word);
}

/* A new field comes behind the last one that is a single value: nobody looks for it under long lists. */
static const struct node *last_scalar_key(const struct node *mapping)
{
	const struct node *last = NULL;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		if (node_value(key)->kind != NODE_SCALAR)
			break;
		last = key;
	}
	return last;
}

static struct kpss_str item_as_list(struct arena *arena, struct kpss_str yaml)
{
	struct buf buf = {0};
	for (size_t at = 0; at < yaml.len;) {
		const char *end = memchr(yaml.ptr + at, '\n', yaml.len - at);
		size_t length = (end ? (size_t)(end - yaml.ptr) : yaml.len) - at;
		if (length > 0)
			buf_add_text(&buf, at == 0 ? "- " : "  ");
		buf_add(&buf, (struct kpss_str){.ptr = yaml.ptr + at, .len = length});
		buf_add_char(&buf, '\n');
		at += length + 1;
	}
	struct kpss_str list = arena_text(arena, buf_str(&buf));
	buf_clear(&buf);
	return list;
}

/* Is a new item of the list to be on one line: as the list is, or as its last item is? */
static bool is_in_brackets(const struct node *list)
{
	const struct node *last = NULL;
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item))
		last = item;
	return list->style == STYLE_FLOW ||
	       (last && last->kind == NODE_MAPPING && last->style == STYLE_FLOW);
}

static struct kpss_str brackets_around(const struct change *change, struct kpss_str yaml)
{
	struct words *words;
	struct reader *reader;
	struct kpss_str line;
	words_of(change->plan, &words, &reader);
	yaml_in_brackets(reader, change->arena, yaml, &line);
	reader_free(reader);
	words_free(words);
	return line;
}

bool change_add_item(struct change *change, struct kpss_str record, uint16_t list_word,
	struct kpss_str yaml, struct findings *findings)
{
	const struct entity *entity = plan_find(change->plan, record);
	const struct node *list = field(entity->mapping, list_word);
	if (list->kind == NODE_SEQUENCE)
		return insert(change,
			&(struct insertion){
				.document = entity->document,
				.into = list,
				.yaml = is_in_brackets(list) ? brackets_around(change, yaml) : yaml,
			},
			findings);
	return insert(change,
		&(struct insertion){
			.document = entity->document,
			.into = entity->mapping,
			.key = key_name(change->plan, entity, list_word),
			.yaml = item_as_list(change->arena, yaml),
		},
		findings);
}

static bool value_set(struct change *change, const struct entity *entity, const struct node *value,
	struct kpss_str text, struct findings *findings)
{
	struct words *words;
	struct reader *reader;
	struct kpss_str out;
	const struct source *source = entity->document->source;
	words_of(change->plan, &words, &reader);
	bool good = edit_value(&out, reader,
		&(struct edit){.document = entity->document,
			.value = value,
			.text = text,
			.type = SCALAR_TEXT},
		change->arena, findings);
	reader_free(reader);
	words_free(words);
	return good && file_lay(change, source->path, source->bytes, out);
}

bool change_set_text(struct change *change, struct kpss_str record, uint16_t field_word,
	struct kpss_str text, struct findings *findings)
{
	const struct entity *entity = plan_find(change->plan, record);
	const struct node *value = field(entity->mapping, field_word);
	struct buf yaml = {0};
	if (!is_absent(value) && value->kind == NODE_SCALAR)
		return value_set(change, entity, value, text, findings);
	yaml_scalar_add(&yaml, text);
	bool good = insert(change,
		&(struct insertion){
			.document = entity->document,
			.into = entity->mapping,
			.key = key_name(change->plan, entity, field_word),
			.behind = last_scalar_key(entity->mapping),
			.yaml = buf_str(&yaml),
		},
		findings);
	buf_clear(&yaml);
	return good;
}

/* The object that the items of a list of a record are. */
static const struct schema_object *item_object(
	const struct plan *plan, const struct entity *entity, uint16_t list)
{
	const struct schema_table *schema = plan_schema(plan);
	const struct schema_property *property =
		schema_find(schema, object_of(plan, entity), list);
	return &schema->objects[schema->shapes[schema->shapes[property->shape].items].object];
}

bool change_set_item(struct change *change, struct kpss_str record, const struct item_field *where,
	struct kpss_str yaml, struct findings *findings)
{
	const struct entity *entity = plan_find(change->plan, record);
	const struct node *list = field(entity->mapping, where->list), *item = value_first_item(list);
	for (size_t i = 0; i < where->item; i++)
		item = node_next_item(list, item);
	const struct node *value = field(item, where->field), *behind = field_key(item, where->behind);
	if (!is_absent(value) && value->kind == NODE_SCALAR)
		return value_set(change, entity, value, yaml, findings);
	return insert(change,
		&(struct insertion){
			.document = entity->document,
			.into = item,
			.key = key_in(change->plan, item_object(change->plan, entity, where->list),
				where->field),
			.behind = behind ? behind : last_scalar_key(item),
			.yaml = yaml,
		},
		findings);
}

static bool says_the_same(const struct finding *a, const struct finding *b)
{
	if (a->kind != b->kind || !kpss_str_equal(a->subject, b->subject) ||
		!a->where.source != !b->where.source)
		return false;
	if (a->where.source && !kpss_str_equal(a->where.source->path, b->where.source->path))
		return false;
	for (size_t i = 0; i < FINDING_ARGUMENTS; i++)
		if (a->arguments[i].number != b->arguments[i].number ||
			!kpss_str_equal(a->arguments[i].text, b->arguments[i].text))
			return false;
	return true;
}

/* Each finding of the old plan takes one of the new out. */
static void known_drop(struct findings *after, const struct findings *before)
{
	size_t kept = 0;
	bool *taken = memory_resize(NULL, before->count + 1, sizeof *taken);
	memset(taken, 0, before->count + 1);
	for (size_t i = 0; i < after->count; i++) {
		size_t same = 0;
		while (same < before->count &&
			(taken[same] || !says_the_same(&after->items[i], &before->items[same])))
			same++;
		if (same < before->count)
			taken[same] = true;
		else
			after->items[kept++] = after->items[i];
	}
	after->count = kept;
	free(taken);
}

void change_judge(struct change *change, struct kpss_date as_of, struct findings *come)
{
	struct findings before;
	struct plan *plan = plan_new();
	findings_init(&before);
	if (plan_load(plan, change->snapshot, &before))
		rules_run(plan, as_of, &before);
	findings_sort(&before);
	if (reload(change, come))
		rules_run(change->plan, as_of, come);
	findings_sort(come);
	known_drop(come, &before);
	findings_clear(&before);
	plan_free(plan);
}
