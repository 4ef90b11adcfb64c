#include "rule_fixture.h"

static void a_condition_that_names_no_code_is_found(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml",
		"podmínky_fází:\n"
		"  - fáze: schvalování\n"
		"    podmínky:\n"
		"      - kódy: [comment-unsettled, comment-unsetled]\n"
		"      - kódy: [owner-left]\n");
	assert_string_equal(rule_fixture_run(*state, "2026-02-01"), "unknown-code pravidla.yaml 4 35\n");
}

static void each_time_that_conditions_were_passed_over_is_recalled(void **state)
{
	assert_string_equal(rule_fixture_run_one(*state,
				    "cykly:\n"
				    "  - id: c\n"
				    "    název: C\n"
				    "    výjimky:\n"
				    "      - {fáze: schvalování, důvod: A}\n"
				    "      - {fáze: realizace, důvod: B}\n",
				    "2026-02-01"),
		"conditions-passed-over a.yaml 5 16\n"
		"conditions-passed-over a.yaml 6 16\n");
}

static void a_phase_has_its_conditions_once(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml",
		"podmínky_fází:\n"
		"  - {fáze: schvalování, podmínky: []}\n"
		"  - {fáze: realizace, podmínky: []}\n"
		"  - {fáze: approval, podmínky: []}\n");
	assert_string_equal(rule_fixture_run(*state, "2026-02-01"), "gate-twice pravidla.yaml 4 12\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(a_condition_that_names_no_code_is_found),
		PLAN_TEST(each_time_that_conditions_were_passed_over_is_recalled),
		PLAN_TEST(a_phase_has_its_conditions_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
