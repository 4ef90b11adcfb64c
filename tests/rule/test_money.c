#include "rule_fixture.h"

/* A budget with an amount and sources of these amounts; "" leaves it out. */
static const char *budget(
	struct plan_fixture *fixture, const char *amount, const char *first, const char *second)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	struct arena *arena = fixture->findings.arena;
	struct kpss_str text = arena_format(arena,
		"plány:\n  - id: p\n    název: P\n    opatření: [{id: o, název: O}]\n"
		"rozpočty:\n  - id: r\n    položka: o\n    rok: 2019\n");
	if (*amount)
		text = arena_format(arena, "%s    částka: %s\n", text.ptr, amount);
	if (*first)
		text = arena_format(arena, "%s    zdroje:\n      - {zdroj: město, částka: %s}\n",
			text.ptr, first);
	if (*second)
		text = arena_format(
			arena, "%s      - {zdroj: kraj, částka: %s}\n", text.ptr, second);
	return rule_fixture_run_one(fixture, text.ptr, "2019-06-30");
}

static void adds_up_to_the_last_hundredth(void **state)
{
	assert_string_equal(budget(*state, "0.3", "0.1", "0.2"), "");
	assert_string_equal(budget(*state, "1450000", "1449999.99", "0.01"), "");
}

static void finds_a_difference_of_a_hundredth(void **state)
{
	assert_string_equal(budget(*state, "0.31", "0.1", "0.2"), "sum-mismatch a.yaml 9 13\n");
	assert_string_equal(rule_fixture_text(*state, 0), "0,30");
	assert_string_equal(rule_fixture_text(*state, 1), "0,31");
	assert_string_equal(rule_fixture_text(*state, 2), "0,01");
}

static void writes_amounts_as_people_do(void **state)
{
	budget(*state, "1450000", "1000000", "349999.5");

	assert_string_equal(rule_fixture_text(*state, 0), "1\xC2\xA0"
							  "349\xC2\xA0"
							  "999,50");
	assert_string_equal(rule_fixture_text(*state, 1), "1\xC2\xA0"
							  "450\xC2\xA0"
							  "000");
	assert_string_equal(rule_fixture_text(*state, 2), "100\xC2\xA0"
							  "000,50");
}

static void does_not_judge_an_amount_alone(void **state)
{
	assert_string_equal(budget(*state, "100", "", ""), "");
}

static void does_not_judge_sources_alone(void **state)
{
	assert_string_equal(budget(*state, "", "100", "50"), "");
}

static void does_not_add_what_it_cannot_read(void **state)
{
	assert_string_equal(budget(*state, "100", "50", "1 000"), "number-form a.yaml 12 31\n");
	assert_string_equal(budget(*state, "1 000", "50", "50"), "number-form a.yaml 9 13\n");
}

static void does_not_judge_a_budget_with_an_amount_missing(void **state)
{
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run_one(fixture,
		"plány:\n  - id: p\n    název: P\n    opatření: [{id: o, název: O}]\n"
		"rozpočty:\n  - {id: r, položka: o, rok: 2019, částka: 5, zdroje: [{zdroj: "
		"kraj}]}\n",
		"2019-06-30");

	assert_string_equal(found, "");
}

static void does_not_add_past_the_largest_number(void **state)
{
	assert_string_equal(
		budget(*state, "1", "92233720368547758.07", "0.01"), "money-form a.yaml 11 32\n");
}

static void does_not_compare_what_is_too_far_apart(void **state)
{
	assert_string_equal(budget(*state, "-92233720368547758.07", "92233720368547758.07", ""),
		"money-form a.yaml 9 13\nout-of-range a.yaml 9 13\nmoney-form a.yaml 11 32\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(adds_up_to_the_last_hundredth),
		PLAN_TEST(finds_a_difference_of_a_hundredth),
		PLAN_TEST(writes_amounts_as_people_do),
		PLAN_TEST(does_not_judge_an_amount_alone),
		PLAN_TEST(does_not_judge_sources_alone),
		PLAN_TEST(does_not_add_what_it_cannot_read),
		PLAN_TEST(does_not_judge_a_budget_with_an_amount_missing),
		PLAN_TEST(does_not_add_past_the_largest_number),
		PLAN_TEST(does_not_compare_what_is_too_far_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
