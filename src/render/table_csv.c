/* Rows as comma-separated values; or as a Czech spreadsheet opens them by a double click. */
#include <stdlib.h>

#include "base/language.h"
#include "render/csv.h"
#include "render/table_inside.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct csv_writer {
	struct table_writer base;
	struct buf cell; /* of the row being written */
};

static void add_cell(struct table_writer *base, size_t column, bool guarded, struct kpss_str text)
{
	csv_add_cell(base->out, column, base->options->excel ? ';' : ',', guarded, text);
}

/* Where a row is one empty cell, its line would be taken for no row at all. */
static void end_row(struct table_writer *base, bool is_blank)
{
	buf_add_text(base->out, is_blank && base->count == 1 ? "\"\"" : "");
	csv_end_row(base->out);
}

static struct table_writer *csv_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct csv_writer *writer = table_writer_new(sizeof *writer, out, options, columns, count);
	const struct kpss_str *names = table_names(options, columns, count);
	buf_add_text(out, options->excel ? BYTE_ORDER_MARK : "");
	for (size_t i = 0; i < count; i++)
		add_cell(&writer->base, i, true, options->excel ? columns[i].title : names[i]);
	end_row(&writer->base, false);
	return &writer->base;
}

static void add_value(struct csv_writer *writer, const struct cell *cell)
{
	const struct table_options *options = writer->base.options;
	if (options->excel && cell->type == CELL_BOOLEAN)
		cell_add_spoken(&writer->cell, options->language, cell);
	else
		cell_add_plain(&writer->cell, cell, options->excel ? ',' : '.');
}

static void csv_row(struct table_writer *base, const struct cell *cells)
{
	struct csv_writer *writer = (struct csv_writer *)base;
	bool is_blank = true;
	for (size_t i = 0; i < base->count; i++) {
		writer->cell.len = 0;
		add_value(writer, &cells[i]);
		add_cell(base, i, cells[i].type == CELL_TEXT, buf_str(&writer->cell));
		is_blank = is_blank && writer->cell.len == 0;
	}
	end_row(base, is_blank);
}

static bool csv_end(struct table_writer *base)
{
	buf_clear(&((struct csv_writer *)base)->cell);
	free(base);
	return true;
}

const struct table_format table_format_csv = {
	.name = "csv",
	.summary = N_("comma-separated values; with --excel as a spreadsheet opens them"),
	.begin = csv_begin,
	.row = csv_row,
	.end = csv_end,
};
