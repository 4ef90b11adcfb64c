#include "document/problem.h"

#include <stdio.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "base/text.h"
#include "document/mark.h"
#include "document/node.h"
#include "document/trouble.h"

enum { QUOTED_MOST = 60 };

struct kpss_span rest_of_line(struct source *source, uint32_t begin)
{
	struct kpss_str bytes = source->bytes;
	uint32_t end = begin;
	while (end < bytes.len && bytes.ptr[end] != '\n' && bytes.ptr[end] != '\r')
		end++;
	while (end > begin && (bytes.ptr[end - 1] == ' ' || bytes.ptr[end - 1] == '\t'))
		end--;
	return (struct kpss_span){.source = source, .begin = begin, .end = end};
}

/* A long text is shown by its beginning, cut between characters. */
struct kpss_str quoted_rest(struct findings *findings, struct kpss_span span)
{
	struct buf buf = {0};
	const char *bytes = span.source->bytes.ptr;
	uint32_t end = span.end;
	bool cut = end - span.begin > QUOTED_MOST;
	if (cut)
		end = span.begin + QUOTED_MOST;
	while (cut && end > span.begin && !byte_begins_character(bytes[end]))
		end--;
	buf_add_char(&buf, '"');
	for (uint32_t at = span.begin; at < end; at++) {
		if (bytes[at] == '"' || bytes[at] == '\\')
			buf_add_char(&buf, '\\');
		buf_add_char(&buf, bytes[at]);
	}
	buf_add_text(&buf, cut ? "…\"" : "\"");
	struct kpss_str text = findings_text(findings, buf_str(&buf));
	buf_clear(&buf);
	return text;
}

bool hash_check(struct source *source, uint32_t end, struct findings *findings)
{
	if (end >= source->bytes.len || source->bytes.ptr[end] != '#')
		return true;
	findings_add(findings, &(struct finding){
		.kind = &trouble_hash_without_space,
		.where = {.source = source, .begin = end, .end = end + 1},
	});
	return false;
}

bool escapes_check(struct source *source, const struct node *scalar, struct findings *findings)
{
	struct kpss_str text = node_text(scalar);
	for (size_t at = 0, length; at < text.len; at += length) {
		uint32_t c = text_code_point(text, at, &length);
		bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
		bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
		if (!control && !direction && c != 0x2028 && c != 0x2029 && c != 0xFEFF)
			continue;
		char name[16];
		snprintf(name, sizeof name, "U+%04X", (unsigned)c);
		findings_add(findings, &(struct finding){
			.kind = &trouble_escaped_control,
			.where = {.source = source, .begin = scalar->begin, .end = scalar->end},
			.arguments = {argument_text(findings_text(findings, kpss_str(name)))},
		});
		return false;
	}
	return true;
}

/* Where the value begins on the line of `at`: behind the first colon and blank; `at` itself when there is none before. */
static uint32_t value_begin(struct kpss_str bytes, uint32_t at)
{
	uint32_t line = at;
	while (line > 0 && bytes.ptr[line - 1] != '\n')
		line--;
	for (uint32_t i = line; i + 1 < at; i++) {
		if (bytes.ptr[i] != ':' || bytes.ptr[i + 1] != ' ')
			continue;
		for (i++; i < at && bytes.ptr[i] == ' '; i++)
			;
		return i;
	}
	return at;
}

static struct kpss_str line_of(struct kpss_str bytes, uint32_t at, uint32_t *begin)
{
	uint32_t first = at, last = at;
	while (first > 0 && bytes.ptr[first - 1] != '\n')
		first--;
	while (last < bytes.len && bytes.ptr[last] != '\n')
		last++;
	*begin = first;
	return (struct kpss_str){.ptr = bytes.ptr + first, .len = last - first};
}

static size_t indentation(struct kpss_str line)
{
	size_t count = 0;
	while (count < line.len && line.ptr[count] == ' ')
		count++;
	return count;
}

/* Does the line above hold `key: text`, so that this more indented line goes on with that text? */
static bool continues_text(struct kpss_str bytes, uint32_t at)
{
	uint32_t begin, above_begin;
	struct kpss_str line = line_of(bytes, at, &begin);
	if (begin == 0)
		return false;
	struct kpss_str above = line_of(bytes, begin - 1, &above_begin);
	const char *colon = memmem(above.ptr, above.len, ": ", 2);
	bool has_text = colon && colon + 2 < above.ptr + above.len;
	return has_text && indentation(line) > indentation(above);
}

static void report(struct findings *findings, const struct finding_kind *kind, struct kpss_span where,
	struct kpss_str first, struct kpss_str second)
{
	findings_add(findings, &(struct finding){
		.kind = kind,
		.where = where,
		.arguments = {argument_text(first), argument_text(second)},
	});
}

/* A second colon on a line is prose; one on a line of its own is a line in the wrong column. */
static void colon_report(struct source *source, uint32_t at, struct findings *findings)
{
	uint32_t value = value_begin(source->bytes, at);
	struct kpss_span colon = {.source = source, .begin = at, .end = at + 1};
	if (value < at || continues_text(source->bytes, at)) {
		struct kpss_span text = rest_of_line(source, value < at ? value : value_begin(source->bytes, at));
		if (value == at) {
			uint32_t begin;
			struct kpss_str line = line_of(source->bytes, at, &begin);
			text = rest_of_line(source, begin + (uint32_t)indentation(line));
		}
		report(findings, &trouble_colon_in_text, colon, quoted_rest(findings, text), kpss_str(NULL));
		return;
	}
	uint32_t begin;
	struct kpss_str line = line_of(source->bytes, at, &begin);
	struct kpss_span where = {.source = source, .begin = begin + (uint32_t)indentation(line), .end = at};
	report(findings, &trouble_wrong_indentation, where, kpss_str(NULL), kpss_str(NULL));
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
		(unsigned char)byte >= 0x80 || byte == '_' || byte == '(';
}

/* libyaml asks for a key where a quoted text is followed by more text; the quotation mark on the same line tells. */
static bool follows_quote(struct kpss_str bytes, uint32_t at)
{
	uint32_t i = at;
	while (i > 0 && bytes.ptr[i - 1] == ' ')
		i--;
	return i > 0 && (bytes.ptr[i - 1] == '"' || bytes.ptr[i - 1] == '\'') && at < bytes.len && is_letter(bytes.ptr[at]);
}

static bool follows_bracket(struct kpss_str bytes, uint32_t at)
{
	uint32_t i = at;
	while (i > 0 && bytes.ptr[i - 1] == ' ')
		i--;
	return i > 0 && (bytes.ptr[i - 1] == ']' || bytes.ptr[i - 1] == '}');
}

static bool indented_with_tab(struct kpss_str bytes, uint32_t at, uint32_t *tab)
{
	uint32_t begin;
	struct kpss_str line = line_of(bytes, at, &begin);
	for (size_t i = 0; i < line.len && (line.ptr[i] == ' ' || line.ptr[i] == '\t'); i++) {
		if (line.ptr[i] != '\t')
			continue;
		*tab = begin + (uint32_t)i;
		return true;
	}
	return false;
}

static bool non_breaking_indentation(struct kpss_str bytes, uint32_t at, uint32_t *place)
{
	uint32_t begin;
	struct kpss_str line = line_of(bytes, at, &begin);
	size_t i = indentation(line);
	*place = begin + (uint32_t)i;
	return line.len - i >= 2 && memcmp(line.ptr + i, "\xC2\xA0", 2) == 0;
}

/* A key followed by a colon and a non-breaking space is no key for YAML. */
static bool non_breaking_after_colon(struct kpss_str bytes, uint32_t at, uint32_t *place)
{
	uint32_t begin;
	struct kpss_str line = line_of(bytes, at, &begin);
	const char *found = memmem(line.ptr, line.len, ":\xC2\xA0", 3);
	if (!found)
		return false;
	*place = begin + (uint32_t)(found - line.ptr) + 1;
	return true;
}

static void first_character_report(struct source *source, uint32_t at, struct findings *findings)
{
	struct kpss_span line = rest_of_line(source, at);
	struct kpss_str character = {.ptr = source->bytes.ptr + at, .len = at < source->bytes.len};
	report(findings, &trouble_first_character, (struct kpss_span){.source = source, .begin = at, .end = at + 1},
		findings_text(findings, character), quoted_rest(findings, line));
}

/* What stands in the line may say more than what libyaml wanted there. */
static const struct finding_kind *closer_kind(struct kpss_str bytes, uint32_t *at, const struct finding_kind *kind)
{
	if (indented_with_tab(bytes, *at, at))
		return &trouble_tab_indentation;
	if (non_breaking_indentation(bytes, *at, at) || non_breaking_after_colon(bytes, *at, at))
		return &trouble_non_breaking_space;
	bool wants_key = kind == &trouble_wrong_indentation || kind == &trouble_second_document ||
		kind == &trouble_unclosed_bracket;
	if (wants_key && (follows_quote(bytes, *at) || follows_bracket(bytes, *at)))
		return &trouble_text_after_quote;
	return kind;
}

static uint32_t span_end(struct source *source, const struct finding_kind *kind, uint32_t at)
{
	if (kind == &trouble_non_breaking_space)
		return at + 2;
	bool whole = kind == &trouble_missing_colon || kind == &trouble_text_after_quote || kind == &trouble_wrong_indentation ||
		kind == &trouble_anchor || kind == &trouble_alias || kind == &trouble_tag || kind == &trouble_directive;
	uint32_t end = whole ? rest_of_line(source, at).end : at + 1;
	return end > source->bytes.len ? (uint32_t)source->bytes.len : end;
}

/* libyaml names the line behind an unfinished one; the fault is on the line before it. */
static uint32_t place_on_text(struct kpss_str bytes, uint32_t at)
{
	while (at > 0 && (at >= bytes.len || bytes.ptr[at] == '\n' || bytes.ptr[at] == '\r'))
		at--;
	return at;
}

void problem_report(const struct yaml_parser_s *parser, struct source *source, struct mark_cursor *cursor,
	struct findings *findings)
{
	const struct libyaml_problem *row = libyaml_problem_find(parser->problem, parser->context);
	const yaml_mark_t *mark = row->place == AT_CONTEXT ? &parser->context_mark : &parser->problem_mark;
	uint32_t at = mark_byte(cursor, mark->index);
	const struct finding_kind *kind = closer_kind(source->bytes, &at, row->kind);
	if (kind == &trouble_colon_in_text) {
		colon_report(source, at, findings);
		return;
	}
	if (kind == &trouble_first_character) {
		first_character_report(source, at, findings);
		return;
	}
	if (row->place == AT_PROBLEM)
		at = place_on_text(source->bytes, at);
	struct kpss_span where = {.source = source, .begin = at, .end = span_end(source, kind, at)};
	bool quotes = kind == &trouble_anchor || kind == &trouble_alias || kind == &trouble_tag;
	struct kpss_str argument = kpss_str(parser->problem ? parser->problem : "");
	if (quotes)
		argument = quoted_rest(findings, rest_of_line(source, at));
	report(findings, kind, where, argument, kpss_str(NULL));
}
