#include "rule_fixture.h"

static void takes_a_chain_that_ends(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"orgány:\n  - {id: a, název: A, nadřízený_orgán: b}\n  - {id: b, název: B, "
		"nadřízený_orgán: c}\n"
		"  - {id: c, název: C}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void finds_a_record_that_leads_to_itself(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "orgány:\n  - {id: a, název: A, nadřízený_orgán: a}\n", "2019-06-30");

	assert_string_equal(found, "circular-reference a.yaml 2 40\n");
	assert_string_equal(rule_fixture_text(*state, 1), "a → a");
}

static void finds_two_records_that_lead_to_each_other(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"orgány:\n  - {id: a, název: A, nadřízený_orgán: b}\n  - {id: b, název: B, "
		"nadřízený_orgán: a}\n",
		"2019-06-30");

	assert_string_equal(found, "circular-reference a.yaml 3 40\n");
	assert_string_equal(rule_fixture_text(*state, 1), "a → b → a");
}

static void finds_a_circle_of_three_through_files(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(
		fixture, "b.yaml", "orgány:\n  - {id: b, název: B, nadřízený_orgán: c}\n");
	plan_fixture_file(
		fixture, "c.yaml", "orgány:\n  - {id: c, název: C, nadřízený_orgán: a}\n");

	const char *found = rule_fixture_run_one(
		fixture, "orgány:\n  - {id: a, název: A, nadřízený_orgán: b}\n", "2019-06-30");

	assert_string_equal(found, "circular-reference c.yaml 2 40\n");
	assert_string_equal(rule_fixture_text(fixture, 1), "a → b → c → a");
}

static void leaves_out_of_the_circle_what_only_leads_into_it(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"orgány:\n  - {id: a, název: A, nadřízený_orgán: b}\n  - {id: b, název: B, "
		"nadřízený_orgán: c}\n"
		"  - {id: c, název: C, nadřízený_orgán: b}\n",
		"2019-06-30");

	assert_string_equal(found, "circular-reference a.yaml 4 40\n");
	assert_string_equal(rule_fixture_text(*state, 1), "b → c → b");
}

static void finds_each_of_two_circles_once(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"orgány:\n  - {id: a, název: A, nadřízený_orgán: b}\n  - {id: b, název: B, "
		"nadřízený_orgán: a}\n"
		"  - {id: c, název: C, nadřízený_orgán: d}\n  - {id: d, název: D, nadřízený_orgán: "
		"c}\n",
		"2019-06-30");

	assert_string_equal(
		found, "circular-reference a.yaml 3 40\ncircular-reference a.yaml 5 40\n");
}

/* Three groups without leaders that are still to come, so that nothing else is to be found. */
static const char *groups(struct plan_fixture *fixture, const char *a, const char *b, const char *c)
{
	const char *text = arena_format(fixture->findings.arena,
		"skupiny:\n"
		"  - {id: a, název: A, od: 2030-01-01, předchůdci: [%s]}\n"
		"  - {id: b, název: B, od: 2030-01-01, předchůdci: [%s]}\n"
		"  - {id: c, název: C, od: 2030-01-01, předchůdci: [%s]}\n",
		a, b, c)
				   .ptr;
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void finds_a_circle_through_lists(void **state)
{
	const char *found = groups(*state, "c, b", "", "b, a");

	assert_string_equal(found, "circular-reference a.yaml 4 55\n");
	assert_string_equal(rule_fixture_text(*state, 1), "a → c → a");
}

static void takes_two_ways_to_the_same_record(void **state)
{
	assert_string_equal(groups(*state, "b, c", "c", ""), "");
}

static void finds_both_circles_of_one_record(void **state)
{
	const char *found = groups(*state, "b, c", "a", "a");

	assert_string_equal(
		found, "circular-reference a.yaml 3 52\ncircular-reference a.yaml 4 52\n");
}

static void shortens_a_long_circle(void **state)
{
	struct plan_fixture *fixture = *state;
	struct buf text = {0};
	buf_add_text(&text, "orgány:\n");
	for (int i = 0; i < 9; i++)
		buf_addf(&text, "  - {id: o%d, název: O, nadřízený_orgán: o%d}\n", i, (i + 1) % 9);
	buf_add_char(&text, '\0');

	rule_fixture_run_one(fixture, text.ptr, "2019-06-30");

	assert_string_equal(rule_fixture_text(fixture, 1), "o0 → o1 → o2 → o3 → o4 → o5 → … → o0");
	buf_clear(&text);
}

static void follows_a_long_chain_without_losing_its_breath(void **state)
{
	struct plan_fixture *fixture = *state;
	enum { LINKS = 20000 };
	struct buf text = {0};
	buf_add_text(&text, "orgány:\n");
	for (int i = 0; i < LINKS; i++)
		buf_addf(&text, "  - {id: o%d, název: O, nadřízený_orgán: o%d}\n", i,
			(i + 1) % LINKS);
	buf_add_char(&text, '\0');

	rule_fixture_run_one(fixture, text.ptr, "2019-06-30");

	assert_int_equal(fixture->findings.count, 1);
	buf_clear(&text);
}

static void says_only_that_parents_go_round(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(
		fixture, "pravidla.yaml", "úrovně:\n  - úroveň: cíl\n  - úroveň: opatření\n");

	const char *found = rule_fixture_run_one(fixture,
		"cíle:\n  - {id: c, název: C, nadřazená_položka: o}\n"
		"opatření:\n  - {id: o, název: O, nadřazená_položka: c}\n",
		"2019-06-30");

	assert_string_equal(found, "circular-reference a.yaml 4 42\n");
}

static void looks_at_what_continues_what(void **state)
{
	const char *found = rule_fixture_run_one(*state,
		"plány:\n  - id: p\n    název: P\n    navazuje_na: p\n    cíle:\n      - {id: c, "
		"název: C, navazuje_na: c}\n",
		"2019-06-30");

	assert_string_equal(
		found, "circular-reference a.yaml 4 18\ncircular-reference a.yaml 6 40\n");
}

static void looks_at_roles_held_by_office(void **state)
{
	const char *found = rule_fixture_run_one(
		*state, "funkce:\n  - {id: f, název: F, z_titulu_funkce: f}\n", "2019-06-30");

	assert_string_equal(found, "circular-reference a.yaml 2 40\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_a_chain_that_ends),
		PLAN_TEST(finds_a_record_that_leads_to_itself),
		PLAN_TEST(finds_two_records_that_lead_to_each_other),
		PLAN_TEST(finds_a_circle_of_three_through_files),
		PLAN_TEST(leaves_out_of_the_circle_what_only_leads_into_it),
		PLAN_TEST(finds_each_of_two_circles_once),
		PLAN_TEST(finds_a_circle_through_lists),
		PLAN_TEST(takes_two_ways_to_the_same_record),
		PLAN_TEST(finds_both_circles_of_one_record),
		PLAN_TEST(shortens_a_long_circle),
		PLAN_TEST(follows_a_long_chain_without_losing_its_breath),
		PLAN_TEST(says_only_that_parents_go_round),
		PLAN_TEST(looks_at_what_continues_what),
		PLAN_TEST(looks_at_roles_held_by_office),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
