#include "report_fixture.h"

static const struct finding_kind kind = {
	.code = "a-code", .severity = KPSS_ERROR, .message = "‘{0}’ is wrong"};

static void prints_one_line_for_each_finding(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "kůň: x\ny: 1\n");
	findings_add(&fixture->findings, &(struct finding){.kind = &kind,
						 .where = report_span(source, "x"),
						 .arguments = {argument_text(kpss_str("x\ny"))}});
	findings_add(&fixture->findings, &(struct finding){.kind = &kind,
						 .severity = KPSS_NOTE,
						 .where = report_span(source, "1"),
						 .arguments = {argument_text(kpss_str("z"))}});

	assert_string_equal(report_render(fixture, report_format_find(kpss_str("short"))),
		"a.yaml:1:6: error[a-code]: ‘x\\u{a}y’ is wrong\n"
		"a.yaml:2:4: note[a-code]: ‘z’ is wrong\n");
}

static void names_the_repository_where_no_file_is(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind, .arguments = {argument_text(kpss_str("x"))}});

	assert_string_equal(report_render(fixture, report_format_find(kpss_str("short"))),
		"plans/town: error[a-code]: ‘x’ is wrong\n");
}

static void speaks_czech(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find("cs");
	fixture->options.several = true;
	struct source *source = report_source(fixture, "a.yaml", "x");
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind, .where = report_span(source, "x")});

	assert_non_null(strstr(report_render(fixture, report_format_find(kpss_str("short"))),
		"plans/town/a.yaml:1:1: chyba[a-code]: "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			prints_one_line_for_each_finding, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			names_the_repository_where_no_file_is, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(speaks_czech, report_set_up, report_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
