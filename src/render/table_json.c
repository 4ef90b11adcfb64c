/* Rows as JSON objects: in one document with a header, or one a line. */
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/language.h"
#include "render/described.h"
#include "render/table_inside.h"

struct json_writer {
	struct table_writer base;
	const struct kpss_str *keys; /* of every column, as JSON, with the colon */
	bool has_rows;
};

static void add_value(struct buf *buf, const struct cell *cell)
{
	if (cell->type == CELL_TEXT)
		described_add_text(buf, cell->text);
	else if (cell->type == CELL_NONE || (cell->type == CELL_REAL && !isfinite(cell->real)))
		buf_add_text(buf, "null");
	else if (cell->type == CELL_DATE) {
		buf_add_char(buf, '"');
		cell_add_plain(buf, cell, '.');
		buf_add_char(buf, '"');
	} else {
		cell_add_plain(buf, cell, '.');
	}
}

static void add_object(struct json_writer *writer, const struct cell *cells)
{
	struct buf *buf = writer->base.out;
	buf_add_char(buf, '{');
	for (size_t i = 0; i < writer->base.count; i++) {
		buf_add_text(buf, i ? ", " : "");
		buf_add(buf, writer->keys[i]);
		add_value(buf, &cells[i]);
	}
	buf_add_char(buf, '}');
}

static struct json_writer *writer_new(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct json_writer *writer = table_writer_new(sizeof *writer, out, options, columns, count);
	const struct kpss_str *names = table_names(options, columns, count);
	struct kpss_str *keys = arena_array(options->arena, count, sizeof *keys);
	struct buf key = {0};
	for (size_t i = 0; i < count; i++) {
		key.len = 0;
		described_add_text(&key, names[i]);
		buf_add_text(&key, ": ");
		keys[i] = arena_text(options->arena, buf_str(&key));
	}
	buf_clear(&key);
	writer->keys = keys;
	return writer;
}

static void add_text_or_null(struct buf *buf, struct kpss_str text)
{
	struct cell cell =
		cell_text((struct kpss_str){.ptr = text.len ? text.ptr : NULL, .len = text.len});
	add_value(buf, &cell);
}

static void add_columns(struct buf *buf, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	const struct kpss_str *names = table_names(options, columns, count);
	buf_add_text(buf, "  \"columns\": [");
	for (size_t i = 0; i < count; i++) {
		buf_add_text(buf, i ? ",\n    {\"name\": " : "\n    {\"name\": ");
		described_add_text(buf, names[i]);
		buf_addf(buf, ", \"type\": \"%s\"}", table_type_word(columns[i].type));
	}
	buf_add_text(buf, "\n  ],\n");
}

static struct table_writer *json_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct json_writer *writer = writer_new(out, options, columns, count);
	struct cell as_of = cell_date(options->as_of);
	buf_addf(out, "{\n  \"schemaVersion\": %d,\n  \"asOf\": ", TABLE_SCHEMA_VERSION);
	add_value(out, &as_of);
	buf_add_text(out, ",\n  \"commit\": ");
	add_text_or_null(out, options->commit);
	buf_add_text(out, ",\n  \"town\": ");
	add_text_or_null(out, options->town);
	buf_add_text(out, ",\n");
	add_columns(out, options, columns, count);
	buf_add_text(out, "  \"rows\": [");
	return &writer->base;
}

static void json_row(struct table_writer *base, const struct cell *cells)
{
	struct json_writer *writer = (struct json_writer *)base;
	buf_add_text(base->out, writer->has_rows ? ",\n    " : "\n    ");
	add_object(writer, cells);
	writer->has_rows = true;
}

static bool json_end(struct table_writer *base)
{
	buf_add_text(base->out, ((struct json_writer *)base)->has_rows ? "\n  ]\n}\n" : "]\n}\n");
	free(base);
	return true;
}

static struct table_writer *jsonl_begin(struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	return &writer_new(out, options, columns, count)->base;
}

static void jsonl_row(struct table_writer *base, const struct cell *cells)
{
	add_object((struct json_writer *)base, cells);
	buf_add_char(base->out, '\n');
}

static bool jsonl_end(struct table_writer *base)
{
	free(base);
	return true;
}

const struct table_format table_format_json = {
	.name = "json",
	.summary = N_("one JSON document"),
	.begin = json_begin,
	.row = json_row,
	.end = json_end,
};

const struct table_format table_format_jsonl = {
	.name = "jsonl",
	.summary = N_("one JSON object a line"),
	.begin = jsonl_begin,
	.row = jsonl_row,
	.end = jsonl_end,
};
