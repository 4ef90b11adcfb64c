#include "repo/history.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/finding.h"
#include "git_folder.h"
#include "listed.h"

struct fixture {
	struct folder folder;
	struct findings findings;
	struct buf seen; /* lines of “path bytes day” */
	struct buf text;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	folder_make(&fixture->folder);
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	folder_remove(&fixture->folder);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->seen);
	buf_clear(&fixture->text);
	free(fixture);
	return 0;
}

static void take(void *user, const struct history_file *file)
{
	struct fixture *fixture = user;
	int year, month, day;
	kpss_date_split(file->date, &year, &month, &day);
	assert_int_equal(file->commit.len, 10);
	assert_int_equal(file->blob.len, 40);
	buf_addf(&fixture->seen, "%.*s %.*s %04d-%02d-%02d\n", (int)file->path.len, file->path.ptr,
		(int)(file->bytes.ptr ? file->bytes.len : 1),
		file->bytes.ptr ? file->bytes.ptr : "-", year, month, day);
}

/* All that is handed over of a folder inside the fixture's. */
static const char *walked(struct fixture *fixture, const char *name)
{
	char *path = folder_path(&fixture->folder, name);
	struct history *history = history_open(path, &fixture->findings);
	fixture->seen.len = 0;
	if (history)
		history_walk(history, &fixture->findings, take, fixture);
	history_close(history);
	free(path);
	buf_add_char(&fixture->seen, '\0');
	return fixture->seen.ptr;
}

static const char *found(struct fixture *fixture)
{
	return listed(&fixture->text, &fixture->findings);
}

static void hands_over_each_version_once_with_the_oldest_commit(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	folder_write(&fixture->folder, "b/b.yml", "2");
	folder_write(&fixture->folder, "c.txt", "3");
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "a.yaml", "4");
	git_commit_all(&fixture->folder, "2024-01-02");
	folder_write(&fixture->folder, "a.yaml", "1");
	folder_write(&fixture->folder, "renamed.yaml", "2");
	git_commit_all(&fixture->folder, "2024-01-03");

	assert_string_equal(walked(fixture, ""),
		"a.yaml 1 2024-01-01\nb/b.yml 2 2024-01-01\na.yaml 4 2024-01-02\n");
	assert_string_equal(found(fixture), "");
}

static void follows_branches_tags_and_merges(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-01");
	git_shell(&fixture->folder, "git checkout -q -b other");
	folder_write(&fixture->folder, "a.yaml", "2");
	git_commit_all(&fixture->folder, "2024-01-02");
	git_shell(&fixture->folder, "git checkout -q --detach main");
	folder_write(&fixture->folder, "a.yaml", "3");
	git_commit_all(&fixture->folder, "2024-01-03");
	git_shell(&fixture->folder, "git tag -a -m x t && git checkout -q main");

	assert_string_equal(walked(fixture, ""),
		"a.yaml 1 2024-01-01\na.yaml 2 2024-01-02\na.yaml 3 2024-01-03\n");
}

static void looks_only_at_the_folder_of_the_plan(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "plans/one/a.yaml", "2");
	folder_write(&fixture->folder, "plans/one/.hidden/a.yaml", "3");
	folder_write(&fixture->folder, "plans/one/inner/kpss.yaml", "4");
	git_commit_all(&fixture->folder, "2024-01-02");

	assert_string_equal(walked(fixture, "plans/one"), "a.yaml 2 2024-01-02\n");
}

static void does_not_read_what_is_in_private_folders(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "private/deep/a.txt", "1");
	folder_write(&fixture->folder, "soukromé/a.yaml", "2");
	folder_write(&fixture->folder, "groups/private/a.yaml", "3");
	git_commit_all(&fixture->folder, "2024-01-01");

	assert_string_equal(
		walked(fixture, ""), "groups/private/a.yaml 3 2024-01-01\nprivate/deep/a.txt - "
				     "2024-01-01\nsoukromé/a.yaml - 2024-01-01\n");
}

static void says_that_there_is_no_repository(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(walked(fixture, ""), "");
	assert_string_equal(found(fixture), "history-unavailable\n");
}

static void says_that_nothing_is_recorded_yet(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);

	assert_string_equal(walked(fixture, ""), "");
	assert_string_equal(found(fixture), "history-incomplete\n");
	assert_int_equal(fixture->findings.items[0].severity, KPSS_NOTE);
}

static void says_that_a_repository_is_bare(void **state)
{
	struct fixture *fixture = *state;
	git_shell(&fixture->folder, "git init -q --bare .");

	assert_string_equal(walked(fixture, ""), "");
	assert_string_equal(found(fixture), "history-unavailable\n");
}

static void says_that_it_belongs_to_somebody_else(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	char *git = folder_path(&fixture->folder, ".git");
	bool given =
		chown(fixture->folder.path, 12345, 12345) == 0 && chown(git, 12345, 12345) == 0;
	free(git);
	if (!given)
		skip();

	assert_string_equal(walked(fixture, ""), "");
	assert_string_equal(found(fixture), "history-unavailable\n");
	assert_non_null(strstr(fixture->findings.items[0].kind->message, "another user"));
}

static void says_that_a_clone_is_shallow(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "whole/a.yaml", "1");
	git_shell(&fixture->folder, "git -c init.defaultBranch=main init -q whole");
	git_shell(&fixture->folder,
		"cd whole && git add -A . && git commit -q -m 1 && echo 2 >a.yaml && "
		"GIT_COMMITTER_DATE='2024-01-02T00:00:00 +0000' git commit -q -a -m 2 && cd .. && "
		"git clone -q --depth 1 file://$PWD/whole part");

	assert_string_equal(walked(fixture, "part"), "a.yaml 2\n 2024-01-02\n");
	assert_string_equal(found(fixture), "history-incomplete\n");
	assert_int_equal(fixture->findings.items[0].severity, KPSS_WARNING);
}

static void reads_from_a_worktree(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "whole/a.yaml", "1");
	git_shell(&fixture->folder,
		"git -c init.defaultBranch=main init -q whole && cd whole && git add -A . && "
		"GIT_COMMITTER_DATE='2024-01-02T00:00:00 +0000' git commit -q -m 1 && "
		"git worktree add -q ../beside -b beside");

	assert_string_equal(walked(fixture, "beside"), "a.yaml 1 2024-01-02\n");
	assert_string_equal(found(fixture), "");
}

static void tells_of_a_damaged_object_and_goes_on(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "a.yaml", "2");
	git_commit_all(&fixture->folder, "2024-01-02");
	git_shell(&fixture->folder, "id=$(git rev-parse HEAD~1:a.yaml) && file=.git/objects/$(echo "
				    "$id | cut -c1-2)/$(echo $id | "
				    "cut -c3-) && chmod u+w $file && echo damaged >$file");

	assert_string_equal(walked(fixture, ""), "a.yaml 2 2024-01-02\n");
	assert_string_equal(found(fixture), "history-incomplete\n");
	assert_int_equal(fixture->findings.items[0].severity, KPSS_ERROR);
}

static void tells_of_a_missing_commit_and_goes_on(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-01");
	folder_write(&fixture->folder, "a.yaml", "2");
	git_commit_all(&fixture->folder, "2024-01-02");
	git_shell(&fixture->folder, "id=$(git rev-parse HEAD~1) && rm -f .git/objects/$(echo $id | "
				    "cut -c1-2)/$(echo $id | cut -c3-)");

	assert_string_equal(walked(fixture, ""), "a.yaml 2 2024-01-02\n");
	assert_string_equal(found(fixture), "history-incomplete\n");
}

static void does_not_unpack_a_file_over_the_limit(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	git_shell(&fixture->folder, "head -c 17000000 /dev/zero >large.yaml");
	git_commit_all(&fixture->folder, "2024-01-01");

	assert_string_equal(walked(fixture, ""), "");
	assert_string_equal(found(fixture), "history-incomplete large.yaml 1 1\n");
}

/* Folders of one folder each ten times, ten deep: ten thousand million paths. */
static void ends_with_folders_that_multiply(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	git_shell(&fixture->folder, "id=$(echo x | git hash-object -w --stdin) && kind='100644 "
				    "blob' && for level in 1 2 3 4 5 6 7 8 9 0; do "
				    "id=$(for n in 0 1 2 3 4 5 6 7 8 9; do printf '%s "
				    "%s\\tn%s.yaml\\n' \"$kind\" $id $n; done | git mktree) && "
				    "kind='040000 tree'; done && git update-ref refs/heads/main "
				    "$(git commit-tree -m x $id)");

	walked(fixture, "");

	assert_string_equal(found(fixture), "history-incomplete\n");
	assert_int_equal(fixture->findings.items[0].severity, KPSS_WARNING);
}

static void writes_nothing(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-01");
	git_shell(&fixture->folder,
		"find . -exec stat -c '%n %Y %Z %s' {} + | sort >\"$PWD-before\"");

	walked(fixture, "");

	git_shell(&fixture->folder, "find . -exec stat -c '%n %Y %Z %s' {} + | sort | cmp - "
				    "\"$PWD-before\" && rm \"$PWD-before\"");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hands_over_each_version_once_with_the_oldest_commit),
		TEST(follows_branches_tags_and_merges),
		TEST(looks_only_at_the_folder_of_the_plan),
		TEST(does_not_read_what_is_in_private_folders),
		TEST(says_that_there_is_no_repository),
		TEST(says_that_nothing_is_recorded_yet),
		TEST(says_that_a_repository_is_bare),
		TEST(says_that_it_belongs_to_somebody_else),
		TEST(says_that_a_clone_is_shallow),
		TEST(reads_from_a_worktree),
		TEST(tells_of_a_damaged_object_and_goes_on),
		TEST(tells_of_a_missing_commit_and_goes_on),
		TEST(does_not_unpack_a_file_over_the_limit),
		TEST(ends_with_folders_that_multiply),
		TEST(writes_nothing),
	};
	/* Nobody's configuration may say whom to trust. */
	setenv("HOME", "/nowhere", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
