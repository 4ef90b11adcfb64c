#include "rule_fixture.h"

/* `a` holds `k` from 2015 to 2016 and again from 2018; the test says what else, and what may be combined. */
static const char *run(struct plan_fixture *fixture, const char *combinable, const char *roles)
{
	const char *text = arena_format(fixture->findings.arena,
		"osoby: [{id: a}, {id: b}]\n"
		"funkce:\n"
		"  - {id: k, název: K, nositelé: [{osoba: a, od: 2018-01-01}, {osoba: a, od: "
		"2015-01-01, do: 2016-12-31}]}\n"
		"%s",
		roles)
				   .ptr;
	return rule_fixture_run_for(fixture, "roles-not-combinable", combinable, text);
}

static const char *const nothing = "slučitelné_funkce: []\n";

static void finds_two_roles_on_one_day(void **state)
{
	assert_string_equal(run(*state, nothing,
				    "  - {id: m, název: M, nositelé: [{osoba: a, od: 2016-12-31, "
				    "do: 2017-12-31}]}\n"),
		"roles-not-combinable a.yaml 4 42\n");
	assert_string_equal(rule_fixture_day(*state, 3), "2016-12-31");
}

static void takes_roles_between_each_other(void **state)
{
	assert_string_equal(run(*state, nothing,
				    "  - {id: m, název: M, nositelé: [{osoba: a, od: 2017-01-01, "
				    "do: 2017-12-31}]}\n"),
		"");
}

static void tells_once_of_a_pair(void **state)
{
	assert_string_equal(
		run(*state, nothing,
			"  - {id: m, název: M, nositelé: [{osoba: a, od: 2010-01-01}]}\n"),
		"roles-not-combinable a.yaml 3 70\n");
	assert_string_equal(rule_fixture_day(*state, 3), "2015-01-01");
}

static void does_not_look_past_the_day_asked_for(void **state)
{
	assert_string_equal(
		run(*state, nothing,
			"  - {id: m, název: M, nositelé: [{osoba: a, od: 2020-07-01}]}\n"),
		"");
}

static void takes_a_pair_that_the_town_allows(void **state)
{
	assert_string_equal(
		run(*state, "slučitelné_funkce: [{funkce: [m, k]}]\n",
			"  - {id: m, název: M, nositelé: [{osoba: a, od: 2018-01-01}]}\n"),
		"");
}

static void takes_a_role_held_by_virtue_of_the_other(void **state)
{
	assert_string_equal(run(*state, nothing,
				    "  - {id: m, název: M, z_titulu_funkce: k, nositelé: [{osoba: "
				    "a, od: 2018-01-01}]}\n"),
		"");
}

static void takes_two_people(void **state)
{
	assert_string_equal(
		run(*state, nothing, "  - {id: m, název: M, nositelé: [{osoba: b}]}\n"), "");
}

static void says_nothing_where_the_town_has_not_decided(void **state)
{
	assert_string_equal(
		run(*state, "název: Pravidla\n", "  - {id: m, název: M, nositelé: [{osoba: a}]}\n"),
		"");
}

static void concludes_nothing_from_wrong_days(void **state)
{
	assert_string_equal(run(*state, nothing,
				    "  - {id: m, název: M, nositelé: [{osoba: a, od: 2019-01-01, "
				    "do: 2018-01-01}]}\n"),
		"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_two_roles_on_one_day),
		PLAN_TEST(takes_roles_between_each_other),
		PLAN_TEST(tells_once_of_a_pair),
		PLAN_TEST(does_not_look_past_the_day_asked_for),
		PLAN_TEST(takes_a_pair_that_the_town_allows),
		PLAN_TEST(takes_a_role_held_by_virtue_of_the_other),
		PLAN_TEST(takes_two_people),
		PLAN_TEST(says_nothing_where_the_town_has_not_decided),
		PLAN_TEST(concludes_nothing_from_wrong_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
