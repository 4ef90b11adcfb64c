/* The event loop of libyaml and what becomes of its events. After an error libyaml may go on as if nothing had happened, so
 * the loop ends at the first one; so does it at the first thing that plans do not use. */
#include "document/parse.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/finding.h"
#include "document/characters.h"
#include "document/mark.h"
#include "document/problem.h"
#include "document/trouble.h"
#include "document/words.h"

/* A collection that is still open. */
struct open_level {
	uint32_t node;
	uint32_t keys;
	bool value_next;
};

struct reader {
	struct words *words;
	struct node *nodes;
	uint32_t count, capacity;
	struct open_level levels[DOCUMENT_NESTING_MOST];
	uint32_t depth;
	uint32_t documents;
	struct source *source;
	struct arena *arena;
	struct findings *findings;
	struct mark_cursor cursor;
};

struct reader *reader_new(struct words *words)
{
	struct reader *reader = memory_resize(NULL, 1, sizeof *reader);
	*reader = (struct reader){.words = words};
	return reader;
}

void reader_free(struct reader *reader)
{
	if (!reader)
		return;
	free(reader->nodes);
	free(reader);
}

static bool refuse(struct reader *reader, const struct finding_kind *kind, uint32_t begin, uint32_t end,
	struct finding_argument argument)
{
	findings_add(reader->findings, &(struct finding){
		.kind = kind,
		.where = {.source = reader->source, .begin = begin, .end = end},
		.arguments = {argument},
	});
	return false;
}

/* Text that starts with & * or ! was rarely meant as YAML: the remedy shows the rest of the line in quotes. */
static bool refuse_feature(struct reader *reader, const struct finding_kind *kind, uint32_t begin)
{
	struct kpss_span line = rest_of_line(reader->source, begin);
	return refuse(reader, kind, begin, line.end, argument_text(quoted_rest(reader->findings, line)));
}

static struct node *node_add(struct reader *reader, enum node_kind kind)
{
	if (reader->count == reader->capacity) {
		reader->capacity = reader->capacity ? reader->capacity * 2 : 4096;
		reader->nodes = memory_resize(reader->nodes, reader->capacity, sizeof *reader->nodes);
	}
	struct node *node = &reader->nodes[reader->count++];
	*node = (struct node){.size = 1, .kind = (uint8_t)kind};
	return node;
}

static struct open_level *level_top(struct reader *reader)
{
	return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

static bool key_is_next(struct reader *reader)
{
	const struct open_level *top = level_top(reader);
	return top && reader->nodes[top->node].kind == NODE_MAPPING && !top->value_next;
}

/* In a mapping, what comes after a key is its value and what comes after a value is a key. */
static void level_step(struct reader *reader)
{
	struct open_level *top = level_top(reader);
	if (top && reader->nodes[top->node].kind == NODE_MAPPING)
		top->value_next = !top->value_next;
}

static bool level_open(struct reader *reader, enum node_kind kind, bool flow, const yaml_event_t *event)
{
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	if (key_is_next(reader))
		return refuse(reader, &trouble_complex_key, begin, begin + 1, (struct finding_argument){0});
	if (reader->depth == DOCUMENT_NESTING_MOST)
		return refuse(reader, &trouble_too_deep, begin, begin + 1, argument_number(DOCUMENT_NESTING_MOST));
	uint32_t index = reader->count;
	struct node *node = node_add(reader, kind);
	node->begin = begin;
	node->end = begin;
	node->style = flow ? STYLE_FLOW : STYLE_BLOCK;
	reader->levels[reader->depth++] = (struct open_level){.node = index};
	return true;
}

static bool duplicates_check(struct reader *reader, const struct node *mapping)
{
	uint32_t stamp = words_stamp(reader->words);
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key)) {
		uint32_t earlier;
		if (!words_mark(reader->words, key->word, stamp, key->begin, &earlier))
			continue;
		struct kpss_str text = node_text(key);
		findings_add(reader->findings, &(struct finding){
			.kind = &trouble_duplicate_key,
			.where = {.source = reader->source, .begin = key->begin, .end = key->end},
			.related = {.source = reader->source, .begin = earlier, .end = earlier + (key->end - key->begin)},
			.arguments = {argument_text(findings_text(reader->findings, text))},
		});
		return false;
	}
	return true;
}

/* The end of a block collection is where its last item ends: libyaml's mark lies behind blank lines and comments. */
static bool level_close(struct reader *reader, const yaml_event_t *event)
{
	struct open_level *top = &reader->levels[--reader->depth];
	struct node *node = &reader->nodes[top->node];
	node->size = reader->count - top->node;
	if (node->style == STYLE_FLOW)
		node->end = mark_byte(&reader->cursor, event->end_mark.index);
	bool good = node->style != STYLE_FLOW || hash_check(reader->source, node->end, reader->findings);
	if (good && node->kind == NODE_MAPPING)
		good = duplicates_check(reader, node);
	struct open_level *outer = level_top(reader);
	if (outer && reader->nodes[outer->node].style == STYLE_BLOCK)
		reader->nodes[outer->node].end = node->end;
	level_step(reader);
	return good;
}

static enum node_style scalar_style(const yaml_event_t *event)
{
	switch (event->data.scalar.style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return STYLE_SINGLE_QUOTED;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return STYLE_DOUBLE_QUOTED;
	case YAML_LITERAL_SCALAR_STYLE:
		return STYLE_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return STYLE_FOLDED;
	default:
		return STYLE_PLAIN;
	}
}

/* A block scalar's mark lies behind the blank lines after it; they are given back unless |+ makes them part of the text. */
static uint32_t block_scalar_end(struct kpss_str bytes, uint32_t begin, uint32_t end)
{
	uint32_t header = begin;
	while (header < end && bytes.ptr[header] != '\n')
		header++;
	bool keeps = memchr(bytes.ptr + begin, '+', header - begin < 3 ? header - begin : 3) != NULL;
	uint32_t line_end = end;
	while (!keeps && line_end > header) {
		uint32_t at = line_end;
		while (at > header && (bytes.ptr[at - 1] == ' ' || bytes.ptr[at - 1] == '\t' || bytes.ptr[at - 1] == '\r'))
			at--;
		if (at > header && bytes.ptr[at - 1] != '\n')
			break;
		line_end = at > header ? at - 1 : header;
	}
	if (line_end > header && bytes.ptr[line_end - 1] == '\n')
		line_end--;
	if (line_end > header && bytes.ptr[line_end - 1] == '\r')
		line_end--;
	return line_end;
}

/* The bytes of the file serve as the value wherever they are the value. */
static void scalar_value(struct reader *reader, struct node *node, const yaml_event_t *event)
{
	struct kpss_str value = {.ptr = (const char *)event->data.scalar.value, .len = event->data.scalar.length};
	bool quoted = node->style == STYLE_SINGLE_QUOTED || node->style == STYLE_DOUBLE_QUOTED;
	const char *written = reader->source->bytes.ptr + node->begin + quoted;
	size_t length = node->end - node->begin - 2 * (uint32_t)quoted;
	if (value.len != length || memcmp(written, value.ptr, length) != 0)
		written = arena_text(reader->arena, value).ptr;
	node->text = written;
	node->length = (uint32_t)value.len;
}

static bool key_check(struct reader *reader, struct node *key, const yaml_event_t *event)
{
	struct open_level *top = level_top(reader);
	struct finding_argument none = {0};
	if (key->style == STYLE_LITERAL || key->style == STYLE_FOLDED ||
		event->start_mark.line != event->end_mark.line)
		return refuse(reader, &trouble_complex_key, key->begin, key->end, none);
	if (key->length == 0 || (key->style == STYLE_PLAIN && node_scalar_type(key) == SCALAR_NULL))
		return refuse(reader, &trouble_empty_key, key->begin, key->end + (key->end == key->begin), none);
	if (key->style == STYLE_PLAIN && kpss_str_is(node_text(key), "<<"))
		return refuse(reader, &trouble_merge_key, key->begin, key->end, none);
	if (key->length > DOCUMENT_KEY_LENGTH_MOST)
		return refuse(reader, &trouble_long_key, key->begin, key->end, argument_number(DOCUMENT_KEY_LENGTH_MOST));
	if (++top->keys > DOCUMENT_KEYS_MOST)
		return refuse(reader, &trouble_too_many_keys, key->begin, key->end, argument_number(DOCUMENT_KEYS_MOST));
	if (memmem(key->text, key->length, "\xC2\xA0", 2))
		return refuse(reader, &trouble_non_breaking_space, key->begin, key->end, none);
	key->word = words_number(reader->words, node_text(key));
	return true;
}

static bool value_check(struct reader *reader, const struct node *node)
{
	static const char non_breaking[] = "\xC2\xA0";
	if (node->style == STYLE_PLAIN && node->length >= 2 && memcmp(node->text, non_breaking, 2) == 0)
		return refuse(reader, &trouble_non_breaking_space, node->begin, node->begin + 2,
			(struct finding_argument){0});
	if (node->style == STYLE_DOUBLE_QUOTED && node->text != reader->source->bytes.ptr + node->begin + 1)
		return escapes_check(reader->source, node, reader->findings);
	return true;
}

static bool scalar_add(struct reader *reader, const yaml_event_t *event)
{
	bool is_key = key_is_next(reader);
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	if (event->data.scalar.anchor)
		return refuse_feature(reader, &trouble_anchor, begin);
	if (event->data.scalar.tag)
		return refuse_feature(reader, &trouble_tag, begin);
	struct node *node = node_add(reader, NODE_SCALAR);
	node->style = (uint8_t)scalar_style(event);
	node->is_key = is_key;
	node->begin = begin;
	node->end = mark_byte(&reader->cursor, event->end_mark.index);
	if (node->style == STYLE_LITERAL || node->style == STYLE_FOLDED)
		node->end = block_scalar_end(reader->source->bytes, begin, node->end);
	scalar_value(reader, node, event);
	struct open_level *top = level_top(reader);
	if (top && reader->nodes[top->node].style == STYLE_BLOCK)
		reader->nodes[top->node].end = node->end;
	bool quoted = node->style == STYLE_SINGLE_QUOTED || node->style == STYLE_DOUBLE_QUOTED;
	if (quoted && !hash_check(reader->source, node->end, reader->findings))
		return false;
	level_step(reader);
	return is_key ? key_check(reader, node, event) : value_check(reader, node);
}

static bool document_begin(struct reader *reader, const yaml_event_t *event)
{
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	uint32_t end = mark_byte(&reader->cursor, event->end_mark.index);
	if (reader->documents++ > 0)
		return refuse(reader, &trouble_second_document, begin, end + (begin == end), (struct finding_argument){0});
	const yaml_tag_directive_t *tags = event->data.document_start.tag_directives.start;
	bool has_tags = tags != event->data.document_start.tag_directives.end;
	if (event->data.document_start.version_directive || has_tags)
		return refuse(reader, &trouble_directive, begin, rest_of_line(reader->source, begin).end,
			(struct finding_argument){0});
	return true;
}

static bool collection_begin(struct reader *reader, const yaml_event_t *event)
{
	bool mapping = event->type == YAML_MAPPING_START_EVENT;
	const yaml_char_t *anchor = mapping ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
	const yaml_char_t *tag = mapping ? event->data.mapping_start.tag : event->data.sequence_start.tag;
	bool flow = mapping ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
			    : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	if (anchor || tag)
		return refuse_feature(reader, anchor ? &trouble_anchor : &trouble_tag,
			mark_byte(&reader->cursor, event->start_mark.index));
	return level_open(reader, mapping ? NODE_MAPPING : NODE_SEQUENCE, flow, event);
}

static bool event_take(struct reader *reader, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return scalar_add(reader, event);
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		return collection_begin(reader, event);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		return level_close(reader, event);
	case YAML_DOCUMENT_START_EVENT:
		return document_begin(reader, event);
	case YAML_ALIAS_EVENT:
		return refuse_feature(reader, &trouble_alias, mark_byte(&reader->cursor, event->start_mark.index));
	default:
		return true;
	}
}

static bool events_read(struct reader *reader, yaml_parser_t *parser)
{
	for (;;) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event) || parser->error != YAML_NO_ERROR) {
			problem_report(parser, reader->source, &reader->cursor, reader->findings);
			return false;
		}
		bool good = event_take(reader, &event);
		bool end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		if (!good)
			return false;
		if (end)
			return true;
	}
}

static void reader_begin(struct reader *reader, struct source *source, struct arena *arena, struct findings *findings,
	size_t skipped)
{
	reader->count = 0;
	reader->depth = 0;
	reader->documents = 0;
	reader->source = source;
	reader->arena = arena;
	reader->findings = findings;
	reader->cursor = (struct mark_cursor){.bytes = source->bytes, .byte = skipped};
}

bool document_parse(struct reader *reader, struct source *source, struct arena *arena, struct findings *findings,
	struct document *out)
{
	*out = (struct document){.source = source};
	if (!characters_check(source, findings))
		return false;
	size_t mark = source->bytes.len >= 3 && memcmp(source->bytes.ptr, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	reader_begin(reader, source, arena, findings, mark);
	yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser))
		memory_exhausted();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)source->bytes.ptr + mark, source->bytes.len - mark);
	bool good = events_read(reader, &parser);
	yaml_parser_delete(&parser);
	if (!good)
		return false;
	struct node *nodes = arena_alloc(arena, (reader->count + 1) * sizeof *nodes);
	if (reader->count)
		memcpy(nodes, reader->nodes, reader->count * sizeof *nodes);
	out->root = reader->count ? nodes : NULL;
	out->count = reader->count;
	return true;
}
