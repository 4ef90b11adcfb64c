#include "document/quote.h"

#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "document/node.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Older readers end text inside brackets at every colon and question mark. */
static bool ends_in_brackets(char c)
{
	return c != 0 && strchr(",[]{}:?", c);
}

/* A colon before a blank, a number sign behind one, or a bracket inside brackets would end the text. */
static bool ends_plain(struct kpss_str text, size_t at, bool in_brackets)
{
	char c = text.ptr[at];
	char next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
	if (in_brackets && ends_in_brackets(c))
		return true;
	if (c == '#')
		return at > 0 && is_blank(text.ptr[at - 1]);
	return c == ':' && is_blank(next);
}

bool plain_is_safe(struct kpss_str text, bool in_brackets)
{
	if (text.len == 0 || strchr("-?:,[]{}#&*!|>'\"%@`=", text.ptr[0]) || is_blank(text.ptr[0]) ||
		is_blank(text.ptr[text.len - 1]) || kpss_str_is(text, "<<") ||
		(text.len >= 3 && memcmp(text.ptr, "...", 3) == 0))
		return false;
	for (size_t at = 0; at < text.len; at++)
		if ((unsigned char)text.ptr[at] < 0x20 || ends_plain(text, at, in_brackets))
			return false;
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_day(struct kpss_str text)
{
	static const char pattern[] = "dddd-dd-dd";
	if (text.len != sizeof pattern - 1)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (pattern[i] == 'd' ? !is_digit(text.ptr[i]) : text.ptr[i] != pattern[i])
			return false;
	return true;
}

static bool is_word_of_11(struct kpss_str text)
{
	static const char *const words[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan",
		".inf"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == text.len && strncasecmp(words[i], text.ptr, text.len) == 0)
			return true;
	return false;
}

/* Whatever begins as numbers do and has only characters of numbers and times in it. */
bool plain_is_ambiguous(struct kpss_str text)
{
	if (is_day(text))
		return false;
	size_t at = text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+');
	if (is_word_of_11((struct kpss_str){.ptr = text.ptr + at, .len = text.len - at}))
		return true;
	if (at < text.len && text.ptr[at] == '.')
		at++;
	if (at == text.len || !is_digit(text.ptr[at]))
		return false;
	for (; at < text.len; at++)
		if (!strchr("0123456789abcdefABCDEFxXoO_.:+-iInNTtZz ", text.ptr[at]))
			return false;
	return true;
}

void quote_single(struct buf *buf, struct kpss_str text)
{
	buf_add_char(buf, '\'');
	for (size_t at = 0; at < text.len; at++) {
		if (text.ptr[at] == '\'')
			buf_add_char(buf, '\'');
		buf_add_char(buf, text.ptr[at]);
	}
	buf_add_char(buf, '\'');
}

static void escape_add(struct buf *buf, unsigned char c)
{
	if (c == '\n')
		buf_add_text(buf, "\\n");
	else if (c == '\t')
		buf_add_text(buf, "\\t");
	else
		buf_addf(buf, "\\x%02X", c);
}

void quote_double(struct buf *buf, struct kpss_str text)
{
	buf_add_char(buf, '"');
	for (size_t at = 0; at < text.len; at++) {
		char c = text.ptr[at];
		if ((unsigned char)c < 0x20 || c == 0x7F) {
			escape_add(buf, (unsigned char)c);
			continue;
		}
		if (c == '"' || c == '\\')
			buf_add_char(buf, '\\');
		buf_add_char(buf, c);
	}
	buf_add_char(buf, '"');
}

static void header_add(struct buf *buf, const struct quote_block *block)
{
	buf_add_char(buf, block->mark);
	if (block->digit)
		buf_addf(buf, "%u", (unsigned)block->digit);
	if (block->chomping)
		buf_add_char(buf, block->chomping);
	buf_add(buf, block->behind);
}

void quote_block(struct buf *buf, const struct quote_block *block, struct kpss_str text)
{
	if (text.len > 0 && text.ptr[text.len - 1] == '\n')
		text.len--;
	header_add(buf, block);
	for (size_t at = 0; at <= text.len;) {
		const char *found = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
		size_t end = found ? (size_t)(found - text.ptr) : text.len;
		buf_add(buf, block->line_end);
		if (block->mark == '>' && at > 0 && end > at)
			buf_add(buf, block->line_end);
		if (end > at)
			buf_add_repeated(buf, ' ', block->indent);
		buf_add(buf, (struct kpss_str){.ptr = text.ptr + at, .len = end - at});
		at = end + 1;
	}
}
