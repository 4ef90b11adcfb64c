#include "render/sheet_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/text.h"

enum { LONGEST_CELL = 32767, LONGEST_NAME = 31, FIRST_OF_TWO_UNITS = 0x10000 };

#define ELLIPSIS "\xE2\x80\xA6"

/* XML cannot say these two, wherever they come from. */
static bool is_no_character(uint32_t code)
{
	return code == 0xFFFE || code == 0xFFFF;
}

/* "_x0041_" in a workbook is read as "A": the underscore of what looks so has to be written like that itself. */
static bool looks_escaped(struct kpss_str text)
{
	enum { LENGTH = 7, FIRST_DIGIT = 2, LAST = 6 };
	if (text.len < LENGTH || text.ptr[0] != '_' || text.ptr[1] != 'x' || text.ptr[LAST] != '_')
		return false;
	for (size_t i = FIRST_DIGIT; i < LAST; i++)
		if (!memchr("0123456789abcdefABCDEF", text.ptr[i],
			    sizeof "0123456789abcdefABCDEF" - 1))
			return false;
	return true;
}

/* Adds the character that begins the text and answers how many of the units that a spreadsheet counts it takes there. */
static size_t add_character(struct buf *buf, struct kpss_str text, uint32_t code, size_t length)
{
	struct kpss_str character = {.ptr = text.ptr, .len = length};
	if (looks_escaped(text)) {
		buf_add_text(buf, "_x005F_");
		return 1;
	}
	size_t begin = buf->len;
	if (code == '\n' || code == '\t')
		buf_add_char(buf, (char)code);
	else if (is_no_character(code))
		buf_addf(buf, "\\u{%x}", (unsigned)code);
	else
		text_add_safe(buf, character);
	if (buf->len - begin != length)
		return buf->len - begin;
	return code < FIRST_OF_TWO_UNITS ? 1 : 2;
}

/* `text` is UTF-8. */
static void add_sound(struct buf *buf, struct kpss_str text)
{
	size_t units = 0, with_room = buf->len;
	for (size_t at = 0, length; at < text.len; at += length) {
		struct kpss_str rest = {.ptr = text.ptr + at, .len = text.len - at};
		uint32_t code = text_code_point(rest, 0, &length);
		if (code == '\r')
			continue;
		units += add_character(buf, rest, code, length);
		if (units < LONGEST_CELL)
			with_room = buf->len;
		if (units > LONGEST_CELL) {
			buf->len = with_room;
			buf_add_text(buf, ELLIPSIS);
			return;
		}
	}
}

void sheet_text_add(struct buf *buf, struct kpss_str text)
{
	struct buf safe = {0};
	bool is_sound = text_valid_utf8(text) == text.len;
	if (!is_sound)
		text_add_safe(&safe, text);
	add_sound(buf, is_sound ? text : buf_str(&safe));
	buf_clear(&safe);
}

size_t sheet_text_width(struct kpss_str text)
{
	size_t widest = 0;
	for (size_t begin = 0, end; begin < text.len; begin = end + 1) {
		end = begin;
		while (end < text.len && text.ptr[end] != '\n')
			end++;
		size_t width =
			text_width((struct kpss_str){.ptr = text.ptr + begin, .len = end - begin});
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* Excel refuses these, and an apostrophe at either end. */
static bool name_may_have(uint32_t code)
{
	return !text_is_unsafe(code) && !is_no_character(code) && code != '\t' &&
	       !(code < 0x80 && strchr("[]:*?/\\", (int)code));
}

static bool is_edge(char c)
{
	return c == '\'' || c == ' ' || c == '-';
}

const char *sheet_name(struct arena *arena, struct kpss_str text, struct kpss_str otherwise)
{
	struct buf name = {0};
	size_t units = 0, valid = text_valid_utf8(text);
	for (size_t at = 0, length; at < valid; at += length) {
		uint32_t code = text_code_point(text, at, &length);
		size_t more = code < FIRST_OF_TWO_UNITS ? 1 : 2;
		if (name.len == 0 && (!name_may_have(code) || is_edge(text.ptr[at])))
			continue;
		if (units + more > LONGEST_NAME)
			break;
		units += more;
		if (name_may_have(code))
			buf_add(&name, (struct kpss_str){.ptr = text.ptr + at, .len = length});
		else
			buf_add_char(&name, '-');
	}
	while (name.len > 0 && is_edge(name.ptr[name.len - 1]))
		name.len--;
	struct kpss_str folded = text_fold(arena, buf_str(&name));
	/* Excel keeps this name, in any case, for itself. */
	bool is_usable = name.len > 0 && !kpss_str_is(folded, "history");
	const char *made = arena_text(arena, is_usable ? buf_str(&name) : otherwise).ptr;
	buf_clear(&name);
	return made;
}
