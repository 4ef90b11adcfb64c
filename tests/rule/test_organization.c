#include "rule_fixture.h"

static const char *organization(struct plan_fixture *fixture, const char *ico)
{
	findings_reset(&fixture->findings);
	fixture->count = 0;
	const char *text = arena_format(
		fixture->findings.arena, "organizace:\n  - {id: o, název: O, ičo: %s}\n", ico)
				   .ptr;
	return rule_fixture_run_one(fixture, text, "2019-06-30");
}

static void takes_numbers_whose_last_digit_agrees(void **state)
{
	/* The town of Frýdek-Místek; and sums of which the remainder is 0 and 1. */
	assert_string_equal(organization(*state, "\"00296643\""), "");
	assert_string_equal(organization(*state, "\"00000001\""), "");
	assert_string_equal(organization(*state, "\"00000060\""), "");
}

static void finds_a_misspelled_digit(void **state)
{
	assert_string_equal(organization(*state, "\"00296644\""), "ico-check-digit a.yaml 2 28\n");
	assert_string_equal(organization(*state, "\"00296343\""), "ico-check-digit a.yaml 2 28\n");
}

static void finds_two_digits_exchanged(void **state)
{
	assert_string_equal(organization(*state, "\"00269643\""), "ico-check-digit a.yaml 2 28\n");
}

static void says_nothing_of_the_digit_where_the_form_is_wrong(void **state)
{
	assert_string_equal(organization(*state, "\"0029664\""), "text-form a.yaml 2 28\n");
	assert_string_equal(organization(*state, "\"0029664x\""), "text-form a.yaml 2 28\n");
}

static void checks_a_number_without_quotes_as_it_is_written(void **state)
{
	assert_string_equal(organization(*state, "00296643"), "unquoted-text a.yaml 2 28\n");
}

static void takes_an_organization_without_a_number(void **state)
{
	const char *found =
		rule_fixture_run_one(*state, "organizace:\n  - {id: o, název: O}\n", "2019-06-30");

	assert_string_equal(found, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(takes_numbers_whose_last_digit_agrees),
		PLAN_TEST(finds_a_misspelled_digit),
		PLAN_TEST(finds_two_digits_exchanged),
		PLAN_TEST(says_nothing_of_the_digit_where_the_form_is_wrong),
		PLAN_TEST(checks_a_number_without_quotes_as_it_is_written),
		PLAN_TEST(takes_an_organization_without_a_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
