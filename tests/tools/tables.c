/* Prints a table with a value of every sort, and with what is hostile to some format, for the programs that read tables:
 * tables FORMAT [--excel]. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "render/table.h"

static const struct table_column columns[] = {
	{{"text", 4}, {"text", 4}, CELL_TEXT},
	{{"number", 6}, {"číslo", 7}, CELL_INTEGER},
	{{"real", 4}, {"podíl", 6}, CELL_REAL},
	{{"money", 5}, {"částka", 8}, CELL_MONEY},
	{{"day", 3}, {"den", 3}, CELL_DATE},
	{{"valid", 5}, {"platí", 6}, CELL_BOOLEAN},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void add_rows(const struct table_format *format, struct table_writer *writer)
{
	static const char *const texts[] = {"Příliš žluťoučký kůň", "=1+1", "+420 555 000 111",
		"-5", "@příkaz", "dva\nřádky", "„uvozovky“, \"a\"; čárka", "<b>&amp;</b>", "00123",
		"_x0041_", "zvonek \a", "a\tb|c", "𝟙 😀", " okraje "};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct cell cells[COLUMNS] = {
			cell_text(kpss_str(texts[i])),
			cell_integer((int64_t)i * 4000 - 4000),
			cell_real((double)i / 8),
			cell_money((int64_t)i * 123456750 - 50),
			cell_date(kpss_date_of(2026, 6, 15 + (int)i)),
			cell_boolean(i % 2 == 0),
		};
		format->row(writer, cells);
	}
	const struct cell nothing[COLUMNS] = {{0}};
	format->row(writer, nothing);
}

int main(int argc, char **argv)
{
	const struct table_format *format = NULL;
	for (size_t i = 0; argc > 1 && table_formats[i]; i++)
		if (strcmp(table_formats[i]->name, argv[1]) == 0)
			format = table_formats[i];
	if (!format)
		return 2;
	struct buf buf = {0};
	struct arena *arena = arena_new();
	const struct table_options options = {.language = language_find("cs"),
		.caption = kpss_str("Přehled: cíle/opatření"),
		.town = kpss_str("Kotěhůlky"),
		.as_of = kpss_date_of(2026, 6, 15),
		.excel = argc > 2 && strcmp(argv[2], "--excel") == 0,
		.arena = arena};
	struct table_writer *writer = format->begin(&buf, &options, columns, COLUMNS);
	add_rows(format, writer);
	bool made = format->end(writer) && buf_write(&buf, stdout);
	buf_clear(&buf);
	arena_free(arena);
	return made ? 0 : 3;
}
