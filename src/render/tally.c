#include "render/tally.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/language.h"
#include "render/message.h"
#include "render/report.h"

void tally_clear(struct tally *tally)
{
	free(tally->items);
	*tally = (struct tally){0};
}

static struct tally_item *item_of(struct tally *tally, const char *code)
{
	for (size_t i = 0; i < tally->count; i++)
		if (strcmp(tally->items[i].code, code) == 0)
			return &tally->items[i];
	if (tally->count == tally->capacity) {
		tally->capacity = tally->capacity ? tally->capacity * 2 : 16;
		tally->items = memory_resize(tally->items, tally->capacity, sizeof *tally->items);
	}
	struct tally_item *item = &tally->items[tally->count++];
	*item = (struct tally_item){.code = code};
	return item;
}

size_t tally_add(struct tally *tally, const char *code)
{
	return ++item_of(tally, code)->count;
}

void tally_all(struct tally *tally, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		tally_add(tally, findings->items[i].kind->code);
}

void tally_add_hidden(
	struct buf *buf, const struct report_options *options, const struct tally *tally)
{
	for (size_t i = 0; options->limit && i < tally->count; i++) {
		const struct tally_item *item = &tally->items[i];
		if (item->count <= options->limit)
			continue;
		const struct finding_argument arguments[FINDING_ARGUMENTS] = {
			argument_number((int64_t)(item->count - options->limit)),
			argument_text(kpss_str(item->code))};
		message_add_counted(buf, options->language,
			P_("… and {0} more finding [{1}]; --all prints it",
				"… and {0} more findings [{1}]; --all prints them"),
			arguments);
		buf_add_char(buf, '\n');
	}
}
