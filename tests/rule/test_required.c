#include "rule_fixture.h"

static const char *found(struct plan_fixture *fixture, const char *profile, const char *text)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void asks_for_one_of_several_fields(void **state)
{
	const char profile[] = "povinné_údaje:\n  - {druh: opatření, údaje: [termín | due|průběžně]}\n";
	struct plan_fixture *fixture = *state;
	assert_string_equal(found(fixture, profile,
				    "plány:\n  - id: p\n    název: P\n    opatření:\n"
				    "      - {id: a, název: A, termín: léto 2020}\n      - {id: b, "
				    "název: B, průběžně: true}\n"
				    "      - {id: c, název: C}\n"),
		"required-field a.yaml 7 14\n");
	assert_string_equal(rule_fixture_text(fixture, 1), "termín\nnejpozději\nprůběžně");
}

static void knows_fields_in_both_vocabularies_and_kinds_in_both_numbers(void **state)
{
	assert_string_equal(found(*state, "povinné_údaje:\n  - {druh: measures, údaje: [owner]}\n",
				    "plány:\n  - {id: p, název: P, opatření: [{id: a, název: A}]}\n"),
		"required-field a.yaml 2 39\n");
	assert_string_equal(
		found(*state, "povinné_údaje:\n  - {druh: plány, údaje: [popis]}\n", "plány:\n  - {id: p, název: P}\n"),
		"required-field a.yaml 2 10\n");
}

static void asks_items_of_the_own_level_of_a_town_only(void **state)
{
	assert_string_equal(found(*state,
				    "úrovně:\n  - úroveň: balíček\npovinné_údaje:\n  - {druh: "
				    "balíček, údaje: [popis]}\n",
				    "plány:\n  - {id: p, název: P, položky: [{id: a, název: A, "
				    "úroveň: balíček}]}\n"),
		"required-field a.yaml 2 38\n");
	assert_string_equal(found(*state,
				    "úrovně:\n  - úroveň: balíček\n  - úroveň: úkol\n"
				    "povinné_údaje:\n  - {druh: balíček, údaje: [popis]}\n",
				    "plány:\n  - {id: p, název: P, položky: [{id: a, název: A, "
				    "úroveň: úkol}]}\n"),
		"");
}

static void takes_what_holds_from_above_and_what_is_written_elsewhere(void **state)
{
	assert_string_equal(found(*state,
				    "povinné_údaje:\n  - {druh: cíl, údaje: [opatření]}\n  - "
				    "{druh: opatření, údaje: [skupiny]}\n",
				    "skupiny:\n  - {id: g, název: G, vedoucí: [{osoba: o}], "
				    "členové: [{osoba: o}]}\nosoby:\n  - id: o\n"
				    "plány:\n  - {id: p, název: P, cíle: [{id: c, název: C, "
				    "skupiny: [{skupina: g}]}]}\n"
				    "opatření:\n  - {id: m, název: M, nadřazená_položka: c}\n"),
		"");
}

/* A measure without a description, which is asked for from the approval on, in a plan with a cycle. */
static const char *in_phase(struct plan_fixture *fixture, const char *cycle)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "b.yaml", cycle);
	plan_fixture_file(
		fixture, "pravidla.yaml", "povinné_údaje:\n  - {druh: opatření, údaje: [popis], fáze: schvalování}\n");
	return rule_fixture_run_one(
		fixture, "plány:\n  - {id: p, název: P, opatření: [{id: a, název: A}]}\n", "2019-06-30");
}

static void asks_only_once_the_plan_has_come_to_the_phase(void **state)
{
	assert_string_equal(
		in_phase(*state,
			"cykly:\n  - {id: c, název: C, plán: p, fáze: [{fáze: schvalování, od: 2019-06-30}]}\n"),
		"required-field a.yaml 2 39\n");
	assert_string_equal(
		in_phase(*state,
			"cykly:\n  - {id: c, název: C, plán: p, fáze: [{fáze: schvalování, od: 2019-07-01}]}\n"),
		"");
}

static void asks_nothing_of_what_is_still_to_come(void **state)
{
	const char profile[] = "povinné_údaje:\n  - {druh: dokument, údaje: [autoři]}\n";

	assert_string_equal(found(*state, profile, "dokumenty:\n  - {id: d, název: D, datum: 2019-06-30}\n"),
		"required-field a.yaml 2 10\n");
	assert_string_equal(found(*state, profile, "dokumenty:\n  - {id: d, název: D, datum: 2019-07-01}\n"), "");
}

static void takes_the_severity_of_the_entry(void **state)
{
	struct plan_fixture *fixture = *state;
	const char plan[] = "plány:\n  - {id: p, název: P}\n";

	found(fixture, "povinné_údaje:\n  - {druh: plán, údaje: [popis]}\n", plan);
	assert_int_equal(fixture->findings.items[0].severity, KPSS_ERROR);
	found(fixture, "povinné_údaje:\n  - {druh: plán, údaje: [popis], závažnost: poznámka}\n", plan);
	assert_int_equal(fixture->findings.items[0].severity, KPSS_NOTE);
	assert_string_equal(
		found(fixture, "povinné_údaje:\n  - {druh: plán, údaje: [popis], závažnost: vypnuto}\n", plan), "");
}

static void tells_a_field_asked_for_twice_once_and_most_seriously(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *lines = found(fixture,
		"povinné_údaje:\n  - {druh: plán, údaje: [popis], závažnost: poznámka}\n  - {druh: "
		"plán, údaje: [popis]}\n",
		"plány:\n  - {id: p, název: P}\n");

	assert_string_equal(lines, "required-field a.yaml 2 10\n");
	assert_int_equal(fixture->findings.items[0].severity, KPSS_ERROR);
}

static void finds_requirements_that_require_nothing(void **state)
{
	const char plan[] = "plány:\n  - {id: p, název: P, popis: Q}\n";

	assert_string_equal(found(*state, "povinné_údaje:\n  - {druh: plán, údaje: [popis, popys]}\n", plan),
		"required-field pravidla.yaml 2 33\n");
	assert_string_equal(found(*state, "povinné_údaje:\n  - {druh: plam, údaje: [popis]}\n", plan),
		"required-field pravidla.yaml 2 12\n");
}

static void counts_an_empty_list_as_nothing(void **state)
{
	assert_string_equal(found(*state, "povinné_údaje:\n  - {druh: opatření, údaje: [způsob_naplnění]}\n",
				    "plány:\n  - {id: p, název: P, opatření: [{id: a, název: A, "
				    "způsob_naplnění: []}]}\n"),
		"required-field a.yaml 2 39\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_for_one_of_several_fields),
		PLAN_TEST(knows_fields_in_both_vocabularies_and_kinds_in_both_numbers),
		PLAN_TEST(asks_items_of_the_own_level_of_a_town_only),
		PLAN_TEST(takes_what_holds_from_above_and_what_is_written_elsewhere),
		PLAN_TEST(asks_only_once_the_plan_has_come_to_the_phase),
		PLAN_TEST(asks_nothing_of_what_is_still_to_come),
		PLAN_TEST(takes_the_severity_of_the_entry),
		PLAN_TEST(tells_a_field_asked_for_twice_once_and_most_seriously),
		PLAN_TEST(finds_requirements_that_require_nothing),
		PLAN_TEST(counts_an_empty_list_as_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
