/* The last day and hour of a round. */
#include "rule_fixture.h"

static const char *run(struct plan_fixture *fixture, const char *round, const char *submission)
{
	return rule_fixture_run_one(fixture,
		arena_format(fixture->findings.arena,
			"připomínková_řízení: [{id: r, název: R, od: 2024-10-01, do: "
			"2024-10-31%s}]\n"
			"podání:\n"
			"  - {id: p, připomínkové_řízení: r%s}\n",
			round, submission)
			.ptr,
		"2026-03-12");
}

static void takes_what_comes_on_the_last_day(void **state)
{
	assert_string_equal(run(*state, "", ", doručeno: 2024-10-31"), "");
}

static void finds_what_comes_a_day_later(void **state)
{
	assert_string_equal(
		run(*state, "", ", doručeno: 2024-11-01"), "comment-after-close a.yaml 3 47\n");
}

static void takes_what_is_marked_as_late(void **state)
{
	assert_string_equal(run(*state, "", ", doručeno: 2024-11-01, opožděné: true"), "");
}

static void takes_the_very_minute(void **state)
{
	assert_string_equal(
		run(*state, ", do_hodin: '12:00'", ", doručeno: 2024-10-31, čas_doručení: '12:00'"),
		"");
}

static void finds_the_minute_after(void **state)
{
	assert_string_equal(
		run(*state, ", do_hodin: '12:00'", ", doručeno: 2024-10-31, čas_doručení: '12:01'"),
		"comment-after-close a.yaml 3 47\n");
}

static void does_not_ask_for_an_hour_that_nobody_wrote(void **state)
{
	assert_string_equal(run(*state, ", do_hodin: '12:00'", ", doručeno: 2024-10-31"), "");
}

static void lets_the_day_of_sending_decide_where_the_round_says_so(void **state)
{
	assert_string_equal(run(*state, ", rozhodný_den: odeslání",
				    ", doručeno: 2024-11-04, odesláno: 2024-10-31"),
		"");
}

static void falls_back_to_the_day_of_receipt(void **state)
{
	assert_string_equal(run(*state, ", rozhodný_den: odeslání", ", doručeno: 2024-11-04"),
		"comment-after-close a.yaml 3 47\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_what_comes_on_the_last_day),
		PLAN_TEST(finds_what_comes_a_day_later),
		PLAN_TEST(takes_what_is_marked_as_late),
		PLAN_TEST(takes_the_very_minute),
		PLAN_TEST(finds_the_minute_after),
		PLAN_TEST(does_not_ask_for_an_hour_that_nobody_wrote),
		PLAN_TEST(lets_the_day_of_sending_decide_where_the_round_says_so),
		PLAN_TEST(falls_back_to_the_day_of_receipt),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
