/* A table of Markdown as GitHub, Pandoc and most editors read it. */
#include <stdlib.h>

#include "base/language.h"
#include "render/markdown.h"
#include "render/table_inside.h"

struct md_writer {
	struct table_writer base;
	struct buf cell; /* of the row being written */
};

static void add_cell(struct md_writer *writer, const struct cell *cell)
{
	writer->cell.len = 0;
	cell_add_spoken(&writer->cell, writer->base.options->language, cell);
	buf_add_char(writer->base.out, ' ');
	markdown_add_text(writer->base.out, buf_str(&writer->cell));
	buf_add_text(writer->base.out, writer->cell.len ? " |" : "|");
}

static struct table_writer *md_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct md_writer *writer = table_writer_new(sizeof *writer, out, options, columns, count);
	if (options->caption.len) {
		buf_add_text(out, "# ");
		markdown_add_text(out, options->caption);
		buf_add_text(out, "\n\n");
	}
	buf_add_char(out, '|');
	for (size_t i = 0; i < count; i++) {
		struct cell title = cell_text(columns[i].title);
		add_cell(writer, &title);
	}
	buf_add_text(out, "\n|");
	for (size_t i = 0; i < count; i++) {
		struct cell cell = {.type = columns[i].type};
		buf_add_text(out, cell_is_number(&cell) ? " ---: |" : " --- |");
	}
	buf_add_char(out, '\n');
	return &writer->base;
}

static void md_row(struct table_writer *base, const struct cell *cells)
{
	buf_add_char(base->out, '|');
	for (size_t i = 0; i < base->count; i++)
		add_cell((struct md_writer *)base, &cells[i]);
	buf_add_char(base->out, '\n');
}

static bool md_end(struct table_writer *base)
{
	buf_clear(&((struct md_writer *)base)->cell);
	free(base);
	return true;
}

const struct table_format table_format_md = {
	.name = "md",
	.summary = N_("a table of Markdown"),
	.begin = md_begin,
	.row = md_row,
	.end = md_end,
};
