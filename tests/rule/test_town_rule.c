/* The rules that a town has made itself. */
#include "rule/town_rule.h"

#include <stdio.h>

#include "base/worker.h"
#include "rule_fixture.h"

static const char town[] = "osoby:\n"
			   "  - {id: novak, jméno: Jan Novák}\n"
			   "  - {id: cerna, jméno: Eva Černá, souhlas: 2020-02-01}\n"
			   "orgány:\n"
			   "  - id: rada\n"
			   "    název: Rada města\n"
			   "    druh: rada\n"
			   "    členové:\n"
			   "      - {osoba: novak, od: 2019-01-01}\n"
			   "      - {osoba: cerna, od: 2019-01-01}\n";

static const char *found(struct plan_fixture *fixture, const char *rules)
{
	plan_fixture_file(fixture, "pravidla.yaml", rules);
	return rule_fixture_run_one(fixture, town, "2020-06-30");
}

static const char *found_by(struct plan_fixture *fixture, const char *sql)
{
	struct kpss_str rules = arena_format(fixture->findings.arena,
		"kontroly:\n  - kód: lhota-a\n    hlášení: něco je s {id}\n    dotaz: |\n      "
		"%s\n",
		sql);
	return found(fixture, rules.ptr);
}

static const struct finding *first(const struct plan_fixture *fixture)
{
	assert_true(fixture->findings.count > 0);
	return &fixture->findings.items[0];
}

static void finds_the_record_of_each_row(void **state)
{
	assert_string_equal(found_by(*state, "SELECT id FROM people"),
		"lhota-a a.yaml 2 10\nlhota-a a.yaml 3 10\n");
	assert_int_equal(first(*state)->severity, KPSS_WARNING);
	assert_true(kpss_str_is(first(*state)->subject, "novak"));
}

static void finds_the_part_that_a_source_id_names(void **state)
{
	assert_string_equal(
		found_by(*state,
			"SELECT source_id, body_id AS id FROM body_members WHERE person = 'cerna'"),
		"lhota-a a.yaml 10 9\n");
	assert_true(kpss_str_is(first(*state)->subject, "rada"));
}

static void finds_the_field_in_either_vocabulary(void **state)
{
	assert_string_equal(
		found_by(*state,
			"SELECT id, 'consent' AS field FROM people WHERE consent IS NOT NULL"),
		"lhota-a a.yaml 3 44\n");
}

static void finds_the_field_by_its_czech_name(void **state)
{
	assert_string_equal(
		found_by(*state, "SELECT id, 'jméno' AS \"column\" FROM people WHERE id = 'novak'"),
		"lhota-a a.yaml 2 24\n");
}

static void finds_nothing_where_no_row_is_returned(void **state)
{
	assert_string_equal(found_by(*state, "SELECT id FROM people WHERE id = 'x'"), "");
}

static void knows_the_day_on_which_the_plan_is_looked_at(void **state)
{
	assert_string_equal(
		found_by(*state, "SELECT p.id FROM people p, about a WHERE p.consent < a.as_of"),
		"lhota-a a.yaml 3 10\n");
}

static void fills_columns_into_the_message(void **state)
{
	struct plan_fixture *fixture = *state;
	found(fixture, "kontroly:\n"
		       "  - kód: lhota-a\n"
		       "    závažnost: chyba\n"
		       "    hlášení: osoba {name} od {consent}, { znovu {name}\n"
		       "    co_s_tím: doplňte {n}\n"
		       "    vysvětlení: Rada to chce.\n"
		       "    opora: usnesení rady 1/2020\n"
		       "    dotaz: SELECT id, name, consent, 7 AS n FROM people WHERE consent IS "
		       "NOT NULL\n");
	const struct finding *finding = first(fixture);
	assert_int_equal(finding->severity, KPSS_ERROR);
	assert_string_equal(finding->kind->message, "osoba {0} od {1}, { znovu {0}");
	assert_string_equal(finding->kind->remedy, "doplňte {2}");
	assert_string_equal(finding->kind->meaning, "osoba … od …, { znovu …");
	assert_string_equal(finding->kind->explanation, "Rada to chce.");
	assert_string_equal(finding->kind->basis, "usnesení rady 1/2020");
	assert_true(kpss_str_is(finding->arguments[0].text, "Eva Černá"));
	assert_int_equal(finding->arguments[1].type, ARGUMENT_DATE);
	assert_int_equal(finding->arguments[2].number, 7);
}

static void shows_values_of_every_sort(void **state)
{
	struct plan_fixture *fixture = *state;
	found(fixture, "kontroly:\n"
		       "  - kód: lhota-a\n"
		       "    hlášení: '{a} {b} {c} {d}'\n"
		       "    dotaz: SELECT 'novak' AS id, 1.5 AS a, NULL AS b, date('2020-01-31', "
		       "'+1 day') AS c, '' AS d\n");
	const struct finding *finding = first(fixture);
	assert_true(kpss_str_is(finding->arguments[0].text, "1.5"));
	assert_true(kpss_str_is(finding->arguments[1].text, "–"));
	assert_int_equal(finding->arguments[2].type, ARGUMENT_DATE);
	assert_int_equal(finding->arguments[3].type, ARGUMENT_TEXT);
}

static void puts_a_message_on_one_line(void **state)
{
	struct plan_fixture *fixture = *state;
	found(fixture, "kontroly:\n  - {kód: lhota-a, hlášení: \"a\\tb\\nc \\n\", dotaz: SELECT "
		       "'novak' AS id}\n");
	assert_string_equal(first(fixture)->kind->message, "a b c");
}

static void holds_in_its_time_only(void **state)
{
	assert_string_equal(found(*state, "kontroly:\n"
					  "  - {kód: lhota-a, hlášení: x, dotaz: SELECT 'novak' AS "
					  "id, od: 2020-07-01}\n"
					  "  - {kód: lhota-b, hlášení: x, dotaz: SELECT 'novak' AS "
					  "id, do: 2020-06-29}\n"
					  "  - {kód: lhota-c, hlášení: x, dotaz: SELECT 'novak' AS "
					  "id, od: 2020-06-30, do: 2020-06-30}\n"),
		"lhota-c a.yaml 2 10\n");
}

static void tells_a_mistake_even_before_its_time(void **state)
{
	assert_string_equal(found(*state, "kontroly:\n"
					  "  - {kód: lhota-a, hlášení: x, dotaz: SELECT 'novak' AS "
					  "idd, od: 2021-01-01}\n"),
		"rule-without-place pravidla.yaml 2 39\n");
}

static void obeys_the_severities_of_the_town(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_string_equal(
		found(fixture, "kontroly:\n"
			       "  - {kód: lhota-a, hlášení: x, dotaz: SELECT 'novak' AS id, "
			       "závažnost: chyba}\n"
			       "  - {kód: lhota-b, hlášení: x, dotaz: SELECT 'novak' AS id}\n"
			       "  - {kód: lhota-c, hlášení: x, dotaz: SELECT 'novak' AS id, "
			       "závažnost: vypnuto}\n"
			       "  - {kód: lhota-d, hlášení: x, dotaz: SELECT 'novak' AS id, "
			       "závažnost: vypnuto}\n"
			       "závažnosti:\n"
			       "  - {kód: lhota-a, závažnost: poznámka}\n"
			       "  - {kód: lhota-b, závažnost: vypnuto}\n"
			       "  - {kód: lhota-d, závažnost: chyba}\n"),
		"lhota-a a.yaml 2 10\nlhota-d a.yaml 2 10\n");
	assert_int_equal(findings_count(&fixture->findings, KPSS_NOTE), 1);
	assert_int_equal(findings_count(&fixture->findings, KPSS_ERROR), 1);
}

static void suggests_the_codes_of_the_town(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_string_equal(found(fixture, "kontroly:\n"
					   "  - {kód: lhota-telefon, hlášení: x, dotaz: SELECT id "
					   "FROM people WHERE 0}\n"
					   "závažnosti:\n"
					   "  - {kód: lhota-telefn, závažnost: poznámka}\n"),
		"unknown-code pravidla.yaml 4 11\n");
	assert_true(kpss_str_is(first(fixture)->arguments[1].text, "lhota-telefon"));
}

static void obeys_comments(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml",
		"osoby:\n"
		"  - {id: maly, jméno: Petr Malý} # kpss: ignore lhota-a – odstěhoval se\n"
		"  - {id: velky, jméno: Jiří Velký}\n"
		"  - {id: stary, jméno: Jiří Starý} # kpss: ignore lhota-b – není\n");
	assert_string_equal(
		found_by(fixture, "SELECT id FROM people WHERE id IN ('maly', 'velky')"),
		"lhota-a b.yaml 3 10\nsuppression-malformed b.yaml 4 51\n");
	assert_int_equal(rules_suppressed(&fixture->findings), 1);
}

static void tells_a_comment_that_is_not_needed(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "b.yaml",
		"# kpss: ignore lhota-a – není třeba\nosoby:\n  - {id: maly, jméno: Petr Malý}\n");
	assert_string_equal(found_by(fixture, "SELECT id FROM people WHERE 0"),
		"suppression-unused b.yaml 1 16\n");
}

static void marks_what_is_wrong_in_the_sql(void **state)
{
	assert_string_equal(
		found_by(*state, "SELECT id\n      FROM peple"), "rule-query pravidla.yaml 6 12\n");
	assert_true(kpss_str_is(first(*state)->arguments[2].text, "people"));
}

static void marks_what_is_not_understood(void **state)
{
	assert_string_equal(
		found_by(*state, "SELECT id FORM people x"), "rule-query pravidla.yaml 5 22\n");
}

static void marks_a_second_query(void **state)
{
	assert_string_equal(
		found_by(*state, "SELECT id FROM people WHERE 0;\n      SELECT 1 AS id"),
		"rule-query pravidla.yaml 6 7\n");
}

static void knows_no_unknown_function(void **state)
{
	assert_string_equal(found_by(*state, "SELECT id FROM people WHERE foldd(name)"),
		"rule-query pravidla.yaml 5 35\n");
	assert_true(kpss_str_is(first(*state)->arguments[2].text, "fold"));
}

static void asks_for_something(void **state)
{
	assert_string_equal(
		found_by(*state, "-- SELECT id FROM people"), "rule-query pravidla.yaml 4 12\n");
}

static void only_reads(void **state)
{
	static const char *const attempts[] = {
		"DELETE FROM people",
		"ATTACH 'lhota.db' AS other",
		"CREATE TABLE x (id)",
		"PRAGMA journal_mode",
		"INSERT INTO people (id) VALUES ('x') RETURNING id",
		"SELECT load_extension('x') AS id",
		"VACUUM INTO 'lhota.db'",
	};
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
		struct plan_fixture *fixture = *state;
		findings_reset(&fixture->findings);
		fixture->count = 0;
		found_by(fixture, attempts[i]);
		assert_int_equal(fixture->findings.count, 1);
		assert_string_equal(first(fixture)->kind->code, "rule-query");
		assert_string_equal(
			first(fixture)->kind->message, "the query of ‘{0}’ does not only read");
	}
}

static void reports_the_first_rows_of_too_many(void **state)
{
	struct plan_fixture *fixture = *state;
	found_by(fixture, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
			  "'novak' AS id, i FROM n");
	/* All are alike, and exact repetitions are told once. */
	assert_int_equal(fixture->findings.count, 2);
	assert_string_equal(fixture->findings.items[1].kind->message,
		"the query of ‘{0}’ returns more than {1} rows");
}

static void stops_a_huge_join(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_string_equal(
		found_by(fixture,
			"SELECT a.id FROM people a, people b, people c, people d, people e, people "
			"f, "
			"people g, people h, people i, people j, people k, people l, people m, "
			"people n, "
			"people o, people p, people q, people r, people s, people t, people u, "
			"people v, "
			"people w, people x, people y, people z WHERE a.id || z.id = 'x'"),
		"rule-limit pravidla.yaml 4 12\n");
}

static void stops_values_that_would_fill_the_memory(void **state)
{
	assert_string_equal(found_by(*state, "SELECT hex(zeroblob(400000000)) AS id"),
		"rule-query pravidla.yaml 4 12\n");
}

static void does_not_wait_for_rule_after_rule(void **state)
{
	struct plan_fixture *fixture = *state;
	struct buf rules = {0};
	buf_add_text(&rules, "kontroly:\n");
	for (int i = 0; i < 9; i++)
		buf_addf(&rules,
			"  - {kód: lhota-%d, hlášení: x, dotaz: \"WITH RECURSIVE n (i) AS (SELECT "
			"1 UNION ALL "
			"SELECT i + 1 FROM n) SELECT max(i) AS id FROM n\"}\n",
			i);
	buf_add_char(&rules, '\0');
	int64_t begun = worker_time();
	found(fixture, rules.ptr);
	assert_true(worker_time() - begun < 6000000);
	assert_int_equal(fixture->findings.count, 9);
	assert_string_equal(fixture->findings.items[8].kind->message,
		"the query of ‘{0}’ was not asked: those before it have taken more than {1} s "
		"together");
	buf_clear(&rules);
}

static void tells_the_first_row_without_a_place(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_string_equal(
		found_by(fixture,
			"SELECT id FROM people UNION ALL SELECT NULL UNION ALL SELECT 'x'"),
		"lhota-a a.yaml 2 10\nlhota-a a.yaml 3 10\nrule-place-unknown pravidla.yaml 4 "
		"12\n");
	assert_int_equal(fixture->findings.items[2].arguments[1].number, 3);
}

static void names_at_most_four_columns(void **state)
{
	struct plan_fixture *fixture = *state;
	assert_string_equal(found(fixture, "kontroly:\n"
					   "  - kód: lhota-a\n"
					   "    hlášení: '{a} {b} {c} {d} {e}'\n"
					   "    dotaz: SELECT 'novak' AS id, 1 AS a, 2 AS b, 3 AS "
					   "c, 4 AS d, 5 AS e\n"),
		"lhota-a a.yaml 2 10\nrule-message pravidla.yaml 3 14\n");
	assert_string_equal(first(fixture)->kind->message, "{0} {1} {2} {3} …");
}

static void marks_the_column_in_the_remedy(void **state)
{
	assert_string_equal(found(*state, "kontroly:\n"
					  "  - kód: lhota-a\n"
					  "    hlášení: x\n"
					  "    co_s_tím: napište {komu}\n"
					  "    dotaz: SELECT 'novak' AS id WHERE 0\n"),
		"rule-message pravidla.yaml 4 23\n");
}

static void says_nothing_of_rules_that_the_schema_refuses(void **state)
{
	assert_string_equal(
		found(*state, "kontroly:\n"
			      "  - {kód: lhota-a, hlášení: x}\n"
			      "  - {kód: Lhota, hlášení: x, dotaz: SELECT 'novak' AS id}\n"
			      "  - nic\n"),
		"missing-field pravidla.yaml 2 6\ntext-form pravidla.yaml 3 11\nwrong-type "
		"pravidla.yaml 4 5\n");
}

static void does_not_run_a_rule_with_a_code_of_ours(void **state)
{
	assert_string_equal(found(*state, "kontroly:\n  - {kód: owner-left, hlášení: x, dotaz: "
					  "SELECT 'novak' AS id}\n"),
		"rule-code-taken pravidla.yaml 2 11\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_the_record_of_each_row),
		PLAN_TEST(finds_the_part_that_a_source_id_names),
		PLAN_TEST(finds_the_field_in_either_vocabulary),
		PLAN_TEST(finds_the_field_by_its_czech_name),
		PLAN_TEST(finds_nothing_where_no_row_is_returned),
		PLAN_TEST(knows_the_day_on_which_the_plan_is_looked_at),
		PLAN_TEST(fills_columns_into_the_message),
		PLAN_TEST(shows_values_of_every_sort),
		PLAN_TEST(puts_a_message_on_one_line),
		PLAN_TEST(holds_in_its_time_only),
		PLAN_TEST(tells_a_mistake_even_before_its_time),
		PLAN_TEST(obeys_the_severities_of_the_town),
		PLAN_TEST(suggests_the_codes_of_the_town),
		PLAN_TEST(obeys_comments),
		PLAN_TEST(tells_a_comment_that_is_not_needed),
		PLAN_TEST(marks_what_is_wrong_in_the_sql),
		PLAN_TEST(marks_what_is_not_understood),
		PLAN_TEST(marks_a_second_query),
		PLAN_TEST(knows_no_unknown_function),
		PLAN_TEST(asks_for_something),
		PLAN_TEST(only_reads),
		PLAN_TEST(reports_the_first_rows_of_too_many),
		PLAN_TEST(stops_a_huge_join),
		PLAN_TEST(stops_values_that_would_fill_the_memory),
		PLAN_TEST(does_not_wait_for_rule_after_rule),
		PLAN_TEST(tells_the_first_row_without_a_place),
		PLAN_TEST(names_at_most_four_columns),
		PLAN_TEST(marks_the_column_in_the_remedy),
		PLAN_TEST(says_nothing_of_rules_that_the_schema_refuses),
		PLAN_TEST(does_not_run_a_rule_with_a_code_of_ours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
