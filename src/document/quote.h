/* Texts written as YAML scalars. Whether they are read back as the same text, only reading tells. */
#ifndef DOCUMENT_QUOTE_H
#define DOCUMENT_QUOTE_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

struct buf;

/* May stand without quotes, for all we can see in the text itself. */
bool plain_is_safe(struct kpss_str text, bool in_brackets);
/* Other readers, of YAML 1.1 most of all, make something else of it when it stands without quotes: a number, a truth
 * value, nothing, a time of the day in seconds. Days as plans write them (2026-03-12) are not among them. */
bool plain_is_ambiguous(struct kpss_str text);

void quote_single(struct buf *buf, struct kpss_str text);
/* All control characters are written with a backslash, so it is one line. */
void quote_double(struct buf *buf, struct kpss_str text);

/* How to write a text behind | or >. */
struct quote_block {
	char mark; /* '|' or '>' */
	char chomping; /* '-', '+' or 0 */
	uint32_t digit; /* the indentation indicator, 0 for none */
	uint32_t indent; /* spaces before each line */
	struct kpss_str behind; /* what follows the indicators on their line */
	struct kpss_str line_end;
};
/* Its last line has no end. A folded text gets a blank line for each line end in it. */
void quote_block(struct buf *buf, const struct quote_block *block, struct kpss_str text);

#endif
