/* What libyaml refuses, told to a person. */
#ifndef DOCUMENT_PROBLEM_H
#define DOCUMENT_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

struct findings;
struct mark_cursor;
struct node;
struct yaml_parser_s;

/* One finding for the error in which the parser stopped; `last` is the node read last, NULL when there is none. */
void problem_report(const struct yaml_parser_s *parser, struct source *source, const struct node *last,
	struct mark_cursor *cursor, struct findings *findings);

/* From `begin` to the end of its line, without blanks at the end. */
struct kpss_span rest_of_line(struct source *source, uint32_t begin);
/* The text from `begin` to the end of its line, without a comment, in double quotes, to be shown as a remedy. */
struct kpss_str quoted_rest(struct findings *findings, struct kpss_span span);

#endif
