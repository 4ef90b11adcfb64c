#include <jansson.h>

#include "report_fixture.h"

static const struct finding_kind kind = {
	.code = "a-code",
	.severity = KPSS_WARNING,
	.message = "error",
	.label = "label {0}",
	.remedy = "remedy",
	.related = "related",
};

/* The whole document of `count` repositories, each with the fixture's findings; to be given back with json_decref. */
static json_t *document(struct report_fixture *fixture, size_t count)
{
	const struct report_format *format = report_format_find(kpss_str("json"));
	struct report_summary total = {0};
	struct buf buf = {0};
	for (size_t i = 0; i < count; i++) {
		struct report_summary one = report_summary_of(&fixture->findings, 41);
		report_summary_join(&total, &one);
	}
	format->begin(&buf, &fixture->options, &total);
	for (size_t i = 0; i < count; i++)
		format->repository(&buf, &fixture->options,
			&(struct report_repository){.index = i,
				.path = kpss_str("plans/town"),
				.town = kpss_str(i ? "" : "Český Těšín"),
				.findings = &fixture->findings,
				.summary = report_summary_of(&fixture->findings, 41)});
	format->end(&buf, &fixture->options, &total);
	json_error_t error;
	json_t *root = json_loadb(buf.ptr, buf.len, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%s in\n%.*s", error.text, (int)buf.len, buf.ptr);
	buf_clear(&buf);
	return root;
}

static void add_finding(struct report_fixture *fixture)
{
	struct source *source = report_source(fixture, "a.yaml", "x: 1\nkůň: 2\n");
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind,
			.where = report_span(source, "ůň"),
			.related = report_span(source, "1\nk"),
			.subject = kpss_str("some-id"),
			.arguments = {argument_text(kpss_str("a\x1b")), argument_number(-5),
				argument_date(kpss_date_of(2026, 1, 2)),
				argument_words(kpss_str("measure"), kpss_str("opatření"))}});
}

static json_t *finding_of(json_t *root)
{
	json_t *repository = json_array_get(json_object_get(root, "repositories"), 0);
	return json_array_get(json_object_get(repository, "findings"), 0);
}

static void assert_json(json_t *root, const char *key, const char *expected)
{
	char *text = json_dumps(json_object_get(root, key), JSON_ENCODE_ANY | JSON_COMPACT);
	assert_string_equal(text ? text : "(absent)", expected);
	free(text);
}

static void is_one_document_with_version_day_and_summary(void **state)
{
	struct report_fixture *fixture = *state;
	add_finding(fixture);

	json_t *root = document(fixture, 2);

	assert_json(root, "schemaVersion", "1");
	assert_json(root, "asOf", "\"2026-03-12\"");
	assert_json(root, "summary",
		"{\"errors\":0,\"warnings\":2,\"notes\":0,\"files\":82,\"suppressed\":0,\"known\":0}");
	assert_int_equal(json_array_size(json_object_get(root, "repositories")), 2);
	json_decref(root);
}

static void describes_each_repository(void **state)
{
	struct report_fixture *fixture = *state;

	json_t *root = document(fixture, 2);

	json_t *list = json_object_get(root, "repositories");
	assert_json(json_array_get(list, 0), "path", "\"plans/town\"");
	assert_json(json_array_get(list, 0), "town", "\"Český Těšín\"");
	assert_json(json_array_get(list, 0), "findings", "[]");
	assert_json(json_array_get(list, 1), "town", "null");
	json_decref(root);
}

static void carries_everything_about_a_finding(void **state)
{
	struct report_fixture *fixture = *state;
	add_finding(fixture);

	json_t *root = document(fixture, 1);

	json_t *finding = finding_of(root);
	assert_json(finding, "code", "\"a-code\"");
	assert_json(finding, "severity", "\"warning\"");
	assert_json(finding, "path", "\"a.yaml\"");
	assert_json(finding, "line", "2");
	assert_json(finding, "column", "2");
	assert_json(finding, "endLine", "2");
	assert_json(finding, "endColumn", "4");
	assert_json(finding, "label", "\"label a\\\\u{1b}\"");
	assert_json(finding, "remedy", "\"remedy\"");
	assert_json(finding, "subject", "\"some-id\"");
	assert_json(finding, "related",
		"{\"path\":\"a.yaml\",\"line\":1,\"column\":4,\"endLine\":2,\"endColumn\":2,"
		"\"label\":\"related\"}");
	assert_json(finding, "arguments", "[\"a\\u001B\",-5,\"2026-01-02\",\"measure\"]");
	json_decref(root);
}

static void translates_messages_but_not_severities(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find("cs");
	add_finding(fixture);

	json_t *root = document(fixture, 1);

	assert_json(finding_of(root), "message", "\"chyba\"");
	assert_json(finding_of(root), "severity", "\"warning\"");
	json_decref(root);
}

static void writes_null_for_what_is_absent(void **state)
{
	static const struct finding_kind bare = {
		.code = "bare", .severity = KPSS_ERROR, .message = "bare"};
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings, &(struct finding){.kind = &bare});

	json_t *root = document(fixture, 1);

	static const char *const keys[] = {"path", "line", "column", "endLine", "endColumn",
		"label", "remedy", "related", "subject"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		assert_json(finding_of(root), keys[i], "null");
	assert_json(finding_of(root), "arguments", "[]");
	json_decref(root);
}

static void stays_json_when_names_are_not_utf8(void **state)
{
	struct report_fixture *fixture = *state;
	findings_add(&fixture->findings,
		&(struct finding){.kind = &kind,
			.where = {.source = report_source(fixture, "a\xFF.yaml", "x")},
			.arguments = {argument_text(kpss_str("\xE1\""))}});

	json_t *root = document(fixture, 1);

	assert_json(finding_of(root), "path", "\"a\\\\x{ff}.yaml\"");
	assert_json(finding_of(root), "arguments", "[\"\\\\x{e1}\\\"\"]");
	json_decref(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(is_one_document_with_version_day_and_summary,
			report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			describes_each_repository, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			carries_everything_about_a_finding, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			translates_messages_but_not_severities, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			writes_null_for_what_is_absent, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			stays_json_when_names_are_not_utf8, report_set_up, report_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
