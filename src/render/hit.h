/* What a search found, with an excerpt of the text. */
#ifndef RENDER_HIT_H
#define RENDER_HIT_H

#include <stdbool.h>

#include "answer/find.h"
#include "base/cell.h"
#include "render/table.h"

struct arena;
struct buf;
struct language;

struct hit_options {
	const struct plan *plan;
	const struct language *language;
	const struct find_words *words;
	bool colour;
	struct arena *arena;
};

/* For a person: the record, its place, the field and the excerpt, with the words found in it picked out. */
void hit_text(struct buf *buf, const struct hit_options *options, const struct find_hit *hit);

/* As a row of a table. */
enum { HIT_COLUMNS = 8 };
const struct table_column *hit_columns(const struct hit_options *options);
void hit_cells(struct cell cells[HIT_COLUMNS], const struct hit_options *options,
	const struct find_hit *hit);

#endif
