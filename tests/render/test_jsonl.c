#include <jansson.h>

#include "report_fixture.h"

static const struct finding_kind kind = {
	.code = "a-code", .severity = KPSS_WARNING, .message = "error"};

/* Line `index` of the whole output; to be given back with json_decref. */
static json_t *line(struct report_fixture *fixture, size_t index)
{
	const char *text = report_document(fixture, report_format_find(kpss_str("jsonl")));
	while (index-- > 0)
		text = strchr(text, '\n') + 1;
	json_error_t error;
	json_t *root = json_loadb(text, strcspn(text, "\n"), JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%s in\n%s", error.text, text);
	return root;
}

static void assert_text(const json_t *object, const char *key, const char *expected)
{
	assert_string_equal(json_string_value(json_object_get(object, key)), expected);
}

static void writes_each_finding_with_its_repository(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_many(fixture, &kind, 1);

	json_t *first = line(fixture, 0), *second = line(fixture, 1);

	assert_text(first, "type", "finding");
	assert_text(first, "repository", "plans/town");
	assert_text(first, "code", "a-code");
	assert_text(first, "path", "many.yaml");
	assert_int_equal(json_integer_value(json_object_get(first, "column")), 7);
	assert_text(second, "repository", "plans/other");
	json_decref(first);
	json_decref(second);
}

static void ends_with_the_summary(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_many(fixture, &kind, 1);

	json_t *last = line(fixture, 2);

	assert_text(last, "type", "summary");
	assert_text(last, "asOf", "2026-03-12");
	assert_int_equal(json_integer_value(json_object_get(last, "schemaVersion")), 1);
	assert_int_equal(json_integer_value(json_object_get(last, "warnings")), 2);
	assert_int_equal(json_integer_value(json_object_get(last, "files")), 82);
	json_decref(last);
}

static void keeps_nasty_texts_on_one_line(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_nasty(fixture);

	json_t *first = line(fixture, 0);

	assert_text(first, "code", "nasty");
	json_decref(first);
	assert_int_equal(report_count(fixture->buf.ptr, "\n"), 3);
}

static void prints_all_findings_whatever_the_limit_is(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.limit = 100;
	report_add_many(fixture, &kind, 1000);

	json_t *last = line(fixture, 2000);

	assert_text(last, "type", "summary");
	json_decref(last);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(writes_each_finding_with_its_repository),
		REPORT_TEST(ends_with_the_summary),
		REPORT_TEST(keeps_nasty_texts_on_one_line),
		REPORT_TEST(prints_all_findings_whatever_the_limit_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
