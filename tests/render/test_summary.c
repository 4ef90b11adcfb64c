#include "render/summary.h"

#include "report_fixture.h"

static void assert_summary(
	void **state, const char *language, struct report_summary summary, const char *expected)
{
	struct report_fixture *fixture = *state;
	fixture->options.language = language_find(language);
	fixture->buf.len = 0;
	summary_add(&fixture->buf, &fixture->options, &summary);
	buf_add_char(&fixture->buf, '\0');
	assert_string_equal(fixture->buf.ptr, expected);
}

static void agrees_in_czech(void **state)
{
	assert_summary(state, "cs",
		(struct report_summary){
			.errors = 1, .warnings = 1, .files_with_findings = 1, .files = 41},
		"1 chyba, 1 varování v 1 souboru; zkontrolováno 41 souborů");
	assert_summary(state, "cs",
		(struct report_summary){
			.errors = 2, .notes = 3, .files_with_findings = 2, .files = 3},
		"2 chyby, 3 poznámky ve 2 souborech; zkontrolovány 3 soubory");
	assert_summary(state, "cs",
		(struct report_summary){.errors = 5, .files_with_findings = 5, .files = 1},
		"5 chyb v 5 souborech; zkontrolován 1 soubor");
}

static void agrees_in_english(void **state)
{
	assert_summary(state, "en",
		(struct report_summary){
			.errors = 1, .warnings = 2, .files_with_findings = 1, .files = 41},
		"1 error, 2 warnings in 1 file; checked 41 files");
	assert_summary(state, "en",
		(struct report_summary){.notes = 1, .files_with_findings = 2, .files = 1},
		"1 note in 2 files; checked 1 file");
}

static void says_that_nothing_was_found(void **state)
{
	assert_summary(state, "cs", (struct report_summary){.files = 41},
		"bez zjištění; zkontrolováno 41 souborů");
	assert_summary(state, "en", (struct report_summary){0}, "no findings; checked 0 files");
}

static void names_no_file_for_findings_without_one(void **state)
{
	assert_summary(
		state, "en", (struct report_summary){.errors = 1}, "1 error; checked 0 files");
}

static void prints_the_day_only_when_it_was_given(void **state)
{
	struct report_fixture *fixture = *state;
	fixture->options.as_of_given = true;
	assert_summary(state, "en", (struct report_summary){.files = 41},
		"no findings; checked 41 files as of 2026-03-12");
	assert_summary(state, "cs", (struct report_summary){.files = 41},
		"bez zjištění; zkontrolováno 41 souborů ke dni 12.\xC2\xA0"
		"3.\xC2\xA0"
		"2026");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(agrees_in_czech, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(agrees_in_english, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			says_that_nothing_was_found, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			names_no_file_for_findings_without_one, report_set_up, report_tear_down),
		cmocka_unit_test_setup_teardown(
			prints_the_day_only_when_it_was_given, report_set_up, report_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
