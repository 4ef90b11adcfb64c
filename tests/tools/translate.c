/* translate FOLDER [N]: writes the repository in FOLDER anew in the English vocabulary, in place. Every known field, kind, level
 * and enumerated value becomes its English word where it stands, and kpss.yaml says so; no other byte changes. With N only every
 * N-th of them does, so that both vocabularies stand mixed. Files that are no YAML stay as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/parse.h"
#include "document/words.h"
#include "plan/plan.h"
#include "repo/snapshot.h"
#include "schema/check.h"

enum { PATH_MOST = 4096 };

struct translation {
	const char *folder;
	unsigned every, met;
	const struct schema_table *table;
	struct arena *arena;
	struct findings findings; /* nobody asks for them */
	struct words *words;
	struct reader *reader;
	struct schema_checker *checker;
};

static bool is_property_pair(const struct schema_table *table, uint32_t english, uint32_t czech)
{
	for (uint32_t i = 0; i < table->property_count; i++)
		if (table->properties[i].word == english && table->properties[i].czech == czech)
			return true;
	return false;
}

static bool is_value_pair(const struct schema_table *table, uint32_t english, uint32_t czech)
{
	for (uint32_t i = 0; i < table->shape_count; i++) {
		const struct schema_list *values = &table->shapes[i].values;
		for (uint32_t k = 0; k + 1 < values->count; k += 2)
			if (table->lists[values->first + k] == english &&
				table->lists[values->first + k + 1] == czech)
				return true;
	}
	return false;
}

/* The English word of a kind or level named in Czech, WORD_UNKNOWN when the word names none. Some are the same in singular and
 * plural (opatření), so who asks says what is meant first. */
static uint32_t kind_word(const struct schema_table *table, uint32_t czech, bool plural)
{
	for (uint32_t i = 0; i < table->kind_count; i++) {
		const struct schema_kind *kind = &table->kinds[i];
		if ((plural ? kind->czech_plural : kind->czech_singular) == czech)
			return plural ? kind->plural : kind->singular;
	}
	for (uint32_t i = 0; i < table->level_count; i++) {
		const struct schema_level *level = &table->levels[i];
		if ((plural ? level->czech_plural : level->czech_singular) == czech)
			return plural ? level->plural : level->singular;
	}
	return WORD_UNKNOWN;
}

/* Remembers at a text that names a level which word it is in English. */
static void visit_chosen(void *context, const struct schema_shape *shape, struct node *text)
{
	struct translation *translation = context;
	if (shape->format != FORMAT_LEVEL)
		return;
	uint32_t written = words_find(translation->words, node_text(text));
	text->word = kind_word(translation->table, written, false);
	if (text->word == WORD_UNKNOWN)
		text->word = kind_word(translation->table, written, true);
}

static void check(struct translation *translation, uint32_t shape, const struct document *document,
	struct node *node, uint32_t level)
{
	struct schema_visitor visitor = {.context = translation, .chosen = visit_chosen};
	schema_check(translation->checker, shape, document, node, level, &visitor,
		&translation->findings);
}

/* The shape of the records under a word at the left margin, 0 when it is no kind and no level. */
static uint32_t top_shape(const struct schema_table *table, uint32_t word, uint32_t *level)
{
	uint32_t node_shape = 0;
	*level = 0;
	for (uint32_t i = 0; i < table->kind_count; i++) {
		const struct schema_kind *kind = &table->kinds[i];
		if (kind->plural == word || kind->czech_plural == word)
			return kind->shape;
		node_shape = kind->has_levels ? kind->shape : node_shape;
	}
	for (uint32_t i = 0; i < table->level_count; i++) {
		if (table->levels[i].plural != word && table->levels[i].czech_plural != word)
			continue;
		*level = i + 1;
		return node_shape;
	}
	return 0;
}

static void records_check(struct translation *translation, const struct document *document)
{
	struct node *root = document->root, *end = root + root->size;
	if (root->kind != NODE_MAPPING)
		return;
	for (struct node *key = root + 1; key < end; key = key + 1 + key[1].size) {
		uint32_t level, shape = top_shape(translation->table, key->word, &level);
		struct node *list = key + 1, *list_end = list + list->size;
		if (!shape || list->kind != NODE_SEQUENCE)
			continue;
		for (struct node *item = list + 1; item < list_end; item += item->size)
			check(translation, shape, document, item, level);
		uint32_t english = kind_word(translation->table, key->word, true);
		key->word = english == WORD_UNKNOWN ? key->word : english;
	}
}

static bool is_root_file(struct kpss_str path)
{
	return kpss_str_is(path, "kpss.yaml");
}

static void document_check(
	struct translation *translation, struct kpss_str path, const struct document *document)
{
	bool profile = kpss_str_is(path, "profile.yaml") || kpss_str_is(path, "pravidla.yaml");
	for (uint32_t i = 0; i < document->count; i++)
		if (!document->root[i].is_key)
			document->root[i].word = WORD_UNKNOWN;
	if (is_root_file(path))
		check(translation, translation->table->repository, document, document->root, 0);
	else if (profile)
		check(translation, translation->table->profile, document, document->root, 0);
	else
		records_check(translation, document);
}

/* What the node would say in English; empty when it is no word that has two languages. A misspelled word has none, whatever it
 * was understood to mean. */
static struct kpss_str english_text(const struct translation *translation, const struct node *node)
{
	const struct schema_table *table = translation->table;
	if (node->kind != NODE_SCALAR || node->word >= table->word_count)
		return kpss_str("");
	uint32_t written = words_find(translation->words, node_text(node));
	if (written >= table->word_count || written == node->word)
		return kpss_str("");
	bool pair = node->is_key ? is_property_pair(table, node->word, written)
				 : is_value_pair(table, node->word, written);
	bool kind = kind_word(table, written, true) == node->word ||
		    kind_word(table, written, false) == node->word;
	if (!pair && !kind)
		return kpss_str("");
	return schema_word(table, (uint16_t)node->word);
}

static struct kpss_str bytes_between(const struct document *document, uint32_t begin, uint32_t end)
{
	return (struct kpss_str){.ptr = document->source->bytes.ptr + begin, .len = end - begin};
}

static void document_translate(struct translation *translation, const struct document *document,
	bool root_file, struct buf *out)
{
	uint32_t at = 0;
	for (uint32_t i = 0; i < document->count; i++) {
		const struct node *node = document->root + i;
		bool vocabulary =
			root_file && i > 0 && node[-1].is_key && node[-1].word == WORD_vocabulary;
		struct kpss_str english =
			vocabulary ? kpss_str("en") : english_text(translation, node);
		if (english.len == 0 ||
			(!vocabulary && ++translation->met % translation->every != 0))
			continue;
		buf_add(out, bytes_between(document, at, node->begin));
		buf_add(out, english);
		at = node->end;
	}
	buf_add(out, bytes_between(document, at, (uint32_t)document->source->bytes.len));
}

static bool file_write(const char *folder, struct kpss_str path, const struct buf *content)
{
	char name[PATH_MOST];
	snprintf(name, sizeof name, "%s/%.*s", folder, (int)path.len, path.ptr);
	FILE *file = fopen(name, "wb");
	bool good = file && buf_write(content, file);
	if (!file || fclose(file) != 0 || !good) {
		fprintf(stderr, "translate: cannot write %s\n", name);
		return false;
	}
	return true;
}

static bool file_translate(
	struct translation *translation, struct snapshot *snapshot, struct kpss_str path)
{
	struct kpss_str bytes;
	struct document document;
	if (!snapshot_read(snapshot, translation->arena, &translation->findings, path, &bytes))
		return true;
	struct source *source = source_new(translation->arena, path, bytes);
	if (!document_parse(translation->reader, source, translation->arena, &translation->findings,
		    &document) ||
		!document.root)
		return true;
	document_check(translation, path, &document);
	struct buf out = {0};
	document_translate(translation, &document, is_root_file(path), &out);
	bool good = file_write(translation->folder, path, &out);
	buf_clear(&out);
	return good;
}

static bool files_translate(struct translation *translation, struct snapshot *snapshot)
{
	struct snapshot_file *files;
	size_t count;
	if (!snapshot_list(snapshot, translation->arena, &translation->findings, &files, &count))
		return false;
	bool good = true;
	for (size_t i = 0; i < count && good; i++)
		good = file_translate(translation, snapshot, files[i].path);
	return good;
}

/* The plan is loaded first: it knows the fields that the town added, and which paths are not read. */
static bool folder_translate(struct translation *translation, struct plan *plan)
{
	struct snapshot *snapshot = snapshot_folder(translation->folder, &translation->findings);
	if (!snapshot)
		return false;
	bool good = plan_load(plan, snapshot, &translation->findings);
	if (good) {
		translation->table = plan_schema(plan);
		translation->words = schema_words(translation->table);
		translation->reader = reader_new(translation->words);
		translation->checker = schema_checker_new(translation->table, translation->words);
		good = files_translate(translation, snapshot);
		schema_checker_free(translation->checker);
		reader_free(translation->reader);
		words_free(translation->words);
	}
	snapshot_close(snapshot);
	return good;
}

int main(int argc, char **argv)
{
	unsigned every = argc == 3 ? (unsigned)strtoul(argv[2], NULL, 10) : 1;
	if (argc < 2 || argc > 3 || every == 0) {
		fprintf(stderr, "usage: translate FOLDER [N]\n");
		return 2;
	}
	struct translation translation = {.folder = argv[1], .every = every, .arena = arena_new()};
	struct plan *plan = plan_new();
	findings_init(&translation.findings);
	bool good = folder_translate(&translation, plan);
	if (!good)
		fprintf(stderr, "translate: cannot read %s\n", argv[1]);
	findings_clear(&translation.findings);
	plan_free(plan);
	arena_free(translation.arena);
	return good ? 0 : 3;
}
