#include "rule/run.h"

#include "rule_fixture.h"

static const char mistakes[] =
	"plány:\n  - {id: p, název: P, od: 2017-01-01, do: 2016-12-31, telefon: x}\n";

static void finds_with_the_severity_of_each_kind(void **state)
{
	struct plan_fixture *fixture = *state;

	rule_fixture_run_one(fixture, mistakes, "2019-06-30");

	assert_int_equal(fixture->findings.count, 2);
	assert_int_equal(findings_count(&fixture->findings, KPSS_ERROR), 2);
}

static void lays_the_severities_of_the_town_over_all_findings(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"závažnosti:\n  - {kód: reversed-dates, závažnost: varování}\n  - {kód: "
		"unknown-field, závažnost: poznámka}\n");

	rule_fixture_run_one(fixture, mistakes, "2019-06-30");

	assert_int_equal(findings_count(&fixture->findings, KPSS_ERROR), 0);
	assert_int_equal(findings_count(&fixture->findings, KPSS_WARNING), 1);
	assert_int_equal(findings_count(&fixture->findings, KPSS_NOTE), 1);
}

static void leaves_out_what_the_town_silenced(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "profile.yaml",
		"severities:\n  - {code: reversed-dates, severity: silent}\n");

	const char *found = rule_fixture_run_one(fixture, mistakes, "2019-06-30");

	assert_string_equal(found, "unknown-field a.yaml 2 55\n");
}

static void does_not_let_a_town_lower_what_is_fatal(void **state)
{
	struct plan_fixture *fixture = *state;
	plan_fixture_file(fixture, "pravidla.yaml",
		"závažnosti:\n  - {kód: unknown-kind, závažnost: vypnuto}\n");

	rule_fixture_run_one(fixture, "osoby: []\nosobky: []\n", "2019-06-30");

	assert_int_equal(findings_count(&fixture->findings, KPSS_ERROR), 1);
}

static void runs_on_an_empty_plan(void **state)
{
	assert_string_equal(rule_fixture_run(*state, "2019-06-30"), "");
}

static void ends_its_catalogue(void **state)
{
	(void)state;
	size_t count = 0;

	while (finding_catalogue_at(count))
		count++;

	assert_true(count > 80);
	assert_null(finding_catalogue_at(count + 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLAN_TEST(finds_with_the_severity_of_each_kind),
		PLAN_TEST(lays_the_severities_of_the_town_over_all_findings),
		PLAN_TEST(leaves_out_what_the_town_silenced),
		PLAN_TEST(does_not_let_a_town_lower_what_is_fatal),
		PLAN_TEST(runs_on_an_empty_plan),
		PLAN_TEST(ends_its_catalogue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
