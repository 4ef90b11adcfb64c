#include "command/baseline.h"

#include "base/buf.h"
#include "base/finding.h"
#include "command/environment.h"
#include "command/session.h"
#include "folder.h"

static const struct finding_kind first = {.code = "a-code", .severity = KPSS_ERROR};
static const struct finding_kind second = {.code = "b-code", .severity = KPSS_NOTE};
static const struct finding_kind fatal = {
	.code = "fatal-code", .severity = KPSS_ERROR, .fatal = true};

/* Whether the text is taken as a baseline; what is said otherwise is in `err`, to be freed. */
static bool is_taken(const char *text, char **err)
{
	const struct environment environment = {.lang = "en"};
	struct folder folder;
	struct session session;
	struct baseline baseline;
	size_t size;
	FILE *stream = open_memstream(err, &size);
	folder_make(&folder);
	folder_write(&folder, "b.json", text);
	char *path = folder_path(&folder, "b.json");
	session_init(&session, &environment, stdout, stream);
	bool taken = baseline_read(&session, path, &baseline);
	session_clear(&session);
	fclose(stream);
	free(path);
	folder_remove(&folder);
	return taken;
}

static void assert_refused(const char *text, const char *words)
{
	char *err;
	if (is_taken(text, &err))
		fail_msg("taken: %s", text);
	if (!strstr(err, words))
		fail_msg("‘%s’ is not in: %s", words, err);
	free(err);
}

static void writes_sorted_lines_without_fatal_findings(void **state)
{
	(void)state;
	struct findings findings;
	struct buf buf = {0};
	findings_init(&findings);
	const struct finding all[] = {
		{.kind = &second, .subject = kpss_str("z")},
		{.kind = &fatal},
		{.kind = &first, .subject = kpss_str("b")},
		{.kind = &first,
			.where = {.source = source_new(
					  findings.arena, kpss_str("a\".yaml"), kpss_str(""))}},
		{.kind = &first, .subject = kpss_str("b")},
	};
	const uint64_t fingerprints[] = {5, 4, 3, 2, 1};
	for (size_t i = 0; i < 5; i++)
		findings_add(&findings, &all[i]);

	assert_int_equal(baseline_add(&buf, &findings, fingerprints), 4);

	assert_true(kpss_str_is(buf_str(&buf),
		"{\n  \"schemaVersion\": 1,\n  \"findings\": [\n"
		"    {\"code\": \"a-code\", \"path\": \"a\\\".yaml\", \"fingerprint\": "
		"\"0000000000000002\"},\n"
		"    {\"code\": \"a-code\", \"subject\": \"b\", \"fingerprint\": "
		"\"0000000000000001\"},\n"
		"    {\"code\": \"a-code\", \"subject\": \"b\", \"fingerprint\": "
		"\"0000000000000003\"},\n"
		"    {\"code\": \"b-code\", \"subject\": \"z\", \"fingerprint\": "
		"\"0000000000000005\"}\n  ]\n}\n"));
	findings_clear(&findings);
	buf_clear(&buf);
}

static void takes_what_it_wrote_even_when_empty(void **state)
{
	(void)state;
	struct findings findings;
	struct buf buf = {0};
	char *err;
	findings_init(&findings);
	assert_int_equal(baseline_add(&buf, &findings, NULL), 0);
	buf_add_char(&buf, '\0');

	assert_true(is_taken(buf.ptr, &err));

	assert_string_equal(err, "");
	free(err);
	findings_clear(&findings);
	buf_clear(&buf);
}

static void knows_by_code_and_fingerprint(void **state)
{
	(void)state;
	struct baseline_entry entries[] = {
		{.fingerprint = 1, .code = kpss_str("a-code")},
		{.fingerprint = 2, .code = kpss_str("a-code")},
	};
	struct baseline baseline = {.entries = entries, .count = 2};

	assert_false(baseline_has(&baseline, "b-code", 1));
	assert_false(baseline_has(&baseline, "a-code", 3));
	assert_false(entries[0].met);
	assert_true(baseline_has(&baseline, "a-code", 1));

	assert_true(entries[0].met);
	assert_false(entries[1].met);
}

static void refuses_what_is_no_baseline(void **state)
{
	(void)state;
	assert_refused("", "is no JSON");
	assert_refused("{\n\n", "is no JSON (line 3)");
	assert_refused("[]", "is no baseline");
	assert_refused("{\"schemaVersion\": 1}", "is no baseline");
	assert_refused("{\"schemaVersion\": 1, \"findings\": {}}", "is no baseline");
	assert_refused("{\"schemaVersion\": 2, \"findings\": []}", "another version");
	assert_refused("{\"schemaVersion\": 1, \"findings\": [], \"findings\": []}", "is no JSON");
}

static void refuses_damaged_entries(void **state)
{
	(void)state;
	static const char *const entries[] = {
		"7",
		"{}",
		"{\"code\": \"a\"}",
		"{\"code\": 1, \"fingerprint\": \"0123456789abcdef\"}",
		"{\"code\": \"a\", \"fingerprint\": \"0123456789abcde\"}",
		"{\"code\": \"a\", \"fingerprint\": \"0123456789abcdeg\"}",
		"{\"code\": \"a\", \"fingerprint\": \" +23456789abcdef\"}",
	};
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		char text[300];
		snprintf(text, sizeof text,
			"{\"schemaVersion\": 1, \"findings\": "
			"[{\"code\": \"a\", \"fingerprint\": \"0123456789abcdef\"}, %s]}",
			entries[i]);
		assert_refused(text, "entry 2 has no code or no fingerprint");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_sorted_lines_without_fatal_findings),
		cmocka_unit_test(takes_what_it_wrote_even_when_empty),
		cmocka_unit_test(knows_by_code_and_fingerprint),
		cmocka_unit_test(refuses_what_is_no_baseline),
		cmocka_unit_test(refuses_damaged_entries),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
