/* Asking a plan in SQL. */
#include "query/database.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/worker.h"
#include "plan_fixture.h"

static const char town[] = "osoby:\n"
			   "  - {id: novak, jméno: Jan Novák}\n"
			   "  - {id: cerna, jméno: Eva Černá}\n"
			   "skupiny:\n"
			   "  - id: seniori\n"
			   "    název: Senioři\n"
			   "    členové:\n"
			   "      - {osoba: novak, strana: poskytovatel, od: 2019-01-01, do: 2019-12-31}\n"
			   "      - {osoba: cerna, strana: uživatel, od: 2019-01-01}\n"
			   "plány:\n"
			   "  - id: plan\n"
			   "    název: Plán\n"
			   "    cíle:\n"
			   "      - id: c1\n"
			   "        kód: \"1\"\n"
			   "        název: Cíl\n"
			   "        opatření:\n"
			   "          - {id: o1, kód: \"1.1\", název: Opatření, stav: splněno}\n"
			   "rozpočty:\n"
			   "  - {id: r1, položka: o1, rok: 2020, jednotka: tis_kč, částka: 12.5}\n"
			   "  - {id: r2, položka: o1, rok: 2021, částka: 300.55}\n";

static const char rules[] = "úrovně:\n"
			    "  - {úroveň: cíl}\n"
			    "  - {úroveň: opatření, je_opatření: true}\n"
			    "stavy:\n"
			    "  - {kód: splneno, označení: splněno, třída: splněno}\n";

/* What the question answers: cells with | between them, rows on lines; or the fault. */
static const char *asked_within(struct plan_fixture *fixture, const char *sql, const struct database_options *options)
{
	struct arena *arena = fixture->findings.arena;
	struct database_fault fault;
	struct database *database = database_new(options);
	if (!fixture->loaded) {
		plan_fixture_file(fixture, "pravidla.yaml", rules);
		assert_string_equal(plan_fixture_load_one(fixture, town), "");
	}
	database_expect(database, kpss_str(sql));
	database_fill(database, &(struct database_plan){.plan = fixture->plan, .as_of = kpss_date_of(2020, 6, 30)});
	struct database_question *question = question_new(database, kpss_str(sql), arena, &fault);
	struct buf buf = {0};
	while (question && question_next(question, arena, &fault)) {
		for (size_t i = 0; i < question_column_count(question); i++) {
			struct cell cell = question_cell(question, i);
			buf_add_text(&buf, i ? "|" : "");
			if (cell.type == CELL_TEXT)
				buf_add(&buf, cell.text);
			else if (cell.type == CELL_REAL)
				buf_addf(&buf, "%g", cell.real);
			else if (cell.type != CELL_NONE)
				buf_addf(&buf, "%c%lld", " tirmdb"[cell.type], (long long)cell.number);
		}
		buf_add_char(&buf, '\n');
	}
	question_free(question);
	if (fault.kind)
		buf_addf(&buf, "fault %d “%.*s” %zu-%zu", fault.kind, (int)fault.name.len, fault.name.ptr, fault.begin,
			fault.end);
	const char *answer = arena_text(arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	database_free(database);
	return answer;
}

static const char *asked(struct plan_fixture *fixture, const char *sql)
{
	return asked_within(fixture, sql, &(struct database_options){0});
}

static void gives_records_in_the_order_of_the_plan(void **state)
{
	assert_string_equal(asked(*state, "SELECT id, name FROM people"), "novak|Jan Novák\ncerna|Eva Černá\n");
}

static void knows_who_is_a_member_on_the_day(void **state)
{
	assert_string_equal(asked(*state, "SELECT body, person, side, active FROM memberships"),
		"seniori|novak|provider|i0\nseniori|cerna|user|i1\n");
}

static void gives_days_as_days(void **state)
{
	assert_string_equal(asked(*state, "SELECT max(valid_to), valid_to FROM group_members WHERE valid_to IS NOT NULL"),
		"2019-12-31|d18261\n");
}

static void counts_amounts_in_hundredths_of_a_crown(void **state)
{
	assert_string_equal(asked(*state, "SELECT amount, sum(amount) OVER () FROM budgets"),
		"m1250000|i1280055\nm30055|i1280055\n");
	assert_string_equal(asked(*state, "SELECT amount FROM budgets_czk"), "12500\n300.55\n");
}

static void knows_levels_and_where_items_stand(void **state)
{
	assert_string_equal(asked(*state, "SELECT id, parent, level, level_rank, is_measure FROM nodes"),
		"c1|plan|goal|i1|b0\no1|c1|measure|i2|b1\n");
	assert_string_equal(asked(*state, "SELECT id, status, status_class FROM measures"), "o1|splneno|done\n");
	assert_string_equal(asked(*state, "SELECT node, ancestor, distance FROM node_ancestors ORDER BY 1, 3"),
		"c1|c1|i0\nc1|plan|i1\no1|o1|i0\no1|c1|i1\no1|plan|i2\n");
}

static void tells_where_every_row_is_written(void **state)
{
	assert_string_equal(asked(*state, "SELECT s.source_id, s.file, s.line, s.character FROM group_members m JOIN sources s "
					  "USING (source_id)"),
		"seniori/members/1|a.yaml|i8|i9\nseniori/members/2|a.yaml|i9|i9\n");
}

static void knows_czech_letters(void **state)
{
	assert_string_equal(asked(*state, "SELECT upper(name), lower(name), fold(name) FROM people WHERE name LIKE '%ČERN_'"),
		"EVA ČERNÁ|eva černá|eva cerna\n");
	assert_string_equal(asked(*state, "SELECT column1 FROM (VALUES ('chata'), ('hrad'), ('cihla'), ('čáp')) ORDER BY 1 "
					  "COLLATE cs"),
		"cihla\nčáp\nhrad\nchata\n");
	assert_string_equal(asked(*state, "SELECT 'aaa' LIKE 'a%a', 'ab' LIKE 'a', '5%' LIKE '5\\%' ESCAPE '\\', 'a' LIKE '%'"),
		"i1|i0|i1|i1\n");
}

static void names_what_is_not_there_with_its_place(void **state)
{
	assert_string_equal(asked(*state, "SELECT id FROM mesures"), "fault 2 “mesures” 15-22");
	assert_string_equal(asked(*state, "SELECT m.nam FROM measures m"), "fault 3 “m.nam” 7-12");
	assert_string_equal(asked(*state, "SELECT foo(id) FROM measures"), "fault 4 “foo” 7-10");
	assert_string_equal(asked(*state, "SELECT id FORM measures WHERE"), "fault 13 “measures” 15-23");
	assert_string_equal(asked(*state, "SELECT id FROM people a, groups b"), "fault 12 “id” 7-9");
	assert_string_equal(asked(*state, "SELECT \"čáp\" FROM people"), "fault 3 “čáp” 7-14");
	assert_string_equal(asked(*state, "SELECT 'čáp', 'bez konce FROM people"), "fault 15 “'bez konce FROM people” 16-38");
}

static void only_reads(void **state)
{
	static const char *const attempts[] = {
		"DELETE FROM people",
		"CREATE TABLE t (a)",
		"ATTACH 'x.db' AS x",
		"PRAGMA user_version = 3",
		"SELECT load_extension('x')",
		"VACUUM INTO 'x.db'",
		"INSERT INTO people (id) VALUES ('x') RETURNING id",
	};
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
		assert_memory_equal(asked(*state, attempts[i]), "fault 5", 7);
	assert_memory_equal(asked(*state, "SELECT 1; SELECT 2"), "fault 6", 7);
	assert_memory_equal(asked(*state, " -- nothing"), "fault 7", 7);
}

static void stops_what_has_no_end(void **state)
{
	static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
	static const char heavy[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n ORDER BY -i";
	assert_memory_equal(asked_within(*state, endless, &(struct database_options){.seconds = 1}), "fault 8", 7);
	const char *many = asked_within(
		*state, "SELECT a.id FROM people a, people b", &(struct database_options){.rows = 3});
	assert_memory_equal(strstr(many, "fault"), "fault 9", 7);
	assert_memory_equal(asked_within(*state, heavy, &(struct database_options){.megabytes = 20}), "fault 10", 8);
}

/* A thousand comparisons, each of which takes a while. */
static void stops_what_takes_long_in_one_step(void **state)
{
	static const char slow[] =
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000), "
		"t (x) AS (SELECT replace(hex(zeroblob(20000)), '0', 'a')) "
		"SELECT count(*) FROM n, t WHERE x || i LIKE '%aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab%'";
	int64_t begun = worker_time();
	assert_memory_equal(asked_within(*state, slow, &(struct database_options){.seconds = 1}), "fault 8", 7);
	assert_true(worker_time() - begun < 3000000);
}

static void refuses_values_that_are_too_long(void **state)
{
	static const char large[] = "SELECT length(hex(zeroblob(5000)))";
	assert_memory_equal(asked_within(*state, large, &(struct database_options){.bytes = 1000}), "fault 16", 8);
	assert_string_equal(asked_within(*state, large, &(struct database_options){.bytes = 20000}), "i10000\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(gives_records_in_the_order_of_the_plan),
		PLAN_TEST(knows_who_is_a_member_on_the_day),
		PLAN_TEST(gives_days_as_days),
		PLAN_TEST(counts_amounts_in_hundredths_of_a_crown),
		PLAN_TEST(knows_levels_and_where_items_stand),
		PLAN_TEST(tells_where_every_row_is_written),
		PLAN_TEST(knows_czech_letters),
		PLAN_TEST(names_what_is_not_there_with_its_place),
		PLAN_TEST(only_reads),
		PLAN_TEST(stops_what_has_no_end),
		PLAN_TEST(stops_what_takes_long_in_one_step),
		PLAN_TEST(refuses_values_that_are_too_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
