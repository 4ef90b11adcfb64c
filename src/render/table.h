/* Tables for people, spreadsheets and programs, row by row. */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include <kpss/date.h>
#include <kpss/str.h>

#include "base/cell.h"

struct arena;
struct buf;
struct language;
struct table_writer;

enum { TABLE_SCHEMA_VERSION = 1 }; /* of json */

struct table_column {
	struct kpss_str name;  /* for programs, English; made unique where it repeats */
	struct kpss_str title; /* for people, in the language of the options */
	enum cell_type type;   /* CELL_NONE: mixed */
};

struct table_options {
	const struct language *language;
	struct kpss_str caption; /* may be empty */
	struct kpss_str town;    /* empty or absent: json says null */
	struct kpss_str commit;  /* that the plan was read from; empty or absent likewise */
	struct kpss_date as_of;
	bool excel; /* csv as a Czech spreadsheet opens it: byte order mark, semicolons, decimal comma, titles */
	bool colour;  /* text */
	size_t width; /* of the terminal, in columns; 0: lines may be as long as they come */
	struct arena *arena;
};

/* Options and columns are lent until the end, cells only for the call. The caller may empty the buffer between calls. */
struct table_format {
	const char *name;
	const char *summary; /* msgid: one line of help */
	bool binary;         /* never for a terminal */
	struct table_writer *(*begin)(struct buf *out, const struct table_options *options,
		const struct table_column *columns, size_t count);
	void (*row)(struct table_writer *writer, const struct cell *cells);
	/* Frees the writer; false when the table could not be made: too large for the format, or no temporary file. */
	bool (*end)(struct table_writer *writer);
};

/* In the order of help; the first is the default. Ends in NULL. */
extern const struct table_format *const table_formats[];

#endif
