/* The event loop of libyaml and what becomes of its events. After an error libyaml may go on as if nothing had happened, so
 * the loop ends at the first one; so does it at the first thing that plans do not use. */
#include "document/parse.h"

#include <stdlib.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/finding.h"
#include "document/block.h"
#include "document/characters.h"
#include "document/escape.h"
#include "document/flow.h"
#include "document/line.h"
#include "document/mark.h"
#include "document/node_list.h"
#include "document/plain.h"
#include "document/problem.h"
#include "document/trouble.h"
#include "document/words.h"

/* A collection that is still open. */
struct open_level {
	uint32_t node;
	uint32_t keys;
	int32_t column; /* of the innermost block collection: lines that go on have to be indented more */
	bool flow;
	bool mapping;
	bool value_next;
};

struct reader {
	struct words *words;
	struct node_list nodes;
	bool libyaml_only;
	struct open_level levels[DOCUMENT_NESTING_MOST];
	uint32_t depth;
	uint32_t documents;
	uint32_t document_begin; /* behind --- where there is one */
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
	free(reader->nodes.items);
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

static struct open_level *level_top(struct reader *reader)
{
	return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

static bool key_is_next(struct reader *reader)
{
	const struct open_level *top = level_top(reader);
	return top && top->mapping && !top->value_next;
}

/* In a mapping, what comes after a key is its value and what comes after a value is a key. */
static void level_step(struct reader *reader)
{
	struct open_level *top = level_top(reader);
	if (top && top->mapping)
		top->value_next = !top->value_next;
}

/* The column of the innermost block collection, -1 outside of all. */
static int32_t block_column(struct reader *reader)
{
	const struct open_level *top = level_top(reader);
	return top ? top->column : -1;
}

static bool level_open(struct reader *reader, enum node_kind kind, bool flow, const yaml_event_t *event)
{
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	if (key_is_next(reader))
		return refuse(reader, &trouble_complex_key, begin, begin + 1, (struct finding_argument){0});
	if (reader->depth == DOCUMENT_NESTING_MOST)
		return refuse(reader, &trouble_too_deep, begin, begin + 1, argument_number(DOCUMENT_NESTING_MOST));
	struct open_level level = {
		.node = reader->nodes.count,
		.column = flow ? block_column(reader) : (int32_t)event->start_mark.column,
		.flow = flow,
		.mapping = kind == NODE_MAPPING,
	};
	struct node *node = node_list_add(&reader->nodes, kind);
	node->begin = begin;
	node->end = begin;
	node->style = flow ? STYLE_FLOW : STYLE_BLOCK;
	reader->levels[reader->depth++] = level;
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

/* Tells the collection around it where the last thing in it ends. */
static void end_pass_on(struct reader *reader, uint32_t end)
{
	const struct open_level *top = level_top(reader);
	if (top)
		reader->nodes.items[top->node].end = end;
}

/* The end of a block collection is where its last item ends: libyaml's mark lies behind blank lines and comments. A pair
 * without brackets of its own, as in [a: b], ends there too. */
static bool level_close(struct reader *reader, const yaml_event_t *event)
{
	const struct open_level *top = &reader->levels[--reader->depth];
	struct node *node = &reader->nodes.items[top->node];
	char first = reader->source->bytes.ptr[node->begin];
	node->size = reader->nodes.count - top->node;
	if (top->flow && (first == '[' || first == '{'))
		node->end = mark_byte(&reader->cursor, event->end_mark.index);
	const struct open_level *outer = level_top(reader);
	bool outermost = top->flow && !(outer && outer->flow);
	if (outermost && !flow_check(reader->source, node, (uint32_t)(top->column + 1), reader->findings))
		return false;
	if (top->mapping && !duplicates_check(reader, node))
		return false;
	end_pass_on(reader, node->end);
	level_step(reader);
	return true;
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

static bool is_quoted(const struct node *scalar)
{
	return scalar->style == STYLE_SINGLE_QUOTED || scalar->style == STYLE_DOUBLE_QUOTED;
}

static bool is_block_text(const struct node *scalar)
{
	return scalar->style == STYLE_LITERAL || scalar->style == STYLE_FOLDED;
}

/* The bytes of the file serve as the value wherever they are the value. */
static void scalar_value(struct reader *reader, struct node *node, const yaml_event_t *event, bool plain_line)
{
	struct kpss_str value = {.ptr = (const char *)event->data.scalar.value, .len = event->data.scalar.length};
	bool quoted = is_quoted(node);
	const char *written = reader->source->bytes.ptr + node->begin + quoted;
	size_t length = node->end - node->begin - 2 * (uint32_t)quoted;
	if (value.len != length || (!plain_line && memcmp(written, value.ptr, length) != 0))
		written = arena_text(reader->arena, value).ptr;
	node->text = written;
	node->length = (uint32_t)value.len;
}

/* Keys of a block mapping begin in one column, except those behind a question mark. */
static bool key_is_complex(const struct open_level *level, const struct node *key, const yaml_event_t *event)
{
	if (is_block_text(key) || event->start_mark.line != event->end_mark.line)
		return true;
	return !level->flow && (int32_t)event->start_mark.column != level->column;
}

static const struct finding_kind *key_trouble(struct open_level *level, const struct node *key, const yaml_event_t *event)
{
	if (key_is_complex(level, key, event))
		return &trouble_complex_key;
	if (key->length == 0 || node_scalar_type(key) == SCALAR_NULL)
		return &trouble_empty_key;
	if (key->style == STYLE_PLAIN && kpss_str_is(node_text(key), "<<"))
		return &trouble_merge_key;
	if (key->length > DOCUMENT_KEY_LENGTH_MOST)
		return &trouble_long_key;
	if (++level->keys > DOCUMENT_KEYS_MOST)
		return &trouble_too_many_keys;
	return NULL;
}

static bool key_check(struct reader *reader, struct node *key, const yaml_event_t *event)
{
	const struct finding_kind *trouble = key_trouble(level_top(reader), key, event);
	if (trouble) {
		struct finding_argument argument = {0};
		if (trouble == &trouble_long_key)
			argument = argument_number(DOCUMENT_KEY_LENGTH_MOST);
		else if (trouble == &trouble_too_many_keys)
			argument = argument_number(DOCUMENT_KEYS_MOST);
		uint32_t end = key->end + (key->end == key->begin && key->end < reader->source->bytes.len);
		return refuse(reader, trouble, key->begin, end, argument);
	}
	key->word = words_find(reader->words, node_text(key));
	if (key->word != WORD_UNKNOWN)
		return true;
	if (!key_characters_check(reader->source, key, reader->findings))
		return false;
	key->word = words_number(reader->words, node_text(key));
	return true;
}

/* A non-breaking space at the beginning of plain text; or behind the colon of what was meant as a field. */
static bool plain_check(struct reader *reader, const struct node *node)
{
	const struct open_level *top = level_top(reader);
	uint32_t place = node->begin;
	bool starts = node->length >= 2 && memcmp(node->text, NON_BREAKING_SPACE, 2) == 0;
	struct line line;
	if (!starts && !(top && top->mapping) && memchr(node->text, NON_BREAKING_SPACE[0], node->length)) {
		line = line_read(reader->source->bytes, node->begin);
		starts = line_non_breaking_space(reader->source->bytes, &line, &place) &&
			!memchr(reader->source->bytes.ptr + line.text, ' ', place - line.text);
	}
	return !starts || refuse(reader, &trouble_non_breaking_space, place, place + 2, (struct finding_argument){0});
}

static bool scalar_check(struct reader *reader, struct node *node, const yaml_event_t *event)
{
	bool lines = event->start_mark.line != event->end_mark.line && !is_block_text(node);
	uint32_t spaces = (uint32_t)(block_column(reader) + 1);
	const struct open_level *top = level_top(reader);
	if (lines && !(top && top->flow) && !flow_scalar_check(reader->source, node, spaces, reader->findings))
		return false;
	if (is_quoted(node) && !hash_check(reader->source, node->end, reader->findings))
		return false;
	if (node->style == STYLE_DOUBLE_QUOTED && node->text != reader->source->bytes.ptr + node->begin + 1)
		return escapes_check(reader->source, node, reader->findings);
	return node->style != STYLE_PLAIN || plain_check(reader, node);
}

static bool block_text_check(struct reader *reader, struct node *node)
{
	struct kpss_str bytes = reader->source->bytes;
	struct block block = block_read(bytes, node->begin, block_column(reader));
	uint32_t doubtful = block_doubtful_end(bytes, &block, node->end);
	if (doubtful)
		return refuse(reader, &trouble_blank_end, doubtful, (uint32_t)bytes.len, (struct finding_argument){0});
	node->end = block_end(bytes, &block, node->end);
	if (!hash_check(reader->source, block.header_end, reader->findings))
		return false;
	if (block.long_blank)
		return refuse(reader, &trouble_long_blank_line, block.long_blank,
			rest_of_line(reader->source, block.long_blank).end, argument_number(block.indent));
	return true;
}

/* A value that is not there gets its place behind the colon, or behind the key when there is no colon either, or behind
 * the --- of an empty document. */
static uint32_t empty_place(struct reader *reader, uint32_t begin, bool is_key)
{
	const struct open_level *top = level_top(reader);
	if (!top)
		return reader->document_begin;
	if (!top->flow || !top->mapping || is_key)
		return begin;
	uint32_t key_end = reader->nodes.items[reader->nodes.count - 1].end;
	for (uint32_t at = key_end; at < begin; at++) {
		if (reader->source->bytes.ptr[at] == '#')
			at = rest_of_line(reader->source, at).end - 1;
		else if (reader->source->bytes.ptr[at] == ':')
			return at + 1;
	}
	return key_end;
}

/* Plain text on one line is the bytes of the file, so nothing has to be counted or compared. */
static bool is_plain_line(const yaml_event_t *event)
{
	return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && event->start_mark.line == event->end_mark.line;
}

static bool scalar_add(struct reader *reader, const yaml_event_t *event)
{
	bool is_key = key_is_next(reader);
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	if (event->data.scalar.anchor)
		return refuse_feature(reader, &trouble_anchor, begin);
	if (event->data.scalar.tag)
		return refuse_feature(reader, &trouble_tag, begin);
	bool plain_line = is_plain_line(event);
	uint32_t end = begin + (uint32_t)event->data.scalar.length;
	if (!plain_line)
		end = mark_byte(&reader->cursor, event->end_mark.index);
	if (begin == end)
		begin = end = empty_place(reader, begin, is_key);
	struct node *node = node_list_add(&reader->nodes, NODE_SCALAR);
	node->style = (uint8_t)scalar_style(event);
	node->is_key = is_key;
	node->begin = begin;
	node->end = end;
	if (is_block_text(node) && !block_text_check(reader, node))
		return false;
	scalar_value(reader, node, event, plain_line);
	if (!scalar_check(reader, node, event) || (is_key && !key_check(reader, node, event)))
		return false;
	end_pass_on(reader, node->end);
	level_step(reader);
	return true;
}

static bool document_begin(struct reader *reader, const yaml_event_t *event)
{
	uint32_t begin = mark_byte(&reader->cursor, event->start_mark.index);
	uint32_t end = mark_byte(&reader->cursor, event->end_mark.index);
	if (reader->documents++ > 0)
		return refuse(reader, &trouble_second_document, begin, end + (begin == end), (struct finding_argument){0});
	reader->document_begin = end;
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

static bool count_check(struct reader *reader)
{
	if (reader->nodes.count <= DOCUMENT_NODES_MOST)
		return true;
	const struct node *last = &reader->nodes.items[reader->nodes.count - 1];
	return refuse(reader, &trouble_too_many_nodes, last->begin, last->end, argument_number(DOCUMENT_NODES_MOST));
}

static bool events_read(struct reader *reader, yaml_parser_t *parser)
{
	for (;;) {
		yaml_event_t event;
		if (!yaml_parser_parse(parser, &event) || parser->error != YAML_NO_ERROR) {
			if (parser->error == YAML_MEMORY_ERROR)
				memory_exhausted();
			const struct node *last = reader->nodes.count ? &reader->nodes.items[reader->nodes.count - 1] : NULL;
			problem_report(parser, reader->source, last, &reader->cursor, reader->findings);
			return false;
		}
		bool good = event_take(reader, &event) && count_check(reader);
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
	reader->nodes.count = 0;
	reader->depth = 0;
	reader->documents = 0;
	reader->document_begin = (uint32_t)skipped;
	reader->source = source;
	reader->arena = arena;
	reader->findings = findings;
	reader->cursor = (struct mark_cursor){.bytes = source->bytes, .byte = skipped};
}

static bool libyaml_read(struct reader *reader, size_t skipped)
{
	struct kpss_str bytes = reader->source->bytes;
	yaml_parser_t parser;
	if (!yaml_parser_initialize(&parser))
		memory_exhausted();
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.ptr + skipped, bytes.len - skipped);
	bool good = events_read(reader, &parser);
	yaml_parser_delete(&parser);
	return good;
}

/* The nodes leave the reader for the arena, where they have just the room that they need. */
static void document_take(struct reader *reader, struct document *out)
{
	const struct node_list *list = &reader->nodes;
	if (list->count == 0)
		return;
	out->root = arena_alloc(reader->arena, list->count * sizeof *out->root);
	memcpy(out->root, list->items, list->count * sizeof *out->root);
	out->count = list->count;
}

/* A large file is rare; what it needed is not kept while the others are read. */
static void reader_shrink(struct reader *reader)
{
	enum { KEPT_MOST = 65536 };
	if (reader->nodes.capacity <= KEPT_MOST)
		return;
	free(reader->nodes.items);
	reader->nodes = (struct node_list){0};
}

static bool nodes_read(struct reader *reader, size_t mark)
{
	struct kpss_str bytes = reader->source->bytes;
	if (!reader->libyaml_only &&
		plain_read(&reader->nodes, reader->words, reader->arena, bytes, (uint32_t)mark))
		return true;
	reader->nodes.count = 0;
	return libyaml_read(reader, mark);
}

bool document_parse(struct reader *reader, struct source *source, struct arena *arena,
	struct findings *findings, struct document *out)
{
	*out = (struct document){.source = source};
	if (!characters_check(source, findings))
		return false;
	struct kpss_str bytes = source->bytes;
	size_t mark = bytes.len >= 3 && memcmp(bytes.ptr, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	reader_begin(reader, source, arena, findings, mark);
	bool good = nodes_read(reader, mark);
	if (good)
		document_take(reader, out);
	reader_shrink(reader);
	return good;
}

void reader_use_libyaml_only(struct reader *reader)
{
	reader->libyaml_only = true;
}
