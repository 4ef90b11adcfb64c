/* A table in memory, written in a format. */
#ifndef TESTS_RENDER_TABLE_FIXTURE_H
#define TESTS_RENDER_TABLE_FIXTURE_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "render/table.h"

#define NBSP  "\xC2\xA0"
#define MINUS "\xE2\x88\x92"

enum { FIXTURE_COLUMNS = 2 };

/* Two columns, `a` (title A) of the type given and `b` (title Bé) of texts; each row is a value and a text. */
struct table_fixture {
	struct arena *arena;
	struct buf out;
	struct table_options options;
	struct table_column columns[FIXTURE_COLUMNS];
	const struct table_format *format;
	struct table_writer *writer;
};

static inline const struct table_format *table_format_named(const char *name)
{
	for (size_t i = 0; table_formats[i]; i++)
		if (strcmp(table_formats[i]->name, name) == 0)
			return table_formats[i];
	return NULL;
}

static inline struct table_fixture table_fixture(
	const char *format, const char *language, enum cell_type type)
{
	struct arena *arena = arena_new();
	return (struct table_fixture){
		.arena = arena,
		.format = table_format_named(format),
		.options = {.language = language_find(language),
			.as_of = kpss_date_of(2026, 6, 15),
			.arena = arena},
		.columns =
			{
				{.name = kpss_str("a"), .title = kpss_str("A"), .type = type},
				{.name = kpss_str("b"), .title = kpss_str("Bé"), .type = CELL_TEXT},
			},
	};
}

static inline void table_add(struct table_fixture *fixture, struct cell value, const char *text)
{
	const struct cell cells[FIXTURE_COLUMNS] = {value, cell_text(kpss_str(text))};
	if (!fixture->writer)
		fixture->writer = fixture->format->begin(
			&fixture->out, &fixture->options, fixture->columns, FIXTURE_COLUMNS);
	fixture->format->row(fixture->writer, cells);
}

/* What was written, as C text; good until table_clear. */
static inline const char *table_end(struct table_fixture *fixture)
{
	if (!fixture->writer)
		fixture->writer = fixture->format->begin(
			&fixture->out, &fixture->options, fixture->columns, FIXTURE_COLUMNS);
	bool made = fixture->format->end(fixture->writer);
	buf_add_char(&fixture->out, '\0');
	return made ? fixture->out.ptr : NULL;
}

static inline void table_clear(struct table_fixture *fixture)
{
	buf_clear(&fixture->out);
	arena_free(fixture->arena);
}

#endif
