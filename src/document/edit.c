#include "document/edit.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "document/block.h"
#include "document/compare.h"
#include "document/layout.h"
#include "document/parse.h"
#include "document/quote.h"
#include "document/trouble.h"

/* Where the value stands. */
struct setting {
	const struct edit *edit;
	struct kpss_str bytes;
	uint32_t index; /* of the value in the document */
	int32_t column; /* of the innermost block collection, -1 outside of all */
	bool in_brackets;
	bool without_colon; /* the value of a key that stands alone, as in {a, b} */
	struct kpss_str line_end;
};

/* From nicest to safest; each writes what comes in the value's place, or says that it is not for this text. */
typedef bool write_function(struct buf *buf, const struct setting *setting);

static bool has_several_lines(struct kpss_str text)
{
	return text.len > 0 && memchr(text.ptr, '\n', text.len - 1) != NULL;
}

/* Readers do not agree on a block that has only spaces in it. */
static bool is_blank(struct kpss_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != ' ' && text.ptr[i] != '\t' && text.ptr[i] != '\n')
			return false;
	return true;
}

static bool write_typed(struct buf *buf, const struct setting *setting)
{
	if (setting->edit->type == SCALAR_TEXT)
		return false;
	buf_add(buf, setting->edit->text);
	return true;
}

static bool write_plain(struct buf *buf, const struct setting *setting)
{
	struct kpss_str text = setting->edit->text, old = node_text(setting->edit->value);
	if (setting->edit->value->style != STYLE_PLAIN || !plain_is_safe(text, setting->in_brackets))
		return false;
	/* A time of the day without quotes follows another; what YAML itself takes for a number never does. */
	struct node as_plain = {.text = text.ptr, .length = (uint32_t)text.len, .style = STYLE_PLAIN};
	if (node_scalar_type(&as_plain) != SCALAR_TEXT)
		return false;
	if (plain_is_ambiguous(text) && !(memchr(text.ptr, ':', text.len) && memchr(old.ptr, ':', old.len)))
		return false;
	buf_add(buf, text);
	return true;
}

static bool write_single(struct buf *buf, const struct setting *setting)
{
	if (setting->edit->value->style != STYLE_SINGLE_QUOTED)
		return false;
	quote_single(buf, setting->edit->text);
	return true;
}

static bool write_double(struct buf *buf, const struct setting *setting)
{
	quote_double(buf, setting->edit->text);
	return true;
}

static char chomping_needed(struct kpss_str text, char chomping)
{
	bool ends = text.len > 0 && text.ptr[text.len - 1] == '\n';
	if (!ends)
		return '-';
	bool twice = text.len == 1 || text.ptr[text.len - 2] == '\n';
	return chomping == '+' || twice ? '+' : 0;
}

/* A first line that begins with a blank or is empty does not show how far the text is indented. */
static uint32_t digit_needed(struct kpss_str text, uint32_t indent, int32_t column)
{
	bool shows = text.len > 0 && text.ptr[0] != ' ' && text.ptr[0] != '\n' && text.ptr[0] != '\t';
	uint32_t digit = indent - (column > 0 ? (uint32_t)column : 0);
	return shows || digit > 9 ? 0 : digit;
}

/* A comment behind the mark and its indicators. */
static struct kpss_str header_rest(struct kpss_str bytes, const struct block *block)
{
	uint32_t end = block->first_line;
	while (end > block->header_end && (bytes.ptr[end - 1] == '\n' || bytes.ptr[end - 1] == '\r'))
		end--;
	return (struct kpss_str){.ptr = bytes.ptr + block->header_end, .len = end - block->header_end};
}

static bool write_block(struct buf *buf, const struct setting *setting, char mark)
{
	const struct node *value = setting->edit->value;
	struct kpss_str text = setting->edit->text;
	bool is_block = value->style == STYLE_LITERAL || value->style == STYLE_FOLDED;
	if (setting->in_brackets || is_blank(text) || (!is_block && !has_several_lines(text)))
		return false;
	struct quote_block written = {.mark = mark, .line_end = setting->line_end};
	struct block block = {.indent = (uint32_t)(setting->column + 1) + 1 + (setting->column < 0)};
	if (is_block) {
		block = block_read(setting->bytes, value->begin, setting->column);
		if (block.first_line > value->end)
			return false;
		written.behind = header_rest(setting->bytes, &block);
	}
	written.indent = block.indent;
	written.chomping = chomping_needed(text, block.chomping);
	written.digit = digit_needed(text, block.indent, setting->column);
	if (block.indent_given && !written.digit)
		written.digit = block.indent - (setting->column > 0 ? (uint32_t)setting->column : 0);
	quote_block(buf, &written, text);
	return true;
}

static bool write_folded(struct buf *buf, const struct setting *setting)
{
	return setting->edit->value->style == STYLE_FOLDED && write_block(buf, setting, '>');
}

static bool write_literal(struct buf *buf, const struct setting *setting)
{
	enum node_style style = setting->edit->value->style;
	return style != STYLE_SINGLE_QUOTED && style != STYLE_DOUBLE_QUOTED && write_block(buf, setting, '|');
}

static write_function *const ways[] = {
	write_typed, write_plain, write_single, write_folded, write_literal, write_double,
};

/* What a value that was not there needs before it. */
static void prefix_add(struct buf *buf, const struct setting *setting)
{
	uint32_t at = setting->edit->value->begin;
	char before = at > 0 ? setting->bytes.ptr[at - 1] : '\n';
	if (setting->edit->value->end > at)
		return;
	if (setting->without_colon)
		buf_add_char(buf, ':');
	if (before != ' ' && before != '\n')
		buf_add_char(buf, ' ');
}

/* A text behind | at the very end of a file without a line end needs one. */
static void suffix_add(struct buf *buf, const struct setting *setting, size_t begin)
{
	struct kpss_str text = setting->edit->text;
	bool at_end = setting->edit->value->end == setting->bytes.len;
	bool block = buf->len > begin && (buf->ptr[begin] == '|' || buf->ptr[begin] == '>');
	if (at_end && block && text.len > 0 && text.ptr[text.len - 1] == '\n')
		buf_add(buf, setting->line_end);
}

static bool type_fits(const struct node *scalar, enum scalar_type type)
{
	enum scalar_type found = node_scalar_type(scalar);
	return found == type || (found == SCALAR_INTEGER && type == SCALAR_NUMBER);
}

/* Reads the new bytes and compares. */
static bool proves(struct reader *reader, const struct setting *setting, struct kpss_str bytes)
{
	const struct document *before = setting->edit->document;
	struct arena *arena = arena_new();
	struct findings findings;
	findings_init(&findings);
	struct document after;
	struct source *source = source_new(arena, before->source->path, bytes);
	bool good = document_parse(reader, source, arena, &findings, &after) &&
		document_same_but(before, &after, setting->index, setting->edit->text) &&
		type_fits(&after.root[setting->index], setting->edit->type);
	findings_clear(&findings);
	arena_free(arena);
	return good;
}

static bool way_try(struct buf *buf, struct reader *reader, const struct setting *setting, write_function *way)
{
	const struct node *value = setting->edit->value;
	struct kpss_str bytes = setting->bytes;
	buf->len = 0;
	buf_add(buf, (struct kpss_str){.ptr = bytes.ptr, .len = value->begin});
	prefix_add(buf, setting);
	size_t begin = buf->len;
	if (!way(buf, setting))
		return false;
	suffix_add(buf, setting, begin);
	buf_add(buf, (struct kpss_str){.ptr = bytes.ptr + value->end, .len = bytes.len - value->end});
	return proves(reader, setting, buf_str(buf));
}

/* Walks down to the value, past all collections that hold it. */
static struct setting setting_find(const struct edit *edit)
{
	const struct document *document = edit->document;
	struct setting setting = {.edit = edit, .bytes = document->source->bytes, .column = -1};
	setting.index = (uint32_t)(edit->value - document->root);
	setting.line_end = layout_line_end(setting.bytes, edit->value->end);
	const struct node *node = document->root;
	while (node != edit->value) {
		if (edit->value < node + node->size) {
			setting.in_brackets = node->style == STYLE_FLOW;
			if (!setting.in_brackets)
				setting.column = layout_column(setting.bytes, node->begin);
			bool field = node->kind == NODE_MAPPING && setting.in_brackets;
			setting.without_colon = field && edit->value[-1].end == edit->value->begin;
			node++;
		} else {
			node += node->size;
		}
	}
	return setting;
}

bool edit_value(struct kpss_str *out, struct reader *reader, const struct edit *edit, struct arena *arena,
	struct findings *findings)
{
	assert(edit->value->kind == NODE_SCALAR && !edit->value->is_key);
	struct kpss_str bytes = edit->document->source->bytes;
	*out = bytes;
	if (kpss_str_equal(node_text(edit->value), edit->text) && type_fits(edit->value, edit->type))
		return true;
	struct setting setting = setting_find(edit);
	struct buf buf = {0};
	bool good = false;
	for (size_t i = 0; i < sizeof ways / sizeof *ways && !good; i++)
		good = way_try(&buf, reader, &setting, ways[i]);
	if (good)
		*out = arena_text(arena, buf_str(&buf));
	else
		findings_add(findings, &(struct finding){
			.kind = &trouble_edit_unsafe,
			.where = node_span(edit->document, edit->value),
		});
	buf_clear(&buf);
	return good;
}
