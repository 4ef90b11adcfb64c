#include "rule_fixture.h"

static const char needs[] = "plán:\n  opatření_vychází_z_potřeb: true\n"
			    "stavy:\n  - {kód: z, označení: zrušeno, třída: zrušeno}\n";
static const char money[] = "plán:\n  zdroje_opatření: [finanční, personální]\n";

/* A measure `m` under a goal `c`, with further fields of each and further records. */
static const char *found(
	struct plan_fixture *fixture, const char *profile, const char *goal, const char *measure, const char *more)
{
	char text[1024];
	snprintf(text, sizeof text,
		"plány:\n  - id: p\n    název: P\n    cíle:\n      - id: c\n        název: C\n%s"
		"        opatření:\n          - {id: m, název: M%s}\n%s",
		goal, measure, more);
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void takes_a_need_of_the_measure_or_of_an_item_above(void **state)
{
	assert_string_equal(found(*state, needs, "", "", ""), "measure-without-need a.yaml 8 18\n");
	assert_string_equal(found(*state, needs, "", ", potřeby: [Chybí místa.]", ""), "");
	assert_string_equal(found(*state, needs, "        potřeby: [Chybí místa.]\n", "", ""), "");
	assert_string_equal(found(*state, needs, "", ", potřeby: []", ""), "measure-without-need a.yaml 8 18\n");
}

static void takes_what_names_the_measure_or_is_named_by_it(void **state)
{
	assert_string_equal(
		found(*state, needs, "", ", reaguje_na: [n1]", "potřeby:\n  - {id: n1, název: Nouze}\n"), "");
	assert_string_equal(found(*state, needs, "", "", "potřeby:\n  - {id: n1, název: Nouze, položky: [c]}\n"), "");
	assert_string_equal(found(*state, needs, "", "", "swot_analýzy:\n  - {id: n1, název: Nouze, položky: [m]}\n"), "");
	assert_string_equal(found(*state, needs, "", "", "potřeby:\n  - {id: n1, název: Nouze}\n"),
		"measure-without-need a.yaml 8 18\n");
}

static void asks_for_no_need_of_what_was_cancelled_nor_without_the_setting(void **state)
{
	assert_string_equal(found(*state, needs, "", ", stav: z", ""), "");
	assert_string_equal(found(*state, "název: Pravidla\n", "", "", ""), "");
}

static void asks_for_each_sort_of_resource(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(found(fixture, money, "", "", ""),
		"measure-without-resources a.yaml 8 18\nmeasure-without-resources a.yaml 8 18\n");
	assert_string_equal(found(fixture, money, "", ", zdroje_podrobně: [{druh: finanční, co: mzdy}]", ""),
		"measure-without-resources a.yaml 8 18\n");
	assert_string_equal(rule_fixture_text(fixture, 1), "personální");
}

static void takes_resources_in_words_for_all_sorts(void **state)
{
	assert_string_equal(found(*state, money, "", ", potřebné_zdroje: [dva úvazky a mzdy]", ""), "");
}

static void takes_costs_and_budgets_for_money(void **state)
{
	static const char only_money[] = "plán:\n  zdroje_opatření: [finanční]\n";

	assert_string_equal(found(*state, only_money, "", ", náklady: [{rok: 2019, částka: 100}]", ""), "");
	assert_string_equal(
		found(*state, only_money, "", "", "rozpočty:\n  - {id: r, rok: 2019, částka: 100, položka: m}\n"), "");
	assert_string_equal(
		found(*state, only_money, "", "", "rozpočty:\n  - {id: r, rok: 2019, částka: 100, položka: c}\n"),
		"measure-without-resources a.yaml 8 18\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_need_of_the_measure_or_of_an_item_above),
		PLAN_TEST(takes_what_names_the_measure_or_is_named_by_it),
		PLAN_TEST(asks_for_no_need_of_what_was_cancelled_nor_without_the_setting),
		PLAN_TEST(asks_for_each_sort_of_resource),
		PLAN_TEST(takes_resources_in_words_for_all_sorts),
		PLAN_TEST(takes_costs_and_budgets_for_money),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
