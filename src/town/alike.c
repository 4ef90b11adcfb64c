#include "town/alike.h"

#include "base/arena.h"
#include "base/text.h"
#include "plan/value.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Folded, one blank between words, none at the ends, no full stop. */
static struct kpss_str bare(struct arena *arena, struct kpss_str text)
{
	struct kpss_str folded = text_fold(arena, text);
	char *copy = arena_alloc(arena, folded.len + 1);
	size_t length = 0;
	for (size_t i = 0; i < folded.len; i++) {
		if (!is_blank(folded.ptr[i]))
			copy[length++] = folded.ptr[i];
		else if (length > 0 && copy[length - 1] != ' ')
			copy[length++] = ' ';
	}
	while (length > 0 && (copy[length - 1] == ' ' || copy[length - 1] == '.'))
		length--;
	return (struct kpss_str){.ptr = copy, .len = length};
}

bool text_is_alike(struct arena *arena, struct kpss_str a, struct kpss_str b)
{
	return kpss_str_equal(a, b) || kpss_str_equal(bare(arena, a), bare(arena, b));
}

const struct node *list_item_alike(struct arena *arena, const struct node *list, struct kpss_str text)
{
	for (const struct node *item = value_first_item(list); item; item = node_next_item(list, item))
		if (text_is_alike(arena, value_text(item), text))
			return item;
	return NULL;
}
