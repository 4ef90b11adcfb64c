#include "town/publication.h"

#include <stdlib.h>

#include "base/arena.h"

static int notice_compare(const void *left, const void *right)
{
	const struct notice *a = left, *b = right;
	if (a->subject != b->subject)
		return a->subject < b->subject ? -1 : 1;
	if (a->period.from.days != b->period.from.days)
		return a->period.from.days < b->period.from.days ? -1 : 1;
	return (a->publication > b->publication) - (a->publication < b->publication);
}

struct publications publications_of_plan(const struct plan *plan, struct arena *arena)
{
	uint32_t most;
	const struct entity *const *publications = plan_kind(plan, KIND_publication, &most);
	struct notice *notices = arena_array(arena, most + 1, sizeof *notices);
	size_t count = 0;
	for (uint32_t i = 0; i < most; i++) {
		const struct node *mapping = publications[i]->mapping;
		const struct entity *subject = plan_target(plan, field(mapping, WORD_subject));
		if (subject && period_is_sound(mapping))
			notices[count++] = (struct notice){
				.subject = subject,
				.publication = publications[i],
				.period = mapping_period(mapping),
			};
	}
	qsort(notices, count, sizeof *notices, notice_compare);
	return (struct publications){.items = notices, .count = count};
}

struct publications publications_of(struct publications publications, const struct entity *subject)
{
	size_t low = 0, high = publications.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (publications.items[middle].subject < subject)
			low = middle + 1;
		else
			high = middle;
	}
	size_t end = low;
	while (end < publications.count && publications.items[end].subject == subject)
		end++;
	return (struct publications){.items = publications.items + low, .count = end - low};
}
