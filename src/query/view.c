#include "query/view.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/language.h"
#include "schema_words.h"

extern const unsigned char query_views_sql[];
extern const size_t query_views_sql_size;

struct maker {
	struct arena *arena;
	bool many;
	struct query_view *last;
};

static struct query_view *view_add(struct maker *maker, struct kpss_str name)
{
	struct query_view *view = arena_array(maker->arena, 1, sizeof *view);
	view->name = name;
	maker->last->next = view;
	maker->last = view;
	return view;
}

static struct kpss_str part(struct kpss_str text, size_t begin, size_t end)
{
	while (begin < end && strchr(" \n", text.ptr[begin]))
		begin++;
	while (end > begin && strchr(" \n", text.ptr[end - 1]))
		end--;
	return (struct kpss_str){.ptr = text.ptr + begin, .len = end - begin};
}

/* Where `what` stands in the text at or after `from`; text.len when nowhere. */
static size_t found_at(struct kpss_str text, size_t from, const char *what)
{
	size_t length = strlen(what);
	for (; from + length <= text.len; from++)
		if (memcmp(text.ptr + from, what, length) == 0)
			return from;
	return text.len;
}

/* What stands for a mark @name(arguments) of views.sql. */
static void mark_add(struct buf *buf, struct kpss_str name, struct kpss_str arguments, bool many)
{
	size_t comma = found_at(arguments, 0, ",");
	struct kpss_str first = part(arguments, 0, comma);
	if (kpss_str_is(name, "same")) {
		struct kpss_str second = part(arguments, comma + 1, arguments.len);
		if (many)
			buf_addf(buf, "%.*s.repo = %.*s.repo", (int)first.len, first.ptr,
				(int)second.len, second.ptr);
		else
			buf_add_text(buf, "1 = 1");
	} else if (many && first.len) {
		buf_addf(buf, "%.*s.repo,", (int)first.len, first.ptr);
	} else if (many) {
		buf_add_text(buf, "repo,");
	}
}

static struct kpss_str expanded(const struct maker *maker, struct kpss_str text)
{
	struct buf buf = {0};
	for (size_t at = 0; at < text.len;) {
		size_t mark = found_at(text, at, "@"), open = found_at(text, mark, "("),
		       close = found_at(text, mark, ")");
		buf_add(&buf, (struct kpss_str){.ptr = text.ptr + at, .len = mark - at});
		if (mark == text.len)
			break;
		mark_add(
			&buf, part(text, mark + 1, open), part(text, open + 1, close), maker->many);
		at = close + 1;
	}
	struct kpss_str select = arena_text(maker->arena, buf_str(&buf));
	buf_clear(&buf);
	return select;
}

/* “-- name: title | český název”, then the statement. */
static void written_views_add(struct maker *maker)
{
	const struct kpss_str all = {
		.ptr = (const char *)query_views_sql, .len = query_views_sql_size};
	/* What comes first is about the file. */
	size_t at = found_at(all, 0, "\n\n") + 2;
	while (at < all.len) {
		size_t line = found_at(all, at, "\n"), colon = found_at(all, at, ": "),
		       bar = found_at(all, at, " | "), next = found_at(all, line, "\n\n--");
		struct query_view *view = view_add(maker, part(all, at + strlen("-- "), colon));
		view->title = part(all, colon + 1, bar);
		view->czech_title = part(all, bar + strlen(" | "), line);
		view->select = expanded(maker, part(all, line, next));
		at = next == all.len ? next : next + 2;
	}
}

static bool is_taken(
	const struct query_table *tables, const struct query_view *views, struct kpss_str name)
{
	for (; views; views = views->next)
		if (kpss_str_equal(views->name, name))
			return true;
	return query_table_named(tables, name) != NULL;
}

static const char level_items[] = N_("Items of the level"), in_crowns[] = N_("(amounts in crowns)");

static struct kpss_str in_czech(const char *english)
{
	return kpss_str(language_text(language_find("cs"), english));
}

static struct kpss_str beside(
	const struct maker *maker, struct kpss_str first, struct kpss_str second)
{
	return arena_format(
		maker->arena, "%.*s %.*s", (int)first.len, first.ptr, (int)second.len, second.ptr);
}

static void level_views_add(struct maker *maker, const struct schema_table *schema,
	const struct query_table *tables, const struct query_view *first)
{
	for (uint32_t i = 0; i < schema->level_count; i++) {
		struct kpss_str singular = schema_word(schema, schema->levels[i].singular),
				plural = schema_word(schema, schema->levels[i].plural),
				czech = schema_word(schema, schema->levels[i].czech_plural);
		if (is_taken(tables, first->next, plural))
			continue;
		struct query_view *view = view_add(maker, plural);
		view->title = beside(maker, kpss_str(level_items), singular);
		view->czech_title = beside(maker, in_czech(level_items), czech);
		view->select =
			arena_format(maker->arena, "SELECT * FROM nodes WHERE level = '%.*s'",
				(int)singular.len, singular.ptr);
	}
}

static bool has_money(const struct query_table *table)
{
	for (uint32_t i = 0; i < table->column_count; i++)
		if (table->columns[i].type == CELL_MONEY)
			return true;
	return false;
}

/* The same columns, amounts divided: exact to the hundredth as far as a floating-point number is. */
static void crown_views_add(struct maker *maker, const struct query_table *tables)
{
	for (const struct query_table *table = tables; table; table = table->next) {
		struct buf buf = {0};
		if (!has_money(table))
			continue;
		struct query_view *view =
			view_add(maker, arena_format(maker->arena, "%.*s_czk", (int)table->name.len,
						table->name.ptr));
		view->title = beside(maker, table->title, kpss_str(in_crowns));
		view->czech_title = beside(maker, table->czech_title, in_czech(in_crowns));
		buf_add_text(&buf, maker->many ? "SELECT repo, " : "SELECT ");
		for (uint32_t i = 0; i < table->column_count; i++) {
			struct kpss_str name = table->columns[i].name;
			buf_addf(&buf,
				table->columns[i].type == CELL_MONEY
					? "%s\"%.*s\" / 100.0 AS \"%.*s\""
					: "%s\"%.*s\"",
				i ? ", " : "", (int)name.len, name.ptr, (int)name.len, name.ptr);
		}
		buf_addf(&buf, " FROM %.*s", (int)table->name.len, table->name.ptr);
		view->select = arena_text(maker->arena, buf_str(&buf));
		buf_clear(&buf);
	}
}

const struct query_view *query_views(const struct schema_table *schema,
	const struct query_table *tables, bool many, struct arena *arena)
{
	struct query_view first = {0};
	struct maker maker = {.arena = arena, .many = many, .last = &first};
	written_views_add(&maker);
	level_views_add(&maker, schema, tables, &first);
	crown_views_add(&maker, tables);
	return first.next;
}
