#include "rule/history.h"

#include <stdlib.h>

#include "git_folder.h"
#include "listed.h"
#include "plan/load.h"
#include "repo/history.h"
#include "repo/snapshot.h"
#include "rule/run.h"

struct fixture {
	struct folder folder;
	struct plan *plan;
	struct findings findings;
	struct buf text;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	folder_make(&fixture->folder);
	findings_init(&fixture->findings);
	fixture->plan = plan_new();
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml",
		"formát: 1\nměsto:\n  název: Nová Lhota\nslovník: cs\n");
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	folder_remove(&fixture->folder);
	plan_free(fixture->plan);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

/* Records a file as it was, and after it as it is today. */
static void was_and_is(struct fixture *fixture, const char *was, const char *is)
{
	folder_write(&fixture->folder, "lide.yaml", was);
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "lide.yaml", is);
	git_commit_all(&fixture->folder, "2024-01-02");
}

/* What is found in the history, beside what is wrong today. */
static const char *found(struct fixture *fixture)
{
	const struct kpss_date day = kpss_date_of(2026, 3, 12);
	findings_reset(&fixture->findings);
	struct snapshot *snapshot = snapshot_folder(fixture->folder.path, &fixture->findings);
	assert_true(plan_load(fixture->plan, snapshot, &fixture->findings));
	struct history *history = history_open(fixture->folder.path, &fixture->findings);
	assert_non_null(history);
	history_check_private_folders(
		fixture->plan, history, fixture->folder.path, day, &fixture->findings);
	history_check(fixture->plan, history, day, &fixture->findings);
	history_close(history);
	snapshot_close(snapshot);
	return listed(&fixture->text, &fixture->findings);
}

static const char public[] = "osoby:\n  - id: a\n    jméno: Jan Novák\n    zveřejnit: jméno\n    "
			     "kontakt: {telefon: \"1\"}\n";
static const char named[] = "osoby:\n  - id: a\n    jméno: Jan Novák\n";
static const char unnamed[] = "osoby:\n  - id: a\n    označení: uživatel\n";

static void finds_what_is_private_today_in_old_commits(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture, public, unnamed);

	assert_string_equal(found(fixture),
		"private-in-history lide.yaml 3 12\nprivate-in-history lide.yaml 5 24\n");
}

static void leaves_alone_what_is_public_today(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture,
		"osoby:\n  - id: a\n    jméno: Jan Starý\n    zveřejnit: role\n    kontakt: "
		"{telefon: \"1\"}\n",
		public);

	assert_string_equal(found(fixture), "");
}

static void leaves_alone_a_name_that_is_kept_today(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture,
		"osoby:\n  - id: a\n    jméno: Jan Starý\n  - id: b\n    jméno: Jan Novák\n",
		named);

	assert_string_equal(found(fixture), "");
}

static void finds_the_name_of_somebody_whose_record_is_gone(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture,
		"osoby:\n  - id: a\n    jméno: Jan Novák\n  - id: b\n    jméno: Petr Malý\n",
		named);

	assert_string_equal(found(fixture), "private-in-history lide.yaml 5 12\n");
}

static void finds_the_old_name_of_a_user_who_has_not_agreed(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "skupiny.yaml",
		"skupiny:\n  - id: s\n    název: S\n    členové: [{osoba: a, strana: uživatel}]\n");
	was_and_is(fixture, named, named);

	assert_string_equal(found(fixture), "private-in-history lide.yaml 3 12\n");
}

static void finds_names_in_labels_and_birth_numbers(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture,
		"podání:\n  - id: p\n    podatelé: [{označení: Jana Nováková}]\n    poznámka: "
		"545101/1236\n",
		named);

	assert_string_equal(found(fixture),
		"private-in-history lide.yaml 3 27\nprivate-in-history lide.yaml 4 15\n");
}

static void finds_birth_numbers_in_what_is_no_yaml_and_no_utf8(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture, "osoby: [\n  \xE8\xED\xF8 545101/1236\n", named);

	assert_string_equal(found(fixture), "private-in-history lide.yaml 2 7\n");
}

static void tells_a_thing_once_though_many_versions_have_it(void **state)
{
	struct fixture *fixture = *state;
	was_and_is(fixture, public,
		"# later\nosoby:\n  - id: a\n    jméno: Jan Novák\n    kontakt: {telefon: "
		"\"1\"}\n");
	folder_write(&fixture->folder, "lide.yaml", named);

	assert_string_equal(found(fixture), "private-in-history lide.yaml 5 24\n");
	assert_int_equal(
		fixture->findings.items[0].arguments[2].number, kpss_date_of(2024, 1, 1).days);
}

static void finds_private_folders_that_git_records(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "private/a.txt", "x");
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "soukromé/a.yaml", "x");
	folder_write(&fixture->folder, ".gitignore", "/private/\n");

	assert_string_equal(found(fixture),
		"private-in-history private/a.txt 1 1\nprivate-tracked private/a.txt 1 1\n"
		"private-not-ignored soukromé 1 1\n");
}

static void lets_the_town_set_the_severity(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "pravidla.yaml",
		"závažnosti:\n  - {kód: private-in-history, závažnost: poznámka}\n");
	was_and_is(fixture, unnamed, unnamed);
	was_and_is(fixture, public, unnamed);

	found(fixture);

	assert_int_equal(fixture->findings.count, 2);
	assert_int_equal(fixture->findings.items[0].severity, KPSS_NOTE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_what_is_private_today_in_old_commits),
		TEST(leaves_alone_what_is_public_today),
		TEST(leaves_alone_a_name_that_is_kept_today),
		TEST(finds_the_name_of_somebody_whose_record_is_gone),
		TEST(finds_the_old_name_of_a_user_who_has_not_agreed),
		TEST(finds_names_in_labels_and_birth_numbers),
		TEST(finds_birth_numbers_in_what_is_no_yaml_and_no_utf8),
		TEST(tells_a_thing_once_though_many_versions_have_it),
		TEST(finds_private_folders_that_git_records),
		TEST(lets_the_town_set_the_severity),
	};
	setenv("HOME", "/nowhere", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
