#include "command/reading.h"

#include <stdio.h>
#include <stdlib.h>

#include "command/arguments.h"
#include "command/environment.h"
#include "command/session.h"
#include "folder.h"
#include "plan/load.h"
#include "test.h"

struct reading_fixture {
	struct folder folder;
	struct environment environment;
	struct session session;
	enum exit_status status;
	char *err;
	size_t err_size;
};

static int set_up(void **state)
{
	struct reading_fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	fixture->environment.today = kpss_date_of(2026, 3, 12);
	folder_make(&fixture->folder);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct reading_fixture *fixture = *state;
	folder_remove(&fixture->folder);
	free(fixture->err);
	free(fixture);
	return 0;
}

static enum exit_status answer(
	struct session *session, const struct arguments *arguments, const struct reading *reading)
{
	(void)session, (void)arguments;
	assert_true(kpss_str_is(plan_town(reading->plan), "Lhota"));
	assert_int_equal(reading->as_of.days, kpss_date_of(2026, 3, 12).days);
	return STATUS_FINE;
}

/* Answers from the repository of the fixture, from one of its folders; standard error is in the fixture then. */
static void open_from(struct reading_fixture *fixture, const char *inside)
{
	const struct arguments none = {0};
	char *path = folder_path(&fixture->folder, inside);
	assert_int_equal(environment_enter(path), 0);
	free(path);
	FILE *err = open_memstream(&fixture->err, &fixture->err_size);
	session_init(&fixture->session, &fixture->environment, stdout, err);
	fixture->status = reading_run(&fixture->session, &none, answer, true);
	session_clear(&fixture->session);
	fclose(err);
	assert_int_equal(environment_enter("/"), 0);
}

static void finds_the_repository_around_the_folder_and_is_silent_about_a_sound_one(void **state)
{
	struct reading_fixture *fixture = *state;
	folder_write(&fixture->folder, "kpss.yaml", "formát: 1\nměsto:\n  název: Lhota\n");
	folder_write(&fixture->folder, "plany/", "");
	open_from(fixture, "plany");
	assert_int_equal(fixture->status, STATUS_FINE);
	assert_string_equal(fixture->err, "");
}

static void tells_findings_of_loading_and_of_rules_in_one_line(void **state)
{
	struct reading_fixture *fixture = *state;
	folder_write(&fixture->folder, "kpss.yaml", "formát: 1\nměsto:\n  název: Lhota\n");
	folder_write(&fixture->folder, "a.yaml",
		"opatření:\n  - id: svoz\n    název: Svoz\nakční_plány:\n  - id: ap\n    název: "
		"Plán\n    plán: nikde\n");
	open_from(fixture, ".");
	assert_int_equal(fixture->status, STATUS_FINE);
	assert_string_equal(fixture->err,
		"kpss: the plan has findings (2 errors); ‘kpss validate’ lists them\n");
}

static void fails_outside_a_repository(void **state)
{
	struct reading_fixture *fixture = *state;
	open_from(fixture, ".");
	assert_int_equal(fixture->status, STATUS_FAILED);
	assert_non_null(strstr(fixture->err, "there is no kpss.yaml"));
}

static void says_in_full_why_a_repository_cannot_be_read(void **state)
{
	struct reading_fixture *fixture = *state;
	folder_write(&fixture->folder, "kpss.yaml", "formát: 9\nměsto:\n  název: Lhota\n");
	open_from(fixture, ".");
	assert_int_equal(fixture->status, STATUS_FAILED);
	assert_non_null(strstr(fixture->err, "error[format-version]"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			finds_the_repository_around_the_folder_and_is_silent_about_a_sound_one,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			tells_findings_of_loading_and_of_rules_in_one_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(fails_outside_a_repository, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			says_in_full_why_a_repository_cannot_be_read, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
