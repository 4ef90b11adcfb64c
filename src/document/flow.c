#include "document/flow.h"

#include "base/finding.h"
#include "document/line.h"
#include "document/node.h"
#include "document/problem.h"
#include "document/trouble.h"

/* A walk from token to token. */
struct flow_walk {
	struct source *source;
	uint32_t spaces;
	struct findings *findings;
};

static bool refuse(const struct flow_walk *walk, const struct finding_kind *kind, uint32_t begin, uint32_t end,
	struct finding_argument first, struct finding_argument second)
{
	findings_add(walk->findings, &(struct finding){
		.kind = kind,
		.where = {.source = walk->source, .begin = begin, .end = end},
		.arguments = {first, second},
	});
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Checks the line that begins at *line, and moves *line to its first character that is no blank. */
static bool line_check(const struct flow_walk *walk, uint32_t *line, bool comments)
{
	struct kpss_str bytes = walk->source->bytes;
	uint32_t begin = *line, text = begin;
	while (text < bytes.len && bytes.ptr[text] == ' ')
		text++;
	uint32_t spaces = text - begin;
	while (text < bytes.len && is_blank(bytes.ptr[text]))
		text++;
	*line = text;
	bool empty = text == bytes.len || bytes.ptr[text] == '\n' || bytes.ptr[text] == '\r';
	if (spaces >= walk->spaces || empty || (comments && bytes.ptr[text] == '#'))
		return true;
	return refuse(walk, &trouble_shallow_line, begin + spaces, rest_of_line(walk->source, text).end,
		argument_number(walk->spaces), (struct finding_argument){0});
}

/* Where quoted text seems to go on with a line that reads like a field, its quotation mark was forgotten. */
static bool quote_check(const struct flow_walk *walk, const struct node *scalar, uint32_t at)
{
	struct kpss_str bytes = walk->source->bytes;
	struct line line = line_read(bytes, at);
	bool quoted = scalar->style == STYLE_SINGLE_QUOTED || scalar->style == STYLE_DOUBLE_QUOTED;
	if (!quoted || line.colon == line.end || line_column(&line) >= walk->spaces)
		return true;
	return refuse(walk, &trouble_unclosed_quote, scalar->begin, scalar->begin + 1, (struct finding_argument){0},
		(struct finding_argument){0});
}

static bool scalar_check(const struct flow_walk *walk, const struct node *scalar)
{
	const char *bytes = walk->source->bytes.ptr;
	uint32_t at = scalar->begin;
	const char *found;
	while ((found = memchr(bytes + at, '\n', scalar->end - at)) != NULL) {
		at = (uint32_t)(found - bytes) + 1;
		if (!quote_check(walk, scalar, at) || !line_check(walk, &at, false))
			return false;
	}
	return true;
}

bool flow_scalar_check(struct source *source, const struct node *scalar, uint32_t spaces, struct findings *findings)
{
	return scalar_check(&(struct flow_walk){.source = source, .spaces = spaces, .findings = findings}, scalar);
}

static bool comment_check(const struct flow_walk *walk, uint32_t hash)
{
	char before = walk->source->bytes.ptr[hash - 1];
	if (is_blank(before) || before == '\n')
		return true;
	return hash_check(walk->source, hash, walk->findings);
}

/* From the end of one scalar or opening bracket to the beginning of the next or the closing bracket. */
static bool gap_check(const struct flow_walk *walk, uint32_t begin, uint32_t end)
{
	const char *bytes = walk->source->bytes.ptr;
	uint32_t at = begin;
	while (at < end) {
		char c = bytes[at];
		if (c == '#') {
			if (!comment_check(walk, at))
				return false;
			at = rest_of_line(walk->source, at).end;
			while (at < end && bytes[at] != '\n')
				at++;
			continue;
		}
		at++;
		if (c == '\n' && !line_check(walk, &at, true))
			return false;
		if (c == '?')
			return refuse(walk, &trouble_complex_key, at - 1, at, (struct finding_argument){0},
				(struct finding_argument){0});
	}
	return true;
}

static bool dash_check(const struct flow_walk *walk, const struct node *scalar)
{
	if (scalar->style != STYLE_PLAIN || !kpss_str_is(node_text(scalar), "-"))
		return true;
	return refuse(walk, &trouble_first_character, scalar->begin, scalar->end, argument_text(kpss_str("-")),
		argument_text(kpss_str("\"-\"")));
}

bool flow_check(struct source *source, const struct node *collection, uint32_t spaces, struct findings *findings)
{
	struct flow_walk walk = {.source = source, .spaces = spaces, .findings = findings};
	uint32_t at = collection->begin;
	for (const struct node *node = collection + 1; node < collection + collection->size; node++) {
		if (node->kind != NODE_SCALAR)
			continue;
		if (!gap_check(&walk, at, node->begin) || !scalar_check(&walk, node) || !dash_check(&walk, node))
			return false;
		at = node->end;
	}
	return gap_check(&walk, at, collection->end) && hash_check(source, collection->end, findings);
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
