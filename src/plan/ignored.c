/* Which files and folders kpss.yaml leaves out. */
#include <string.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/source.h"
#include "document/parse.h"
#include "plan/internal.h"
#include "plan/value.h"

const struct node *root_field(const struct plan *plan, const struct node *root, uint32_t word)
{
	const struct schema_object *object =
		&plan->tools->schema->objects[plan->tools->schema->shapes[plan->tools->schema->repository].object];
	for (const struct node *key = root->kind == NODE_MAPPING ? node_first(root) : NULL; key;
		key = node_next_key(root, key)) {
		const struct schema_property *property = schema_find(plan->tools->schema, object, key->word);
		if (property && property->word == word)
			return node_value(key);
	}
	return field(root, UINT32_MAX);
}

/* A list of one may be written without being a list; the schema says so, the folder is left out all the same. */
void ignored_take(struct plan *plan, const struct node *list, struct kpss_str **ignored, size_t *count)
{
	*ignored = arena_array(plan->arena, list->size, sizeof **ignored);
	*count = 0;
	if (list->kind == NODE_SCALAR && value_text(list).len > 0)
		(*ignored)[(*count)++] = value_text(list);
	if (list->kind != NODE_SEQUENCE)
		return;
	for (const struct node *item = node_first(list); item; item = node_next_item(list, item))
		(*ignored)[(*count)++] = value_text(item);
}

/* The field at the margin and what belongs to it, from `at`, which moves behind it. */
static struct kpss_str margin_field(struct kpss_str bytes, size_t *at)
{
	size_t begin = *at, end = begin;
	do {
		const char *line_end = memchr(bytes.ptr + end, '\n', bytes.len - end);
		end = line_end ? (size_t)(line_end + 1 - bytes.ptr) : bytes.len;
	} while (end < bytes.len && strchr(" -#\r\n", bytes.ptr[end]));
	*at = end;
	return (struct kpss_str){.ptr = bytes.ptr + begin, .len = end - begin};
}

void ignored_search(struct plan *plan, struct kpss_str bytes, struct kpss_str **ignored, size_t *count)
{
	struct findings unheard;
	findings_init(&unheard);
	for (size_t at = 0; at < bytes.len && *count == 0;) {
		struct document part;
		struct source *source = source_new(plan->arena, kpss_str("kpss.yaml"), margin_field(bytes, &at));
		if (document_parse(plan->tools->reader, source, plan->arena, &unheard, &part) && part.root)
			ignored_take(plan, root_field(plan, part.root, WORD_ignore), ignored, count);
	}
	findings_clear(&unheard);
}
