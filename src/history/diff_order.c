/* The order in which records are told. */
#include "history/diff_inside.h"

/* Numbers in a code count as numbers: 2.2 comes before 2.10. */
static int codes_order(struct kpss_str a, struct kpss_str b)
{
	size_t i = 0, k = 0;
	while (i < a.len && k < b.len) {
		size_t left = i, right = k;
		unsigned long one = 0, other = 0;
		for (; left < a.len && a.ptr[left] >= '0' && a.ptr[left] <= '9'; left++)
			one = one * 10 + (unsigned long)(a.ptr[left] - '0');
		for (; right < b.len && b.ptr[right] >= '0' && b.ptr[right] <= '9'; right++)
			other = other * 10 + (unsigned long)(b.ptr[right] - '0');
		if (left > i && right > k && one != other)
			return one < other ? -1 : 1;
		if ((left == i || right == k) && a.ptr[i] != b.ptr[k])
			return (unsigned char)a.ptr[i] < (unsigned char)b.ptr[k] ? -1 : 1;
		i = left > i && right > k ? left : i + 1;
		k = left > i && right > k ? right : k + 1;
	}
	return (i < a.len) - (k < b.len);
}

static const struct entity *shown(const struct diff_record *record)
{
	return record->after ? record->after : record->before;
}

int records_order(const void *left, const void *right)
{
	const struct diff_record *one = left, *other = right;
	const struct entity *a = shown(one), *b = shown(other);
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	int order = codes_order(
		value_text(field(a->mapping, WORD_code)), value_text(field(b->mapping, WORD_code)));
	if (order == 0)
		order = meanings_order(a->id, b->id);
	if (order == 0)
		order = meanings_order(a->document->source->path, b->document->source->path);
	if (order == 0)
		order = (a->node_at > b->node_at) - (a->node_at < b->node_at);
	return order ? order : (int)one->fate - (int)other->fate;
}
