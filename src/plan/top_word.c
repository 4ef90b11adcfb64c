/* Words at the left margin: the plural of a kind or of a level, in either vocabulary. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"
#include "plan/internal.h"
#include "schema/near.h"

enum { SCANNED_ID_MOST = 64, NEAR_ASKED_MOST = 50, RECORD_INDENT_MOST = 4 };

struct top_word top_word_find(const struct plan *plan, uint32_t word)
{
	return word < plan->tools->schema->word_count ? plan->tools->top[word] : (struct top_word){0};
}

/* The kind or level whose plural, in either vocabulary, is the word. */
static struct top_word plural_find(const struct plan *plan, struct kpss_str plural)
{
	return top_word_find(plan, words_find(plan->tools->words, plural));
}

/* The kind that people also call by this (folded) name, as lidé for osoby; NULL when there is none. */
static const struct schema_kind *synonym_find(const struct plan *plan, struct kpss_str folded)
{
	const struct schema_table *schema = plan->tools->schema;
	struct arena *arena = plan->findings->arena;
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		const struct schema_list *also = &schema->kinds[i].also;
		for (uint32_t k = 0; k < also->count; k++)
			if (kpss_str_equal(text_fold(arena, schema_word(schema, schema->lists[also->first + k])), folded))
				return &schema->kinds[i];
	}
	return NULL;
}

static void names_offer(const struct plan *plan, struct text_suggestions *near, bool czech)
{
	const struct schema_table *schema = plan->tools->schema;
	for (uint32_t i = 0; i < schema->kind_count; i++)
		suggestions_offer(near, schema_word(schema, czech ? schema->kinds[i].czech_plural : schema->kinds[i].plural));
	for (uint32_t i = 0; i < schema->level_count; i++)
		suggestions_offer(near, schema_word(schema, czech ? schema->levels[i].czech_plural : schema->levels[i].plural));
}

struct near_word top_word_near(const struct plan *plan, struct kpss_str word)
{
	struct text_suggestions near;
	suggestions_init(&near, plan->findings->arena, word);
	const struct schema_kind *synonym = synonym_find(plan, near.typed);
	if (synonym) {
		uint16_t plural = plan->czech ? synonym->czech_plural : synonym->plural;
		return (struct near_word){
			.names = argument_names(schema_word(plan->tools->schema, plural)),
			.meant = top_word_find(plan, plural),
		};
	}
	names_offer(plan, &near, plan->czech);
	if (near.count == 0)
		names_offer(plan, &near, !plan->czech);
	return (struct near_word){
		.names = near_argument(plan->findings, &near),
		.meant = near_is_clear(&near) ? plural_find(plan, near.names[0]) : (struct top_word){0},
	};
}

struct kpss_str top_words_all(const struct plan *plan)
{
	const struct schema_table *schema = plan->tools->schema;
	struct buf names = {0};
	if (plan->findings->beyond)
		return kpss_str("");
	for (uint32_t i = 0; i < schema->kind_count; i++) {
		const struct schema_kind *kind = &schema->kinds[i];
		buf_add_text(&names, i ? ", " : "");
		buf_add(&names, schema_word(schema, plan->czech ? kind->czech_plural : kind->plural));
	}
	struct kpss_str text = findings_text(plan->findings, buf_str(&names));
	buf_clear(&names);
	return text;
}

/* The word before a colon at the beginning of a line, quotes left out; empty when the line begins otherwise. */
static struct kpss_str line_word(struct kpss_str line)
{
	bool quoted = line.len > 0 && (line.ptr[0] == '"' || line.ptr[0] == '\'');
	const char *colon = line.len ? memchr(line.ptr, ':', line.len) : NULL;
	size_t end = colon ? (size_t)(colon - line.ptr) : 0;
	if (end == 0 || strchr(" \t#-[]{}", line.ptr[0]))
		return kpss_str("");
	struct kpss_str word = {.ptr = line.ptr + quoted, .len = end - quoted};
	while (word.len > 0 && strchr(" \"'", word.ptr[word.len - 1]))
		word.len--;
	return word.len <= SCANNED_ID_MOST ? word : kpss_str("");
}

/* The value behind `id:`, with or without a dash before it. */
static struct kpss_str line_id(struct kpss_str line)
{
	size_t at = 0;
	while (at < line.len && strchr(" -", line.ptr[at]))
		at++;
	if (line.len - at < 4 || memcmp(line.ptr + at, "id:", 3) != 0)
		return kpss_str("");
	for (at += 3; at < line.len && strchr(" \"'", line.ptr[at]); at++)
		;
	size_t end = at;
	while (end < line.len && !strchr(" \"'#\r\t", line.ptr[end]))
		end++;
	return end - at <= SCANNED_ID_MOST ? (struct kpss_str){.ptr = line.ptr + at, .len = end - at} : kpss_str("");
}

/* Cuts the next line off the front of the text; false at its end. */
static bool line_next(struct kpss_str *rest, struct kpss_str *line)
{
	if (rest->len == 0)
		return false;
	const char *end = memchr(rest->ptr, '\n', rest->len);
	*line = (struct kpss_str){.ptr = rest->ptr, .len = end ? (size_t)(end - rest->ptr) : rest->len};
	size_t taken = line->len + (end != NULL);
	*rest = (struct kpss_str){.ptr = rest->ptr + taken, .len = rest->len - taken};
	return true;
}

/* “- id: …” near the left margin begins a record, whatever the word above it. */
static bool begins_record(struct kpss_str line)
{
	size_t spaces = 0;
	while (spaces < line.len && line.ptr[spaces] == ' ')
		spaces++;
	return spaces <= RECORD_INDENT_MOST && spaces < line.len && line.ptr[spaces] == '-' && line_id(line).len > 0;
}

static bool looks_like_records(struct plan *plan, struct kpss_str text)
{
	uint32_t near_left = NEAR_ASKED_MOST;
	for (struct kpss_str line; line_next(&text, &line);) {
		if (begins_record(line))
			return true;
		struct kpss_str word = line_word(line);
		if (word.len == 0)
			continue;
		if (top_word_find(plan, words_find(plan->tools->words, word)).kind)
			return true;
		if (near_left > 0 && near_left-- && top_word_near(plan, word).names.text.len > 0)
			return true;
	}
	return false;
}

bool broken_file_scan(struct plan *plan, struct kpss_str text)
{
	if (text_valid_utf8(text) != text.len)
		text = text_from_windows_1250(plan->arena, text);
	if (text.len >= 3 && memcmp(text.ptr, "\xEF\xBB\xBF", 3) == 0)
		text = (struct kpss_str){.ptr = text.ptr + 3, .len = text.len - 3};
	if (!looks_like_records(plan, text))
		return false;
	for (struct kpss_str line; line_next(&text, &line);) {
		struct kpss_str id = line_id(line);
		if (id.len > 0)
			id_add(plan, NULL, NULL, arena_text(plan->arena, id), 0);
	}
	return true;
}
