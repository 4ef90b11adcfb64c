#include "document/plain.h"

#include "base/arena.h"
#include "document/node_list.h"
#include "document/parse.h"
#include "document/words.h"

/* A block collection that is still open. */
struct plain_level {
	uint32_t node;
	uint32_t column;
	uint32_t keys;
	uint32_t value_at; /* where a value would stand if none follows */
	bool mapping;
	bool value_next; /* a key or dash was read and nothing behind it yet */
};

struct plain {
	struct node_list *nodes;
	struct words *words;
	struct arena *arena;
	const char *bytes;
	uint32_t length;
	uint32_t line, line_end, next_line; /* of the current line; behind its end the next one begins */
	uint32_t last_end; /* where the last thing read ends */
	struct plain_level levels[DOCUMENT_NESTING_MOST];
	uint32_t depth;
};

/* What a byte may be: the beginning of plain text, part of the name of a field. Names are ASCII and the letters of Latin
 * alphabets (0xC3 to 0xC5), which are in normal form C as they stand. */
enum { STARTS_TEXT = 1, IN_NAME = 2 };

static unsigned char_class(char c)
{
	enum { S = STARTS_TEXT, N = IN_NAME, B = STARTS_TEXT | IN_NAME };
	static const unsigned char classes[256] = {
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
		N, 0, 0, 0, S, 0, 0, 0, S, 0, 0, S, 0, N, S, S,
		B, B, B, B, B, B, B, B, B, B, 0, 0, 0, 0, 0, 0,
		0, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
		B, B, B, B, B, B, B, B, B, B, B, 0, 0, 0, 0, B,
		0, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
		B, B, B, B, B, B, B, B, B, B, B, 0, 0, 0, S, 0,
		N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
		N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
		N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
		N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
		N, N, 0, B, B, B, S, S, S, S, S, S, S, S, S, S,
		S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
		S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
		S, S, S, S, S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	};
	return classes[(unsigned char)c];
}

static bool is_dash(const struct plain *plain, uint32_t at)
{
	return plain->bytes[at] == '-' && (at + 1 == plain->line_end || plain->bytes[at + 1] == ' ');
}

static uint32_t spaces_skip(const struct plain *plain, uint32_t at)
{
	while (at < plain->line_end && plain->bytes[at] == ' ')
		at++;
	return at;
}

/* Nothing but a comment from here to the end of the line; a comment has a blank before it. */
static bool is_rest_empty(const struct plain *plain, uint32_t at)
{
	uint32_t text = spaces_skip(plain, at);
	return text == plain->line_end || (plain->bytes[text] == '#' && text > at);
}

static struct plain_level *level_top(struct plain *plain)
{
	return plain->depth ? &plain->levels[plain->depth - 1] : NULL;
}

static struct node *scalar_add(struct plain *plain, enum node_style style, uint32_t begin, uint32_t end)
{
	struct node *node = node_list_add(plain->nodes, NODE_SCALAR);
	bool quoted = style != STYLE_PLAIN;
	node->style = (uint8_t)style;
	node->begin = begin;
	node->end = end;
	node->text = plain->bytes + begin + quoted;
	node->length = end - begin - 2 * (uint32_t)quoted;
	plain->last_end = end;
	return node;
}

static void value_taken(struct plain *plain)
{
	if (plain->depth)
		plain->levels[plain->depth - 1].value_next = false;
}

/* A key or dash with nothing behind it has an empty value right behind it. */
static void empty_value_add(struct plain *plain, struct plain_level *level)
{
	if (!level->value_next)
		return;
	scalar_add(plain, STYLE_PLAIN, level->value_at, level->value_at);
	level->value_next = false;
}

static bool level_open(struct plain *plain, enum node_kind kind, uint32_t at)
{
	if (plain->depth == DOCUMENT_NESTING_MOST)
		return false;
	value_taken(plain);
	struct node *node = node_list_add(plain->nodes, kind);
	node->style = STYLE_BLOCK;
	node->begin = at;
	plain->levels[plain->depth++] = (struct plain_level){
		.node = plain->nodes->count - 1,
		.column = at - plain->line,
		.mapping = kind == NODE_MAPPING,
	};
	return true;
}

static bool keys_differ(struct plain *plain, const struct node *mapping)
{
	uint32_t stamp = words_stamp(plain->words), earlier;
	for (const struct node *key = node_first(mapping); key; key = node_next_key(mapping, key))
		if (words_mark(plain->words, key->word, stamp, 0, &earlier))
			return false;
	return true;
}

static bool level_close(struct plain *plain)
{
	struct plain_level *level = &plain->levels[plain->depth - 1];
	empty_value_add(plain, level);
	plain->depth--;
	struct node *node = &plain->nodes->items[level->node];
	node->size = plain->nodes->count - level->node;
	node->end = plain->last_end;
	return !level->mapping || keys_differ(plain, node);
}

/* Closes what the column of a line ends. False when no open collection begins in that column and none awaits a value. */
static bool levels_settle(struct plain *plain, uint32_t column, bool dash)
{
	for (struct plain_level *top; (top = level_top(plain)) != NULL && top->column >= column;) {
		if (top->column == column) {
			bool same = top->mapping != dash, begins_list = top->mapping && dash && top->value_next;
			if (same || begins_list)
				return true;
			/* A list may begin in the column of its field's name; the next name ends it. */
			bool under_name = !top->mapping && plain->depth > 1 && top[-1].mapping && top[-1].column == column;
			if (!under_name)
				return false;
		}
		if (!level_close(plain))
			return false;
	}
	const struct plain_level *top = level_top(plain);
	return top ? top->value_next : plain->nodes->count == 0;
}

/* The colon that ends a name of a field beginning here; 0 when this is not a simple one. */
static uint32_t key_end(const struct plain *plain, uint32_t at)
{
	uint32_t most = at + DOCUMENT_KEY_LENGTH_MOST, end = plain->line_end < most ? plain->line_end : most;
	uint32_t colon = at;
	if (!(char_class(plain->bytes[at]) & STARTS_TEXT))
		return 0;
	while (colon < end && (char_class(plain->bytes[colon]) & IN_NAME))
		colon++;
	if (colon >= end || plain->bytes[colon] != ':' || plain->bytes[colon - 1] == ' ')
		return 0;
	return colon + 1 == plain->line_end || plain->bytes[colon + 1] == ' ' ? colon : 0;
}

static bool key_add(struct plain *plain, uint32_t begin, uint32_t colon)
{
	struct plain_level *level = level_top(plain);
	empty_value_add(plain, level);
	struct node *key = scalar_add(plain, STYLE_PLAIN, begin, colon);
	char first = plain->bytes[begin];
	if (++level->keys > DOCUMENT_KEYS_MOST)
		return false;
	if ((first == 'n' || first == 'N' || first == '~') && node_scalar_type(key) == SCALAR_NULL)
		return false;
	key->is_key = true;
	key->word = words_number(plain->words, node_text(key));
	level->value_next = true;
	level->value_at = colon + 1;
	return true;
}

static bool quoted_add(struct plain *plain, uint32_t at)
{
	char quote = plain->bytes[at];
	const char *text = plain->bytes + at + 1;
	size_t left = plain->line_end - at - 1;
	const char *close = memchr(text, quote, left);
	if (!close || (quote == '"' && memchr(text, '\\', (size_t)(close - text))))
		return false;
	uint32_t end = (uint32_t)(close - plain->bytes) + 1;
	/* A second quotation mark or a colon behind the first, and whatever else, is for libyaml. */
	if (!is_rest_empty(plain, end))
		return false;
	scalar_add(plain, quote == '"' ? STYLE_DOUBLE_QUOTED : STYLE_SINGLE_QUOTED, at, end);
	value_taken(plain);
	return true;
}

/* The first byte from `at` on that may end plain text: a colon, a number sign or a tab; `end` when there is none. */
static uint32_t text_stop(const char *bytes, uint32_t at, uint32_t end)
{
	const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
	for (; at + 8 <= end; at += 8) {
		uint64_t eight;
		memcpy(&eight, bytes + at, 8);
		uint64_t colon = eight ^ (ones * ':'), sign = eight ^ (ones * '#'), tab = eight ^ (ones * '\t');
		uint64_t found = ((colon - ones) & ~colon) | ((sign - ones) & ~sign) | ((tab - ones) & ~tab);
		if (found & high)
			break;
	}
	while (at < end && bytes[at] != ':' && bytes[at] != '#' && bytes[at] != '\t')
		at++;
	return at;
}

/* Where plain text that begins here ends on its line; 0 when it holds something that is not plain. */
static uint32_t text_end(const struct plain *plain, uint32_t begin)
{
	uint32_t end = plain->line_end;
	for (uint32_t at = begin; (at = text_stop(plain->bytes, at, end)) < end; at++) {
		char c = plain->bytes[at];
		if (c == '\t' || (c == ':' && (at + 1 == end || plain->bytes[at + 1] == ' ')))
			return 0;
		if (c == '#' && plain->bytes[at - 1] == ' ')
			end = at;
	}
	while (end > begin && plain->bytes[end - 1] == ' ')
		end--;
	return end;
}

static bool text_add(struct plain *plain, uint32_t at)
{
	const char *bytes = plain->bytes;
	bool number = bytes[at] == '-' && at + 1 < plain->line_end && bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
	if (!number && !(char_class(bytes[at]) & STARTS_TEXT))
		return false;
	uint32_t end = text_end(plain, at);
	const struct plain_level *top = level_top(plain);
	/* A non-breaking space in an item of a list may stand behind what was meant as a field. */
	if (end == 0 || ((!top || !top->mapping) && memchr(bytes + at, '\xC2', end - at)))
		return false;
	scalar_add(plain, STYLE_PLAIN, at, end);
	value_taken(plain);
	return true;
}

static uint32_t line_end_find(const struct plain *plain, uint32_t at)
{
	const char *found = memchr(plain->bytes + at, '\n', plain->length - at);
	return found ? (uint32_t)(found - plain->bytes) : plain->length;
}

/* Lines of a literal block: how far they are indented and where the last with text begins and ends. */
struct literal {
	uint32_t indent;
	uint32_t first, last_end;
	uint32_t behind; /* the line after it */
	bool single; /* only one line */
};

/* False when the block is beyond this reader: blank first lines, long blank lines, no line break at the end. */
static bool literal_measure(const struct plain *plain, uint32_t first, uint32_t column, struct literal *out)
{
	*out = (struct literal){.first = first, .behind = first};
	for (uint32_t line = first; line < plain->length;) {
		uint32_t end = line_end_find(plain, line), text = line;
		while (text < end && plain->bytes[text] == ' ')
			text++;
		bool blank = text == end;
		if (line == first) {
			if (blank || text - line <= column)
				return false;
			out->indent = text - line;
		}
		if (text < end && plain->bytes[text] == '\t')
			return false;
		if (!blank && text - line < out->indent) {
			out->behind = line;
			return text - line <= column;
		}
		if (blank ? text - line > out->indent : end == plain->length)
			return false;
		if (!blank) {
			out->single = line == first;
			out->last_end = end;
		}
		line = end + 1;
		out->behind = line;
	}
	return true;
}

static struct kpss_str literal_text(struct plain *plain, const struct literal *literal, bool strip)
{
	const char *bytes = plain->bytes;
	if (literal->single) {
		uint32_t begin = literal->first + literal->indent;
		return (struct kpss_str){.ptr = bytes + begin, .len = literal->last_end + !strip - begin};
	}
	char *text = arena_alloc(plain->arena, literal->last_end + 1 - literal->first);
	size_t length = 0;
	for (uint32_t line = literal->first; line <= literal->last_end;) {
		uint32_t end = line_end_find(plain, line);
		if (end - line > literal->indent) {
			memcpy(text + length, bytes + line + literal->indent, end - line - literal->indent);
			length += end - line - literal->indent;
		}
		text[length++] = '\n';
		line = end + 1;
	}
	return (struct kpss_str){.ptr = text, .len = length - strip};
}

static bool literal_add(struct plain *plain, uint32_t at)
{
	uint32_t header_end = at + 1;
	bool strip = header_end < plain->line_end && plain->bytes[header_end] == '-';
	struct literal literal;
	header_end += strip;
	if (header_end != plain->line_end || plain->line_end == plain->length || plain->depth == 0)
		return false;
	if (!literal_measure(plain, plain->line_end + 1, level_top(plain)->column, &literal) || literal.last_end == 0)
		return false;
	struct kpss_str text = literal_text(plain, &literal, strip);
	struct node *node = scalar_add(plain, STYLE_LITERAL, at, literal.last_end);
	node->text = text.ptr;
	node->length = (uint32_t)text.len;
	plain->next_line = literal.behind;
	value_taken(plain);
	return true;
}

/* One item of a list in brackets; moves *at behind it. */
static bool bracket_item_add(struct plain *plain, uint32_t *at)
{
	const char *bytes = plain->bytes;
	uint32_t begin = *at, end = begin;
	if (begin < plain->line_end && bytes[begin] == '"') {
		const char *close = memchr(bytes + begin + 1, '"', plain->line_end - begin - 1);
		if (!close || memchr(bytes + begin, '\\', (size_t)(close - bytes) - begin))
			return false;
		*at = (uint32_t)(close - bytes) + 1;
		scalar_add(plain, STYLE_DOUBLE_QUOTED, begin, *at);
		return true;
	}
	if (begin == plain->line_end || !(char_class(bytes[begin]) & STARTS_TEXT))
		return false;
	while (end < plain->line_end && (char_class(bytes[end]) & IN_NAME))
		end++;
	*at = end;
	while (end > begin && bytes[end - 1] == ' ')
		end--;
	scalar_add(plain, STYLE_PLAIN, begin, end);
	return end > begin;
}

/* [a, b] on one line. */
static bool brackets_add(struct plain *plain, uint32_t begin)
{
	if (plain->depth == DOCUMENT_NESTING_MOST)
		return false;
	uint32_t index = plain->nodes->count, at = spaces_skip(plain, begin + 1);
	struct node *list = node_list_add(plain->nodes, NODE_SEQUENCE);
	list->style = STYLE_FLOW;
	list->begin = begin;
	while (at < plain->line_end && plain->bytes[at] != ']') {
		if (!bracket_item_add(plain, &at))
			return false;
		at = spaces_skip(plain, at);
		if (at == plain->line_end || (plain->bytes[at] != ',' && plain->bytes[at] != ']'))
			return false;
		if (plain->bytes[at] == ',' && (at = spaces_skip(plain, at + 1)) < plain->line_end && plain->bytes[at] == ']')
			return false;
	}
	if (at == plain->line_end || !is_rest_empty(plain, at + 1))
		return false;
	struct node *closed = &plain->nodes->items[index];
	closed->size = plain->nodes->count - index;
	closed->end = plain->last_end = at + 1;
	value_taken(plain);
	return true;
}

static bool value_add(struct plain *plain, uint32_t at)
{
	switch (plain->bytes[at]) {
	case '"':
	case '\'':
		return quoted_add(plain, at);
	case '|':
		return literal_add(plain, at);
	case '[':
		return brackets_add(plain, at);
	default:
		return text_add(plain, at);
	}
}

/* A field whose name ends at the colon, with what stands behind it on the line. */
static bool field_add(struct plain *plain, uint32_t begin, uint32_t colon)
{
	if (!key_add(plain, begin, colon))
		return false;
	uint32_t value = spaces_skip(plain, colon + 1);
	if (value == plain->line_end || plain->bytes[value] == '#')
		return true;
	return value_add(plain, value);
}

static bool dash_add(struct plain *plain, uint32_t at)
{
	struct plain_level *top = level_top(plain);
	bool goes_on = top && !top->mapping && top->column == at - plain->line;
	if (!goes_on && !level_open(plain, NODE_SEQUENCE, at))
		return false;
	top = level_top(plain);
	empty_value_add(plain, top);
	top->value_next = true;
	top->value_at = at + 1;
	plain->last_end = at + 1;
	return true;
}

/* What stands on one line from `at` on: dashes, then a field or a value. */
static bool line_take(struct plain *plain, uint32_t at)
{
	if (!levels_settle(plain, at - plain->line, is_dash(plain, at)))
		return false;
	while (is_dash(plain, at)) {
		if (!dash_add(plain, at))
			return false;
		at = spaces_skip(plain, at + 1);
		if (at == plain->line_end || plain->bytes[at] == '#')
			return true;
	}
	uint32_t colon = key_end(plain, at);
	const struct plain_level *top = level_top(plain);
	bool goes_on = top && top->mapping && top->column == at - plain->line;
	if (!colon)
		return !goes_on && plain->depth > 0 && value_add(plain, at);
	if (!goes_on && !level_open(plain, NODE_MAPPING, at))
		return false;
	return field_add(plain, at, colon);
}

/* A line at the left margin that separates documents, or only looks like it. */
static bool is_separator(const struct plain *plain, uint32_t at)
{
	const char *bytes = plain->bytes;
	return at == plain->line && plain->line_end - at >= 3 &&
		(memcmp(bytes + at, "---", 3) == 0 || memcmp(bytes + at, "...", 3) == 0);
}

bool plain_read(struct node_list *nodes, struct words *words, struct arena *arena, struct kpss_str bytes, uint32_t begin)
{
	struct plain plain = {
		.nodes = nodes,
		.words = words,
		.arena = arena,
		.bytes = bytes.ptr,
		.length = (uint32_t)bytes.len,
	};
	nodes->count = 0;
	if (memchr(bytes.ptr, '\r', bytes.len))
		return false;
	for (plain.line = begin; plain.line < plain.length; plain.line = plain.next_line) {
		plain.line_end = line_end_find(&plain, plain.line);
		plain.next_line = plain.line_end + 1;
		uint32_t text = spaces_skip(&plain, plain.line);
		if (text == plain.line_end || plain.bytes[text] == '#')
			continue;
		if (is_separator(&plain, text) || !line_take(&plain, text) || nodes->count > DOCUMENT_NODES_MOST)
			return false;
	}
	while (plain.depth > 0)
		if (!level_close(&plain))
			return false;
	return nodes->count <= DOCUMENT_NODES_MOST;
}
