/* One pass over the bytes before YAML is asked: libyaml would take some of these for line breaks, others it would let
 * through to a terminal, and its own complaint about encoding always says 1:1. */
#include "document/characters.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/text.h"
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

/* True when none of eight bytes is above 0x7E or below 0x20. */
static bool all_printable(const char *at)
{
	uint64_t bytes;
	memcpy(&bytes, at, 8);
	uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
	uint64_t below = (bytes - ones * 0x20) & ~bytes & high;
	uint64_t above = (bytes + ones) & high; /* 0x7F + 1; bytes with the high bit are caught by the next term */
	return ((below | above | bytes) & high) == 0;
}

/* Direction marks and overrides reorder what a person sees; libyaml breaks lines at U+0085, U+2028 and U+2029. */
static const struct finding_kind *code_point_trouble(uint32_t c)
{
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

/* The line, read as Windows-1250, is shown to the person: whoever wrote it will recognize it. */
static void report_encoding(struct findings *findings, struct source *source, size_t at)
{
	struct kpss_str bytes = source->bytes;
	size_t begin = at, end = at;
	while (begin > 0 && bytes.ptr[begin - 1] != '\n' && at - begin < 40)
		begin--;
	while (end < bytes.len && bytes.ptr[end] != '\n' && bytes.ptr[end] != '\r' && end - at < 40)
		end++;
	struct kpss_str line = text_from_windows_1250(findings->arena,
		(struct kpss_str){.ptr = bytes.ptr + begin, .len = end - begin});
	bool readable = true;
	for (size_t i = 0, length; i < line.len; i += length) {
		uint32_t c = text_code_point(line, i, &length);
		readable = readable && c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0xFFFD;
	}
	findings_add(findings, &(struct finding){
		.kind = readable ? &trouble_windows_1250 : &trouble_not_utf8,
		.where = {.source = source, .begin = (uint32_t)at, .end = (uint32_t)at + 1},
		.arguments = {argument_text(line)},
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
	while (end < source->bytes.len && bytes[end] != '\n')
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

/* Checks one character above ASCII; false when it was reported. Moves *at behind it. */
static bool high_check(struct source *source, struct findings *findings, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)source->bytes.ptr;
	unsigned char lead = bytes[*at];
	/* Czech letters, quickly. */
	if (lead >= 0xC3 && lead <= 0xCB && *at + 1 < source->bytes.len && (bytes[*at + 1] & 0xC0) == 0x80) {
		*at += 2;
		return true;
	}
	struct kpss_str rest = {.ptr = source->bytes.ptr + *at, .len = source->bytes.len - *at};
	if (rest.len > 4)
		rest.len = 4;
	size_t length;
	uint32_t c = text_code_point(rest, 0, &length);
	if (text_valid_utf8((struct kpss_str){.ptr = rest.ptr, .len = length}) != length) {
		report_encoding(findings, source, *at);
		return false;
	}
	const struct finding_kind *trouble = code_point_trouble(c);
	if (trouble) {
		report(findings, trouble, source, *at, length, c);
		return false;
	}
	*at += length;
	return true;
}

static bool low_check(struct source *source, struct findings *findings, size_t at, enum byte_class class)
{
	struct kpss_str bytes = source->bytes;
	bool lone_return = class == RETURN && (at + 1 == bytes.len || bytes.ptr[at + 1] != '\n');
	if (class == CONTROL || lone_return) {
		report(findings, class == CONTROL ? &trouble_control_character : &trouble_line_separator, source, at, 1,
			(unsigned char)bytes.ptr[at]);
		return false;
	}
	if (class == BREAK && at + 1 < bytes.len && is_conflict_marker(bytes, at + 1)) {
		report_conflict(findings, source, at + 1);
		return false;
	}
	return true;
}

bool characters_check(struct source *source, struct findings *findings)
{
	struct kpss_str bytes = source->bytes;
	size_t at = 0;
	if (starts_like(bytes, "\xFF\xFE", 2) || starts_like(bytes, "\xFE\xFF", 2)) {
		report(findings, &trouble_utf16, source, 0, 2, 0xFEFF);
		return false;
	}
	if (starts_like(bytes, "\xEF\xBB\xBF", 3)) {
		report(findings, &trouble_byte_order_mark, source, 0, 3, 0xFEFF);
		at = 3;
	}
	if (at < bytes.len && is_conflict_marker(bytes, at)) {
		report_conflict(findings, source, at);
		return false;
	}
	while (at < bytes.len) {
		if (bytes.len - at >= 8 && all_printable(bytes.ptr + at)) {
			at += 8;
			continue;
		}
		enum byte_class class = byte_class((unsigned char)bytes.ptr[at]);
		if (class == HIGH) {
			if (!high_check(source, findings, &at))
				return false;
			continue;
		}
		if (class != PLAIN && !low_check(source, findings, at, class))
			return false;
		at++;
	}
	return true;
}
