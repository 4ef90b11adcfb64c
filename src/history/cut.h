/* A record cut out of a file by its lines, to see without reading the YAML of two versions that both say the same of it. */
#ifndef HISTORY_CUT_H
#define HISTORY_CUT_H

#include <stdbool.h>

#include <kpss/str.h>

/* The word at the left margin that the record stands under and the whole item of its list, with every record around it. */
struct cut {
	struct kpss_str word,
		item; /* whole lines; ptr NULL: it cannot be told without reading the file */
};

/* Of the only record of that id in a file of block lists. */
struct cut cut_of(struct kpss_str file, struct kpss_str id);
/* Does the other file say the same of the record, for certain? Both cuts are of their files, and the first file was read, or is known to
 * say the same as one that was. False: nobody knows. */
bool cut_is_same(
	struct kpss_str file, struct cut cut, struct kpss_str other_file, struct cut other);

#endif
