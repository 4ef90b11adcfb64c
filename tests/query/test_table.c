/* The tables that are read off the schemas. */
#include "query/table.h"

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "plan_fixture.h"
#include "query/view.h"
#include "schema_words.h"

static const struct query_table *tables(struct plan_fixture *fixture)
{
	return query_tables(&schema_embedded, fixture->findings.arena);
}

static const struct query_table *table(struct plan_fixture *fixture, const char *name)
{
	return query_table_named(tables(fixture), kpss_str(name));
}

static bool has(const struct query_table *table, const char *name)
{
	return query_column_named(table, kpss_str(name)) != NULL;
}

static void makes_a_table_of_each_kind(void **state)
{
	for (uint32_t i = 0; i < schema_embedded.kind_count; i++) {
		struct kpss_str plural = schema_word(&schema_embedded, schema_embedded.kinds[i].plural);
		assert_non_null(query_table_named(tables(*state), plural));
	}
}

static void makes_a_table_of_each_list_but_not_of_lists_of_records(void **state)
{
	assert_true(has(table(*state, "evaluation_results"), "status_class"));
	assert_true(has(table(*state, "evaluation_results_costs_sources"), "value"));
	assert_null(table(*state, "submission_comments"));
	assert_null(table(*state, "node_measures"));
}

static void makes_columns_of_fields_within_fields(void **state)
{
	assert_true(has(table(*state, "comments"), "settlement_vote_in_favour"));
	assert_false(has(table(*state, "comments"), "settlement"));
	assert_false(has(table(*state, "comments"), "extra"));
}

static void tells_the_record_from_a_field_of_the_same_name(void **state)
{
	assert_int_equal(query_column_named(table(*state, "body_members"), kpss_str("body_id"))->source, COLUMN_RECORD);
	assert_int_equal(query_column_named(table(*state, "body_members"), kpss_str("body"))->source, COLUMN_FIELD);
	assert_int_equal(query_column_named(table(*state, "group_members"), kpss_str("group_id"))->source, COLUMN_RECORD);
}

static void knows_which_field_names_the_record_around(void **state)
{
	static const char *const places[][2] = {{"comments", "submission"}, {"action_plan_rows", "action_plan"},
		{"nodes", "parent"}, {"parts", "belongs_to"}, {"tasks", "meeting"}, {"document_versions", "document"}};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		assert_true(query_column_named(table(*state, places[i][0]), kpss_str(places[i][1]))->is_place);
	assert_false(query_column_named(table(*state, "nodes"), kpss_str("continues"))->is_place);
}

/* Reserved words of PostgreSQL 15 as pg_get_keywords() tells them (categories R and T); scripts/oracles asks a real one. */
static const char reserved[] =
	" all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation "
	"column concurrently constraint create cross current_catalog current_date current_role current_schema current_time "
	"current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze "
	"from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit "
	"localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references "
	"returning right select session_user similar some symmetric table tablesample then to trailing true union unique user "
	"using variadic verbose when where window with ";

static void assert_is_plain(sqlite3 *sqlite, struct kpss_str name)
{
	char sql[700], padded[100];
	assert_true(name.len < 60); /* PostgreSQL cuts at 63 */
	snprintf(padded, sizeof padded, " %.*s ", (int)name.len, name.ptr);
	if (strstr(reserved, padded))
		fail_msg("%s is reserved by PostgreSQL", padded);
	snprintf(sql, sizeof sql, "CREATE TABLE%s(a); ALTER TABLE%sADD COLUMN%sTEXT; SELECT%sFROM%s; DROP TABLE%s", padded,
		padded, padded, padded, padded, padded);
	if (sqlite3_exec(sqlite, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", padded, sqlite3_errmsg(sqlite));
}

static void names_nothing_by_a_reserved_word(void **state)
{
	struct plan_fixture *fixture = *state;
	sqlite3 *sqlite;
	sqlite3_open(":memory:", &sqlite);
	for (const struct query_table *at = tables(fixture); at; at = at->next) {
		assert_is_plain(sqlite, at->name);
		for (uint32_t i = 0; i < at->column_count; i++)
			assert_is_plain(sqlite, at->columns[i].name);
	}
	const struct query_view *view =
		query_views(&schema_embedded, tables(fixture), false, fixture->findings.arena);
	for (; view; view = view->next)
		assert_is_plain(sqlite, view->name);
	sqlite3_close(sqlite);
}

static void gives_every_table_and_column_a_title_in_both_languages(void **state)
{
	for (const struct query_table *at = tables(*state); at; at = at->next) {
		assert_true(at->title.len > 0 && at->czech_title.len > 0);
		for (uint32_t i = 0; i < at->column_count; i++)
			if (at->columns[i].title.len == 0 || at->columns[i].czech_title.len == 0)
				fail_msg("%.*s.%.*s has no title", (int)at->name.len, at->name.ptr,
					(int)at->columns[i].name.len, at->columns[i].name.ptr);
	}
}

static void names_no_two_columns_of_a_table_alike(void **state)
{
	for (const struct query_table *at = tables(*state); at; at = at->next)
		for (uint32_t i = 0; i < at->column_count; i++)
			assert_ptr_equal(query_column_named(at, at->columns[i].name), &at->columns[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(makes_a_table_of_each_kind),
		PLAN_TEST(makes_a_table_of_each_list_but_not_of_lists_of_records),
		PLAN_TEST(makes_columns_of_fields_within_fields),
		PLAN_TEST(tells_the_record_from_a_field_of_the_same_name),
		PLAN_TEST(knows_which_field_names_the_record_around),
		PLAN_TEST(names_nothing_by_a_reserved_word),
		PLAN_TEST(gives_every_table_and_column_a_title_in_both_languages),
		PLAN_TEST(names_no_two_columns_of_a_table_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
