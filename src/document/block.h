/* The lines of a block scalar, the texts behind | and >. */
#ifndef DOCUMENT_BLOCK_H
#define DOCUMENT_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

/* How one block scalar is laid out in its file. */
struct block {
	uint32_t header_end; /* behind the mark and its indicators; a comment may follow */
	uint32_t first_line; /* where the line below the header begins; the end of the bytes when there is none */
	uint32_t indent; /* spaces before each line of the text */
	uint32_t long_blank; /* a blank line with more spaces than the text below it; 0: none */
	bool indent_given; /* by a digit in the header */
	char chomping; /* '-', '+' or 0 */
};

/* `begin` is where its mark stands, `column` that of the block collection around it, -1 when there is none. */
struct block block_read(struct kpss_str bytes, uint32_t begin, int32_t column);
/* Where its last line ends, the line's end not included: libyaml's own mark, given as `mark`, lies behind the blank
 * lines that follow. They belong to the text only where the header says +. */
uint32_t block_end(struct kpss_str bytes, const struct block *block, uint32_t mark);
/* Where a last line begins that has only spaces and no end: readers disagree whether it is a line of the text. 0 when
 * there is none such, or when it does not matter. */
uint32_t block_doubtful_end(struct kpss_str bytes, const struct block *block, uint32_t mark);

#endif
