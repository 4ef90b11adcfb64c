#include "document/insert.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/compare.h"
#include "document/layout.h"
#include "document/parse.h"
#include "document/trouble.h"

/* Where the piece goes. */
struct gap {
	const struct insertion *insertion;
	struct kpss_str bytes;
	uint32_t at;    /* before this byte */
	uint32_t index; /* number of its first node */
	int32_t column; /* of the items or keys around it */
	bool in_brackets;
	bool is_first; /* of its collection */
	bool is_apart; /* its neighbours have an empty line between them */
	struct kpss_str line_end;
};

/* What it follows: an item, or the value of a field; NULL in an empty collection. */
static const struct node *neighbour(const struct insertion *insertion)
{
	const struct node *last = NULL, *into = insertion->into;
	if (insertion->behind)
		return node_value(insertion->behind);
	for (const struct node *at = node_first(into); at; at = node_next_item(into, at))
		last = at;
	return last;
}

/* The end of the line, behind a comment that belongs to what stands on it. */
static uint32_t line_after(struct kpss_str bytes, uint32_t at)
{
	const char *end;
	if (at > 0 && bytes.ptr[at - 1] == '\n')
		return at;
	end = memchr(bytes.ptr + at, '\n', bytes.len - at);
	return end ? (uint32_t)(end - bytes.ptr) + 1 : (uint32_t)bytes.len;
}

/* Does an empty line come before what begins at `at`? */
static bool is_after_gap(struct kpss_str bytes, uint32_t at)
{
	size_t ends = 0;
	while (at > 0 && strchr(" \t\r\n", bytes.ptr[at - 1])) {
		ends += bytes.ptr[at - 1] == '\n';
		at--;
	}
	return ends > 1;
}

/* Only a second item shows how they are kept apart. */
static bool items_are_apart(const struct insertion *insertion)
{
	struct kpss_str bytes = insertion->document->source->bytes;
	const struct node *into = insertion->into, *first = node_first(into), *second = NULL;
	if (into->kind == NODE_SEQUENCE && first)
		second = node_next_item(into, first);
	if (!second)
		return false;
	uint32_t line = second->begin;
	while (line > 0 && bytes.ptr[line - 1] != '\n')
		line--;
	return is_after_gap(bytes, line);
}

static struct gap gap_find(const struct insertion *insertion)
{
	const struct node *into = insertion->into, *before = neighbour(insertion);
	struct gap gap = {
		.insertion = insertion,
		.bytes = insertion->document->source->bytes,
		.index = (uint32_t)((before ? before + before->size : into + 1) -
				    insertion->document->root),
		.in_brackets = into->style == STYLE_FLOW,
		.is_first = !before,
	};
	gap.line_end = layout_line_end(gap.bytes, into->end);
	gap.column = layout_column(gap.bytes, into->begin);
	gap.is_apart = items_are_apart(insertion);
	gap.at = gap.in_brackets ? (before ? before->end : into->begin + 1)
				 : line_after(gap.bytes, before->end);
	return gap;
}

static bool has_lines(struct kpss_str yaml)
{
	return yaml.len > 0 && memchr(yaml.ptr, '\n', yaml.len - 1) != NULL;
}

static void indent_add(struct buf *buf, int32_t column)
{
	buf_add_repeated(buf, ' ', (size_t)(column > 0 ? column : 0));
}

/* The lines of the piece, all but the first indented; empty ones stay empty. */
static void lines_add(struct buf *buf, const struct gap *gap, int32_t column)
{
	struct kpss_str yaml = gap->insertion->yaml;
	for (size_t at = 0; at < yaml.len;) {
		const char *end = memchr(yaml.ptr + at, '\n', yaml.len - at);
		size_t length = (end ? (size_t)(end - yaml.ptr) : yaml.len) - at;
		if (at > 0 && length > 0)
			indent_add(buf, column);
		buf_add(buf, (struct kpss_str){.ptr = yaml.ptr + at, .len = length});
		buf_add(buf, gap->line_end);
		at += length + 1;
	}
}

static void block_add(struct buf *buf, const struct gap *gap)
{
	const struct insertion *insertion = gap->insertion;
	if (buf->len > 0 && buf->ptr[buf->len - 1] != '\n')
		buf_add(buf, gap->line_end);
	if (gap->is_apart)
		buf_add(buf, gap->line_end);
	indent_add(buf, gap->column);
	if (insertion->into->kind == NODE_SEQUENCE) {
		buf_add_text(buf, "- ");
		lines_add(buf, gap, gap->column + 2);
		return;
	}
	buf_add(buf, insertion->key);
	buf_add_char(buf, ':');
	if (has_lines(insertion->yaml) && !layout_is_block_text(insertion->yaml)) {
		buf_add(buf, gap->line_end);
		indent_add(buf, gap->column + 2);
	} else {
		buf_add_char(buf, ' ');
	}
	lines_add(buf, gap, gap->column + 2);
}

static void brackets_add(struct buf *buf, const struct gap *gap)
{
	const struct insertion *insertion = gap->insertion;
	struct kpss_str yaml = insertion->yaml;
	while (yaml.len > 0 && yaml.ptr[yaml.len - 1] == '\n')
		yaml.len--;
	if (!gap->is_first)
		buf_add_text(buf, ", ");
	if (insertion->into->kind == NODE_MAPPING) {
		buf_add(buf, insertion->key);
		buf_add_text(buf, ": ");
	}
	buf_add(buf, yaml);
}

/* The piece alone, as what it becomes part of. */
static struct source *piece_source(const struct gap *gap, struct arena *arena)
{
	struct gap alone = *gap;
	struct buf buf = {0};
	alone.column = 0;
	alone.is_apart = false;
	alone.is_first = true;
	alone.line_end = kpss_str("\n");
	if (gap->in_brackets) {
		bool is_list = gap->insertion->into->kind == NODE_SEQUENCE;
		buf_add_char(&buf, is_list ? '[' : '{');
		brackets_add(&buf, &alone);
		buf_add_char(&buf, is_list ? ']' : '}');
	} else {
		block_add(&buf, &alone);
	}
	struct source *source =
		source_new(arena, kpss_str("piece"), arena_text(arena, buf_str(&buf)));
	buf_clear(&buf);
	return source;
}

/* One item, or one field. */
static bool is_one(const struct document *piece)
{
	const struct node *root = piece->root, *first = root ? node_first(root) : NULL;
	return first &&
	       !node_next_item(root, root->kind == NODE_MAPPING ? node_value(first) : first);
}

static bool proves(struct reader *reader, const struct gap *gap, struct kpss_str bytes)
{
	struct arena *arena = arena_new();
	struct findings findings;
	struct document piece, after;
	const struct document *before = gap->insertion->document;
	findings_init(&findings);
	bool good = document_parse(reader, piece_source(gap, arena), arena, &findings, &piece) &&
		    is_one(&piece) &&
		    document_parse(reader, source_new(arena, before->source->path, bytes), arena,
			    &findings, &after) &&
		    document_same_with(before, &after, gap->index, &piece);
	findings_clear(&findings);
	arena_free(arena);
	return good;
}

bool insert_yaml(struct kpss_str *out, struct reader *reader, const struct insertion *insertion,
	struct arena *arena, struct findings *findings)
{
	const struct node *into = insertion->into;
	struct buf buf = {0};
	bool good = into->style == STYLE_FLOW || (into->style == STYLE_BLOCK && node_first(into));
	if (good) {
		struct gap gap = gap_find(insertion);
		buf_add(&buf, (struct kpss_str){.ptr = gap.bytes.ptr, .len = gap.at});
		if (gap.in_brackets)
			brackets_add(&buf, &gap);
		else
			block_add(&buf, &gap);
		buf_add(&buf, (struct kpss_str){.ptr = gap.bytes.ptr + gap.at,
				      .len = gap.bytes.len - gap.at});
		good = proves(reader, &gap, buf_str(&buf));
	}
	if (good)
		*out = arena_text(arena, buf_str(&buf));
	else
		findings_add(findings, &(struct finding){
					       .kind = &trouble_edit_unsafe,
					       .where = node_span(insertion->document, into),
				       });
	buf_clear(&buf);
	return good;
}
