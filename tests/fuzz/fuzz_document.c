/* Any bytes: read or refused with one error inside the file; spans nest; one value, chosen by the bytes themselves, is
 * replaced by a nasty text or by some of the bytes, and nothing else changes. */
#include "promise.h"

#include "base/arena.h"
#include "base/finding.h"
#include "base/hash.h"
#include "document/edit.h"
#include "document/nasty.h"
#include "document/parse.h"
#include "document/words.h"

struct fuzzing {
	struct arena *arena;
	struct words *words;
	struct reader *reader;
	struct findings findings;
	struct document document;
	bool good;
};

static struct fuzzing fuzzing_read(struct kpss_str bytes)
{
	struct fuzzing fuzzing = {.arena = arena_new(), .words = words_new(NULL, 0)};
	fuzzing.reader = reader_new(fuzzing.words);
	findings_init(&fuzzing.findings);
	struct source *source = source_new(fuzzing.arena, kpss_str("a.yaml"), bytes);
	fuzzing.good = document_parse(fuzzing.reader, source, fuzzing.arena, &fuzzing.findings, &fuzzing.document);
	PROMISE(findings_count(&fuzzing.findings, KPSS_ERROR) == (fuzzing.good ? 0 : 1));
	for (size_t i = 0; i < fuzzing.findings.count; i++) {
		struct kpss_span where = fuzzing.findings.items[i].where;
		PROMISE(where.begin <= where.end && where.end <= bytes.len);
	}
	return fuzzing;
}

static void fuzzing_clear(struct fuzzing *fuzzing)
{
	findings_clear(&fuzzing->findings);
	reader_free(fuzzing->reader);
	words_free(fuzzing->words);
	arena_free(fuzzing->arena);
}

static void spans_promise(const struct document *document, uint32_t index)
{
	const struct node *parent = &document->root[index];
	uint32_t end = parent->begin, keys = 0;
	PROMISE(parent->begin <= parent->end && parent->end <= document->source->bytes.len);
	PROMISE(parent->size >= 1 && index + parent->size <= document->count);
	for (uint32_t child = index + 1; child < index + parent->size; child += document->root[child].size) {
		PROMISE(document->root[child].begin >= end);
		PROMISE(document->root[child].is_key == (parent->kind == NODE_MAPPING && keys++ % 2 == 0));
		spans_promise(document, child);
		end = document->root[child].end;
	}
	PROMISE(end <= parent->end);
	PROMISE(keys % 2 == 0);
}

static const struct node *value_choose(const struct document *document, uint32_t hash)
{
	for (uint32_t i = 0; i < document->count; i++) {
		const struct node *node = &document->root[(hash + i) % document->count];
		if (node->kind == NODE_SCALAR && !node->is_key)
			return node;
	}
	return NULL;
}

static void edit_promise(struct fuzzing *before, const struct node *value, struct kpss_str text)
{
	struct kpss_str bytes = before->document.source->bytes, edited;
	const struct edit edit = {.document = &before->document, .value = value, .text = text};
	uint32_t index = (uint32_t)(value - before->document.root);
	size_t behind = bytes.len - value->end;
	if (!edit_value(&edited, before->reader, &edit, before->arena, &before->findings))
		return;
	PROMISE(edited.len >= value->begin + behind);
	PROMISE(memcmp(edited.ptr, bytes.ptr, value->begin) == 0);
	PROMISE(memcmp(edited.ptr + edited.len - behind, bytes.ptr + value->end, behind) == 0);
	struct fuzzing after = fuzzing_read(edited);
	PROMISE(after.good && after.document.count == before->document.count);
	for (uint32_t i = 0; i < after.document.count; i++) {
		const struct node *a = &before->document.root[i], *b = &after.document.root[i];
		PROMISE(a->kind == b->kind && a->size == b->size);
		PROMISE(a->kind != NODE_SCALAR || kpss_str_equal(node_text(b), i == index ? text : node_text(a)));
	}
	fuzzing_clear(&after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kpss_str bytes = {.ptr = (const char *)data, .len = size};
	struct fuzzing fuzzing = fuzzing_read(bytes);
	if (fuzzing.good && fuzzing.document.root) {
		spans_promise(&fuzzing.document, 0);
		uint32_t hash = hash_text(bytes);
		const struct node *value = value_choose(&fuzzing.document, hash);
		struct kpss_str text = kpss_str(nasty_texts[(hash >> 8) % NASTY_COUNT]);
		if (hash % 3 == 0)
			text = (struct kpss_str){.ptr = bytes.ptr + size / 3, .len = size / 4};
		if (value)
			edit_promise(&fuzzing, value, text);
	}
	fuzzing_clear(&fuzzing);
	return 0;
}
