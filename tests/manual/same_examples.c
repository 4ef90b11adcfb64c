/* same_examples FOLDER [some]: the repositories FOLDER/en and FOLDER/cs say the same in two vocabularies. Once read, keys,
 * enumerated values and references are numbers that are the same in both; ids, dates and figures are the same text; only
 * prose is free. Prints what differs. Every kind has a record in them, unless `some` is given after FOLDER. */
#include <stdio.h>
#include <string.h>

#include "base/finding.h"
#include "plan/plan.h"
#include "repo/snapshot.h"

enum { DIFFERENT = 1, UNREADABLE = 2 };

struct reading {
	struct findings findings;
	struct snapshot *snapshot;
	struct plan *plan;
	const struct document *documents;
	uint32_t count;
};

static bool reading_begin(struct reading *reading, const char *folder, const char *language)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, language);
	findings_init(&reading->findings);
	reading->plan = plan_new();
	reading->snapshot = snapshot_folder(path, &reading->findings);
	if (!reading->snapshot ||
		!plan_load(reading->plan, reading->snapshot, &reading->findings)) {
		fprintf(stderr, "cannot read %s\n", path);
		return false;
	}
	reading->documents = plan_documents(reading->plan, &reading->count);
	return true;
}

static void reading_end(struct reading *reading)
{
	plan_free(reading->plan);
	if (reading->snapshot)
		snapshot_close(reading->snapshot);
	findings_clear(&reading->findings);
}

/* Is it the same whatever language the record is written in? */
static bool is_fixed(const struct node *key, const struct node *scalar)
{
	struct kpss_date date;
	return (key && key->word == WORD_id) || node_scalar_type(scalar) != SCALAR_TEXT ||
	       kpss_date_parse(node_text(scalar), &date);
}

/* A word at the left margin counts records, which same_records does for it. */
static bool is_top_word(const struct document *document, const struct node *node)
{
	for (const struct node *key = node_first(document->root); key;
		key = node_next_key(document->root, key))
		if (key == node)
			return true;
	return false;
}

static bool same_node(
	const struct node *key, const struct node *english, const struct node *czech, bool top)
{
	if (english->kind != czech->kind || english->size != czech->size ||
		english->is_key != czech->is_key)
		return false;
	if (english->kind != NODE_SCALAR || top)
		return true;
	if (english->is_key)
		return english->word == czech->word;
	if (english->word != czech->word)
		return false;
	return !is_fixed(key, english) || kpss_str_equal(node_text(english), node_text(czech));
}

static bool same_document(const struct document *english, const struct document *czech)
{
	const struct node *key = NULL;
	if (english->count != czech->count)
		return false;
	for (uint32_t i = 0; i < english->count; i++) {
		const struct node *one = english->root + i, *other = czech->root + i;
		if (!same_node(key, one, other, is_top_word(english, one))) {
			printf("%.*s: differs at ‘%.*s’ and ‘%.*s’\n",
				(int)english->source->path.len, english->source->path.ptr,
				(int)one->length, one->text, (int)other->length, other->text);
			return false;
		}
		key = one->is_key ? one : NULL;
	}
	return true;
}

static bool same_records(const struct plan *english, const struct plan *czech, uint32_t least)
{
	bool same = true;
	for (uint16_t kind = 0; kind < plan_schema(english)->kind_count; kind++) {
		uint32_t count, other;
		plan_kind(english, kind, &count);
		plan_kind(czech, kind, &other);
		if (count == other && count >= least)
			continue;
		printf("kind %u: %u records and %u\n", kind, count, other);
		same = false;
	}
	return same;
}

int main(int argc, char **argv)
{
	struct reading english = {0}, czech = {0};
	uint32_t least = argc == 3 && strcmp(argv[2], "some") == 0 ? 0 : 1;
	int status = argc >= 2 && reading_begin(&english, argv[1], "en") &&
				     reading_begin(&czech, argv[1], "cs")
			     ? 0
			     : UNREADABLE;
	if (status == 0 &&
		(english.count != czech.count || !same_records(english.plan, czech.plan, least)))
		status = DIFFERENT;
	for (uint32_t i = 0; status == 0 && i < english.count; i++)
		if (!same_document(&english.documents[i], &czech.documents[i])) {
			printf("document %u differs\n", i);
			status = DIFFERENT;
		}
	reading_end(&english);
	reading_end(&czech);
	return status;
}
