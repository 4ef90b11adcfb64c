/* A table on a screen: columns as wide as what is in them, numbers to the right; where the terminal is narrower, long texts go
 * on below themselves. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "base/text.h"
#include "render/ink.h"
#include "render/table_inside.h"
#include "render/table_layout.h"

enum { FIRST_CELLS = 256 };

/* A cell as it was written, in the order of rows; the first row is the titles. */
struct kept {
	size_t end; /* in the text of all cells */
	uint32_t width;
	enum cell_type type;
};

struct text_writer {
	struct table_writer base;
	struct buf text;
	struct kept *cells;
	size_t cell_count, capacity;
};

static void keep(struct text_writer *writer, const struct cell *cell)
{
	if (writer->cell_count == writer->capacity) {
		writer->capacity = writer->capacity ? writer->capacity * 2 : FIRST_CELLS;
		writer->cells =
			memory_resize(writer->cells, writer->capacity, sizeof *writer->cells);
	}
	size_t begin = writer->text.len;
	cell_add_spoken(&writer->text, writer->base.options->language, cell);
	struct kpss_str text = {.ptr = writer->text.ptr + begin, .len = writer->text.len - begin};
	writer->cells[writer->cell_count++] = (struct kept){.end = writer->text.len,
		.width = (uint32_t)text_width(text),
		.type = text.len ? cell->type : CELL_NONE};
}

static struct table_writer *text_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct text_writer *writer = table_writer_new(sizeof *writer, out, options, columns, count);
	for (size_t i = 0; i < count; i++) {
		struct cell title = cell_text(columns[i].title);
		keep(writer, &title);
	}
	return &writer->base;
}

static void text_row(struct table_writer *base, const struct cell *cells)
{
	for (size_t i = 0; i < base->count; i++)
		keep((struct text_writer *)base, &cells[i]);
}

/* A column is one of numbers when nothing else is in it. */
static struct layout_column column_of(const struct text_writer *writer, size_t index)
{
	struct layout_column column = {.width = writer->cells[index].width};
	size_t numbers = 0, others = 0;
	for (size_t i = index + writer->base.count; i < writer->cell_count;
		i += writer->base.count) {
		const struct kept *kept = &writer->cells[i];
		const struct cell cell = {.type = kept->type};
		numbers += cell_is_number(&cell);
		others += kept->type != CELL_NONE && !cell_is_number(&cell);
		column.breaks = column.breaks || kept->type == CELL_TEXT;
		if (kept->width > column.width)
			column.width = kept->width;
	}
	const struct cell declared = {.type = writer->base.columns[index].type};
	column.to_right = others == 0 && (numbers > 0 || cell_is_number(&declared));
	return column;
}

static void add_row(struct buf *out, const struct text_writer *writer,
	const struct layout_column *columns, struct kpss_str *texts, size_t row)
{
	size_t count = writer->base.count, first = row * count;
	for (size_t i = 0; i < count; i++) {
		size_t begin = first + i ? writer->cells[first + i - 1].end : 0;
		texts[i] = (struct kpss_str){.ptr = writer->text.ptr + begin,
			.len = writer->cells[first + i].end - begin};
	}
	bool is_strong = row == 0 && writer->base.options->colour;
	ink_add(out, is_strong, INK_STRONG);
	layout_add_row(out, columns, texts, count);
	ink_add(out, is_strong, INK_PLAIN);
	buf_add_char(out, '\n');
}

static bool text_end(struct table_writer *base)
{
	struct text_writer *writer = (struct text_writer *)base;
	const struct table_options *options = base->options;
	struct layout_column *columns = arena_array(options->arena, base->count, sizeof *columns);
	struct kpss_str *texts = arena_array(options->arena, base->count, sizeof *texts);
	for (size_t i = 0; i < base->count; i++)
		columns[i] = column_of(writer, i);
	layout_fit(columns, base->count, options->width);
	if (options->caption.len) {
		text_add_safe(base->out, options->caption);
		buf_add_text(base->out, "\n\n");
	}
	for (size_t row = 0; base->count && row * base->count < writer->cell_count; row++) {
		add_row(base->out, writer, columns, texts, row);
		if (row == 0)
			layout_add_rule(base->out, columns, base->count);
	}
	buf_clear(&writer->text);
	free(writer->cells);
	free(writer);
	return true;
}

const struct table_format table_format_text = {
	.name = "text",
	.summary = N_("columns for a person to read"),
	.begin = text_begin,
	.row = text_row,
	.end = text_end,
};
