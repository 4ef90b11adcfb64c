/* Every code has a folder tests/rule/<code> with two tiny repositories: `breaks` gives exactly the finding that the file
 * `expected` beside it names (“code path line column”), `holds` gives none. Codes that no folder in git can show are
 * shown by the unit tests in the table. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/source.h"
#include "listed.h"
#include "plan/load.h"
#include "repo/snapshot.h"
#include "rule/run.h"
#include "test.h"

static const char fixtures[] = KPSS_SOURCE_DIR "/tests/rule";
/* What a town may do, though somebody could take it for a mistake: one repository each, in which nothing is found. */
static const char permissions[] = KPSS_SOURCE_DIR "/tests/permission";

/* The day on which all fixtures are looked at. */
static struct kpss_date as_of(void)
{
	return kpss_date_of(2026, 3, 12);
}

static const struct {
	const char *code, *file, *test;
} shown_elsewhere[] = {
	{"cannot-read", "repo/test_folder.c", "says_which_file_cannot_be_read"},
	{"link-not-followed", "repo/test_folder.c", "does_not_follow_links"},
	{"special-file", "repo/test_folder.c", "refuses_a_pipe"},
	{"file-name", "repo/test_folder.c", "shows_a_name_with_a_line_break_on_one_line"},
	{"limit-file-size", "repo/test_folder.c", "refuses_a_file_over_the_limit_unread"},
	{"limit-folders", "repo/test_folder.c", "says_where_folders_are_too_deep"},
	{"limit-files", "repo/test_snapshot.c", "stops_at_too_many_files_with_one_finding"},
	{"limit-keys", "document/test_parse.c", "refuses_one_key_too_many_in_a_record"},
	{"limit-values", "document/test_hostile.c", "refuses_one_value_too_many_in_a_file"},
	{"limit-findings", "base/test_finding.c", "keeps_so_many_and_says_how_many_there_were"},
	{"history-unavailable", "repo/test_history.c", "says_that_there_is_no_repository"},
	{"history-incomplete", "repo/test_history.c", "says_that_a_clone_is_shallow"},
	{"private-in-history", "rule/test_history.c", "finds_what_is_private_today_in_old_commits"},
	{"private-tracked", "rule/test_history.c", "finds_private_folders_that_git_records"},
	{"private-not-ignored", "rule/test_history.c", "finds_private_folders_that_git_records"},
	{"edit-not-safe", "document/test_edit.c", "refuses_text_that_no_plan_may_hold"},
};

struct fixture {
	struct arena *arena;
	struct plan *plan; /* serves one repository after the other */
	struct findings findings;
	struct buf text;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.arena = arena_new(), .plan = plan_new()};
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	plan_free(fixture->plan);
	findings_clear(&fixture->findings);
	arena_free(fixture->arena);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

static const char *path_of(struct fixture *fixture, const char *code, const char *name)
{
	return arena_format(fixture->arena, "%s/%s/%s", fixtures, code, name).ptr;
}

/* What is found in a repository, as lines of listed.h. */
static const char *found_in(struct fixture *fixture, const char *folder)
{
	findings_reset(&fixture->findings);
	struct snapshot *snapshot = snapshot_folder(folder, &fixture->findings);
	if (snapshot && plan_load(fixture->plan, snapshot, &fixture->findings))
		rules_run(fixture->plan, as_of(), &fixture->findings);
	snapshot_close(snapshot);
	return listed(&fixture->text, &fixture->findings);
}

/* The whole text of a file, in the fixture's arena; NULL when there is none. */
static const char *file_text(struct fixture *fixture, const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	struct buf buf = {0};
	for (int c; (c = fgetc(file)) != EOF;)
		buf_add_char(&buf, (char)c);
	fclose(file);
	const char *text = arena_text(fixture->arena, buf_str(&buf)).ptr;
	buf_clear(&buf);
	return text;
}

static bool is_in_the_catalogue(const char *code)
{
	const struct finding_kind *kind;
	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++)
		if (strcmp(kind->code, code) == 0)
			return true;
	return false;
}

static bool is_folder(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Calls `look` with the name of each folder of fixtures; false when one of the answers was. */
static bool folders_walk(
	struct fixture *fixture, bool (*look)(struct fixture *fixture, const char *code))
{
	DIR *directory = opendir(fixtures);
	assert_non_null(directory);
	bool good = true;
	size_t count = 0;
	struct dirent *entry;
	while ((entry = readdir(directory))) {
		if (entry->d_name[0] == '.' || !is_folder(path_of(fixture, entry->d_name, "")))
			continue;
		count++;
		good = look(fixture, entry->d_name) && good;
	}
	closedir(directory);
	assert_true(count > 50);
	return good;
}

static bool code_exists(struct fixture *fixture, const char *code)
{
	(void)fixture;
	if (!is_in_the_catalogue(code))
		print_error("there is no code %s\n", code);
	return is_in_the_catalogue(code);
}

static bool breaks(struct fixture *fixture, const char *code)
{
	const char *expected = file_text(fixture, path_of(fixture, code, "expected"));
	const char *found = found_in(fixture, path_of(fixture, code, "breaks"));
	size_t length = strlen(code);
	bool good = expected && strcmp(found, expected) == 0 &&
		    strncmp(expected, code, length) == 0 &&
		    (expected[length] == ' ' || expected[length] == '\n') &&
		    strchr(expected, '\n')[1] == '\0';
	if (!good)
		print_error("%s/breaks: expected\n%sbut found\n%s", code,
			expected ? expected : "(nothing)\n", found);
	return good;
}

static bool holds(struct fixture *fixture, const char *code)
{
	const char *found = found_in(fixture, path_of(fixture, code, "holds"));
	if (*found)
		print_error("%s/holds: found\n%s", code, found);
	return !*found;
}

static void every_folder_is_named_after_a_code(void **state)
{
	assert_true(folders_walk(*state, code_exists));
}

static void breaks_gives_exactly_the_expected_finding(void **state)
{
	assert_true(folders_walk(*state, breaks));
}

static void holds_gives_no_finding(void **state)
{
	assert_true(folders_walk(*state, holds));
}

static bool is_shown_elsewhere(const char *code)
{
	for (size_t i = 0; i < sizeof shown_elsewhere / sizeof *shown_elsewhere; i++)
		if (strcmp(shown_elsewhere[i].code, code) == 0)
			return true;
	return false;
}

static void a_permission_gives_no_finding(void **state)
{
	static const char *const names[] = {"comment-without-author", "organization-in-several-groups",
		"several-members-of-one-organization"};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *folder = arena_format(fixture->arena, "%s/%s", permissions, names[i]).ptr;
		assert_true(is_folder(folder));
		assert_string_equal(found_in(fixture, folder), "");
	}
}

static void every_code_is_shown(void **state)
{
	struct fixture *fixture = *state;
	const struct finding_kind *kind;
	size_t missing = 0;

	for (size_t i = 0; (kind = finding_catalogue_at(i)); i++) {
		bool shown = is_folder(path_of(fixture, kind->code, "breaks")) ||
			     is_shown_elsewhere(kind->code);
		if (!shown)
			print_error("%s has no folder in tests/rule\n", kind->code);
		missing += !shown;
	}

	assert_int_equal(missing, 0);
}

static void what_is_shown_elsewhere_is_there(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof shown_elsewhere / sizeof *shown_elsewhere; i++) {
		const char *path = arena_format(
			fixture->arena, "%s/tests/%s", KPSS_SOURCE_DIR, shown_elsewhere[i].file)
					   .ptr;
		const char *text = file_text(fixture, path);
		assert_true(is_in_the_catalogue(shown_elsewhere[i].code));
		if (!text || !strstr(text, shown_elsewhere[i].test) ||
			!strstr(text, shown_elsewhere[i].code))
			fail_msg("%s does not show %s", shown_elsewhere[i].file,
				shown_elsewhere[i].code);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_folder_is_named_after_a_code),
		TEST(breaks_gives_exactly_the_expected_finding),
		TEST(holds_gives_no_finding),
		TEST(a_permission_gives_no_finding),
		TEST(every_code_is_shown),
		TEST(what_is_shown_elsewhere_is_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
