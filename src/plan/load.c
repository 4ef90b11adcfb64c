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

struct plan *plan_new(void)
{
	struct plan *plan = memory_resize(NULL, 1, sizeof *plan);
	*plan = (struct plan){.arena = arena_new()};
	tools_init(&plan->standard, &schema_embedded);
	plan->tools = &plan->standard;
	plan->kind_first = memory_resize(NULL, schema_embedded.kind_count + 1, sizeof *plan->kind_first);
	return plan;
}

void plan_free(struct plan *plan)
{
	if (!plan)
		return;
	tools_clear(&plan->own);
	tools_clear(&plan->standard);
	arena_free(plan->arena);
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
	tools_clear(&plan->own);
	plan->tools = &plan->standard;
	plan->own_fields = NULL;
	plan->level_fields = NULL;
	plan->own_field_count = plan->level_field_count = 0;
	arena_reset(plan->arena);
	words_reset(plan->tools->words);
	plan->snapshot = snapshot;
	plan->findings = findings;
	plan->documents = NULL;
	plan->document_count = 0;
	plan->profile = NULL;
	plan->town = plan->town_code = kpss_str("");
	plan->czech = true;
	plan->files = NULL;
	plan->file_count = 0;
	plan->entity_count = plan->id_count = plan->reference_count = plan->choice_count = plan->depth = 0;
	memset(plan->kind_first, 0, (plan->tools->schema->kind_count + 1) * sizeof *plan->kind_first);
	if (plan->id_slot_count)
		memset(plan->id_slots, 0, plan->id_slot_count * sizeof *plan->id_slots);
	schema_checker_vocabulary(plan->tools->checker, true);
}

/* Reads and parses one file into the next document; NULL when it cannot be (with findings). Bytes that could not even be
 * read have `ptr` NULL. */
static struct document *file_read(struct plan *plan, struct kpss_str path, struct kpss_str *bytes)
{
	struct document *document = &plan->documents[plan->document_count];
	*bytes = kpss_str(NULL);
	if (!snapshot_read(plan->snapshot, plan->arena, plan->findings, path, bytes))
		return NULL;
	struct source *source = source_new(plan->arena, path, *bytes);
	if (!document_parse(plan->tools->reader, source, plan->arena, plan->findings, document))
		return NULL;
	plan->document_count++;
	return document;
}

static void file_note(struct plan *plan, struct kpss_str path, struct kpss_str bytes)
{
	plan->files[plan->file_count++] = (struct plan_file){.path = path, .bytes = bytes};
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
		.unread = visitor_unread,
		.chosen = visitor_chosen,
	};
	plan->document = document;
	plan->depth = 0;
	schema_check(plan->tools->checker, shape, document, node, level, &visitor, plan->findings);
}

static void foreign_report(struct plan *plan, struct source *source, const char *english, const char *czech)
{
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_foreign_file,
		.where = {.source = source},
		.arguments = {argument_words(kpss_str(english), kpss_str(czech))},
	});
}

/* A list whose first item has an id was meant to be read, whatever the word above it. */
static bool is_list_of_records(const struct node *list)
{
	const struct node *first = list->kind == NODE_SEQUENCE ? node_first(list) : NULL;
	return first && field_key(first, WORD_id);
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
	uint32_t shape = plan->tools->schema->kinds[top.kind - 1].shape;
	struct node *end = list + list->size;
	for (struct node *item = list + 1; item < end; item += item->size)
		check(plan, shape, document, item, top.level);
}

/* What a word at the margin says about its file. */
enum margin { MARGIN_RECORDS, MARGIN_MAYBE, MARGIN_OTHER };

/* Under a kind of records, or nearly one, stands a list; fields where it should be may be another program's, as those under
 * `services` of docker-compose, unless they begin a record whose dash was forgotten. */
static enum margin margin_judge(struct plan *plan, const struct node *key, bool ask_near)
{
	const struct node *value = node_value(key);
	if (is_list_of_records(value))
		return MARGIN_RECORDS;
	if (!top_word_find(plan, key->word).kind && !(ask_near && top_word_near(plan, node_text(key)).names.text.len > 0))
		return MARGIN_OTHER;
	return value->kind == NODE_MAPPING && !field_key(value, WORD_id) ? MARGIN_MAYBE : MARGIN_RECORDS;
}

/* A file belongs to the plan when one of its words is a kind of records, or nearly one, or has records under it. */
static bool has_records(struct plan *plan, const struct node *root)
{
	enum { WORDS_ASKED_MOST = 50 };
	if (!root || root->kind != NODE_MAPPING)
		return false;
	uint32_t counts[MARGIN_OTHER + 1] = {0}, asked = 0;
	for (const struct node *key = node_first(root); key; key = node_next_key(root, key))
		if (margin_judge(plan, key, false) == MARGIN_RECORDS)
			return true;
	for (const struct node *key = node_first(root); key; key = node_next_key(root, key)) {
		enum margin margin = margin_judge(plan, key, asked++ < WORDS_ASKED_MOST);
		if (margin == MARGIN_RECORDS)
			return true;
		counts[margin]++;
	}
	return counts[MARGIN_MAYBE] > 0 && counts[MARGIN_OTHER] == 0;
}

/* A misspelled kind is read as what it was meant to be, so that one mistake does not become many. */
static void unknown_kind_take(struct plan *plan, const struct document *document, struct node *key)
{
	struct near_word near = top_word_near(plan, node_text(key));
	bool known = near.names.text.len > 0;
	findings_add(plan->findings, &(struct finding){
		.kind = known ? &plan_unknown_kind_near : &plan_unknown_kind,
		.where = node_span(document, key),
		.arguments = {argument_text(node_text(key)), known ? near.names : argument_text(top_words_all(plan))},
	});
	if (near.meant.kind && is_list_of_records(node_value(key)))
		list_take(plan, document, key, near.meant);
	else
		visitor_unread(plan, node_value(key));
}

/* The earlier word in the file for the same records, in the other language; NULL when there is none. */
static const struct node *same_before(const struct plan *plan, const struct node *root, const struct node *key,
	struct top_word top)
{
	for (const struct node *earlier = node_first(root); earlier < key; earlier = node_next_key(root, earlier)) {
		struct top_word other = top_word_find(plan, earlier->word);
		if (other.kind == top.kind && other.level == top.level)
			return earlier;
	}
	return NULL;
}

static void known_kind_take(struct plan *plan, const struct document *document, struct node *key, struct top_word top)
{
	const struct node *earlier = same_before(plan, document->root, key, top);
	if (earlier)
		findings_add(plan->findings, &(struct finding){
			.kind = &fault_same_field_twice,
			.where = node_span(document, key),
			.related = node_span(document, earlier),
			.arguments = {argument_text(node_text(key)), argument_text(node_text(earlier))},
		});
	list_take(plan, document, key, top);
}

static void records_take(struct plan *plan, const struct document *document)
{
	struct node *root = document->root, *end = root + root->size;
	file_note(plan, document->source->path, document->source->bytes);
	for (struct node *key = root + 1; key < end; key = key + 1 + key[1].size) {
		struct top_word top = top_word_find(plan, key->word);
		if (top.kind)
			known_kind_take(plan, document, key, top);
		else
			unknown_kind_take(plan, document, key);
	}
}

/* Whatever was found wrong with a foreign file is nobody's business here. */
static void foreign_take(struct plan *plan, struct source *source, const struct findings *before,
	const char *english, const char *czech)
{
	findings_take_back(plan->findings, before->count, before->beyond);
	foreign_report(plan, source, english, czech);
}

static void file_take(struct plan *plan, struct kpss_str path)
{
	struct kpss_str bytes;
	const struct findings before = *plan->findings;
	const struct document *document = file_read(plan, path, &bytes);
	if (document && has_records(plan, document->root)) {
		records_take(plan, document);
	} else if (document) {
		plan->document_count--;
		if (document->root)
			foreign_take(plan, document->source, &before, "no kind of records in it",
				"není v něm žádný druh záznamů");
		else
			foreign_take(plan, document->source, &before, "it is empty", "je prázdný");
	} else if (bytes.ptr && broken_file_scan(plan, bytes)) {
		file_note(plan, path, bytes);
	} else if (bytes.ptr) {
		foreign_take(plan, source_new(plan->arena, path, bytes), &before,
			"it is not YAML with records", "není to YAML se záznamy");
	}
}

/* A newer format may have any fields, so its version is looked at before everything else. */
static bool format_is_newer(struct plan *plan, const struct document *document, const struct node *root)
{
	const struct node *version = root_field(plan, root, WORD_format);
	int64_t format = 0;
	if (!value_integer(version, &format) || format <= FORMAT_VERSION)
		return false;
	findings_add(plan->findings, &(struct finding){
		.kind = &plan_format_newer,
		.where = node_span(document, version),
		.arguments = {argument_number(format), argument_number(FORMAT_VERSION)},
	});
	return true;
}

static bool root_take(struct plan *plan, struct kpss_str **ignored, size_t *ignored_count)
{
	struct kpss_str bytes;
	*ignored_count = 0;
	const struct document *document = file_read(plan, kpss_str("kpss.yaml"), &bytes);
	plan->root = bytes;
	if (!document) {
		if (bytes.ptr)
			ignored_search(plan, bytes, ignored, ignored_count);
		return bytes.ptr != NULL;
	}
	struct node none = {.size = 1, .kind = NODE_MAPPING};
	struct node *root = document->root ? document->root : &none;
	if (format_is_newer(plan, document, root))
		return false;
	/* Everything said about kpss.yaml itself is in its vocabulary. */
	plan->czech = !kpss_str_is(value_text(root_field(plan, root, WORD_vocabulary)), "en");
	schema_checker_vocabulary(plan->tools->checker, plan->czech);
	schema_check(plan->tools->checker, plan->tools->schema->repository, document, root, 0, NULL, plan->findings);
	const struct node *town = field(root, WORD_town);
	plan->town = value_text(field(town, WORD_name));
	plan->town_code = value_text(field(town, WORD_code));
	ignored_take(plan, field(root, WORD_ignore), ignored, ignored_count);
	return true;
}

static void profile_take(struct plan *plan, struct kpss_str path)
{
	struct kpss_str bytes;
	const struct document *document = file_read(plan, path, &bytes);
	file_note(plan, path, bytes);
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
	check(plan, plan->tools->schema->profile, document, document->root, 0);
}

static bool is_profile(struct kpss_str path)
{
	return kpss_str_is(path, "profile.yaml") || kpss_str_is(path, "pravidla.yaml");
}

bool plan_load(struct plan *plan, struct snapshot *snapshot, struct findings *findings)
{
	struct kpss_str *ignored = NULL;
	size_t ignored_count = 0, file_count = 0;
	struct snapshot_file *files;
	struct document first;
	plan_reset(plan, snapshot, findings);
	plan->documents = &first;
	bool good = root_take(plan, &ignored, &ignored_count);
	plan->documents = NULL;
	plan->document_count = 0;
	snapshot_ignore(snapshot, ignored, ignored_count);
	if (!good || !snapshot_list(snapshot, plan->arena, findings, &files, &file_count))
		return false;
	plan->documents = arena_array(plan->arena, file_count + 1, sizeof *plan->documents);
	plan->files = arena_array(plan->arena, file_count + 1, sizeof *plan->files);
	file_note(plan, kpss_str("kpss.yaml"), plan->root);
	/* The profile may add fields to what the others hold. */
	for (size_t i = 0; i < file_count; i++)
		if (is_profile(files[i].path))
			profile_take(plan, files[i].path);
	own_fields_take(plan);
	for (size_t i = 0; i < file_count; i++)
		if (!is_profile(files[i].path) && !kpss_str_is(files[i].path, "kpss.yaml"))
			file_take(plan, files[i].path);
	plan_link(plan);
	own_fields_judge(plan);
	return true;
}

const struct plan_file *plan_files(const struct plan *plan, size_t *count)
{
	*count = plan->file_count;
	return plan->files;
}

size_t plan_file_count(const struct plan *plan)
{
	return plan->file_count;
}

struct kpss_str plan_town(const struct plan *plan)
{
	return plan->town;
}

struct kpss_str plan_town_code(const struct plan *plan)
{
	return plan->town_code;
}
