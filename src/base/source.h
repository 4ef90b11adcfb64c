/* The bytes of one file and how a place in them is named to a person. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stddef.h>
#include <stdint.h>

#include <kpss/str.h>

struct arena;

/* Byte offsets are the only stored position; lines and columns are computed for whoever wants to see them.
 * The tables are made on first use in the arena given to source_new, so one source belongs to one thread. */
struct source {
	struct kpss_str path; /* relative to the repository, with '/' */
	struct kpss_str bytes;
	struct arena *arena;
	uint32_t lines_before; /* of a source that is only a part of the file */
	uint32_t *lines; /* where each line begins */
	uint32_t line_count;
	uint32_t *blocks; /* how many characters come before each, where a line is long */
};

/* Bytes from `begin` up to, not including, `end`. */
struct kpss_span {
	struct source *source; /* NULL: no place */
	uint32_t begin, end;
};

/* Both from 1; columns count characters (code points), a byte order mark is not one. */
struct place {
	uint32_t line, column;
};

/* Borrows path and bytes; both and the arena must outlive it. */
struct source *source_new(struct arena *arena, struct kpss_str path, struct kpss_str bytes);
struct place source_locate(struct source *source, uint32_t offset);
/* The text of a line from 1, without its end; empty behind the last. */
struct kpss_str source_line(struct source *source, uint32_t line);
/* Number of characters in UTF-8 text; a byte that is no UTF-8 counts as one. */
size_t text_characters(struct kpss_str text);

#endif
