#include "report_fixture.h"

static const struct finding_kind kind = {.code = "x", .severity = KPSS_ERROR, .message = "x"};

static void has_each_format_once_and_whole(void **state)
{
	(void)state;
	assert_string_equal(report_formats[0]->name, "text");
	for (size_t i = 0; i < report_format_count; i++) {
		const struct report_format *format = report_formats[i];
		assert_ptr_equal(report_format_find(kpss_str(format->name)), format);
		assert_non_null(format->summary);
		assert_non_null(format->begin);
		assert_non_null(format->repository);
		assert_non_null(format->end);
	}
	assert_null(report_format_find(kpss_str("unknown")));
}

static void counts_files_with_findings_once(void **state)
{
	struct report_fixture *fixture = *state;
	struct source *a = report_source(fixture, "a.yaml", "xyz");
	struct source *b = report_source(fixture, "b.yaml", "xyz");
	findings_add(&fixture->findings, &(struct finding){.kind = &kind});
	findings_add(&fixture->findings,
		&(struct finding){
			.kind = &kind, .severity = KPSS_NOTE, .where = report_span(a, "x")});
	findings_add(
		&fixture->findings, &(struct finding){.kind = &kind, .where = report_span(a, "y")});
	findings_add(
		&fixture->findings, &(struct finding){.kind = &kind, .where = report_span(b, "x")});

	struct report_summary summary = report_summary_of(&fixture->findings, 7);

	assert_int_equal(summary.errors, 3);
	assert_int_equal(summary.notes, 1);
	assert_int_equal(summary.files_with_findings, 2);
	assert_int_equal(summary.files, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_each_format_once_and_whole),
		cmocka_unit_test_setup_teardown(
			counts_files_with_findings_once, report_set_up, report_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
