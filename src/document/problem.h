/* What libyaml refuses, told to a person; and what it lets through though other readers do not. */
#ifndef DOCUMENT_PROBLEM_H
#define DOCUMENT_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

struct findings;
struct mark_cursor;
struct node;
struct yaml_parser_s;

/* One finding for the error in which the parser stopped. */
void problem_report(const struct yaml_parser_s *parser, struct source *source, struct mark_cursor *cursor,
	struct findings *findings);

/* From `begin` to the end of its line, without blanks at the end. */
struct kpss_span rest_of_line(struct source *source, uint32_t begin);
/* That text in double quotes, to be shown as a remedy. */
struct kpss_str quoted_rest(struct findings *findings, struct kpss_span span);

/* False, with a finding, when a comment begins right behind a quoted scalar or a bracket that ends at `end`. */
bool hash_check(struct source *source, uint32_t end, struct findings *findings);
/* False, with a finding, when a double-quoted scalar says a character by an escape that may not stand in a plan. */
bool escapes_check(struct source *source, const struct node *scalar, struct findings *findings);

#endif
