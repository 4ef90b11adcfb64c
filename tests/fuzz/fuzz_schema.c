/* Any bytes that are YAML, held against the schema of each kind, of kpss.yaml and of the profile. */
#include "promise.h"

#include "base/arena.h"
#include "base/finding.h"
#include "document/parse.h"
#include "document/words.h"
#include "schema/check.h"

struct fuzzing {
	struct schema_checker *checker;
	struct document document;
	struct node *nodes; /* as they were read */
	struct findings findings;
};

static void shape_check(struct fuzzing *fuzzing, uint32_t shape, uint32_t level)
{
	struct document *document = &fuzzing->document;
	const struct schema_visitor visitor = {0};
	memcpy(document->root, fuzzing->nodes, document->count * sizeof *fuzzing->nodes);
	findings_reset(&fuzzing->findings);
	schema_check(fuzzing->checker, shape, document, document->root, level, &visitor, &fuzzing->findings);
	for (size_t i = 0; i < fuzzing->findings.count; i++) {
		struct kpss_span where = fuzzing->findings.items[i].where;
		PROMISE(!where.source || (where.begin <= where.end && where.end <= document->source->bytes.len));
	}
}

static void every_shape_check(struct fuzzing *fuzzing)
{
	const struct schema_table *table = &schema_embedded;
	for (uint32_t i = 0; i < table->kind_count; i++)
		shape_check(fuzzing, table->kinds[i].shape, table->kinds[i].has_levels ? 1 : 0);
	shape_check(fuzzing, table->repository, 0);
	shape_check(fuzzing, table->profile, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzzing fuzzing = {0};
	struct arena *arena = arena_new();
	struct words *words = schema_words(&schema_embedded);
	struct reader *reader = reader_new(words);
	findings_init(&fuzzing.findings);
	struct kpss_str bytes = {.ptr = (const char *)data, .len = size};
	struct source *source = source_new(arena, kpss_str("a.yaml"), bytes);
	if (document_parse(reader, source, arena, &fuzzing.findings, &fuzzing.document) && fuzzing.document.root) {
		fuzzing.checker = schema_checker_new(&schema_embedded, words);
		size_t length = fuzzing.document.count * sizeof *fuzzing.nodes;
		fuzzing.nodes = memcpy(arena_alloc(arena, length), fuzzing.document.root, length);
		every_shape_check(&fuzzing);
		schema_checker_free(fuzzing.checker);
	}
	findings_clear(&fuzzing.findings);
	reader_free(reader);
	words_free(words);
	arena_free(arena);
	return 0;
}
