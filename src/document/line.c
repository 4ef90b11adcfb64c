#include "document/line.h"

#include "document/characters.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static uint32_t blanks_skip(struct kpss_str bytes, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(bytes.ptr[at]))
		at++;
	return at;
}

struct line line_read(struct kpss_str bytes, uint32_t at)
{
	struct line line = {.begin = at, .end = at};
	while (line.begin > 0 && bytes.ptr[line.begin - 1] != '\n')
		line.begin--;
	while (line.end < bytes.len && bytes.ptr[line.end] != '\n')
		line.end++;
	if (line.end > line.begin && bytes.ptr[line.end - 1] == '\r')
		line.end--;
	line.text = blanks_skip(bytes, line.begin, line.end);
	while (line.text + 1 < line.end && bytes.ptr[line.text] == '-' && is_blank(bytes.ptr[line.text + 1]))
		line.text = blanks_skip(bytes, line.text + 1, line.end);
	line.colon = line.text;
	while (line.colon < line.end &&
		!(bytes.ptr[line.colon] == ':' && (line.colon + 1 == line.end || is_blank(bytes.ptr[line.colon + 1]))))
		line.colon++;
	return line;
}

bool line_above(struct kpss_str bytes, const struct line *line, struct line *above)
{
	*above = *line;
	while (above->begin > 0) {
		*above = line_read(bytes, above->begin - 1);
		if (above->text < above->end && bytes.ptr[above->text] != '#')
			return true;
	}
	return false;
}

uint32_t line_text_end(struct kpss_str bytes, uint32_t at)
{
	uint32_t end = at;
	while (end < bytes.len && bytes.ptr[end] != '\n' && bytes.ptr[end] != '\r' &&
		!(bytes.ptr[end] == '#' && end > at && is_blank(bytes.ptr[end - 1])))
		end++;
	while (end > at && is_blank(bytes.ptr[end - 1]))
		end--;
	return end;
}

uint32_t line_value(struct kpss_str bytes, const struct line *line)
{
	return line->colon < line->end ? blanks_skip(bytes, line->colon + 1, line->end) : line->end;
}

bool line_tab(struct kpss_str bytes, const struct line *line, uint32_t *tab)
{
	uint32_t blanks = blanks_skip(bytes, line->begin, line->end) - line->begin;
	const char *found = blanks ? memchr(bytes.ptr + line->begin, '\t', blanks) : NULL;
	if (found)
		*tab = (uint32_t)(found - bytes.ptr);
	return found != NULL;
}

bool line_non_breaking_space(struct kpss_str bytes, const struct line *line, uint32_t *place)
{
	struct kpss_str text = {.ptr = bytes.ptr + line->text, .len = line->end - line->text};
	if (text.len >= 2 && memcmp(text.ptr, NON_BREAKING_SPACE, 2) == 0) {
		*place = line->text;
		return true;
	}
	const char *found = memmem(text.ptr, text.len, ":" NON_BREAKING_SPACE, 3);
	if (!found || found > bytes.ptr + line->colon)
		return false;
	*place = (uint32_t)(found - bytes.ptr) + 1;
	return true;
}
