/* Tables handed out without a database, and the database as a file. */
#include "query/stream.h"

#include <sqlite3.h>

#include "base/arena.h"
#include "plan_fixture.h"

static const char town[] = "osoby:\n"
			   "  - {id: novak, jméno: Jan Novák, extra: {výška: 180}}\n"
			   "  - {id: cerna, jméno: Eva Černá}\n"
			   "skupiny:\n"
			   "  - id: seniori\n"
			   "    název: Senioři\n"
			   "    členové:\n"
			   "      - {osoba: novak, strana: poskytovatel, od: 2019-01-01, do: 2019-12-31}\n"
			   "rozpočty:\n"
			   "  - {id: r1, rok: 2020, jednotka: tis_kč, částka: 12.5}\n";

struct heard {
	struct buf text;
	const char *only; /* the rows of this table; NULL: the names of all */
	bool listens;
};

static void begin_take(void *user, const struct stream_table *table)
{
	struct heard *heard = user;
	heard->listens = heard->only && kpss_str_is(table->name, heard->only);
	assert_true(table->title.len > 0 && table->czech_title.len > 0);
	for (uint32_t i = 0; i < table->column_count; i++)
		assert_true(table->columns[i].title.len > 0 && table->columns[i].czech_title.len > 0);
	if (!heard->only)
		buf_addf(&heard->text, " %.*s", (int)table->name.len, table->name.ptr);
}

static void row_take(void *user, const struct cell *cells, size_t count)
{
	struct heard *heard = user;
	for (size_t i = 0; heard->listens && i < count; i++) {
		buf_add_text(&heard->text, i ? "|" : "");
		if (cells[i].type == CELL_TEXT)
			buf_add(&heard->text, cells[i].text);
		else if (cells[i].type != CELL_NONE)
			buf_addf(&heard->text, "%lld", (long long)cells[i].number);
	}
	buf_add_text(&heard->text, heard->listens ? "\n" : "");
}

static void end_take(void *user)
{
	((struct heard *)user)->listens = false;
}

static struct database_plan plan_of(struct plan_fixture *fixture)
{
	if (!fixture->loaded)
		assert_string_equal(plan_fixture_load_one(fixture, town), "");
	return (struct database_plan){.plan = fixture->plan,
		.as_of = kpss_date_of(2020, 6, 30),
		.revision = kpss_str("abc")};
}

static const char *streamed(struct plan_fixture *fixture, const char *only)
{
	struct arena *arena = fixture->findings.arena;
	const struct database_plan plan = plan_of(fixture);
	struct heard heard = {.only = only};
	const struct table_stream stream = {
		.user = &heard, .begin = begin_take, .row = row_take, .end = end_take};
	tables_stream(&plan, arena, &stream);
	const char *text = arena_text(arena, buf_str(&heard.text)).ptr;
	buf_clear(&heard.text);
	return text;
}

static void hands_out_every_table_with_titles(void **state)
{
	const char *names = streamed(*state, NULL);
	const struct query_table *table =
		query_tables(&schema_embedded, ((struct plan_fixture *)*state)->findings.arena);
	for (; table; table = table->next) {
		char padded[100];
		snprintf(padded, sizeof padded, " %.*s", (int)table->name.len, table->name.ptr);
		assert_non_null(strstr(names, padded));
	}
	assert_non_null(strstr(names, " about sources extras"));
}

static void hands_out_rows_in_the_order_of_the_plan(void **state)
{
	assert_string_equal(streamed(*state, "people"), "novak|Jan Novák||||||||||||novak\ncerna|Eva Černá||||||||||||cerna\n");
	assert_non_null(strstr(streamed(*state, "budgets"), "|1250000|"));
}

static void hands_out_tables_about_the_plan_too(void **state)
{
	assert_string_equal(streamed(*state, "about"), "Lhota||18443|abc|2\n");
	assert_string_equal(streamed(*state, "extras"), "novak|výška|180|novak\n");
}

/* As another program opens it. */
static const char *asked(struct plan_fixture *fixture, struct kpss_str image, const char *sql)
{
	sqlite3 *sqlite;
	sqlite3_stmt *statement;
	unsigned char *copy = sqlite3_malloc64(image.len);
	memcpy(copy, image.ptr, image.len);
	assert_int_equal(sqlite3_open(":memory:", &sqlite), SQLITE_OK);
	assert_int_equal(sqlite3_deserialize(sqlite, "main", copy, (sqlite3_int64)image.len, (sqlite3_int64)image.len,
				 SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY),
		SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(sqlite, sql, -1, &statement, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	const char *answer = arena_text(fixture->findings.arena,
		kpss_str((const char *)sqlite3_column_text(statement, 0))).ptr;
	sqlite3_finalize(statement);
	sqlite3_close(sqlite);
	return answer;
}

static struct database *database_of(struct plan_fixture *fixture, struct kpss_str *image)
{
	const struct database_plan plan = plan_of(fixture);
	struct database *database = database_new(&(struct database_options){.file = true});
	database_expect_all(database);
	database_fill(database, &plan);
	assert_true(database_image(database, image));
	return database;
}

static void makes_a_file_that_others_open(void **state)
{
	struct kpss_str image;
	struct database *database = database_of(*state, &image);
	assert_string_equal(asked(*state, image, "PRAGMA integrity_check"), "ok");
	assert_string_equal(asked(*state, image, "PRAGMA application_id"), "1263555411");
	assert_string_equal(asked(*state, image, "PRAGMA user_version"), "1");
	assert_string_equal(asked(*state, image, "SELECT group_concat(name) FROM people"), "Jan Novák,Eva Černá");
	assert_string_equal(asked(*state, image, "SELECT active FROM memberships"), "0");
	assert_string_equal(asked(*state, image, "SELECT amount FROM budgets_czk"), "12500.0");
	database_free(database);
}

static void makes_the_same_bytes_of_the_same_plan(void **state)
{
	struct kpss_str first, second;
	struct database *a = database_of(*state, &first), *b = database_of(*state, &second);
	assert_true(kpss_str_equal(first, second));
	database_free(a);
	database_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(hands_out_every_table_with_titles),
		PLAN_TEST(hands_out_rows_in_the_order_of_the_plan),
		PLAN_TEST(hands_out_tables_about_the_plan_too),
		PLAN_TEST(makes_a_file_that_others_open),
		PLAN_TEST(makes_the_same_bytes_of_the_same_plan),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
