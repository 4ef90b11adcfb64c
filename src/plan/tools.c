/* What files are read with: words, reader, checker and the words at the left margin, all of one schema. */
#include <stdlib.h>

#include "base/arena.h"
#include "document/parse.h"
#include "plan/internal.h"

static void top_words_make(struct tools *tools)
{
	const struct schema_table *schema = tools->schema;
	tools->top = memory_resize(NULL, schema->word_count, sizeof *tools->top);
	memset(tools->top, 0, schema->word_count * sizeof *tools->top);
	uint16_t node_kind = 0;
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		struct top_word top = {.kind = (uint16_t)(i + 1)};
		tools->top[schema->kinds[i].plural] = tools->top[schema->kinds[i].czech_plural] = top;
		if (schema->kinds[i].has_levels)
			node_kind = top.kind;
	}
	for (uint32_t i = 0; i < schema->level_count; i++) {
		struct top_word top = {.kind = node_kind, .level = (uint16_t)(i + 1)};
		tools->top[schema->levels[i].plural] = tools->top[schema->levels[i].czech_plural] = top;
	}
}

void tools_init(struct tools *tools, const struct schema_table *schema)
{
	*tools = (struct tools){.schema = schema};
	tools->words = schema_words(schema);
	tools->reader = reader_new(tools->words);
	tools->checker = schema_checker_new(schema, tools->words);
	top_words_make(tools);
}

void tools_clear(struct tools *tools)
{
	if (!tools->schema)
		return;
	schema_checker_free(tools->checker);
	reader_free(tools->reader);
	words_free(tools->words);
	free(tools->top);
	*tools = (struct tools){0};
}
