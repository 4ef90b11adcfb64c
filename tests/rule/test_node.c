#include "rule_fixture.h"

static const char three_levels[] =
	"úrovně:\n  - úroveň: oblast\n  - úroveň: cíl\n  - úroveň: opatření\n";

static void takes_levels_that_go_down(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", three_levels);

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    oblasti:\n      - id: ob\n        název: "
		"Ob\n        cíle:\n"
		"          - {id: c, název: C, opatření: [{id: o, název: O}]}\n"
		"        opatření: [{id: q, název: Q}]\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void refuses_a_level_under_a_lower_one(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", three_levels);

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    oblasti:\n      - id: ob\n        název: Ob\n"
		"        opatření:\n          - {id: o, název: O, cíle: [{id: c, název: C}]}\n",
		"2019-06-30");

	assert_string_equal(found, "wrong-level a.yaml 8 43\n");
	assert_string_equal(rule_fixture_text(*state, 1), "cíl");
	assert_string_equal(rule_fixture_text(*state, 3), "opatření");
}

static void refuses_a_level_under_itself(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", three_levels);

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    cíle:\n      - {id: b, název: B, cíle: [{id: "
		"c, název: C}]}\n",
		"2019-06-30");

	assert_string_equal(found, "wrong-level a.yaml 5 39\n");
}

static void refuses_a_level_that_the_town_does_not_use_once(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", three_levels);

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    etapy:\n      - {id: e, název: E, opatření: "
		"[{id: o, název: O}]}\n",
		"2019-06-30");

	assert_string_equal(found, "wrong-level a.yaml 5 14\n");
	assert_string_equal(rule_fixture_text(*state, 1), "etapa");
}

static void asks_for_the_level_of_an_item_that_does_not_say_it(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml", three_levels);

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    položky:\n      - {id: x, název: X}\n",
		"2019-06-30");

	assert_string_equal(found, "wrong-level a.yaml 5 14\n");
	assert_non_null(strstr(fixture->findings.items[0].kind->message, "does not say"));
}

static void refuses_a_word_for_the_level_that_contradicts_the_list(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    opatření:\n      - id: o\n        název: O\n"
		"        úroveň: cíl\n      - {id: q, název: Q, úroveň: trasa}\n",
		"2019-06-30");

	assert_string_equal(found, "wrong-level a.yaml 7 17\nwrong-level a.yaml 8 35\n");
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[1].text, "opatření"));
	assert_true(kpss_str_is(fixture->findings.items[0].arguments[2].text, "cíl"));
}

static void takes_a_word_for_the_level_that_repeats_the_list(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - id: p\n    název: P\n    opatření:\n      - {id: o, název: O, úroveň: "
		"opatření}\n"
		"      - {id: m, název: M, úroveň: measure}\n"
		"    položky:\n      - {id: q, název: Q, úroveň: cíl}\n      - {id: t, název: T, "
		"úroveň: trasa}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void asks_nothing_of_levels_where_the_town_has_none(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - id: p\n    název: P\n    opatření:\n      - {id: o, název: O, cíle: "
		"[{id: c, název: C}]}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void refuses_an_item_that_stands_nowhere(void **state)
{
	const char *found =
		rule_fixture_run_one(*state, "opatření:\n  - {id: o, název: O}\n", "2019-06-30");

	assert_string_equal(found, "item-without-parent a.yaml 2 10\n");
}

static void says_nothing_more_about_an_item_whose_parent_does_not_exist(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "opatření:\n  - {id: o, název: O, nadřazená_položka: p}\n", "2019-06-30");

	assert_string_equal(found, "dangling-reference a.yaml 2 42\n");
}

/* A plan 2017–2020 with a measure that `a` answers for; the test gives the memberships of `a` in two groups, and the
 * period of the measure. */
static const char *owner(struct plan_fixture *fixture, const char *first, const char *second,
	const char *measure, const char *as_of)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	const char *text = arena_format(fixture->findings.arena,
		"osoby:\n"
		"  - id: a\n"
		"  - id: v\n"
		"plány:\n"
		"  - id: p\n"
		"    název: P\n"
		"    od: 2017-01-01\n"
		"    do: 2020-12-31\n"
		"    opatření:\n"
		"      - {id: o, název: O, odpovídá: a%s}\n"
		"skupiny:\n"
		"  - {id: x, název: X, vedoucí: [{osoba: v}], členové: [{osoba: v}%s]}\n"
		"  - {id: z, název: Z, vedoucí: [{osoba: v}], členové: [{osoba: v}%s]}\n",
		measure, first, second)
				   .ptr;
	return rule_fixture_run_one(fixture, text, as_of);
}

static void takes_an_owner_who_is_a_member(void **state)
{
	assert_string_equal(
		owner(*state, ", {osoba: a, od: 2018-01-01}", "", "", "2019-06-30"), "");
}

static void takes_an_owner_who_never_was_a_member(void **state)
{
	assert_string_equal(owner(*state, "", "", "", "2019-06-30"), "");
}

static void finds_an_owner_who_left(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = owner(fixture, ", {osoba: a, do: 2018-12-31}", "", "", "2019-06-30");

	assert_string_equal(found, "owner-left a.yaml 10 37\n");
	struct place place = source_locate(fixture->findings.items[0].related.source,
		fixture->findings.items[0].related.begin);
	assert_int_equal(place.line, 12);
	assert_string_equal(rule_fixture_day(fixture, 0), "2019-06-30");
}

static void takes_an_owner_who_only_changed_the_group(void **state)
{
	assert_string_equal(owner(*state, ", {osoba: a, do: 2018-12-31}",
				    ", {osoba: a, od: 2019-01-01}", "", "2019-06-30"),
		"");
}

static void takes_an_owner_on_the_last_day_of_the_membership(void **state)
{
	assert_string_equal(
		owner(*state, ", {osoba: a, do: 2019-06-30}", "", "", "2019-06-30"), "");
	assert_string_equal(owner(*state, ", {osoba: a, do: 2019-06-29}", "", "", "2019-06-30"),
		"owner-left a.yaml 10 37\n");
}

static void names_the_later_of_two_memberships_that_ended(void **state)
{
	struct plan_fixture *fixture = *state;

	owner(fixture, ", {osoba: a, do: 2018-12-31}", ", {osoba: a, do: 2018-06-30}", "",
		"2019-06-30");

	struct place place = source_locate(fixture->findings.items[0].related.source,
		fixture->findings.items[0].related.begin);
	assert_int_equal(place.line, 12);
}

static void judges_a_plan_that_is_over_by_its_last_day(void **state)
{
	assert_string_equal(
		owner(*state, ", {osoba: a, do: 2020-12-31}", "", "", "2026-01-01"), "");
	assert_string_equal(owner(*state, ", {osoba: a, do: 2020-12-30}", "", "", "2026-01-01"),
		"owner-left a.yaml 10 37\n");
	assert_string_equal(rule_fixture_day(*state, 0), "2020-12-31");
}

static void judges_a_measure_that_is_over_by_its_last_day(void **state)
{
	assert_string_equal(
		owner(*state, ", {osoba: a, do: 2018-12-31}", "", ", do: 2018-12-31", "2019-06-30"),
		"");
	assert_string_equal(
		owner(*state, ", {osoba: a, do: 2018-12-30}", "", ", do: 2018-12-31", "2019-06-30"),
		"owner-left a.yaml 10 37\n");
}

static void takes_an_owner_who_is_still_to_come(void **state)
{
	assert_string_equal(
		owner(*state, ", {osoba: a, od: 2020-01-01}", "", "", "2019-06-30"), "");
}

static void ends_a_membership_with_its_group(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run_one(fixture,
		"osoby:\n  - id: a\nplány:\n  - id: p\n    název: P\n    opatření:\n      - {id: "
		"o, název: O, odpovídá: a}\n"
		"skupiny:\n  - {id: x, název: X, do: 2018-12-31, vedoucí: [{osoba: a}], členové: "
		"[{osoba: a}]}\n",
		"2019-06-30");

	assert_string_equal(found, "owner-left a.yaml 7 37\n");
	struct place place = source_locate(fixture->findings.items[0].related.source,
		fixture->findings.items[0].related.begin);
	assert_int_equal(place.line, 9);
	assert_int_equal(place.column, 27);
}

static void counts_members_of_bodies_too(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"osoby:\n  - id: a\nplány:\n  - id: p\n    název: P\n    opatření:\n      - {id: "
		"o, název: O, odpovídá: a}\n"
		"orgány:\n  - {id: k, název: K, členové: [{osoba: a, do: 2018-12-31}, {osoba: a, "
		"od: 2019-02-01}]}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_levels_that_go_down),
		PLAN_TEST(refuses_a_level_under_a_lower_one),
		PLAN_TEST(refuses_a_level_under_itself),
		PLAN_TEST(refuses_a_level_that_the_town_does_not_use_once),
		PLAN_TEST(asks_for_the_level_of_an_item_that_does_not_say_it),
		PLAN_TEST(refuses_a_word_for_the_level_that_contradicts_the_list),
		PLAN_TEST(takes_a_word_for_the_level_that_repeats_the_list),
		PLAN_TEST(asks_nothing_of_levels_where_the_town_has_none),
		PLAN_TEST(refuses_an_item_that_stands_nowhere),
		PLAN_TEST(says_nothing_more_about_an_item_whose_parent_does_not_exist),
		PLAN_TEST(takes_an_owner_who_is_a_member),
		PLAN_TEST(takes_an_owner_who_never_was_a_member),
		PLAN_TEST(finds_an_owner_who_left),
		PLAN_TEST(takes_an_owner_who_only_changed_the_group),
		PLAN_TEST(takes_an_owner_on_the_last_day_of_the_membership),
		PLAN_TEST(names_the_later_of_two_memberships_that_ended),
		PLAN_TEST(judges_a_plan_that_is_over_by_its_last_day),
		PLAN_TEST(judges_a_measure_that_is_over_by_its_last_day),
		PLAN_TEST(takes_an_owner_who_is_still_to_come),
		PLAN_TEST(ends_a_membership_with_its_group),
		PLAN_TEST(counts_members_of_bodies_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
