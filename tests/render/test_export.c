/* A plan as SQL, CSV and JSON. */
#include "render/export.h"

#include <jansson.h>

#include "base/arena.h"
#include "plan_fixture.h"
#include "query/stream.h"
#include "render/documented.h"

static const char town[] = "osoby:\n"
			   "  - {id: a, jméno: \"it's \\\\ \\\"x\\\"\"}\n"
			   "plány:\n"
			   "  - id: plan\n"
			   "    název: Plán\n"
			   "    opatření:\n"
			   "      - {id: m, název: Opatření, stav: splněno}\n"
			   "položky:\n"
			   "  - {id: p, úroveň: pilíř, název: Pilíř, nadřazená_položka: plan}\n"
			   "rozpočty:\n"
			   "  - {id: r, položka: m, rok: 2021, částka: 1.25}\n"
			   "skupiny:\n"
			   "  - {id: g, název: Senioři, od: 2019-01-01, extra: {a: 7, b: \"7\", c: true, d: [1.50, ~]}}\n";

static const char rules[] = "jednotka_částek: tis_kč\n"
			    "úrovně:\n"
			    "  - {úroveň: opatření, je_opatření: true}\n"
			    "  - {úroveň: pilíř}\n"
			    "stavy:\n"
			    "  - {kód: hotovo, označení: splněno, třída: splněno}\n";

static struct database_plan plan_of(struct plan_fixture *fixture)
{
	if (!fixture->loaded) {
		plan_fixture_file(fixture, "pravidla.yaml", rules);
		plan_fixture_load_one(fixture, town);
		assert_true(fixture->loaded);
	}
	return (struct database_plan){.plan = fixture->plan, .as_of = kpss_date_of(2020, 6, 30)};
}

static const char *sql(struct plan_fixture *fixture, const struct sql_options *options)
{
	struct arena *arena = fixture->findings.arena;
	const struct database_plan plan = plan_of(fixture);
	struct buf buf = {0};
	export_sql(&buf, &plan, options, arena);
	const char *text = arena_text(arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return text;
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("nowhere: %s", part);
}

static void doubles_quotes_and_leaves_backslashes(void **state)
{
	for (enum sql_dialect dialect = SQL_SQLITE; dialect <= SQL_POSTGRESQL; dialect++)
		assert_has(sql(*state, &(struct sql_options){.dialect = dialect}), "('a', 'it''s \\ \"x\"', NULL");
}

static void keeps_everything_in_one_transaction(void **state)
{
	const char *text = sql(*state, &(struct sql_options){0}), *end = text + strlen(text) - strlen("COMMIT;\n");
	assert_has(text, "\nBEGIN;\n");
	assert_string_equal(end, "COMMIT;\n");
	assert_null(strstr(text, "DELETE"));
	assert_null(strstr(text, "IF NOT EXISTS"));
}

static void knows_the_types_of_each_dialect(void **state)
{
	assert_has(sql(*state, &(struct sql_options){0}), "\"amount\" INTEGER money");
	const char *text = sql(*state, &(struct sql_options){.dialect = SQL_POSTGRESQL});
	assert_has(text, "\"amount\" bigint");
	assert_has(text, "\"valid_from\" date");
	assert_has(text, "\"is_measure\" integer");
	assert_has(text, "\"quantity\" double precision");
}

static void replaces_what_was_loaded_of_the_same_town(void **state)
{
	const struct sql_options options = {
		.dialect = SQL_POSTGRESQL, .schema = kpss_str("a\"b"), .repo = kpss_str("it's")};
	const char *text = sql(*state, &options);
	assert_has(text, "CREATE SCHEMA IF NOT EXISTS \"a\"\"b\";\nSET LOCAL search_path = \"a\"\"b\";\n");
	assert_has(text, "DELETE FROM \"people\" WHERE \"repo\" = 'it''s';\nINSERT INTO \"people\" (\"repo\", \"id\"");
	assert_has(text, "('it''s', 'a', ");
	assert_has(text, "ADD COLUMN IF NOT EXISTS \"name\" text");
	assert_has(text, "CREATE OR REPLACE VIEW \"memberships\" AS SELECT m.repo,");
	assert_has(sql(*state, &(struct sql_options){.repo = kpss_str("a")}), "DROP VIEW IF EXISTS \"memberships\";\nCREATE VIEW");
}

static json_t *exported(struct plan_fixture *fixture)
{
	const struct database_plan plan = plan_of(fixture);
	struct buf buf = {0};
	export_json(&buf, &plan);
	json_t *root = json_loadb(buf.ptr, buf.len, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	buf_clear(&buf);
	return root;
}

/* The record of a kind, as it is written on one line. */
static void assert_record(const json_t *root, const char *kind, size_t at, const char *expected)
{
	json_t *record = json_array_get(json_object_get(json_object_get(root, "records"), kind), at);
	char *text = json_dumps(record, 0);
	assert_non_null(text);
	assert_string_equal(text, expected);
	free(text);
}

static void writes_english_words_codes_and_crowns(void **state)
{
	json_t *root = exported(*state);
	assert_record(root, "people", 0, "{\"id\": \"a\", \"name\": \"it's \\\\ \\\"x\\\"\"}");
	assert_record(root, "plans", 0,
		"{\"id\": \"plan\", \"name\": \"Plán\", \"measures\": [{\"id\": \"m\", \"name\": \"Opatření\", \"status\": "
		"\"hotovo\", \"level\": \"measure\"}]}");
	assert_record(root, "nodes", 0, "{\"id\": \"p\", \"level\": \"pilíř\", \"name\": \"Pilíř\", \"parent\": \"plan\"}");
	assert_record(root, "budgets", 0, "{\"id\": \"r\", \"node\": \"m\", \"year\": 2021, \"amount\": 1250.0}");
	json_decref(root);
}

static void leaves_free_fields_as_they_are(void **state)
{
	json_t *root = exported(*state);
	assert_record(root, "groups", 0,
		"{\"id\": \"g\", \"name\": \"Senioři\", \"from\": \"2019-01-01\", \"extra\": {\"a\": 7, \"b\": \"7\", \"c\": "
		"true, \"d\": [1.5, null]}}");
	json_decref(root);
}

static void lists_records_once_and_every_kind(void **state)
{
	json_t *root = exported(*state), *records = json_object_get(root, "records");
	assert_int_equal(json_object_size(records), schema_embedded.kind_count);
	assert_int_equal(json_array_size(json_object_get(records, "nodes")), 1);
	json_decref(root);
}

struct taken {
	const char *wanted;
	struct buf bytes;
};

static void file_take(void *user, struct kpss_str name, struct kpss_str bytes)
{
	struct taken *taken = user;
	if (kpss_str_is(name, taken->wanted))
		buf_add(&taken->bytes, bytes);
}

static const char *csv(struct plan_fixture *fixture, const char *name)
{
	struct arena *arena = fixture->findings.arena;
	const struct database_plan plan = plan_of(fixture);
	struct taken taken = {.wanted = name};
	export_csv(&plan, arena, &(struct export_taker){.user = &taken, .take = file_take});
	const char *text = arena_text(arena, buf_str(&taken.bytes)).ptr;
	buf_clear(&taken.bytes);
	return text;
}

static void writes_a_file_for_each_table(void **state)
{
	assert_has(csv(*state, "people.csv"), "\r\na,\"it's \\ \"\"x\"\"\",");
	assert_has(csv(*state, "budgets.csv"), ",1250.00,");
}

static void says_what_columns_mean(void **state)
{
	const char *text = csv(*state, "data-dictionary.csv");
	assert_has(text, "\r\npeople,,table,Person,Osoba,Somebody who takes part in the planning.,");
	assert_has(text, "\r\nbudgets,amount,money,Amount,Částka,The whole amount.,Celková částka.\r\n");
	assert_has(text, "\r\nbudget_sources,amount,money,Amount,Částka,");
}

static void knows_its_own_files(void **state)
{
	struct kpss_str ours = kpss_str(csv(*state, "data-dictionary.csv"));
	assert_true(export_csv_is_ours(ours, kpss_str("people.csv")));
	assert_true(export_csv_is_ours(ours, kpss_str("data-dictionary.csv")));
	assert_false(export_csv_is_ours(ours, kpss_str("peopl.csv")));
	assert_false(export_csv_is_ours(ours, kpss_str("amount.csv")));
	assert_false(export_csv_is_ours(kpss_str(""), kpss_str("people.csv")));
	assert_false(export_csv_is_ours(kpss_str("table,column\r\npeople,id\r\n"), kpss_str("people.csv")));
}

/* Every field has a description in the schemas, so every column that shows one finds it. */
static void documented_begin(void *user, const struct stream_table *table)
{
	struct documented *documented = user;
	for (uint32_t i = 0; table->table && i < table->column_count; i++)
		for (int czech = 0; czech < 2; czech++)
			if (documented_text(documented, table, &table->columns[i], czech).len == 0)
				fail_msg("%.*s.%.*s has no description", (int)table->name.len, table->name.ptr,
					(int)table->columns[i].name.len, table->columns[i].name.ptr);
}

static void finds_the_description_of_every_column(void **state)
{
	struct plan_fixture *fixture = *state;
	const struct database_plan plan = plan_of(fixture);
	struct documented *documented = documented_new(fixture->plan);
	const struct table_stream stream = {.user = documented, .begin = documented_begin};
	tables_stream(&plan, fixture->findings.arena, &stream);
	documented_free(documented);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(doubles_quotes_and_leaves_backslashes),
		PLAN_TEST(keeps_everything_in_one_transaction),
		PLAN_TEST(knows_the_types_of_each_dialect),
		PLAN_TEST(replaces_what_was_loaded_of_the_same_town),
		PLAN_TEST(writes_english_words_codes_and_crowns),
		PLAN_TEST(leaves_free_fields_as_they_are),
		PLAN_TEST(lists_records_once_and_every_kind),
		PLAN_TEST(writes_a_file_for_each_table),
		PLAN_TEST(says_what_columns_mean),
		PLAN_TEST(knows_its_own_files),
		PLAN_TEST(finds_the_description_of_every_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
