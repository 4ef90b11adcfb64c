#include "rule_fixture.h"

static const char levels[] = "úrovně:\n  - úroveň: oblast\n  - úroveň: cíl\n  - {úroveň: opatření, je_opatření: true}\n"
			     "  - úroveň: aktivita\n"
			     "stavy:\n  - {kód: z, označení: zrušeno, třída: zrušeno}\n";
static const char people[] = "osoby:\n  - id: o\n"
			     "skupiny:\n"
			     "  - {id: g, název: G, druh: pracovní, vedoucí: [{osoba: o}], členové: [{osoba: o}]}\n"
			     "  - {id: s, název: S, druh: řídicí, vedoucí: [{osoba: o}], členové: [{osoba: o}]}\n";

/* Items as they stand under the plan `p`, with or without groups in the repository. */
static const char *found(struct plan_fixture *fixture, const char *profile, const char *groups, const char *items)
{
	static const char head[] = "plány:\n  - {id: p, název: P}\n";
	findings_reset(&fixture->findings);
	fixture->count = 0;
	plan_fixture_file(fixture, "p.yaml", head);
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	if (*groups)
		plan_fixture_file(fixture, "s.yaml", groups);
	return rule_fixture_run_one(fixture, items, "2019-06-30");
}

static void takes_a_measure_under_any_item_or_also_under_one(void **state)
{
	assert_string_equal(
		found(*state, levels, "",
			"oblasti:\n  - {id: ob, název: Ob, nadřazená_položka: p, opatření: [{id: m, název: M}]}\n"
			"opatření:\n  - {id: k, název: K, nadřazená_položka: p, také_pod: [ob]}\n"),
		"");
	assert_string_equal(found(*state, levels, "", "opatření:\n  - {id: k, název: K, nadřazená_položka: p}\n"),
		"measure-without-goal a.yaml 2 10\n");
}

static void asks_for_no_goal_where_the_measure_is_the_highest_level(void **state)
{
	assert_string_equal(found(*state, "úrovně:\n  - {úroveň: opatření, je_opatření: true}\n", "",
				    "opatření:\n  - {id: k, název: K, nadřazená_položka: p}\n"),
		"");
}

static void asks_nothing_where_the_town_has_no_levels(void **state)
{
	assert_string_equal(found(*state, "název: Pravidla\n", people,
				    "opatření:\n  - {id: k, název: K, nadřazená_položka: p}\n"
				    "cíle:\n  - {id: c, název: C, nadřazená_položka: p}\n"),
		"");
}

static void names_only_the_lowest_item_without_a_measure(void **state)
{
	assert_string_equal(
		found(*state, levels, "",
			"oblasti:\n  - {id: ob, název: Ob, nadřazená_položka: p, cíle: [{id: c, název: C}]}\n"),
		"goal-without-measure a.yaml 2 59\n");
	assert_string_equal(found(*state, levels, "", "oblasti:\n  - {id: ob, název: Ob, nadřazená_položka: p}\n"),
		"goal-without-measure a.yaml 2 10\n");
}

static void does_not_take_an_activity_for_a_measure(void **state)
{
	assert_string_equal(
		found(*state, levels, "",
			"cíle:\n  - {id: c, název: C, nadřazená_položka: p, aktivity: [{id: a, název: A}]}\n"),
		"goal-without-measure a.yaml 2 10\n");
}

static void takes_a_goal_whose_measure_stands_under_it_too(void **state)
{
	assert_string_equal(found(*state, levels, "",
				    "cíle:\n  - {id: c, název: C, nadřazená_položka: p, opatření: [{id: m, název: M, "
				    "také_pod: [d]}]}\n"
				    "  - {id: d, název: D, nadřazená_položka: p}\n"),
		"");
}

static void asks_nothing_of_what_was_cancelled(void **state)
{
	assert_string_equal(found(*state, levels, people,
				    "oblasti:\n  - {id: ob, název: Ob, stav: z, nadřazená_položka: p, cíle: [{id: c, "
				    "název: C}]}\n"),
		"");
}

static void names_a_goal_once_when_nothing_under_it_has_a_group(void **state)
{
	assert_string_equal(found(*state, levels, people,
				    "cíle:\n  - id: c\n    název: C\n    nadřazená_položka: p\n"
				    "    opatření: [{id: m, název: M}, {id: k, název: K}]\n"),
		"item-without-group a.yaml 2 9\n");
}

static void names_the_measure_when_others_beside_it_have_a_group(void **state)
{
	assert_string_equal(found(*state, levels, people,
				    "cíle:\n  - id: c\n    název: C\n    nadřazená_položka: p\n"
				    "    opatření: [{id: m, název: M, skupiny: [{skupina: g}]}, {id: k, název: K}]\n"),
		"item-without-group a.yaml 5 65\n");
}

static void takes_the_group_of_an_item_above(void **state)
{
	assert_string_equal(
		found(*state, levels, people,
			"oblasti:\n  - id: ob\n    název: Ob\n    nadřazená_položka: p\n    skupiny: [{skupina: g}]\n"
			"    cíle: [{id: c, název: C, opatření: [{id: m, název: M}]}]\n"),
		"");
}

static void leaves_only_cross_cutting_items_to_the_steering_group(void **state)
{
	struct plan_fixture *fixture = *state;

	assert_string_equal(
		found(fixture, levels, people,
			"cíle:\n  - id: c\n    název: C\n    nadřazená_položka: p\n    skupiny: [{skupina: s}]\n"
			"    opatření: [{id: m, název: M}]\n"),
		"item-without-group a.yaml 2 9\n");
	assert_non_null(strstr(fixture->findings.items[0].kind->message, "only the steering group"));
	assert_string_equal(
		found(fixture, levels, people,
			"cíle:\n  - id: c\n    název: C\n    nadřazená_položka: p\n    skupiny: [{skupina: s}]\n"
			"    průřezová: true\n    opatření: [{id: m, název: M}]\n"),
		"");
}

static void asks_for_no_group_before_there_is_a_working_one(void **state)
{
	assert_string_equal(
		found(*state, levels,
			"osoby:\n  - id: o\nskupiny:\n  - {id: s, název: S, druh: řídicí, vedoucí: [{osoba: o}], "
			"členové: [{osoba: o}]}\n",
			"cíle:\n  - {id: c, název: C, nadřazená_položka: p, opatření: [{id: m, název: M}]}\n"),
		"");
}

static const char measure[] = "opatření:\n  - {id: m, název: M, nadřazená_položka: p}\n";

static const char *intent(struct plan_fixture *fixture, const char *measures, const char *more)
{
	char text[512];
	snprintf(text, sizeof text, "%sprojektové_záměry:\n  - {id: z, název: Z, %s}\n", measures, more);
	return found(fixture, "název: Pravidla\n", "", text);
}

static void takes_an_intent_that_stands_under_or_beside_a_measure(void **state)
{
	assert_string_equal(intent(*state, measure, "nadřazená_položka: p"), "intent-without-measure a.yaml 4 10\n");
	assert_string_equal(intent(*state, measure, "nadřazená_položka: m"), "");
	assert_string_equal(intent(*state, measure, "nadřazená_položka: p, také_pod: [m]"), "");
	assert_string_equal(intent(*state, measure, "nadřazená_položka: p, souvisí_s: [m]"), "");
}

static void takes_an_intent_that_a_measure_names(void **state)
{
	assert_string_equal(intent(*state, "opatření:\n  - {id: m, název: M, nadřazená_položka: p, souvisí_s: [z]}\n",
				    "nadřazená_položka: p"),
		"");
}

static void asks_for_no_measure_of_intents_where_there_is_none_at_all(void **state)
{
	assert_string_equal(intent(*state, "", "nadřazená_položka: p"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_measure_under_any_item_or_also_under_one),
		PLAN_TEST(asks_for_no_goal_where_the_measure_is_the_highest_level),
		PLAN_TEST(asks_nothing_where_the_town_has_no_levels),
		PLAN_TEST(names_only_the_lowest_item_without_a_measure),
		PLAN_TEST(does_not_take_an_activity_for_a_measure),
		PLAN_TEST(takes_a_goal_whose_measure_stands_under_it_too),
		PLAN_TEST(asks_nothing_of_what_was_cancelled),
		PLAN_TEST(names_a_goal_once_when_nothing_under_it_has_a_group),
		PLAN_TEST(names_the_measure_when_others_beside_it_have_a_group),
		PLAN_TEST(takes_the_group_of_an_item_above),
		PLAN_TEST(leaves_only_cross_cutting_items_to_the_steering_group),
		PLAN_TEST(asks_for_no_group_before_there_is_a_working_one),
		PLAN_TEST(takes_an_intent_that_stands_under_or_beside_a_measure),
		PLAN_TEST(takes_an_intent_that_a_measure_names),
		PLAN_TEST(asks_for_no_measure_of_intents_where_there_is_none_at_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
