#include "repo/store.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/finding.h"
#include "git_folder.h"

struct fixture {
	struct folder folder;
	struct findings findings;
	struct store *store;
	struct store_commit commit;
	struct buf names;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	folder_make(&fixture->folder);
	findings_init(&fixture->findings);
	store_begin();
	git_init(&fixture->folder);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	store_close(fixture->store);
	store_end();
	folder_remove(&fixture->folder);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->names);
	free(fixture);
	return 0;
}

static void open_store(struct fixture *fixture, const char *name)
{
	char *path = folder_path(&fixture->folder, name);
	store_close(fixture->store);
	fixture->store = store_open(path, &fixture->findings);
	assert_non_null(fixture->store);
	free(path);
}

static enum store_answer named(struct fixture *fixture, const char *name)
{
	return store_commit_named(fixture->store, name, &fixture->commit);
}

static enum store_answer on(struct fixture *fixture, int year, int month, int day)
{
	return store_commit_on(fixture->store, kpss_date_of(year, month, day), &fixture->commit);
}

static void assert_day(const struct fixture *fixture, int year, int month, int day)
{
	assert_int_equal(fixture->commit.day.days, kpss_date_of(year, month, day).days);
}

static void three_days(struct fixture *fixture)
{
	git_commit_all(&fixture->folder, "2024-01-10");
	git_commit_all(&fixture->folder, "2024-01-11");
	git_shell(&fixture->folder, "git tag -a -m x v1 && git tag strom HEAD^{tree}");
	git_commit_all(&fixture->folder, "2024-01-12");
	open_store(fixture, ".");
}

static void takes_what_git_takes(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	assert_int_equal(named(fixture, "main"), STORE_FOUND);
	assert_day(fixture, 2024, 1, 12);
	assert_int_equal(strlen(fixture->commit.id), STORE_ID_SIZE - 1);
	assert_int_equal(named(fixture, "HEAD~2"), STORE_FOUND);
	assert_day(fixture, 2024, 1, 10);
	assert_int_equal(named(fixture, "v1"), STORE_FOUND);
	assert_day(fixture, 2024, 1, 11);
	char beginning[] = "1234567";
	memcpy(beginning, fixture->commit.id, sizeof beginning - 1);
	assert_int_equal(named(fixture, beginning), STORE_FOUND);
	assert_day(fixture, 2024, 1, 11);
}

static void tells_apart_what_is_no_commit(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	assert_int_equal(named(fixture, "neni"), STORE_UNKNOWN);
	assert_int_equal(named(fixture, "HEAD~9"), STORE_UNKNOWN);
	assert_int_equal(named(fixture, ""), STORE_UNKNOWN);
	assert_int_equal(named(fixture, "strom"), STORE_NO_COMMIT);
	assert_int_equal(named(fixture, "HEAD:"), STORE_NO_COMMIT);
	assert_int_equal(named(fixture, "HEAD~1..HEAD"), STORE_NO_COMMIT);
}

static void finds_the_day_in_the_zone_of_the_commit(void **state)
{
	struct fixture *fixture = *state;
	git_shell(&fixture->folder, "GIT_AUTHOR_DATE='2024-01-10T23:30:00 -0800' "
				    "GIT_COMMITTER_DATE='2024-01-10T23:30:00 -0800' "
				    "git commit -q --allow-empty -m a && "
				    "GIT_AUTHOR_DATE='2024-01-12T00:30:00 +1200' "
				    "GIT_COMMITTER_DATE='2024-01-12T00:30:00 +1200' "
				    "git commit -q --allow-empty -m b");
	open_store(fixture, ".");
	assert_int_equal(on(fixture, 2024, 1, 9), STORE_UNKNOWN);
	assert_int_equal(on(fixture, 2024, 1, 10), STORE_FOUND);
	assert_day(fixture, 2024, 1, 10);
	assert_int_equal(on(fixture, 2024, 1, 11), STORE_FOUND);
	assert_day(fixture, 2024, 1, 10);
	assert_int_equal(on(fixture, 2024, 1, 12), STORE_FOUND);
	assert_day(fixture, 2024, 1, 12);
}

static void goes_back_by_the_first_parents_only(void **state)
{
	struct fixture *fixture = *state;
	git_commit_all(&fixture->folder, "2024-01-10");
	git_shell(&fixture->folder, "git checkout -q -b vedle");
	git_commit_all(&fixture->folder, "2024-01-15");
	git_shell(&fixture->folder,
		"git checkout -q main && GIT_AUTHOR_DATE='2024-01-20T12:00:00 +0000' "
		"GIT_COMMITTER_DATE='2024-01-20T12:00:00 +0000' git merge -q --no-ff -m m vedle");
	open_store(fixture, ".");
	assert_int_equal(on(fixture, 2024, 1, 16), STORE_FOUND);
	assert_day(fixture, 2024, 1, 10);
	assert_int_equal(on(fixture, 2024, 1, 20), STORE_FOUND);
	assert_day(fixture, 2024, 1, 20);
}

static void knows_that_nothing_is_recorded(void **state)
{
	struct fixture *fixture = *state;
	open_store(fixture, ".");
	assert_int_equal(named(fixture, "HEAD"), STORE_EMPTY);
	assert_int_equal(named(fixture, "main"), STORE_UNKNOWN);
	assert_int_equal(on(fixture, 2024, 1, 16), STORE_EMPTY);
}

static void knows_commits_that_are_missing_or_damaged(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	git_shell(&fixture->folder,
		"object() { echo .git/objects/$(git rev-parse $1 | sed 's,^..,&/,'); } && "
		"first=$(object HEAD~2) && second=$(object HEAD~1) && last=$(object HEAD) && "
		"chmod u+w $first && echo nesmysl > $first && rm -f $last && "
		"git update-ref refs/heads/stara $(echo $second | sed 's,.*objects/,,; s,/,,')");
	open_store(fixture, ".");
	assert_int_equal(named(fixture, "main"), STORE_MISSING);
	assert_int_equal(named(fixture, "HEAD"), STORE_MISSING);
	assert_int_equal(named(fixture, "stara"), STORE_FOUND);
	assert_int_equal(named(fixture, "stara~1"), STORE_BROKEN);
	assert_int_equal(on(fixture, 2024, 1, 16), STORE_MISSING);
}

static void knows_where_a_shallow_clone_ends(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	git_shell(&fixture->folder, "git clone -q --depth 1 file://$PWD melke");
	open_store(fixture, "melke");
	assert_true(store_is_shallow(fixture->store));
	assert_int_equal(named(fixture, "HEAD~1"), STORE_UNKNOWN);
	assert_int_equal(on(fixture, 2024, 1, 11), STORE_UNKNOWN);
	assert_int_equal(on(fixture, 2024, 1, 12), STORE_FOUND);
}

static void takes_whole_names_of_references_as_they_stand(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	git_shell(&fixture->folder, "git tag kpss/kpss4/approval HEAD~2");
	assert_int_equal(store_commit_of_reference(
				 fixture->store, "refs/tags/kpss/kpss4/approval", &fixture->commit),
		STORE_FOUND);
	assert_day(fixture, 2024, 1, 10);
	assert_int_equal(
		store_commit_of_reference(fixture->store, "refs/tags/main~1", &fixture->commit),
		STORE_UNKNOWN);
	assert_int_equal(
		store_commit_of_reference(fixture->store, "refs/tags/strom", &fixture->commit),
		STORE_NO_COMMIT);
}

static void take_name(void *user, struct kpss_str name)
{
	struct fixture *fixture = user;
	buf_addf(&fixture->names, "%.*s ", (int)name.len, name.ptr);
}

static void names_branches_and_tags(void **state)
{
	struct fixture *fixture = *state;
	three_days(fixture);
	git_shell(&fixture->folder, "git branch obec/navrh && git update-ref refs/jine/x HEAD");
	store_names(fixture->store, take_name, fixture);
	buf_add_char(&fixture->names, '\0');
	assert_non_null(strstr(fixture->names.ptr, "main "));
	assert_non_null(strstr(fixture->names.ptr, "obec/navrh "));
	assert_non_null(strstr(fixture->names.ptr, "v1 "));
	assert_null(strstr(fixture->names.ptr, "x "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(takes_what_git_takes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tells_apart_what_is_no_commit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			finds_the_day_in_the_zone_of_the_commit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			goes_back_by_the_first_parents_only, set_up, tear_down),
		cmocka_unit_test_setup_teardown(knows_that_nothing_is_recorded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			knows_commits_that_are_missing_or_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			knows_where_a_shallow_clone_ends, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			takes_whole_names_of_references_as_they_stand, set_up, tear_down),
		cmocka_unit_test_setup_teardown(names_branches_and_tags, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
