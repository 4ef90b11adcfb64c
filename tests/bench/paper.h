/* One YAML file being written: indentation, block scalars, and, where asked for, one mistake. */
#ifndef BENCH_PAPER_H
#define BENCH_PAPER_H

#include <stdbool.h>
#include <stdio.h>

struct text;

struct paper {
	const char *folder; /* of the town; NULL: nothing is written, only counted */
	FILE *file;
	bool broken;  /* one mistake in every file */
	bool mistake; /* still to be made in this file */
	bool blank;   /* a blank line is due before the next one */
	long files;
	long records;
};

void paper_open(struct paper *paper, const char *path);
void paper_close(struct paper *paper);

/* One line, two spaces for each level. */
__attribute__((format(printf, 3, 4))) void paper_line(
	struct paper *paper, int level, const char *format, ...);
/* A blank line, unless the file ends here. */
void paper_blank(struct paper *paper);
/* `- id: …`, the first line of a record. */
void paper_record(struct paper *paper, int level, const char *id);
/* A word of a list or a reference whose misspelling has no other consequence: here mistakes are made. `start` is what
 * stands before it, as "druh: " or "- ". */
void paper_word(struct paper *paper, int level, const char *start, const char *word);
/* A block scalar, wrapped. */
void paper_block(struct paper *paper, int level, const char *key, const struct text *text);

#endif
