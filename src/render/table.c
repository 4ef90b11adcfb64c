#include "render/table_inside.h"

#include "base/arena.h"

const struct table_format *const table_formats[] = {
	&table_format_text,
	&table_format_csv,
	&table_format_json,
	&table_format_jsonl,
	&table_format_md,
	&table_format_xlsx,
	NULL,
};

void *table_writer_new(size_t size, struct buf *out, const struct table_options *options,
	const struct table_column *columns, size_t count)
{
	struct table_writer *writer = memory_resize(NULL, 1, size);
	memset(writer, 0, size);
	*writer = (struct table_writer){
		.out = out, .options = options, .columns = columns, .count = count};
	return writer;
}

static bool name_is_among(const struct kpss_str *names, size_t count, struct kpss_str name)
{
	for (size_t i = 0; i < count; i++)
		if (kpss_str_equal(names[i], name))
			return true;
	return false;
}

static bool name_is_given(const struct table_column *columns, size_t count, struct kpss_str name)
{
	for (size_t i = 0; i < count; i++)
		if (kpss_str_equal(columns[i].name, name))
			return true;
	return false;
}

const struct kpss_str *table_names(
	const struct table_options *options, const struct table_column *columns, size_t count)
{
	struct kpss_str *names = arena_array(options->arena, count, sizeof *names);
	for (size_t i = 0; i < count; i++) {
		names[i] = columns[i].name;
		for (unsigned number = 2; name_is_among(names, i, names[i]) ||
					  (number > 2 && name_is_given(columns, count, names[i]));
			number++)
			names[i] = arena_format(options->arena, "%.*s_%u", (int)columns[i].name.len,
				columns[i].name.ptr, number);
	}
	return names;
}

const char *table_type_word(enum cell_type type)
{
	static const char *const words[] = {
		[CELL_NONE] = "any",
		[CELL_TEXT] = "text",
		[CELL_INTEGER] = "integer",
		[CELL_REAL] = "real",
		[CELL_MONEY] = "money",
		[CELL_DATE] = "date",
		[CELL_BOOLEAN] = "boolean",
	};
	return words[type];
}
