/* How the bytes of a file are laid out around a place: what an edit has to fit in with. */
#ifndef DOCUMENT_LAYOUT_H
#define DOCUMENT_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include <kpss/str.h>

/* The file's own line end: the one nearest behind the place, or else the first. */
struct kpss_str layout_line_end(struct kpss_str bytes, uint32_t at);
/* Bytes between the beginning of its line, a byte order mark apart, and the place. */
int32_t layout_column(struct kpss_str bytes, uint32_t at);
/* Is the YAML a text behind | or >, which stays on the line of its key? */
bool layout_is_block_text(struct kpss_str yaml);

#endif
