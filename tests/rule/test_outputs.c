#include "rule_fixture.h"

static const char base[] =
	"osoby:\n  - id: o\n"
	"plány:\n  - {id: p, název: P}\n  - {id: q, název: Q}\n"
	"skupiny:\n"
	"  - {id: g, název: G, od: 2018-01-01, předchůdci: [h], vedoucí: [{osoba: o}], členové: [{osoba: o, od: 2018-01-01}]}\n"
	"  - {id: h, název: H, do: 2017-12-31, vedoucí: [{osoba: o}], členové: [{osoba: o}]}\n";

/* Group g has to deliver one thing; the plan comes to its approval on a day. */
static const char *found(struct plan_fixture *fixture, const char *output, const char *day, const char *records)
{
	char profile[200], cycle[200];
	snprintf(profile, sizeof profile, "skupiny:\n  povinné_výstupy: [%s]\n", output);
	snprintf(cycle, sizeof cycle,
		"cykly:\n  - {id: c, název: C, plán: p, fáze: [{fáze: schvalování, od: %s}]}\n", day);
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	plan_fixture_file(fixture, "cykly.yaml", cycle);
	if (*records)
		plan_fixture_file(fixture, "z.yaml", records);
	return rule_fixture_run_one(fixture, base, "2019-06-30");
}

static const char missing[] = "output-missing a.yaml 7 10\n";

static void asks_only_once_the_plan_comes_to_its_approval(void **state)
{
	assert_string_equal(found(*state, "opatření", "2019-06-30", ""), missing);
	assert_string_equal(found(*state, "opatření", "2019-07-01", ""), "");
}

static void asks_the_groups_that_existed_then(void **state)
{
	assert_string_equal(found(*state, "opatření", "2017-06-30", ""), "output-missing a.yaml 8 10\n");
}

static void takes_items_of_the_group_in_that_plan(void **state)
{
	assert_string_equal(found(*state, "opatření", "2019-01-01",
				    "opatření:\n  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: g}]}\n"),
		"");
	assert_string_equal(found(*state, "opatření", "2019-01-01",
				    "opatření:\n  - {id: m, název: M, nadřazená_položka: q, skupiny: [{skupina: g}]}\n"),
		missing);
	assert_string_equal(found(*state, "cíle", "2019-01-01",
				    "priority:\n  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: g}]}\n"),
		"");
	assert_string_equal(found(*state, "problémové_oblasti", "2019-01-01",
				    "priority:\n  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: g}]}\n"),
		missing);
}

static void takes_what_the_group_before_delivered(void **state)
{
	assert_string_equal(found(*state, "swot_analýza", "2019-01-01",
				    "swot_analýzy:\n  - {id: w, název: W, skupina: h, plán: p}\n"),
		"");
}

static void takes_records_of_the_plan_or_of_none(void **state)
{
	assert_string_equal(found(*state, "profil_cílové_skupiny", "2019-01-01",
				    "profily_cílových_skupin:\n  - {id: w, název: W, skupina: g}\n"),
		"");
	assert_string_equal(found(*state, "profil_cílové_skupiny", "2019-01-01",
				    "profily_cílových_skupin:\n  - {id: w, název: W, skupina: g, plán: q}\n"),
		missing);
}

static void takes_needs_as_records_or_with_items(void **state)
{
	assert_string_equal(found(*state, "potřeby", "2019-01-01", "potřeby:\n  - {id: w, název: W, skupiny: [g]}\n"), "");
	assert_string_equal(
		found(*state, "potřeby", "2019-01-01",
			"cíle:\n  - {id: m, název: M, nadřazená_položka: p, skupiny: [{skupina: g}], potřeby: [Chybí.]}\n"),
		"");
	assert_string_equal(found(*state, "potřeby", "2019-01-01", "potřeby:\n  - {id: w, název: W}\n"), missing);
}

static void takes_a_report_of_the_group_in_an_evaluation(void **state)
{
	assert_string_equal(found(*state, "vyhodnocení", "2019-01-01",
				    "vyhodnocení:\n  - {id: w, název: W, zprávy_skupin: [{skupina: g, zhodnocení: Šlo to.}]}\n"),
		"");
	assert_string_equal(
		found(*state, "vyhodnocení", "2019-01-01", "vyhodnocení:\n  - {id: w, název: W}\n"), missing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(asks_only_once_the_plan_comes_to_its_approval),
		PLAN_TEST(asks_the_groups_that_existed_then),
		PLAN_TEST(takes_items_of_the_group_in_that_plan),
		PLAN_TEST(takes_what_the_group_before_delivered),
		PLAN_TEST(takes_records_of_the_plan_or_of_none),
		PLAN_TEST(takes_needs_as_records_or_with_items),
		PLAN_TEST(takes_a_report_of_the_group_in_an_evaluation),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
