#include "plan/translate.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/source.h"
#include "document/words.h"
#include "schema/check.h"
#include "schema_words.h"

struct translator {
	const struct schema_table *table;
	struct words *words;
	struct schema_checker *checker;
	struct findings findings; /* nobody asks for them */
	unsigned every, met;
};

struct translator *translator_new(const struct schema_table *table, struct words *words)
{
	struct translator *translator = memory_resize(NULL, 1, sizeof *translator);
	*translator = (struct translator){.table = table,
		.words = words,
		.checker = schema_checker_new(table, words),
		.every = 1};
	findings_init(&translator->findings);
	return translator;
}

void translator_free(struct translator *translator)
{
	schema_checker_free(translator->checker);
	findings_clear(&translator->findings);
	free(translator);
}

void translator_every(struct translator *translator, unsigned every)
{
	translator->every = every;
}

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
	struct translator *translator = context;
	if (shape->format != FORMAT_LEVEL)
		return;
	uint32_t written = words_find(translator->words, node_text(text));
	text->word = kind_word(translator->table, written, false);
	if (text->word == WORD_UNKNOWN)
		text->word = kind_word(translator->table, written, true);
}

static void check(struct translator *translator, uint32_t shape, const struct document *document,
	struct node *node, uint32_t level)
{
	struct schema_visitor visitor = {.context = translator, .chosen = visit_chosen};
	schema_check(
		translator->checker, shape, document, node, level, &visitor, &translator->findings);
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

static void records_check(struct translator *translator, const struct document *document)
{
	struct node *root = document->root, *end = root + root->size;
	if (root->kind != NODE_MAPPING)
		return;
	for (struct node *key = root + 1; key < end; key = key + 1 + key[1].size) {
		uint32_t level, shape = top_shape(translator->table, key->word, &level);
		struct node *list = key + 1, *list_end = list + list->size;
		if (!shape || list->kind != NODE_SEQUENCE)
			continue;
		for (struct node *item = list + 1; item < list_end; item += item->size)
			check(translator, shape, document, item, level);
		uint32_t english = kind_word(translator->table, key->word, true);
		key->word = english == WORD_UNKNOWN ? key->word : english;
	}
}

static void document_check(
	struct translator *translator, const struct document *document, enum translated what)
{
	for (uint32_t i = 0; i < document->count; i++)
		if (!document->root[i].is_key)
			document->root[i].word = WORD_UNKNOWN;
	if (what == TRANSLATED_ROOT)
		check(translator, translator->table->repository, document, document->root, 0);
	else if (what == TRANSLATED_PROFILE)
		check(translator, translator->table->profile, document, document->root, 0);
	else
		records_check(translator, document);
}

/* What the node would say in English; empty when it is no word that has two languages. A misspelled word has none, whatever it
 * was understood to mean. */
static struct kpss_str english_text(const struct translator *translator, const struct node *node)
{
	const struct schema_table *table = translator->table;
	if (node->kind != NODE_SCALAR || node->word >= table->word_count)
		return kpss_str("");
	uint32_t written = words_find(translator->words, node_text(node));
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

void translator_add(struct buf *out, struct translator *translator, const struct document *document,
	enum translated what)
{
	uint32_t at = 0;
	document_check(translator, document, what);
	for (uint32_t i = 0; i < document->count; i++) {
		const struct node *node = document->root + i;
		bool vocabulary = what == TRANSLATED_ROOT && i > 0 && node[-1].is_key &&
				  node[-1].word == WORD_vocabulary;
		struct kpss_str english =
			vocabulary ? kpss_str("en") : english_text(translator, node);
		if (english.len == 0 || (!vocabulary && ++translator->met % translator->every != 0))
			continue;
		buf_add(out, bytes_between(document, at, node->begin));
		buf_add(out, english);
		at = node->end;
	}
	buf_add(out, bytes_between(document, at, (uint32_t)document->source->bytes.len));
}
