#include "repo/act.h"

#include "base/arena.h"
#include "git_folder.h"

/* libgit2 1.5 forgets what PCRE2 needed for each setting that it compares with the names of extensions. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2-8";
}

struct fixture {
	struct folder folder;
	struct arena *arena;
	struct act *act;
	struct act_trouble trouble;
	char id[ACT_ID_SIZE];
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	folder_make(&fixture->folder);
	fixture->arena = arena_new();
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	act_close(fixture->act);
	arena_free(fixture->arena);
	folder_remove(&fixture->folder);
	free(fixture);
	return 0;
}

/* A repository with one commit of a.yaml and other.txt. */
static void repository_make(struct fixture *fixture)
{
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "old\n");
	folder_write(&fixture->folder, "other.txt", "old\n");
	git_commit_all(&fixture->folder, "2024-01-01");
}

static bool begin(struct fixture *fixture, const char *name)
{
	char *path = folder_path(&fixture->folder, name);
	act_close(fixture->act);
	fixture->act = act_open(path, fixture->arena, &fixture->trouble);
	free(path);
	return fixture->act && act_is_possible(fixture->act, &fixture->trouble) &&
	       act_begin(fixture->act, &fixture->trouble);
}

static bool act(
	struct fixture *fixture, const struct act_change *changes, size_t count, const char *tag)
{
	const struct act_person person = {.name = "Jana Nová",
		.email = "jana@example.cz",
		.seconds = 1700000000,
		.offset = 60};
	const struct act_wish wish = {
		.changes = changes,
		.count = count,
		.author = person,
		.committer = person,
		.message = kpss_str("Změněno: opatření 2.1\n\nKpss-Act: record\n"),
		.tag = tag,
	};
	return act_do(fixture->act, &wish, fixture->id, &fixture->trouble);
}

static struct act_change changed(const char *path, const char *after)
{
	return (struct act_change){.path = kpss_str(path), .after = kpss_str(after)};
}

static struct act_change written(const char *path, const char *before, const char *after)
{
	return (struct act_change){.path = kpss_str(path),
		.before = kpss_str(before),
		.after = kpss_str(after),
		.write = true};
}

static void assert_shell(struct fixture *fixture, const char *command)
{
	git_shell(&fixture->folder, command);
}

/* No half act, no lock, nothing that git would complain of. */
static void assert_clean(struct fixture *fixture)
{
	assert_shell(fixture, "git fsck --strict >fsck 2>&1 && ! grep -v dangling fsck; rm fsck");
	assert_shell(fixture,
		"test -z \"$(find .git -name '*.lock' -o -name journal -o -path '*kpss/index')\"");
}

static bool failed_as(const struct fixture *fixture, const char *word)
{
	return strstr(fixture->trouble.message, word) != NULL;
}

static void commits_the_given_files_and_leaves_all_other_work_alone(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	folder_write(&fixture->folder, "staged.txt", "new\n");
	assert_shell(fixture,
		"echo staged >>other.txt && git add staged.txt other.txt && echo more >>other.txt");
	folder_write(&fixture->folder, "a.yaml", "new\n");
	folder_write(&fixture->folder, "b/c.yaml", "new\n");
	assert_shell(fixture, "git diff -- other.txt >.git/diff");
	const struct act_change changes[] = {
		changed("a.yaml", "new\n"), changed("b/c.yaml", "new\n")};

	assert_true(begin(fixture, ""));
	assert_true(act(fixture, changes, 2, NULL));

	assert_shell(fixture, "test \"$(git show --name-only --format=%s | tr '\\n' ' ')\" = "
			      "'Změněno: opatření 2.1  a.yaml b/c.yaml '");
	assert_shell(fixture, "test \"$(git show -s --format='%an %ae %at %cI')\" = "
			      "'Jana Nová jana@example.cz 1700000000 2023-11-14T23:13:20+01:00'");
	assert_shell(fixture, "test \"$(git status --porcelain | tr '\\n' ' ')\" = 'MM other.txt A "
			      " staged.txt '");
	assert_shell(fixture, "git diff -- other.txt | cmp - .git/diff");
	assert_clean(fixture);
}

static void makes_the_first_commit_of_a_branch(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "a.yaml", "new\n");
	assert_true(begin(fixture, ""));
	assert_true(kpss_str_is(act_branch(fixture->act), "main"));

	assert_true(act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_shell(fixture, "test \"$(git rev-list --count main)\" = 1 && test -z \"$(git status "
			      "--porcelain)\"");
	assert_clean(fixture);
}

static void records_deleted_files_and_a_folder_where_a_file_was(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_shell(fixture, "rm a.yaml && mkdir a.yaml && echo new >a.yaml/b.yaml");
	const struct act_change changes[] = {
		changed("a.yaml", NULL), changed("a.yaml/b.yaml", "new\n")};

	assert_true(begin(fixture, ""));
	assert_int_equal(act_absence_of(fixture->act, kpss_str("gone.yaml")), ACT_DELETED);
	assert_int_equal(act_absence_of(fixture->act, kpss_str("other.txt")), ACT_THERE);
	bool done = act(fixture, changes, 2, NULL);

	/* The name is still there, as a folder. */
	assert_false(done);
	assert_true(failed_as(fixture, "changed"));
	assert_shell(fixture, "rm -r a.yaml");
	assert_true(act(fixture, changes, 1, NULL));
	assert_shell(fixture, "test \"$(git ls-tree --name-only HEAD)\" = other.txt && git diff "
			      "--quiet --cached");
	assert_clean(fixture);
}

static void works_in_a_subfolder_and_in_a_worktree(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_shell(fixture, "git worktree add -q ../$(basename $PWD)/tree -b side");
	folder_write(&fixture->folder, "tree/plan/a.yaml", "new\n");

	assert_true(begin(fixture, "tree/plan"));
	assert_true(kpss_str_is(act_branch(fixture->act), "side"));
	assert_true(act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_shell(fixture, "test \"$(git show side:plan/a.yaml)\" = new && ! git show "
			      "main:plan/a.yaml 2>/dev/null");
	assert_shell(fixture, "cd tree && test -z \"$(git status --porcelain)\"");
	assert_clean(fixture);
}

static void refuses_a_file_that_was_changed_since_it_was_read(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	folder_write(&fixture->folder, "a.yaml", "newer\n");
	assert_true(begin(fixture, ""));

	assert_false(
		act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_true(failed_as(fixture, "changed"));
	assert_shell(fixture, "test \"$(git rev-list --count main)\" = 1");
	assert_clean(fixture);
}

static void refuses_when_the_branch_has_moved_and_puts_files_back(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_true(begin(fixture, ""));
	assert_shell(fixture, "git commit -q --allow-empty -m other");
	const struct act_change changes[] = {
		written("a.yaml", "old\n", "new\n"), written("b.yaml", NULL, "new\n")};

	assert_false(act(fixture, changes, 2, "v1"));

	assert_true(failed_as(fixture, "somebody else"));
	assert_shell(fixture, "test -z \"$(git status --porcelain)\" && test -z \"$(git tag)\"");
	assert_shell(fixture, "test \"$(git show -s --format=%s)\" = other");
	assert_clean(fixture);
}

static void writes_files_and_makes_a_tag(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_true(begin(fixture, ""));
	const struct act_change changes[] = {
		written("a.yaml", "old\n", "new\n"), written("b.yaml", NULL, "new\n")};

	assert_true(act(fixture, changes, 2, "kpss/2024/priprava"));

	assert_shell(fixture, "test -z \"$(git status --porcelain)\" && test \"$(cat a.yaml b.yaml "
			      "| uniq)\" = new");
	assert_shell(fixture, "test \"$(git rev-parse 'kpss/2024/priprava^{commit}')\" = \"$(git "
			      "rev-parse HEAD)\"");
	assert_shell(fixture, "test \"$(git cat-file -t kpss/2024/priprava)\" = tag");
	assert_false(act(fixture, NULL, 0, "kpss/2024/priprava"));
	assert_true(failed_as(fixture, "tag"));
	assert_clean(fixture);
}

static void keeps_git_from_taking_a_quick_change_for_none(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	/* Of the same size, within the same second, with the same times. */
	folder_write(&fixture->folder, "other.txt", "old\n");
	assert_shell(fixture,
		"touch -d @1700000000 other.txt && git add other.txt && git commit -q -m other && "
		"touch -d @1700000000 .git/index");
	folder_write(&fixture->folder, "other.txt", "new\n");
	assert_shell(fixture,
		"git config core.trustctime false && git config core.checkStat minimal && "
		"touch -d @1700000000 other.txt");
	folder_write(&fixture->folder, "a.yaml", "new\n");
	assert_true(begin(fixture, ""));

	assert_true(act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_shell(fixture, "test \"$(git status --porcelain)\" = ' M other.txt'");
}

static void refuses_what_git_is_in_the_middle_of(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_shell(fixture, "git switch -q -c side && echo side >a.yaml && git commit -q -a -m "
			      "side && git switch -q main && "
			      "echo main >a.yaml && git commit -q -a -m main && ! git merge -q "
			      "side >/dev/null 2>&1");
	assert_false(begin(fixture, ""));
	assert_true(failed_as(fixture, "middle"));
	assert_true(kpss_str_is(fixture->trouble.about, "merge"));

	assert_shell(fixture, "git merge --abort && ! git cherry-pick side >/dev/null 2>&1");
	assert_false(begin(fixture, ""));
	assert_true(kpss_str_is(fixture->trouble.about, "cherry-pick"));

	assert_shell(fixture, "git cherry-pick --abort && ! git rebase -q side >/dev/null 2>&1");
	assert_false(begin(fixture, ""));
	assert_true(kpss_str_is(fixture->trouble.about, "rebase"));

	assert_shell(fixture, "git rebase --abort && git checkout -q --detach");
	assert_false(begin(fixture, ""));
	assert_true(failed_as(fixture, "detached"));
}

static void refuses_a_file_in_conflict(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	assert_shell(fixture, "echo stash >a.yaml && git stash -q && echo main >a.yaml && git "
			      "commit -q -a -m main && "
			      "! git stash pop -q >/dev/null 2>&1");
	folder_write(&fixture->folder, "a.yaml", "new\n");
	assert_true(begin(fixture, ""));

	assert_false(
		act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_true(failed_as(fixture, "not merged"));
	assert_clean(fixture);
}

static void refuses_repositories_that_it_does_not_know(void **state)
{
	struct fixture *fixture = *state;
	assert_false(begin(fixture, ""));
	assert_true(failed_as(fixture, "no git repository"));

	folder_write(&fixture->folder, "new/a.yaml", "new\n");
	assert_shell(fixture, "git init -q --object-format=sha256 new");
	assert_false(begin(fixture, "new"));
	assert_true(failed_as(fixture, "cannot work"));
	assert_non_null(strstr(fixture->trouble.more.ptr, "objectformat"));

	assert_shell(fixture, "git init -q --bare bare.git && touch bare.git/kpss.yaml");
	assert_false(begin(fixture, "bare.git"));
	assert_true(failed_as(fixture, "bare"));
}

static void names_the_lock_of_another_program_and_leaves_it(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	folder_write(&fixture->folder, "a.yaml", "new\n");
	folder_write(&fixture->folder, ".git/index.lock", "");
	assert_true(begin(fixture, ""));

	assert_false(
		act(fixture, (const struct act_change[]){changed("a.yaml", "new\n")}, 1, NULL));

	assert_true(failed_as(fixture, "another program"));
	assert_non_null(strstr(fixture->trouble.about.ptr, "/.git/index.lock"));
	assert_shell(fixture, "test \"$(git rev-list --count main)\" = 1 && rm .git/index.lock");
	assert_clean(fixture);
}

/* The journal of an act that was killed: it wrote a.yaml, and the commit is there. */
static void journal_leave(struct fixture *fixture)
{
	assert_shell(fixture, "mkdir .git/kpss && old=$(git rev-parse HEAD:a.yaml) && new=$(echo "
			      "new | git hash-object -w --stdin) && "
			      "echo new >a.yaml && cp .git/index .git/saved && git add a.yaml && "
			      "tree=$(git write-tree) && "
			      "mv .git/saved .git/index && commit=$(git commit-tree -p HEAD -m act "
			      "$tree) && echo $commit >.git/act && "
			      "printf 'kpss-act 1\\nprocess 1\\nbranch %s refs/heads/main\\nindex "
			      "%s\\nwrite 100644 %s %s %s a.yaml\\nend\\n' "
			      "$commit $(printf '%040d' 7) $old $new $old >.git/kpss/journal");
}

static void undoes_an_act_whose_branch_has_not_moved(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	journal_leave(fixture);
	/* Locks that the journal tells to be ours. */
	assert_shell(fixture,
		"{ echo half; printf '%019d' 0 | tr 0 '\\0'; printf '\\7'; } >.git/index.lock && "
		"sed -i 's/^index .*/index 0000000000000000000000000000000000000007/' "
		".git/kpss/journal && "
		"cp .git/act .git/refs/heads/main.lock");
	assert_true(act_is_unfinished(fixture->folder.path));

	assert_true(begin(fixture, ""));

	assert_int_equal(act_recovered(fixture->act), ACT_UNDONE);
	assert_false(act_is_unfinished(fixture->folder.path));
	assert_shell(
		fixture, "test -z \"$(git status --porcelain)\" && test \"$(cat a.yaml)\" = old");
	assert_clean(fixture);
}

static void completes_an_act_whose_branch_has_moved(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	journal_leave(fixture);
	assert_shell(fixture, "git update-ref refs/heads/main $(cat .git/act) && test \"$(git "
			      "status --porcelain)\" = 'MM a.yaml'");

	assert_true(begin(fixture, ""));

	assert_int_equal(act_recovered(fixture->act), ACT_COMPLETED);
	assert_shell(
		fixture, "test -z \"$(git status --porcelain)\" && test \"$(cat a.yaml)\" = new");
	assert_clean(fixture);
}

static void leaves_files_that_somebody_has_changed_since_the_act_was_killed(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	journal_leave(fixture);
	folder_write(&fixture->folder, "a.yaml", "mine\n");
	folder_write(&fixture->folder, ".git/index.lock", "somebody's");

	assert_true(begin(fixture, ""));

	assert_int_equal(act_recovered(fixture->act), ACT_UNDONE_PARTLY);
	assert_shell(fixture, "test \"$(cat a.yaml)\" = mine && test \"$(cat .git/index.lock)\" = "
			      "\"somebody's\"");
}

static void refuses_a_journal_that_leads_out_of_the_repository(void **state)
{
	static const char *const edits[] = {"s/ a.yaml/ ..\\/a.yaml/",
		"s/ a.yaml/ \\/etc\\/passwd/", "s/ a.yaml/ x\\/.GIT\\/config/",
		"s/refs.heads/refs\\/x/", "s/^end//", "s/^write 100644/write 120000/",
		"s/^branch ./branch x/", "1s/1/2/"};
	struct fixture *fixture = *state;
	repository_make(fixture);
	journal_leave(fixture);
	assert_shell(fixture, "cp .git/kpss/journal .git/whole");
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
		char command[256];
		snprintf(command, sizeof command, "sed '%s' .git/whole >.git/kpss/journal",
			edits[i]);
		assert_shell(fixture, command);
		assert_false(begin(fixture, ""));
		assert_true(failed_as(fixture, "journal"));
	}
	assert_shell(fixture, "test \"$(cat a.yaml)\" = new");
}

static void says_what_git_ignores_and_what_it_keeps_from_sight(void **state)
{
	struct fixture *fixture = *state;
	repository_make(fixture);
	folder_write(&fixture->folder, ".gitignore", "*.yaml\n");
	folder_write(&fixture->folder, "b.yaml", "new\n");
	assert_shell(fixture, "git update-index --skip-worktree a.yaml && rm a.yaml");
	struct kpss_str bytes;

	assert_true(begin(fixture, ""));

	assert_true(act_ignores(fixture->act, kpss_str("b.yaml")));
	assert_false(act_ignores(fixture->act, kpss_str("a.yaml")));
	assert_int_equal(act_absence_of(fixture->act, kpss_str("a.yaml")), ACT_THERE);
	assert_true(act_recorded(fixture->act, kpss_str("a.yaml"), &bytes));
	assert_true(kpss_str_is(bytes, "old\n"));
	assert_false(act_recorded(fixture->act, kpss_str("b.yaml"), &bytes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			commits_the_given_files_and_leaves_all_other_work_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			makes_the_first_commit_of_a_branch, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			records_deleted_files_and_a_folder_where_a_file_was, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			works_in_a_subfolder_and_in_a_worktree, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			refuses_a_file_that_was_changed_since_it_was_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			refuses_when_the_branch_has_moved_and_puts_files_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(writes_files_and_makes_a_tag, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			keeps_git_from_taking_a_quick_change_for_none, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			refuses_what_git_is_in_the_middle_of, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refuses_a_file_in_conflict, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			refuses_repositories_that_it_does_not_know, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			names_the_lock_of_another_program_and_leaves_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			undoes_an_act_whose_branch_has_not_moved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			completes_an_act_whose_branch_has_moved, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			leaves_files_that_somebody_has_changed_since_the_act_was_killed, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			refuses_a_journal_that_leads_out_of_the_repository, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			says_what_git_ignores_and_what_it_keeps_from_sight, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
