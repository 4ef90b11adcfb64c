#include "query/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/language.h"
#include "query/inside.h"

/* A field that a town has declared itself. */
struct own_column {
	struct kpss_str table, name, title, czech_title;
	const struct own_column *next;
};

struct query_catalogue {
	struct arena *arena;
	const struct query_table *tables;
	const struct query_view *views;
	const struct own_column *own;
};

struct query_catalogue *query_catalogue(struct arena *arena)
{
	struct query_catalogue *catalogue = arena_array(arena, 1, sizeof *catalogue);
	catalogue->arena = arena;
	catalogue->tables = query_tables(&schema_embedded, arena);
	catalogue->views = query_views(&schema_embedded, catalogue->tables, false, arena);
	return catalogue;
}

static void own_add(struct query_catalogue *catalogue, const struct query_table *table,
	const struct query_column *column)
{
	struct own_column *own = arena_array(catalogue->arena, 1, sizeof *own);
	*own = (struct own_column){
		.table = arena_text(catalogue->arena, table->name),
		.name = arena_text(catalogue->arena, column->name),
		.title = arena_text(catalogue->arena, column->title),
		.czech_title = arena_text(catalogue->arena, column->czech_title),
		.next = catalogue->own,
	};
	catalogue->own = own;
}

void catalogue_learn(struct query_catalogue *catalogue, const struct schema_table *schema)
{
	struct arena *arena = arena_new();
	const struct query_table *table = query_tables(schema, arena);
	for (; table; table = table->next) {
		const struct query_table *known = query_table_named(catalogue->tables, table->name);
		for (uint32_t i = 0; known && i < table->column_count; i++)
			if (!query_column_named(known, table->columns[i].name))
				own_add(catalogue, table, &table->columns[i]);
	}
	arena_free(arena);
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

static const struct query_view *view_named(
	const struct query_catalogue *catalogue, struct kpss_str name)
{
	const struct query_view *view = catalogue->views;
	while (view && !kpss_str_equal(view->name, name))
		view = view->next;
	return view;
}

struct kpss_str catalogue_table_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str name)
{
	const struct query_table *table = query_table_named(catalogue->tables, name);
	const struct query_view *view = view_named(catalogue, name);
	const struct special_table *special = special_named(name);
	if (table)
		return said(language, table->title, table->czech_title);
	if (view)
		return said(language, view->title, view->czech_title);
	return kpss_str(special ? language_text(language, special->title) : NULL);
}

/* Columns that only views have; `repo`, which all have when there are several towns. */
static struct kpss_str computed_title(const struct language *language, struct kpss_str name)
{
	static const struct {
		const char *name, *title;
	} computed[] = {
		{"repo", N_("The repository that the row comes from")},
		{"active", N_("Holds on the day")},
		{"body_kind", N_("A group or another body")},
		{"presence", N_("Present, excused, absent, substitute or guest")},
		{"about_what", N_("What the vote was about")},
		{"in_favour", N_("Votes in favour")},
		{"votes_against", N_("Votes against")},
		{"abstained", N_("Abstentions")},
		{"ancestor", N_("What the item stands under")},
		{"distance", N_("How many steps above")},
	};
	for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
		if (kpss_str_is(name, computed[i].name))
			return kpss_str(language_text(language, computed[i].title));
	return (struct kpss_str){0};
}

/* A column of a view is called what the tables that the view reads call theirs of that name. */
static const struct query_column *column_read(const struct query_catalogue *catalogue,
	const struct query_view *view, struct kpss_str name)
{
	for (const struct query_view *inner = catalogue->views; inner && inner != view;
		inner = inner->next)
		if (mentions(view->select, inner->name)) {
			const struct query_column *column = column_read(catalogue, inner, name);
			if (column)
				return column;
		}
	for (const struct query_table *table = catalogue->tables; table; table = table->next) {
		const struct query_column *column = query_column_named(table, name);
		if (column && mentions(view->select, table->name))
			return column;
	}
	return NULL;
}

struct kpss_str catalogue_column_title(const struct query_catalogue *catalogue,
	const struct language *language, struct kpss_str table_name, struct kpss_str name)
{
	const struct query_table *table = query_table_named(catalogue->tables, table_name);
	const struct query_view *view = view_named(catalogue, table_name);
	const struct query_column *column = table ? query_column_named(table, name) : NULL;
	const struct special_table *special = special_named(table_name);
	for (uint32_t i = 0; special && i < special->column_count; i++)
		if (kpss_str_equal(special->columns[i].name, name))
			return kpss_str(language_text(language, special->columns[i].title.ptr));
	if (view)
		column = column_read(catalogue, view, name);
	for (const struct own_column *own = catalogue->own; own; own = own->next)
		if (kpss_str_equal(own->name, name) &&
			(kpss_str_equal(own->table, table_name) ||
				(view && mentions(view->select, own->table))))
			return said(language, own->title, own->czech_title);
	return column ? said(language, column->title, column->czech_title)
		      : computed_title(language, name);
}
