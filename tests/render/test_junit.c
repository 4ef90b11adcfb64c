/* That the document fits the schema of JUnit is tested in tests/formats. */
#include "report_fixture.h"

#include "base/text.h"

static const struct finding_kind kind = {
	.code = "a-code", .severity = KPSS_WARNING, .message = "error"};

static const char *document(struct report_fixture *fixture)
{
	return report_document(fixture, report_format_find(kpss_str("junit")));
}

static void add(struct report_fixture *fixture, const char *path, enum kpss_severity severity)
{
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind,
			.severity = severity,
			.where = {.source = report_source(fixture, path, "x")}});
}

static void has_a_suite_for_each_repository_and_a_test_for_each_file(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.fail_on = KPSS_ERROR;
	add(fixture, "a.yaml", KPSS_WARNING);
	add(fixture, "a.yaml", KPSS_ERROR);
	add(fixture, "b.yaml", KPSS_ERROR);

	const char *text = document(fixture);

	assert_non_null(
		strstr(text, "<testsuite name=\"Český Těšín\" id=\"0\" package=\"plans/town\" "
			     "timestamp=\"2026-03-12T00:00:00\" hostname=\"localhost\" tests=\"2\" "
			     "failures=\"2\" errors=\"0\" time=\"0\">"));
	assert_non_null(strstr(text, "<testsuite name=\"plans/other\" id=\"1\""));
	assert_int_equal(report_count(text, "<testcase"), 4);
	assert_int_equal(report_count(text, "<failure"), 4);
	assert_int_equal(report_count(text, "a.yaml:1:1: warning[a-code]"), 2);
}

static void says_clean_when_nothing_was_found(void **state)
{
	const char *text = document(*state);

	assert_non_null(
		strstr(text, "<testcase name=\"clean\" classname=\"plans/other\" time=\"0\"/>"));
	assert_non_null(strstr(text, "tests=\"1\" failures=\"0\""));
}

static void fails_only_what_the_run_fails_for(void **state)
{
	struct report_fixture *fixture = *state;
	add(fixture, "a.yaml", KPSS_WARNING);

	fixture->options.fail_on = KPSS_ERROR;
	assert_null(strstr(document(fixture), "<failure"));
	assert_non_null(strstr(fixture->buf.ptr, "<system-out>a.yaml:1:1: warning[a-code]"));
	fixture->options.fail_on = KPSS_WARNING;
	assert_non_null(strstr(document(fixture), "<failure"));
	assert_non_null(strstr(fixture->buf.ptr, "<system-out></system-out>"));
	fixture->options.fail_on = KPSS_SILENT;
	assert_null(strstr(document(fixture), "<failure"));
}

static void calls_an_unread_repository_an_error(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings, &(struct finding){.kind = &kind});
	struct report_repository repository = {.path = kpss_str("nowhere"),
		.town = kpss_str(""),
		.findings = &fixture->findings,
		.summary = {.unread = 1}};

	report_format_find(kpss_str("junit"))
		->repository(&fixture->buf, &fixture->options, &repository);
	buf_add_char(&fixture->buf, '\0');

	assert_non_null(strstr(fixture->buf.ptr, "failures=\"0\" errors=\"1\""));
	assert_non_null(strstr(fixture->buf.ptr, "<error type=\"a-code\" message=\"error\">"));
}

static void holds_nothing_that_xml_forbids(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_nasty(fixture);

	const char *text = document(fixture);

	struct kpss_str all = kpss_str(text);
	assert_int_equal(text_valid_utf8(all), all.len);
	for (const char *at = text; *at; at++)
		assert_true((unsigned char)*at >= ' ' || *at == '\n');
	assert_null(strstr(text, "]]>"));
	assert_null(strstr(text, "\xEF\xBF\xBF"));
	assert_non_null(strstr(text, "\xF0\x9F\x98\x80"));
	assert_non_null(
		strstr(text, "name=\"plans/town/&quot;'&lt;&amp;&gt;]]&gt;%&#9;&#13;&#10;"));
}

static void names_a_suite_even_when_the_town_is_blank(void **state)
{
	struct report_fixture *fixture = *state;
	struct report_repository repository = {
		.path = kpss_str(" "), .town = kpss_str("\n "), .findings = &fixture->findings};

	report_format_find(kpss_str("junit"))
		->repository(&fixture->buf, &fixture->options, &repository);
	buf_add_char(&fixture->buf, '\0');

	assert_non_null(strstr(fixture->buf.ptr, "<testsuite name=\"kpss\""));
}

static void lists_all_findings_whatever_the_limit_is(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.limit = 100;
	fixture->options.fail_on = KPSS_WARNING;
	report_add_many(fixture, &kind, 1000);

	assert_int_equal(report_count(document(fixture), "many.yaml:1:7: "), 2000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(has_a_suite_for_each_repository_and_a_test_for_each_file),
		REPORT_TEST(says_clean_when_nothing_was_found),
		REPORT_TEST(fails_only_what_the_run_fails_for),
		REPORT_TEST(calls_an_unread_repository_an_error),
		REPORT_TEST(holds_nothing_that_xml_forbids),
		REPORT_TEST(names_a_suite_even_when_the_town_is_blank),
		REPORT_TEST(lists_all_findings_whatever_the_limit_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
