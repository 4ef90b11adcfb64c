#include "query/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "query/inside.h"

struct query_catalogue {
	const struct query_table *tables;
	const struct query_view *views;
};

const struct query_catalogue *query_catalogue(struct arena *arena)
{
	struct query_catalogue *catalogue = arena_array(arena, 1, sizeof *catalogue);
	catalogue->tables = query_tables(&schema_embedded, arena);
	catalogue->views = query_views(&schema_embedded, catalogue->tables, false, arena);
	return catalogue;
}

static bool is_czech(const struct language *language)
{
	return strcmp(language_code(language), "cs") == 0;
}

static struct kpss_str said(
	const struct language *language, struct kpss_str english, struct kpss_str czech)
{
	return is_czech(language) ? czech : english;
}

static const struct special_table *special_named(struct kpss_str name)
{
	const struct special_table *special = special_tables;
	while (special->name && !kpss_str_is(name, special->name))
		special++;
	return special->name ? special : NULL;
}

struct kpss_str catalogue_table_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str name)
{
	const struct query_table *table = query_table_named(catalogue->tables, name);
	const struct special_table *special = special_named(name);
	if (table)
		return said(language, table->title, table->czech_title);
	for (const struct query_view *view = catalogue->views; view; view = view->next)
		if (kpss_str_equal(view->name, name))
			return said(language, view->title, view->czech_title);
	return kpss_str(special ? language_text(language, special->title) : NULL);
}

struct kpss_str catalogue_column_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table_name, struct kpss_str name)
{
	const struct query_table *table = query_table_named(catalogue->tables, table_name);
	const struct query_column *column = table ? query_column_named(table, name) : NULL;
	const struct special_table *special = special_named(table_name);
	for (uint32_t i = 0; special && i < special->column_count; i++)
		if (kpss_str_equal(special->columns[i].name, name))
			return kpss_str(language_text(language, special->columns[i].title.ptr));
	for (const struct query_table *at = catalogue->tables; at && !column && !table && !special;
		at = at->next)
		column = query_column_named(at, name);
	return column ? said(language, column->title, column->czech_title) : (struct kpss_str){0};
}
