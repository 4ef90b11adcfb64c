#include "report_fixture.h"

static const struct finding_kind kind = {
	.code = "a-code", .severity = KPSS_WARNING, .message = "error", .remedy = "{0}"};

static const char *render(struct report_fixture *fixture)
{
	return report_render(fixture, report_format_find(kpss_str("github")));
}

static void names_file_place_and_code(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "x: 1\nkůň: 2\n");
	findings_add(&fixture->findings, &(struct finding){.kind = &kind,
						 .where = report_span(source, "ůň"),
						 .arguments = {argument_text(kpss_str("100 %"))}});

	assert_string_equal(render(fixture),
		"::warning file=plans/town/a.yaml,line=2,col=2,endColumn=4,title=a-code::"
		"error%0Awhat to do: 100 %25\n");
}

static void gives_no_columns_over_several_lines(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *source = report_source(fixture, "a.yaml", "x: 1\ny: 2\n");
	findings_add(&fixture->findings, &(struct finding){.kind = &kind,
						 .severity = KPSS_NOTE,
						 .where = report_span(source, "1\ny")});

	assert_non_null(strstr(render(fixture),
		"::notice file=plans/town/a.yaml,line=1,endLine=2,title=a-code::error"));
}

static void names_no_place_where_there_is_none(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings, &(struct finding){.kind = &kind, .severity = KPSS_ERROR});

	assert_non_null(strstr(render(fixture), "::error title=a-code::error"));
}

static void lets_no_text_end_a_property_or_a_line(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind,
			.where = {.source = report_source(fixture, "a,b:c%\r\n.yaml", "x")},
			.arguments = {argument_text(kpss_str("a\n::error::b"))}});

	const char *text = render(fixture);

	assert_int_equal(report_count(text, "\n"), 1);
	assert_null(strchr(text, '\r'));
	assert_non_null(strstr(text, "file=plans/town/a%2Cb%3Ac%25%0D%0A.yaml,line"));
}

static void prints_all_findings_whatever_the_limit_is(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.limit = 100;
	report_add_many(fixture, &kind, 1000);

	assert_int_equal(report_count(render(fixture), "::warning "), 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(names_file_place_and_code),
		REPORT_TEST(gives_no_columns_over_several_lines),
		REPORT_TEST(names_no_place_where_there_is_none),
		REPORT_TEST(lets_no_text_end_a_property_or_a_line),
		REPORT_TEST(prints_all_findings_whatever_the_limit_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
