/* Questions about one line of a file, for guessing what a person meant. */
#ifndef DOCUMENT_LINE_H
#define DOCUMENT_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

/* A line without its end. */
struct line {
	uint32_t begin, end;
	uint32_t text; /* its first character that is neither a blank nor the dash of a list item */
	uint32_t colon; /* the first colon with a blank or nothing behind it; `end` when there is none */
};

/* The line in which `at` lies. */
struct line line_read(struct kpss_str bytes, uint32_t at);
/* The nearest line above that is neither blank nor a comment; false when there is none. */
bool line_above(struct kpss_str bytes, const struct line *line, struct line *above);

static inline uint32_t line_column(const struct line *line)
{
	return line->text - line->begin;
}

/* From `at` to the end of the line, without a comment and blanks at the end. */
uint32_t line_text_end(struct kpss_str bytes, uint32_t at);
/* Behind the colon and the blanks after it; `end` when there is no colon. */
uint32_t line_value(struct kpss_str bytes, const struct line *line);

/* A tab, or a non-breaking space, among the blanks at the beginning; or such a space behind the first colon. */
bool line_tab(struct kpss_str bytes, const struct line *line, uint32_t *tab);
bool line_non_breaking_space(struct kpss_str bytes, const struct line *line, uint32_t *place);

#endif
