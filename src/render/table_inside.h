/* What all formats of tables share; only for src/render/table*.c. */
#ifndef RENDER_TABLE_INSIDE_H
#define RENDER_TABLE_INSIDE_H

#include "base/buf.h"
#include "render/table.h"

extern const struct table_format table_format_text, table_format_csv, table_format_json,
	table_format_jsonl, table_format_md, table_format_xlsx;

/* The beginning of every format's own writer. */
struct table_writer {
	struct buf *out;
	const struct table_options *options;
	const struct table_column *columns;
	size_t count;
};

/* A writer of `size` bytes, all zero behind what is given; to be given back with free. */
void *table_writer_new(size_t size, struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count);

/* The columns' names, each once: what repeats gets a number behind it. In the arena of the options. */
const struct kpss_str *table_names(
	const struct table_options *options, const struct table_column *columns, size_t count);
/* "text", "money", …; "any" for a mixed column. */
const char *table_type_word(enum cell_type type);

bool cell_is_number(const struct cell *cell);
/* As people read it, on one line, safe for a terminal. */
void cell_add_spoken(struct buf *buf, const struct language *language, const struct cell *cell);
/* As programs read it: money in crowns, days as ISO 8601 has them, decimals after `point`; a text as it is. */
void cell_add_plain(struct buf *buf, const struct cell *cell, char point);

#endif
