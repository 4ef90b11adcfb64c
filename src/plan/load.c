/* From the files of a snapshot to checked records. */
#include "plan/load.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "document/parse.h"
#include "plan/internal.h"
#include "plan/value.h"
#include "repo/snapshot.h"
#include "schema/fault.h"

static void top_words_make(struct plan *plan)
{
	const struct schema_table *schema = plan->schema;
	plan->top = memory_resize(NULL, schema->word_count, sizeof *plan->top);
	memset(plan->top, 0, schema->word_count * sizeof *plan->top);
	uint16_t node_kind = 0;
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		struct top_word top = {.kind = (uint16_t)(i + 1)};
		plan->top[schema->kinds[i].plural] = plan->top[schema->kinds[i].czech_plural] = top;
		if (schema->kinds[i].has_levels)
			node_kind = top.kind;
	}
	for (uint32_t i = 0; i < schema->level_count; i++) {
		struct top_word top = {.kind = node_kind, .level = (uint16_t)(i + 1)};
		plan->top[schema->levels[i].plural] = plan->top[schema->levels[i].czech_plural] = top;
	}
}

struct plan *plan_new(void)
{
	struct plan *plan = memory_resize(NULL, 1, sizeof *plan);
	*plan = (struct plan){.schema = &schema_embedded, .arena = arena_new()};
	plan->words = schema_words(plan->schema);
	plan->reader = reader_new(plan->words);
	plan->checker = schema_checker_new(plan->schema, plan->words);
	plan->kind_first = memory_resize(NULL, plan->schema->kind_count + 1, sizeof *plan->kind_first);
	top_words_make(plan);
	return plan;
}

void plan_free(struct plan *plan)
{
	if (!plan)
		return;
	schema_checker_free(plan->checker);
	reader_free(plan->reader);
	words_free(plan->words);
	arena_free(plan->arena);
	free(plan->top);
	free(plan->entities);
	free(plan->ids);
	free(plan->id_slots);
	free(plan->references);
	free(plan->choices);
	free(plan->kind_first);
	free(plan);
}

static void plan_reset(struct plan *plan, struct snapshot *snapshot, struct findings *findings)
{
	arena_reset(plan->arena);
	words_reset(plan->words);
	plan->snapshot = snapshot;
	plan->findings = findings;
	plan->documents = NULL;
	plan->document_count = 0;
	plan->profile = NULL;
	plan->town = kpss_str("");
	plan->czech = true;
	plan->files = 0;
	plan->entity_count = plan->id_count = plan->reference_count = plan->choice_count = plan->depth = 0;
	if (plan->id_slot_count)
		memset(plan->id_slots, 0, plan->id_slot_count * sizeof *plan->id_slots);
	schema_checker_vocabulary(plan->checker, true);
}

/* Reads and parses one file into the next document; NULL when it cannot be (with findings). */
static struct document *file_read(struct plan *plan, struct kpss_str path, struct kpss_str *bytes)
{
	struct document *document = &plan->documents[plan->document_count];
	*bytes = kpss_str("");
	if (!snapshot_read(plan->snapshot, plan->arena, plan->findings, path, bytes))
		return NULL;
	struct source *source = source_new(plan->arena, path, *bytes);
	if (!document_parse(plan->reader, source, plan->arena, plan->findings, document))
		return NULL;
	plan->document_count++;
	return document;
}

static void check(struct plan *plan, uint32_t shape, const struct document *document, struct node *node,
	uint32_t level)
{
	struct schema_visitor visitor = {
		.context = plan,
		.record_begin = visitor_record_begin,
		.record_end = visitor_record_end,
		.identity = visitor_identity,
		.reference = visitor_reference,
		.chosen = visitor_chosen,
	};
	plan->document = document;
	plan->depth = 0;
	schema_check(plan->checker, shape, document, node, level, &visitor, plan->findings);
}

static void foreign_report(struct plan *plan, struct source *source, const char *english, const char *czech)
{
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_foreign_file,
		.where = {.source = source},
		.arguments = {argument_words(kpss_str(english), kpss_str(czech))},
	});
}

static void unknown_kind_report(struct plan *plan, const struct document *document, const struct node *key,
	struct kpss_str near)
{
	findings_add(plan->findings, &(struct finding){
		.kind = near.len ? &plan_unknown_kind_near : &plan_unknown_kind,
		.where = node_span(document, key),
		.arguments = {argument_text(node_text(key)), argument_text(near.len ? near : top_words_all(plan))},
	});
}

/* A file without any kind of records is foreign, unless one of its words is nearly one. */
static void foreign_take(struct plan *plan, const struct document *document)
{
	bool mapping = document->root && document->root->kind == NODE_MAPPING;
	bool near_found = false;
	uint32_t asked = 0;
	for (const struct node *key = mapping ? node_first(document->root) : NULL; key && asked < 50;
		key = node_next_key(document->root, key), asked++) {
		struct kpss_str near = top_word_near(plan, node_text(key));
		if (near.len == 0)
			continue;
		unknown_kind_report(plan, document, key, near);
		near_found = true;
	}
	if (near_found)
		return;
	if (!document->root)
		foreign_report(plan, document->source, "it is empty", "je prázdný");
	else
		foreign_report(plan, document->source, "no kind of records in it", "není v něm žádný druh záznamů");
}

static void list_take(struct plan *plan, const struct document *document, struct node *key, struct top_word top)
{
	struct node *list = key + 1;
	if (list->kind != NODE_SEQUENCE) {
		bool empty = list->kind == NODE_SCALAR && list->length == 0;
		findings_add(plan->findings, &(struct finding){
			.kind = empty ? &fault_empty_value : &fault_expected_list,
			.where = node_span(document, empty || list->kind == NODE_MAPPING ? key : list),
			.arguments = {argument_text(node_text(key))},
		});
		return;
	}
	uint32_t shape = plan->schema->kinds[top.kind - 1].shape;
	struct node *end = list + list->size;
	for (struct node *item = list + 1; item < end; item += item->size)
		check(plan, shape, document, item, top.level);
}

static bool has_records(const struct plan *plan, const struct node *root)
{
	if (!root || root->kind != NODE_MAPPING)
		return false;
	for (const struct node *key = node_first(root); key; key = node_next_key(root, key))
		if (top_word_find(plan, key->word).kind)
			return true;
	return false;
}

static void records_take(struct plan *plan, const struct document *document)
{
	struct node *root = document->root;
	if (!has_records(plan, root)) {
		foreign_take(plan, document);
		return;
	}
	plan->files++;
	struct node *end = root + root->size;
	for (struct node *key = root + 1; key < end; key = key + 1 + key[1].size) {
		struct top_word top = top_word_find(plan, key->word);
		if (top.kind)
			list_take(plan, document, key, top);
		else
			unknown_kind_report(plan, document, key, top_word_near(plan, node_text(key)));
	}
}

/* Whatever was found wrong with a foreign file is nobody's business here. */
static void file_take(struct plan *plan, struct kpss_str path)
{
	struct kpss_str bytes;
	size_t before = plan->findings->count;
	const struct document *document = file_read(plan, path, &bytes);
	if (document) {
		records_take(plan, document);
		return;
	}
	if (bytes.len == 0)
		return;
	if (broken_file_scan(plan, bytes)) {
		plan->files++;
		return;
	}
	struct source *source = plan->findings->items[before].where.source;
	plan->findings->count = before;
	foreign_report(plan, source, "it is not YAML with records", "není to YAML se záznamy");
}

/* Asked before the schema is, so that everything said about kpss.yaml itself is in its vocabulary. */
static bool vocabulary_is_czech(const struct plan *plan, const struct node *root)
{
	const struct schema_object *object =
		&plan->schema->objects[plan->schema->shapes[plan->schema->repository].object];
	for (const struct node *key = root->kind == NODE_MAPPING ? node_first(root) : NULL; key;
		key = node_next_key(root, key)) {
		const struct schema_property *property = schema_find(plan->schema, object, key->word);
		if (property && property->word == WORD_vocabulary)
			return !kpss_str_is(value_text(node_value(key)), "en");
	}
	return true;
}

static bool root_take(struct plan *plan, struct kpss_str **ignored, size_t *ignored_count)
{
	struct kpss_str bytes;
	int64_t format = 0;
	*ignored_count = 0;
	const struct document *document = file_read(plan, kpss_str("kpss.yaml"), &bytes);
	plan->files++;
	if (!document)
		return true;
	struct node none = {.size = 1, .kind = NODE_MAPPING};
	struct node *root = document->root ? document->root : &none;
	plan->czech = vocabulary_is_czech(plan, root);
	schema_checker_vocabulary(plan->checker, plan->czech);
	schema_check(plan->checker, plan->schema->repository, document, root, 0, NULL, plan->findings);
	plan->town = value_text(field(field(root, WORD_town), WORD_name));
	const struct node *list = field(root, WORD_ignore), *version = field(root, WORD_format);
	*ignored = arena_array(plan->arena, list->size, sizeof **ignored);
	if (list->kind == NODE_SEQUENCE)
		for (const struct node *item = node_first(list); item; item = node_next_item(list, item))
			(*ignored)[(*ignored_count)++] = value_text(item);
	if (!value_integer(version, &format) || format <= FORMAT_VERSION)
		return true;
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_format_newer,
		.where = node_span(document, version),
		.arguments = {argument_number(format), argument_number(FORMAT_VERSION)},
	});
	return false;
}

static void profile_take(struct plan *plan, struct kpss_str path)
{
	struct kpss_str bytes;
	const struct document *document = file_read(plan, path, &bytes);
	plan->files++;
	if (!document || !document->root)
		return;
	if (plan->profile) {
		findings_add(plan->findings, &(struct finding){
			.kind = &plan_two_profiles,
			.where = {.source = document->source},
			.related = {.source = plan->profile->source},
		});
		return;
	}
	plan->profile = document;
	check(plan, plan->schema->profile, document, document->root, 0);
}

bool plan_load(struct plan *plan, struct snapshot *snapshot, struct findings *findings)
{
	struct kpss_str *ignored = NULL;
	size_t ignored_count = 0, file_count = 0;
	struct snapshot_file *files;
	struct document first;
	plan_reset(plan, snapshot, findings);
	plan->documents = &first;
	if (!root_take(plan, &ignored, &ignored_count))
		return false;
	snapshot_ignore(snapshot, ignored, ignored_count);
	bool listed = snapshot_list(snapshot, plan->arena, findings, &files, &file_count);
	plan->documents = arena_array(plan->arena, file_count + 1, sizeof *plan->documents);
	plan->document_count = 0;
	for (size_t i = 0; i < file_count; i++) {
		struct kpss_str path = files[i].path;
		if (kpss_str_is(path, "profile.yaml") || kpss_str_is(path, "pravidla.yaml"))
			profile_take(plan, path);
		else if (!kpss_str_is(path, "kpss.yaml"))
			file_take(plan, path);
	}
	plan_link(plan);
	return listed;
}

size_t plan_file_count(const struct plan *plan)
{
	return plan->files;
}

struct kpss_str plan_town(const struct plan *plan)
{
	return plan->town;
}
