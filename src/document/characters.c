/* One pass over the bytes before YAML is asked: libyaml would take some of these for line breaks, others it would let
 * through to a terminal, and its own complaint about encoding always says 1:1. */
#include "document/characters.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/text.h"
#include "document/node.h"
#include "document/trouble.h"

enum byte_class { PLAIN, BREAK, RETURN, CONTROL, HIGH };

static enum byte_class byte_class(unsigned char byte)
{
	if (byte == '\n')
		return BREAK;
	if (byte == '\r')
		return RETURN;
	if ((byte < 0x20 && byte != '\t') || byte == 0x7F)
		return CONTROL;
	return byte >= 0x80 ? HIGH : PLAIN;
}

/* How many of eight bytes come before the first that is above 0x7E or below 0x20. Carries and borrows may mark a byte
 * behind a marked one too much, never one before it. */
static size_t printable_in_eight(const char *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
	uint64_t below = (bytes - ones * 0x20) & ~bytes;
	uint64_t marked = (below | (bytes + ones) | bytes) & high;
	return marked ? (size_t)__builtin_ctzll(marked) / 8 : 8;
}

/* Direction marks and overrides reorder what a person sees; libyaml breaks lines at U+0085, U+2028 and U+2029. */
const struct finding_kind *character_trouble(uint32_t c)
{
	if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F)
		return &trouble_control_character;
	if (c >= 0x80 && c < 0xA0)
		return c == 0x85 ? &trouble_line_separator : &trouble_control_character;
	if (c == 0x2028 || c == 0x2029)
		return &trouble_line_separator;
	if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C)
		return &trouble_direction_character;
	if (c == 0xFEFF)
		return &trouble_inner_byte_order_mark;
	return (c & 0xFFFE) == 0xFFFE ? &trouble_control_character : NULL;
}

/* Takes no room on the screen. U+200D is not among them: pictures are put together with it. */
static bool is_hidden(uint32_t c)
{
	return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x2060 || c == 0x180E || (c >= 0x2061 && c <= 0x2064);
}

static void report(struct findings *findings, const struct finding_kind *kind, struct source *source, size_t at,
	size_t length, uint32_t c)
{
	char name[16];
	int written = snprintf(name, sizeof name, "U+%04X", (unsigned)c);
	struct kpss_str text = {.ptr = name, .len = (size_t)written};
	findings_add(findings, &(struct finding){
		.kind = kind,
		.where = {.source = source, .begin = (uint32_t)at, .end = (uint32_t)(at + length)},
		.arguments = {argument_text(findings_text(findings, text))},
	});
}

static bool is_readable(struct kpss_str text)
{
	for (size_t i = 0, length; i < text.len; i += length) {
		uint32_t c = text_code_point(text, i, &length);
		if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFD)
			return false;
	}
	return true;
}

/* The file in UTF-8, when all of it reads as Windows-1250 and is not UTF-8 in other places. */
static struct kpss_str whole_as_windows_1250(struct findings *findings, struct kpss_str bytes)
{
	for (size_t at = 0; at < bytes.len;) {
		struct kpss_str rest = {.ptr = bytes.ptr + at, .len = bytes.len - at};
		size_t length = 1;
		if ((unsigned char)*rest.ptr >= 0xC2 && text_valid_utf8((struct kpss_str){.ptr = rest.ptr, .len = rest.len < 2 ? rest.len : 2}) == 2)
			return (struct kpss_str){0};
		at += length;
	}
	struct kpss_str whole = text_from_windows_1250(findings->arena, bytes);
	return is_readable(whole) ? whole : (struct kpss_str){0};
}

/* The line, read as Windows-1250, is shown to the person: whoever wrote it will recognize it. */
static void report_encoding(struct findings *findings, struct source *source, size_t at)
{
	struct kpss_str bytes = source->bytes;
	size_t begin = at, end = at;
	while (begin > 0 && bytes.ptr[begin - 1] != '\n' && at - begin < 40)
		begin--;
	while (end < bytes.len && bytes.ptr[end] != '\n' && bytes.ptr[end] != '\r' && end - at < 40)
		end++;
	while (begin < at && bytes.ptr[begin] == ' ')
		begin++;
	struct kpss_str line = text_from_windows_1250(findings->arena,
		(struct kpss_str){.ptr = bytes.ptr + begin, .len = end - begin});
	bool readable = is_readable(line);
	findings_add(findings, &(struct finding){
		.kind = readable ? &trouble_windows_1250 : &trouble_not_utf8,
		.where = {.source = source, .begin = (uint32_t)at, .end = (uint32_t)at + 1},
		.arguments = {argument_text(line)},
		.fix = {.text = readable ? whole_as_windows_1250(findings, bytes) : (struct kpss_str){0}, .end = (uint32_t)bytes.len},
	});
}

/* Git writes these at the beginning of a line when two people changed the same place. */
static bool is_conflict_marker(struct kpss_str bytes, size_t at)
{
	static const char marks[] = "<=>|";
	if (bytes.len - at < 7 || !memchr(marks, bytes.ptr[at], sizeof marks - 1))
		return false;
	for (size_t i = 1; i < 7; i++)
		if (bytes.ptr[at + i] != bytes.ptr[at])
			return false;
	if (bytes.ptr[at] == '=')
		return bytes.len - at == 7 || bytes.ptr[at + 7] == '\n' || bytes.ptr[at + 7] == '\r';
	return bytes.len - at > 7 && bytes.ptr[at + 7] == ' ';
}

static void report_conflict(struct findings *findings, struct source *source, size_t at)
{
	const char *bytes = source->bytes.ptr;
	size_t end = at;
	while (end < source->bytes.len && bytes[end] != '\n' && bytes[end] != '\r')
		end++;
	findings_add(findings, &(struct finding){
		.kind = &trouble_merge_conflict,
		.where = {.source = source, .begin = (uint32_t)at, .end = (uint32_t)end},
	});
}

static bool starts_like(struct kpss_str bytes, const char *start, size_t length)
{
	return bytes.len >= length && memcmp(bytes.ptr, start, length) == 0;
}

/* A walk over the bytes, and what it has warned of: once a file is enough. */
struct walk {
	struct source *source;
	struct findings *findings;
	size_t at;
	bool hidden_reported, mixed_reported;
	bool has_lf, has_crlf;
};

/* Checks one character above ASCII and moves behind it; false when it was reported. */
static bool high_check(struct walk *walk)
{
	struct kpss_str bytes = walk->source->bytes;
	size_t at = walk->at;
	unsigned char lead = (unsigned char)bytes.ptr[at];
	/* Czech letters, quickly. */
	if (lead >= 0xC3 && lead <= 0xCB && at + 1 < bytes.len && (bytes.ptr[at + 1] & 0xC0) == 0x80) {
		walk->at += 2;
		return true;
	}
	struct kpss_str rest = {.ptr = bytes.ptr + at, .len = bytes.len - at < 4 ? bytes.len - at : 4};
	if (text_valid_utf8(rest) == 0) {
		report_encoding(walk->findings, walk->source, at);
		return false;
	}
	size_t length;
	uint32_t c = text_code_point(rest, 0, &length);
	const struct finding_kind *trouble = character_trouble(c);
	if (trouble) {
		report(walk->findings, trouble, walk->source, at, length, c);
		return false;
	}
	if (is_hidden(c) && !walk->hidden_reported) {
		report(walk->findings, &trouble_hidden_character, walk->source, at, length, c);
		walk->hidden_reported = true;
	}
	walk->at += length;
	return true;
}

/* At a line's end: which kind is it, and does git's mark of a conflict stand behind it? */
static bool break_check(struct walk *walk)
{
	struct kpss_str bytes = walk->source->bytes;
	size_t at = walk->at;
	bool crlf = at > 0 && bytes.ptr[at - 1] == '\r';
	walk->has_crlf = walk->has_crlf || crlf;
	walk->has_lf = walk->has_lf || !crlf;
	if (walk->has_crlf && walk->has_lf && !walk->mixed_reported) {
		report(walk->findings, &trouble_mixed_line_ends, walk->source, at - crlf, 1 + (size_t)crlf, '\n');
		walk->mixed_reported = true;
	}
	walk->at++;
	if (walk->at == bytes.len || !is_conflict_marker(bytes, walk->at))
		return true;
	report_conflict(walk->findings, walk->source, walk->at);
	return false;
}

static bool low_check(struct walk *walk, enum byte_class class)
{
	struct kpss_str bytes = walk->source->bytes;
	size_t at = walk->at;
	if (class == BREAK)
		return break_check(walk);
	if (class == CONTROL || (class == RETURN && (at + 1 == bytes.len || bytes.ptr[at + 1] != '\n'))) {
		report(walk->findings, class == CONTROL ? &trouble_control_character : &trouble_line_separator,
			walk->source, at, 1, (unsigned char)bytes.ptr[at]);
		return false;
	}
	walk->at++;
	return true;
}

static bool walk_on(struct walk *walk)
{
	struct kpss_str bytes = walk->source->bytes;
	while (walk->at < bytes.len) {
		if (bytes.len - walk->at >= 8) {
			size_t printable = printable_in_eight(bytes.ptr + walk->at);
			walk->at += printable;
			if (printable == 8)
				continue;
		}
		enum byte_class class = byte_class((unsigned char)bytes.ptr[walk->at]);
		if (class == HIGH ? !high_check(walk) : !low_check(walk, class))
			return false;
	}
	return true;
}

bool characters_check(struct source *source, struct findings *findings)
{
	struct kpss_str bytes = source->bytes;
	struct walk walk = {.source = source, .findings = findings};
	if (starts_like(bytes, "\xFF\xFE", 2) || starts_like(bytes, "\xFE\xFF", 2)) {
		report(findings, &trouble_utf16, source, 0, 2, 0xFEFF);
		return false;
	}
	if (starts_like(bytes, "\xEF\xBB\xBF", 3)) {
		report(findings, &trouble_byte_order_mark, source, 0, 3, 0xFEFF);
		walk.at = 3;
	}
	if (walk.at < bytes.len && is_conflict_marker(bytes, walk.at)) {
		report_conflict(findings, source, walk.at);
		return false;
	}
	return walk_on(&walk);
}

/* Where the `length` bytes of text from `at` stand: the whole scalar, when they are written with a backslash. */
static void report_in_key(struct source *source, const struct node *key, const struct finding_kind *kind, size_t at,
	size_t length, uint32_t c, struct findings *findings)
{
	const char *begin = source->bytes.ptr, *end = begin + source->bytes.len;
	bool as_written = key->text >= begin && key->text < end;
	size_t place = as_written ? (size_t)(key->text - begin) + at : key->begin;
	report(findings, kind, source, place, as_written ? length : key->end - key->begin, c);
}

bool key_characters_check(struct source *source, const struct node *key, struct findings *findings)
{
	bool common = true;
	for (uint32_t i = 0; i < key->length; i++) {
		unsigned char byte = (unsigned char)key->text[i];
		common = common && byte != 0xC2 && byte < 0xE1;
	}
	struct kpss_str text = node_text(key);
	for (size_t at = 0, length; !common && at < text.len; at += length) {
		uint32_t c = text_code_point(text, at, &length);
		if (c != 0xA0 && c != 0x200D && !is_hidden(c))
			continue;
		report_in_key(source, key, c == 0xA0 ? &trouble_non_breaking_space : &trouble_hidden_in_key, at, length, c,
			findings);
		return false;
	}
	return true;
}
