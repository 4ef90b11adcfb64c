#include "document/problem.h"

#include <yaml.h>

#include "base/buf.h"
#include "base/finding.h"
#include "document/line.h"
#include "document/mark.h"
#include "document/node.h"
#include "document/trouble.h"

enum { QUOTED_MOST = 60 };

/* What is known about one error. */
struct problem {
	struct source *source;
	struct kpss_str bytes;
	struct line line;
	uint32_t at;
	const struct node *last;
	struct findings *findings;
};

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

/* Adds text as it stands between double quotes: line ends and the blanks around them become one space. */
static void quoted_add(struct buf *buf, struct kpss_str text)
{
	for (size_t at = 0; at < text.len; at++) {
		char c = text.ptr[at];
		bool gap = c == '\n' || c == '\r' || c == '\t' || c == ' ';
		if (gap && buf->ptr[buf->len - 1] == ' ')
			continue;
		if (c == '"' || c == '\\')
			buf_add_char(buf, '\\');
		buf_add_char(buf, gap ? ' ' : c);
	}
}

/* A long text is shown by its beginning, cut between characters. */
static struct kpss_str quoted(struct findings *findings, struct kpss_str text)
{
	struct buf buf = {0};
	bool cut = text.len > QUOTED_MOST;
	if (cut)
		text.len = QUOTED_MOST;
	while (cut && text.len > 0 && !byte_begins_character(text.ptr[text.len]))
		text.len--;
	buf_add_char(&buf, '"');
	quoted_add(&buf, text);
	buf_add_text(&buf, cut ? "…\"" : "\"");
	struct kpss_str result = findings_text(findings, buf_str(&buf));
	buf_clear(&buf);
	return result;
}

static struct kpss_str quoted_from(const struct problem *problem, uint32_t begin)
{
	uint32_t end = line_text_end(problem->bytes, begin > problem->at ? begin : problem->at);
	return quoted(problem->findings, (struct kpss_str){.ptr = problem->bytes.ptr + begin, .len = end - begin});
}

struct kpss_str quoted_rest(struct findings *findings, struct kpss_span span)
{
	struct kpss_str bytes = span.source->bytes;
	uint32_t end = line_text_end(bytes, span.begin);
	return quoted(findings, (struct kpss_str){.ptr = bytes.ptr + span.begin, .len = end - span.begin});
}

static void report(const struct problem *problem, const struct finding_kind *kind, uint32_t begin, uint32_t end,
	struct kpss_str first, struct kpss_str second)
{
	findings_add(problem->findings, &(struct finding){
		.kind = kind,
		.where = {.source = problem->source, .begin = begin, .end = end < begin ? begin : end},
		.arguments = {argument_text(first), argument_text(second)},
	});
}

/* From `begin` to the end of its line. */
static void report_rest(const struct problem *problem, const struct finding_kind *kind, uint32_t begin)
{
	report(problem, kind, begin, rest_of_line(problem->source, begin).end, kpss_str(NULL), kpss_str(NULL));
}

/* One word before the colon, written as names of fields are: this line was meant as a field. */
static bool looks_like_field(const struct problem *problem)
{
	const struct line *line = &problem->line;
	char first = problem->bytes.ptr[line->text];
	uint32_t length = line->colon - line->text;
	return !(first >= 'A' && first <= 'Z') && !memchr(problem->bytes.ptr + line->text, ' ', length) &&
		!memchr(problem->bytes.ptr + line->text, '.', length);
}

/* Looks upwards for the field whose text this line, by its indentation, goes on with. */
static bool continued_text(const struct problem *problem, uint32_t *value)
{
	struct line line = problem->line, above;
	while (line_above(problem->bytes, &line, &above)) {
		if (line_column(&above) < line_column(&problem->line)) {
			*value = line_value(problem->bytes, &above);
			return *value < above.end;
		}
		if (above.colon < above.end)
			return false;
		line = above;
	}
	return false;
}

/* libyaml takes a line without a colon for the beginning of a text, and complains only at the colon in the next line. */
static bool colon_missing_above(const struct problem *problem, struct line *above)
{
	return line_above(problem->bytes, &problem->line, above) && above->colon == above->end &&
		line_column(above) == line_column(&problem->line);
}

/* A second colon on a line is prose, and so is one in a line that goes on with a text; otherwise the line stands in the
 * wrong column. */
static void colon_report(const struct problem *problem)
{
	uint32_t value = problem->line.end;
	struct line above;
	bool second = problem->line.colon < problem->at;
	if (second)
		value = line_value(problem->bytes, &problem->line);
	if (second || (continued_text(problem, &value) && !looks_like_field(problem)))
		report(problem, &trouble_colon_in_text, problem->at, problem->at + 1, quoted_from(problem, value),
			kpss_str(NULL));
	else if (colon_missing_above(problem, &above))
		report_rest(problem, &trouble_missing_colon, above.text);
	else
		report(problem, &trouble_wrong_indentation, problem->line.text, problem->at, kpss_str(NULL), kpss_str(NULL));
}

static void first_character_report(const struct problem *problem)
{
	uint32_t at = problem->at;
	struct kpss_str character = {.ptr = problem->bytes.ptr + at, .len = at < problem->bytes.len};
	report(problem, &trouble_first_character, at, at + (uint32_t)character.len, character, quoted_from(problem, at));
}

/* Right behind, but for blanks, the last thing that was read; on the line on which that ended. */
static bool follows_last(const struct problem *problem)
{
	uint32_t at = problem->last ? problem->last->end : problem->at;
	while (at < problem->at && problem->bytes.ptr[at] == ' ')
		at++;
	return problem->last && at == problem->at && at < problem->line.end;
}

/* What was closed just before. */
static char closing_before(const struct problem *problem)
{
	uint32_t at = problem->at;
	while (at > problem->line.begin && problem->bytes.ptr[at - 1] == ' ')
		at--;
	char c = at > problem->line.begin ? problem->bytes.ptr[at - 1] : ' ';
	return problem->at < problem->line.end && problem->bytes.ptr[problem->at] != '#' && strchr("\"']}", c) ? c : 0;
}

/* libyaml wants a key, a dash or the end where text goes on behind a quotation mark or a bracket. When the quoted text
 * began on another line, it is that line's mark that was never closed. */
static bool goes_on_report(const struct problem *problem)
{
	char closing = closing_before(problem);
	if (!closing)
		return false;
	const struct node *last = problem->last;
	bool quote = last && (last->style == STYLE_SINGLE_QUOTED || last->style == STYLE_DOUBLE_QUOTED);
	if (quote && follows_last(problem) && last->begin < problem->line.begin)
		report(problem, &trouble_unclosed_quote, last->begin, last->begin + 1, kpss_str(NULL), kpss_str(NULL));
	else
		report_rest(problem, &trouble_text_after_quote, problem->at);
	return true;
}

/* The mark of a document, or text behind the mark that ends one. */
static bool is_document_mark(const struct problem *problem)
{
	struct kpss_str bytes = problem->bytes;
	uint32_t at = problem->at;
	struct line above;
	if (bytes.len - at >= 3 && (memcmp(bytes.ptr + at, "---", 3) == 0 || memcmp(bytes.ptr + at, "...", 3) == 0))
		return true;
	return line_above(bytes, &problem->line, &above) && bytes.len - above.begin >= 3 &&
		memcmp(bytes.ptr + above.begin, "...", 3) == 0;
}

/* A colon at the beginning of a line, or behind a bracket or comma. */
static bool colon_without_key(const struct problem *problem, const struct finding_kind *kind, uint32_t *colon)
{
	const struct line *line = &problem->line;
	*colon = kind == &trouble_wrong_indentation ? line->text : problem->at;
	if (*colon >= line->end || problem->bytes.ptr[*colon] != ':')
		return false;
	uint32_t before = *colon;
	while (before > line->begin && problem->bytes.ptr[before - 1] == ' ')
		before--;
	return kind == &trouble_wrong_indentation ||
		(kind == &trouble_other_syntax && before > line->begin && strchr("{[,", problem->bytes.ptr[before - 1]));
}

/* What stands in the line may say more than what libyaml wanted there. */
static bool closer_report(const struct problem *problem, const struct finding_kind *kind)
{
	uint32_t place;
	struct line above;
	if (line_tab(problem->bytes, &problem->line, &place)) {
		report(problem, &trouble_tab_indentation, place, place + 1, kpss_str(NULL), kpss_str(NULL));
		return true;
	}
	bool missing_above = kind == &trouble_colon_in_text && colon_missing_above(problem, &above);
	if (line_non_breaking_space(problem->bytes, &problem->line, &place) ||
		(missing_above && line_non_breaking_space(problem->bytes, &above, &place))) {
		report(problem, &trouble_non_breaking_space, place, place + 2, kpss_str(NULL), kpss_str(NULL));
		return true;
	}
	if (colon_without_key(problem, kind, &place)) {
		report(problem, &trouble_empty_key, place, place + 1, kpss_str(NULL), kpss_str(NULL));
		return true;
	}
	return kind == &trouble_wrong_indentation && goes_on_report(problem);
}

/* libyaml names the line behind an unfinished one; the fault is on the line before it. */
static uint32_t place_on_text(struct kpss_str bytes, uint32_t at)
{
	while (at > 0 && (at >= bytes.len || bytes.ptr[at] == '\n' || bytes.ptr[at] == '\r'))
		at--;
	while (at > 0 && !byte_begins_character(bytes.ptr[at]))
		at--;
	return at;
}

/* libyaml stands behind the letter, or at the end of the file, where it misses the digits of a number. */
static uint32_t backslash_before(const struct problem *problem, const char *complaint)
{
	uint32_t at = problem->at;
	if (strncmp(complaint, "found unknown", 13) == 0)
		return at;
	for (uint32_t back = 2; back > 0; back--)
		if (at >= back && problem->bytes.ptr[at - back] == '\\')
			return at - back;
	return at;
}

static void plain_report(const struct problem *problem, const struct finding_kind *kind, const char *complaint)
{
	uint32_t at = problem->at, length;
	bool quotes = kind == &trouble_anchor || kind == &trouble_alias || kind == &trouble_tag;
	bool whole = quotes || kind == &trouble_missing_colon || kind == &trouble_wrong_indentation ||
		kind == &trouble_directive;
	struct kpss_str argument = quotes ? quoted_from(problem, at) : kpss_str(NULL);
	if (kind == &trouble_other_syntax)
		argument = kpss_str(complaint ? complaint : "");
	if (whole) {
		report(problem, kind, at, rest_of_line(problem->source, at).end, argument, kpss_str(NULL));
		return;
	}
	length = at < problem->bytes.len;
	if (kind == &trouble_unknown_escape) {
		at = backslash_before(problem, complaint);
		length = problem->bytes.len - at < 2 ? 1 : 2;
	}
	while (at + length < problem->bytes.len && !byte_begins_character(problem->bytes.ptr[at + length]))
		length++;
	report(problem, kind, at, at + length, argument, kpss_str(NULL));
}

static struct problem problem_at(const struct problem *problem, uint32_t at)
{
	struct problem moved = *problem;
	moved.at = at;
	moved.line = line_read(problem->bytes, at);
	return moved;
}

void problem_report(const struct yaml_parser_s *parser, struct source *source, const struct node *last,
	struct mark_cursor *cursor, struct findings *findings)
{
	const struct libyaml_problem *row = libyaml_problem_find(parser->problem, parser->context);
	struct line above;
	const struct problem unplaced = {.source = source, .bytes = source->bytes, .last = last, .findings = findings};
	uint32_t at = place_on_text(source->bytes, mark_byte(cursor, parser->problem_mark.index));
	struct problem problem = problem_at(&unplaced, at);
	if (row->kind == &trouble_unclosed_bracket && goes_on_report(&problem))
		return;
	if (row->place == AT_CONTEXT)
		problem = problem_at(&unplaced, mark_byte(cursor, parser->context_mark.index));
	if (closer_report(&problem, row->kind))
		return;
	if (row->kind == &trouble_colon_in_text)
		colon_report(&problem);
	else if (row->kind == &trouble_first_character)
		first_character_report(&problem);
	else if (row->kind == &trouble_wrong_indentation && is_document_mark(&problem))
		report_rest(&problem, &trouble_second_document, at);
	else if (row->kind == &trouble_wrong_indentation && colon_missing_above(&problem, &above) &&
		problem.line.colon < problem.line.end)
		report_rest(&problem, &trouble_missing_colon, above.text);
	else
		plain_report(&problem, row->kind, parser->problem);
}
