/* A workbook of one sheet, with days that are days and numbers that are numbers. The only user of libxlsxwriter. */
#include <math.h>
#include <stdlib.h>

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/language.h"
#include "base/scratch.h"
#include "base/text.h"
#include "render/sheet_text.h"
#include "render/table_inside.h"

enum { NARROWEST = 8, WIDEST = 60, ARROW = 3, SECONDS_OF_DAY = 86400 };

struct xlsx_writer {
	struct table_writer base;
	FILE *scratch;
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *title, *text, *number, *day, *money;
	size_t *widths;
	lxw_row_t rows; /* with the titles */
	struct buf cell;
	bool failed;
};

static void widen(struct xlsx_writer *writer, size_t column, size_t width)
{
	if (width > writer->widths[column])
		writer->widths[column] = width;
}

static void note(struct xlsx_writer *writer, lxw_error error)
{
	writer->failed = writer->failed || error != LXW_NO_ERROR;
}

static void write_text(
	struct xlsx_writer *writer, size_t column, struct kpss_str text, lxw_format *format)
{
	writer->cell.len = 0;
	sheet_text_add(&writer->cell, text);
	widen(writer, column, sheet_text_width(buf_str(&writer->cell)));
	buf_add_char(&writer->cell, '\0');
	note(writer, worksheet_write_string(writer->sheet, writer->rows, (lxw_col_t)column,
			     writer->cell.ptr, format));
}

static void write_titles(struct xlsx_writer *writer)
{
	for (size_t i = 0; i < writer->base.count; i++) {
		write_text(writer, i, writer->base.columns[i].title, writer->title);
		writer->widths[i] += ARROW;
	}
	writer->rows = 1;
}

/* Binary equal for equal input, so nothing of the moment may get in. */
static void set_properties(lxw_workbook *workbook, const struct table_options *options)
{
	struct buf caption = {0};
	sheet_text_add(&caption, options->caption);
	buf_add_char(&caption, '\0');
	lxw_doc_properties properties = {.title = caption.ptr,
		.created = day_is_open(options->as_of) || options->as_of.days == 0
				   ? SECONDS_OF_DAY
				   : (time_t)options->as_of.days * SECONDS_OF_DAY};
	workbook_set_properties(workbook, &properties);
	buf_clear(&caption);
}

static lxw_format *format_new(lxw_workbook *workbook, const char *numbers)
{
	lxw_format *format = workbook_add_format(workbook);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (numbers)
		format_set_num_format(format, numbers);
	return format;
}

/* Rows grow with what is in them as long as nobody says how high they are. */
static void set_formats(struct xlsx_writer *writer, const struct language *language)
{
	bool is_czech = strcmp(language_code(language), "cs") == 0;
	writer->title = format_new(writer->workbook, NULL);
	format_set_bold(writer->title);
	format_set_text_wrap(writer->title);
	writer->text = format_new(writer->workbook, NULL);
	format_set_text_wrap(writer->text);
	writer->number = format_new(writer->workbook, NULL);
	writer->day =
		format_new(writer->workbook, is_czech ? "d\\.\\ m\\.\\ yyyy" : "yyyy\\-mm\\-dd");
	writer->money = format_new(writer->workbook, "#,##0.00");
}

static void open_workbook(struct xlsx_writer *writer, const struct table_options *options)
{
	char path[SCRATCH_PATH_SIZE];
	writer->scratch = scratch_open(path);
	if (!writer->scratch)
		return;
	/* Rows go to a file of the library's own as they come. */
	lxw_workbook_options settings = {.constant_memory = LXW_TRUE};
	writer->workbook = workbook_new_opt(path, &settings);
	if (!writer->workbook)
		return;
	const char *name = sheet_name(options->arena, options->caption,
		kpss_str(language_text(options->language, N_("table"))));
	writer->sheet = workbook_add_worksheet(writer->workbook, name);
}

static struct table_writer *xlsx_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct xlsx_writer *writer = table_writer_new(sizeof *writer, out, options, columns, count);
	writer->widths = arena_array(options->arena, count, sizeof *writer->widths);
	open_workbook(writer, options);
	writer->failed = !writer->sheet || count > LXW_COL_MAX;
	if (writer->failed)
		return &writer->base;
	set_properties(writer->workbook, options);
	set_formats(writer, options->language);
	write_titles(writer);
	return &writer->base;
}

/* How wide a cell will be shown, which is as people read it. */
static void widen_for(struct xlsx_writer *writer, size_t column, const struct cell *cell)
{
	writer->cell.len = 0;
	cell_add_spoken(&writer->cell, writer->base.options->language, cell);
	widen(writer, column, text_width(buf_str(&writer->cell)));
}

/* What a spreadsheet would round, or cannot show, is none: days count from the end of 1899, and 1900 passes for a leap year. */
static bool is_number_there(const struct cell *cell, double *number)
{
	enum { HUNDREDTHS = 100 };
	const int64_t exact = INT64_C(999999999999999);
	if (cell->type == CELL_REAL) {
		*number = cell->real;
		return isfinite(cell->real);
	}
	if (cell->type == CELL_DATE) {
		*number = (double)(cell->number - kpss_date_of(1899, 12, 30).days);
		return cell->number >= kpss_date_of(1900, 3, 1).days;
	}
	*number = (double)cell->number / (cell->type == CELL_MONEY ? HUNDREDTHS : 1);
	return cell->number >= -exact && cell->number <= exact;
}

static void write_number(struct xlsx_writer *writer, size_t column, const struct cell *cell)
{
	lxw_format *format = cell->type == CELL_DATE    ? writer->day
			     : cell->type == CELL_MONEY ? writer->money
							: writer->number;
	double number;
	if (is_number_there(cell, &number)) {
		note(writer, worksheet_write_number(writer->sheet, writer->rows, (lxw_col_t)column,
				     number, format));
		return;
	}
	struct buf plain = {0};
	cell_add_plain(&plain, cell, '.');
	write_text(writer, column, buf_str(&plain), writer->text);
	buf_clear(&plain);
}

static void write_cell(struct xlsx_writer *writer, size_t column, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_NONE:
		return;
	case CELL_TEXT:
		write_text(writer, column, cell->text, writer->text);
		return;
	case CELL_BOOLEAN:
		note(writer, worksheet_write_boolean(writer->sheet, writer->rows, (lxw_col_t)column,
				     (int)cell->number, writer->number));
		return;
	case CELL_INTEGER:
	case CELL_REAL:
	case CELL_MONEY:
	case CELL_DATE:
		widen_for(writer, column, cell);
		write_number(writer, column, cell);
	}
}

static void xlsx_row(struct table_writer *base, const struct cell *cells)
{
	struct xlsx_writer *writer = (struct xlsx_writer *)base;
	writer->failed = writer->failed || writer->rows == LXW_ROW_MAX;
	for (size_t i = 0; !writer->failed && i < base->count; i++)
		write_cell(writer, i, &cells[i]);
	writer->rows++;
}

/* On paper as wide as a sheet lying on its side, the titles on every one. */
static void set_printing(lxw_worksheet *sheet)
{
	enum { A4 = 9 };
	worksheet_set_paper(sheet, A4);
	worksheet_set_landscape(sheet);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
}

static void finish_sheet(struct xlsx_writer *writer)
{
	size_t count = writer->base.count;
	for (size_t i = 0; i < count; i++) {
		size_t width = writer->widths[i] + 1;
		width = width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
		worksheet_set_column(
			writer->sheet, (lxw_col_t)i, (lxw_col_t)i, (double)width, NULL);
	}
	worksheet_freeze_panes(writer->sheet, 1, 0);
	worksheet_ignore_errors(writer->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
	set_printing(writer->sheet);
	if (count)
		note(writer, worksheet_autofilter(writer->sheet, 0, 0, writer->rows - 1,
				     (lxw_col_t)(count - 1)));
}

static bool xlsx_end(struct table_writer *base)
{
	struct xlsx_writer *writer = (struct xlsx_writer *)base;
	if (!writer->failed)
		finish_sheet(writer);
	if (writer->workbook)
		note(writer, workbook_close(writer->workbook));
	bool made = !writer->failed && scratch_read(writer->scratch, base->out);
	if (writer->scratch)
		fclose(writer->scratch);
	buf_clear(&writer->cell);
	free(writer);
	return made;
}

const struct table_format table_format_xlsx = {
	.name = "xlsx",
	.summary = N_("a workbook for Excel and LibreOffice"),
	.binary = true,
	.begin = xlsx_begin,
	.row = xlsx_row,
	.end = xlsx_end,
};
