#include "rule_fixture.h"

static const char mistake[] = "plány:\n  - {id: p, název: P, telefon: x}\n";

static const char cycle[] = "cykly:\n"
			    "  - id: c\n"
			    "    název: C\n"
			    "    fáze:\n"
			    "      - {fáze: příprava, od: 2026-01-01, do: 2026-03-31}\n"
			    "      - {fáze: připomínky, od: 2026-04-01}\n"
			    "      - {fáze: hodnocení}\n";

/* The severity of the finding in `mistake` on a day; KPSS_SILENT when there is none. */
static enum kpss_severity severity_on(void **state, const char *profile, const char *day)
{
	struct plan_fixture *fixture = *state;
	fixture->count = 0;
	findings_reset(&fixture->findings);
	plan_fixture_file(fixture, "pravidla.yaml", profile);
	plan_fixture_file(fixture, "cykly.yaml", cycle);
	rule_fixture_run_one(fixture, mistake, day);
	if (fixture->findings.count == 0)
		return KPSS_SILENT;
	assert_int_equal(fixture->findings.count, 1);
	assert_string_equal(fixture->findings.items[0].kind->code, "unknown-field");
	return fixture->findings.items[0].severity;
}

static void holds_only_while_a_cycle_is_in_the_phase(void **state)
{
	static const char profile[] =
		"závažnosti:\n  - {kód: unknown-field, závažnost: poznámka, fáze: příprava}\n";
	assert_int_equal(severity_on(state, profile, "2025-12-31"), KPSS_ERROR);
	assert_int_equal(severity_on(state, profile, "2026-01-01"), KPSS_NOTE);
	assert_int_equal(severity_on(state, profile, "2026-03-31"), KPSS_NOTE);
	assert_int_equal(severity_on(state, profile, "2026-04-01"), KPSS_ERROR);
}

static void takes_a_phase_without_an_end_as_going_on(void **state)
{
	static const char profile[] =
		"závažnosti:\n  - {kód: unknown-field, závažnost: vypnuto, fáze: připomínky}\n";
	assert_int_equal(severity_on(state, profile, "2030-01-01"), KPSS_SILENT);
}

static void takes_a_phase_without_days_as_not_begun(void **state)
{
	static const char profile[] =
		"závažnosti:\n  - {kód: unknown-field, závažnost: vypnuto, fáze: hodnocení}\n";
	assert_int_equal(severity_on(state, profile, "2030-01-01"), KPSS_ERROR);
}

static void prefers_what_is_said_for_the_phase(void **state)
{
	static const char profile[] = "závažnosti:\n"
				      "  - {kód: unknown-field, závažnost: poznámka}\n"
				      "  - {kód: unknown-field, závažnost: varování, fáze: příprava}\n";
	assert_int_equal(severity_on(state, profile, "2026-02-01"), KPSS_WARNING);
	assert_int_equal(severity_on(state, profile, "2026-05-01"), KPSS_NOTE);
}

static void holds_from_its_day_and_the_later_one_wins(void **state)
{
	static const char profile[] = "závažnosti:\n"
				      "  - {kód: unknown-field, závažnost: poznámka, od: 2026-02-01}\n"
				      "  - {kód: unknown-field, závažnost: varování, od: 2026-07-01}\n";
	assert_int_equal(severity_on(state, profile, "2026-01-31"), KPSS_ERROR);
	assert_int_equal(severity_on(state, profile, "2026-02-01"), KPSS_NOTE);
	assert_int_equal(severity_on(state, profile, "2026-07-01"), KPSS_WARNING);
}

static void takes_the_first_of_two_alike(void **state)
{
	static const char profile[] = "závažnosti:\n"
				      "  - {kód: unknown-field, závažnost: poznámka}\n"
				      "  - {kód: unknown-field, závažnost: varování}\n";
	assert_int_equal(severity_on(state, profile, "2026-02-01"), KPSS_NOTE);
}

static void says_which_codes_do_not_exist(void **state)
{
	plan_fixture_file(*state, "pravidla.yaml",
		"závažnosti:\n  - {kód: owner-lef, závažnost: chyba}\n  - {kód: nothing-like-it, závažnost: chyba}\n");
	struct plan_fixture *fixture = *state;

	const char *found = rule_fixture_run(fixture, "2026-02-01");

	assert_string_equal(found, "unknown-code pravidla.yaml 2 11\nunknown-code pravidla.yaml 3 11\n");
	assert_string_equal(findings_text(&fixture->findings, fixture->findings.items[0].arguments[1].text).ptr,
		"owner-left");
	assert_int_equal(fixture->findings.items[1].arguments[1].text.len, 0);
}

static void says_which_severities_cannot_be_lowered(void **state)
{
	plan_fixture_file(*state, "profile.yaml",
		"severities:\n  - {code: not-utf8, severity: silent}\n  - {code: not-utf8, severity: error}\n");
	assert_string_equal(rule_fixture_run(*state, "2026-02-01"), "fixed-severity profile.yaml 2 32\n");
}

static void says_nothing_about_a_severity_that_is_no_word(void **state)
{
	plan_fixture_file(*state, "profile.yaml", "severities:\n  - {code: not-utf8, severity: heavy}\n");
	assert_string_equal(rule_fixture_run(*state, "2026-02-01"), "unknown-value profile.yaml 2 32\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(holds_only_while_a_cycle_is_in_the_phase),
		PLAN_TEST(takes_a_phase_without_an_end_as_going_on),
		PLAN_TEST(takes_a_phase_without_days_as_not_begun),
		PLAN_TEST(prefers_what_is_said_for_the_phase),
		PLAN_TEST(holds_from_its_day_and_the_later_one_wins),
		PLAN_TEST(takes_the_first_of_two_alike),
		PLAN_TEST(says_which_codes_do_not_exist),
		PLAN_TEST(says_which_severities_cannot_be_lowered),
		PLAN_TEST(says_nothing_about_a_severity_that_is_no_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
