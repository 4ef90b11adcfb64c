/* Any bytes: whatever the fast reader takes, libyaml takes too, and both make the same tree. */
#include "promise.h"

#include "base/arena.h"
#include "base/finding.h"
#include "document/characters.h"
#include "document/node_list.h"
#include "document/parse.h"
#include "document/plain.h"
#include "document/words.h"

static void same_promise(const struct node *fast, const struct node *slow)
{
	PROMISE(fast->kind == slow->kind && fast->style == slow->style);
	PROMISE(fast->begin == slow->begin && fast->end == slow->end);
	PROMISE(fast->size == slow->size && fast->is_key == slow->is_key && fast->word == slow->word);
	PROMISE(fast->kind != NODE_SCALAR || kpss_str_equal(node_text(fast), node_text(slow)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct words *words = words_new(NULL, 0);
	struct reader *reader = reader_new(words);
	struct node_list fast = {0};
	struct findings findings;
	struct document slow;
	findings_init(&findings);
	reader_use_libyaml_only(reader);
	struct source *source =
		source_new(arena, kpss_str("a.yaml"), (struct kpss_str){.ptr = (const char *)data, .len = size});
	if (characters_check(source, &findings) && plain_read(&fast, words, arena, source->bytes, 0)) {
		PROMISE(document_parse(reader, source, arena, &findings, &slow));
		PROMISE(fast.count == slow.count);
		for (uint32_t i = 0; i < fast.count; i++)
			same_promise(&fast.items[i], &slow.root[i]);
	}
	free(fast.items);
	findings_clear(&findings);
	reader_free(reader);
	words_free(words);
	arena_free(arena);
	return 0;
}
