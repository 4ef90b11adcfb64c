/* That the document fits the schema of SARIF is tested in tests/formats. */
#include <jansson.h>

#include "base/version.h"
#include "report_fixture.h"

static const struct finding_kind kind = {.code = "dangling-reference",
	.severity = KPSS_WARNING,
	.message = "error",
	.related = "related"};

static json_t *parse(const char *text)
{
	json_error_t error;
	json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%s in\n%s", error.text, text);
	return root;
}

static json_t *document(struct report_fixture *fixture)
{
	return parse(report_document(fixture, report_format_find(kpss_str("sarif"))));
}

static json_t *run_of(json_t *root, size_t index)
{
	return json_array_get(json_object_get(root, "runs"), index);
}

static json_t *first_result(json_t *root)
{
	return json_array_get(json_object_get(run_of(root, 0), "results"), 0);
}

static void assert_json(json_t *object, const char *key, const char *expected)
{
	char *text = json_dumps(json_object_get(object, key), JSON_ENCODE_ANY | JSON_COMPACT);
	assert_string_equal(text ? text : "(absent)", expected);
	free(text);
}

static void add(struct report_fixture *fixture, const char *path)
{
	struct source *source = report_source(fixture, path, "x: 1\nkůň: 2\n");
	findings_add(&fixture->findings, &(struct finding){.kind = &kind,
						 .where = report_span(source, "ůň"),
						 .related = report_span(source, "1"),
						 .subject = kpss_str("some-id")});
}

static void has_a_run_for_each_repository(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.several = true;
	add(fixture, "a.yaml");

	json_t *root = document(fixture);

	assert_json(root, "version", "\"2.1.0\"");
	assert_int_equal(json_array_size(json_object_get(root, "runs")), 2);
	assert_json(run_of(root, 1), "automationDetails", "{\"id\":\"kpss/plans/other\"}");
	assert_json(run_of(root, 1), "columnKind", "\"unicodeCodePoints\"");
	json_decref(root);
}

static void says_which_version_wrote_it(void **state)
{
	json_t *root = document(*state);

	json_t *driver = json_object_get(json_object_get(run_of(root, 0), "tool"), "driver");
	assert_true(program_version[0] >= '0' && program_version[0] <= '9');
	assert_string_equal(json_string_value(json_object_get(driver, "version")), program_version);
	assert_string_equal(
		json_string_value(json_object_get(driver, "semanticVersion")), program_version);
	json_decref(root);
}

static void places_results_by_characters_and_relative_paths(void **state)
{
	struct report_fixture *fixture = *state;
	add(fixture, "ž lidé:%.yaml");

	json_t *root = document(fixture), *result = first_result(root);

	assert_json(result, "ruleId", "\"dangling-reference\"");
	assert_json(result, "level", "\"warning\"");
	assert_json(result, "locations",
		"[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
		"\"plans/town/%C5%BE%20lid%C3%A9%3A%25.yaml\"},\"region\":{\"startLine\":2,"
		"\"startColumn\":2,\"endLine\":2,\"endColumn\":4}}}]");
	json_t *related = json_array_get(json_object_get(result, "relatedLocations"), 0);
	assert_json(related, "message", "{\"text\":\"related\"}");
	json_decref(root);
}

static void describes_only_codes_that_occur_in_the_language(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find("cs");
	add(fixture, "a.yaml");

	json_t *root = document(fixture);

	json_t *driver = json_object_get(json_object_get(run_of(root, 0), "tool"), "driver");
	json_t *rules = json_object_get(driver, "rules"), *rule = json_array_get(rules, 0);
	assert_int_equal(json_array_size(rules), 1);
	assert_json(rule, "id", "\"dangling-reference\"");
	assert_json(
		rule, "shortDescription", "{\"text\":\"každý odkaz vede na existující záznam\"}");
	assert_non_null(json_object_get(rule, "help"));
	assert_json(run_of(root, 0), "language", "\"cs\"");
	json_decref(root);
}

static json_t *alone(struct report_fixture *fixture, struct report_repository repository)
{
	const struct report_format *format = report_format_find(kpss_str("sarif"));
	repository.findings = &fixture->findings;
	fixture->buf.len = 0;
	format->begin(&fixture->buf, &fixture->options, &repository.summary);
	format->repository(&fixture->buf, &fixture->options, &repository);
	format->end(&fixture->buf, &fixture->options, &repository.summary);
	buf_add_char(&fixture->buf, '\0');
	return parse(fixture->buf.ptr);
}

static void carries_the_fingerprint(void **state)
{
	struct report_fixture *fixture = *state;
	const uint64_t fingerprint = 0xAB;
	add(fixture, "a.yaml");

	json_t *root = alone(fixture,
		(struct report_repository){.path = kpss_str("."), .fingerprints = &fingerprint});

	assert_json(
		first_result(root), "partialFingerprints", "{\"kpss/v1\":\"00000000000000ab\"}");
	json_decref(root);
}

static void never_says_where_on_the_disk_the_plan_lies(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.several = true;
	add(fixture, "a.yaml");

	json_t *root =
		alone(fixture, (struct report_repository){.path = kpss_str("/home/novakova/plán")});

	assert_null(strstr(fixture->buf.ptr, "novakova"));
	assert_non_null(strstr(fixture->buf.ptr, "\"uri\": \"pl%C3%A1n/a.yaml\""));
	json_decref(root);
}

static void says_that_an_unread_repository_failed(void **state)
{
	struct report_fixture *fixture = *state;

	json_t *root = alone(fixture,
		(struct report_repository){.path = kpss_str("."), .summary = {.unread = 1}});

	assert_json(run_of(root, 0), "invocations", "[{\"executionSuccessful\":false}]");
	assert_json(run_of(root, 0), "results", "[]");
	json_decref(root);
}

static void stays_json_whatever_the_texts_are(void **state)
{
	struct report_fixture *fixture = *state;
	report_add_nasty(fixture);
	findings_add(&fixture->findings, &(struct finding){.kind = &kind});

	json_t *root = document(fixture);

	assert_int_equal(json_array_size(json_object_get(run_of(root, 1), "results")), 2);
	json_decref(root);
}

static void prints_all_findings_whatever_the_limit_is(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.limit = 100;
	report_add_many(fixture, &kind, 1000);

	json_t *root = document(fixture);

	assert_int_equal(json_array_size(json_object_get(run_of(root, 0), "results")), 1000);
	json_decref(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPORT_TEST(has_a_run_for_each_repository),
		REPORT_TEST(says_which_version_wrote_it),
		REPORT_TEST(places_results_by_characters_and_relative_paths),
		REPORT_TEST(describes_only_codes_that_occur_in_the_language),
		REPORT_TEST(carries_the_fingerprint),
		REPORT_TEST(never_says_where_on_the_disk_the_plan_lies),
		REPORT_TEST(says_that_an_unread_repository_failed),
		REPORT_TEST(stays_json_whatever_the_texts_are),
		REPORT_TEST(prints_all_findings_whatever_the_limit_is),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
