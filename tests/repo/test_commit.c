#include "repo/snapshot.h"

#include "base/arena.h"
#include "git_folder.h"
#include "listed.h"
#include "repo/store.h"

/* libgit2 1.5 forgets what PCRE2 needed for each setting of a partial clone that it compares with the names of extensions. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2-8";
}

struct fixture {
	struct folder folder;
	struct arena *arena;
	struct findings findings;
	struct buf folder_text, commit_text, found;
};

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	fixture->arena = arena_new();
	folder_make(&fixture->folder);
	findings_init(&fixture->findings);
	store_begin();
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	store_end();
	folder_remove(&fixture->folder);
	findings_clear(&fixture->findings);
	arena_free(fixture->arena);
	buf_clear(&fixture->folder_text);
	buf_clear(&fixture->commit_text);
	buf_clear(&fixture->found);
	free(fixture);
	return 0;
}

/* All files of a snapshot with their bytes, then the findings. */
static const char *described(struct fixture *fixture, struct snapshot *snapshot, struct buf *buf)
{
	struct snapshot_file *files;
	struct kpss_str bytes;
	size_t count;
	const struct kpss_str ignored[] = {kpss_str("./web/"), kpss_str("stary.yaml")};
	buf->len = 0;
	snapshot_ignore(snapshot, ignored, 2);
	bool whole = snapshot_list(snapshot, fixture->arena, &fixture->findings, &files, &count);
	for (size_t i = 0; i < count; i++) {
		bytes = kpss_str("?");
		snapshot_read(snapshot, fixture->arena, &fixture->findings, files[i].path, &bytes);
		buf_addf(buf, "%s %.*s\n", files[i].path.ptr, (int)bytes.len, bytes.ptr);
	}
	buf_addf(buf, "%s\n%s", whole ? "whole" : "cut",
		listed(&fixture->found, &fixture->findings));
	buf_add_char(buf, '\0');
	findings_reset(&fixture->findings);
	return buf->ptr;
}

/* What a revision has in a folder of the fixture's; "-" where there is no plan. */
static const char *recorded(struct fixture *fixture, const char *name, const char *inside)
{
	struct store_commit commit;
	char *path = folder_path(&fixture->folder, inside);
	struct store *store = store_open(path, &fixture->findings);
	assert_non_null(store);
	assert_int_equal(store_commit_named(store, name, &commit), STORE_FOUND);
	char *in_git = store_path(store, path);
	assert_non_null(in_git);
	struct snapshot *snapshot = snapshot_commit(store, &commit, in_git, &fixture->findings);
	const char *text = snapshot ? described(fixture, snapshot, &fixture->commit_text) : "-";
	snapshot_close(snapshot);
	store_close(store);
	free(in_git);
	free(path);
	return text;
}

static void assert_same_as_folder(struct fixture *fixture, const char *inside)
{
	char *path = folder_path(&fixture->folder, inside);
	struct snapshot *snapshot = snapshot_folder(path, &fixture->findings);
	assert_non_null(snapshot);
	described(fixture, snapshot, &fixture->folder_text);
	snapshot_close(snapshot);
	assert_string_equal(recorded(fixture, "HEAD", inside), fixture->folder_text.ptr);
	free(path);
}

static void has_the_files_of_the_folder_in_the_same_order(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "formát: 1\n");
	folder_write(&fixture->folder, "skupiny/b.yaml", "b");
	folder_write(&fixture->folder, "skupiny.yaml", "s");
	folder_write(&fixture->folder, "skupiny/a/hluboko.yml", "h");
	folder_write(&fixture->folder, "skupiny-a.yaml", "");
	folder_write(&fixture->folder, "skupiny/text.txt", "t");
	git_commit_all(&fixture->folder, "2024-01-10");
	assert_same_as_folder(fixture, ".");
	assert_non_null(strstr(fixture->commit_text.ptr, "skupiny/a/hluboko.yml h\n"));
}

static void passes_over_what_a_folder_passes_over(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write(&fixture->folder, "a.yaml", "a");
	folder_write(&fixture->folder, ".github/x.yaml", "x");
	folder_write(&fixture->folder, "jine/kpss.yaml", "");
	folder_write(&fixture->folder, "jine/b.yaml", "");
	folder_write(&fixture->folder, "private/c.yaml", "");
	folder_write(&fixture->folder, "soukrom\xC3\xA9/c.yaml", "");
	folder_write(&fixture->folder, "web/d.yaml", "");
	folder_write(&fixture->folder, "stary.yaml", "");
	git_commit_all(&fixture->folder, "2024-01-10");
	assert_same_as_folder(fixture, ".");
	assert_string_equal(fixture->commit_text.ptr, "a.yaml a\nkpss.yaml \nwhole\n");
}

static void reports_links_and_names_as_a_folder_does(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "plan/kpss.yaml", "");
	folder_write(&fixture->folder, "plan/cile/a.yaml", "a");
	folder_write(&fixture->folder, "plan/divn\xC3\xBD\nnazev.yaml", "");
	folder_write(&fixture->folder, "vedle/x.yaml", "");
	folder_link(&fixture->folder, "../vedle", "plan/slozka");
	folder_link(&fixture->folder, "../slozka", "plan/cile/pres");
	folder_link(&fixture->folder, "a.yaml", "plan/cile/b.yaml");
	folder_link(&fixture->folder, "cile/a.yaml", "plan/soubor");
	folder_link(&fixture->folder, "nikde", "plan/nic");
	folder_link(&fixture->folder, "kruh", "plan/kruh");
	folder_link(&fixture->folder, "/nikde/neni", "plan/daleko");
	git_commit_all(&fixture->folder, "2024-01-10");
	assert_same_as_folder(fixture, "plan");
	assert_non_null(strstr(fixture->commit_text.ptr, "link-not-followed slozka"));
	assert_non_null(strstr(fixture->commit_text.ptr, "link-not-followed cile/pres"));
}

static void reports_too_large_files_and_too_deep_folders(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write_sparse(&fixture->folder, "velky.yaml", 16LL * 1024 * 1024 + 1);
	struct buf path = {0};
	for (int i = 0; i < 42; i++)
		buf_add_text(&path, "d/");
	buf_add_text(&path, "x.yaml");
	buf_add_char(&path, '\0');
	folder_write(&fixture->folder, path.ptr, "");
	buf_clear(&path);
	git_commit_all(&fixture->folder, "2024-01-10");
	assert_same_as_folder(fixture, ".");
	assert_non_null(strstr(fixture->commit_text.ptr, "limit-file-size velky.yaml"));
	assert_non_null(strstr(fixture->commit_text.ptr, "limit-folders d/"));
}

static void has_each_commit_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "jen-text.txt", "");
	git_commit_all(&fixture->folder, "2024-01-10");
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write(&fixture->folder, "a.yaml", "1");
	git_commit_all(&fixture->folder, "2024-01-11");
	folder_write(&fixture->folder, "a.yaml", "2");
	git_commit_all(&fixture->folder, "2024-01-12");
	git_shell(&fixture->folder, "git rm -q --cached a.yaml && rm a.yaml");
	folder_write(&fixture->folder, "b/b.yaml", "3");
	git_commit_all(&fixture->folder, "2024-01-13");
	git_shell(&fixture->folder, "git gc -q");
	assert_string_equal(recorded(fixture, "HEAD~3", "."), "-");
	assert_string_equal(listed(&fixture->found, &fixture->findings), "no-repository\n");
	findings_reset(&fixture->findings);
	assert_string_equal(recorded(fixture, "HEAD~2", "."), "a.yaml 1\nkpss.yaml \nwhole\n");
	assert_string_equal(recorded(fixture, "HEAD~1", "."), "a.yaml 2\nkpss.yaml \nwhole\n");
	assert_string_equal(recorded(fixture, "HEAD", "."), "b/b.yaml 3\nkpss.yaml \nwhole\n");
}

/* A plan in a folder of a repository, recorded and cloned in many ways; all give what was recorded. */
static void reads_bare_shallow_and_linked_repositories_and_folders_that_are_gone(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "puvodni/mesto/kpss.yaml", "");
	folder_write(&fixture->folder, "puvodni/mesto/a.yaml", "1");
	folder_write(&fixture->folder, "puvodni/kpss.yaml", "k");
	git_shell(&fixture->folder,
		"cd puvodni && git -c init.defaultBranch=main init -q . && git add -A && "
		"git commit -q -m x && git commit -q --allow-empty -m y && cd .. && "
		"git clone -q --bare puvodni hole.git && "
		"git clone -q --depth 1 file://$PWD/puvodni melke && "
		"git -C puvodni worktree add -q ../vedle HEAD~1 && "
		"rm -r puvodni/mesto");
	const char *whole = "a.yaml 1\nkpss.yaml \nwhole\n";
	assert_string_equal(recorded(fixture, "HEAD", "puvodni/mesto"), whole);
	assert_string_equal(recorded(fixture, "HEAD", "puvodni/mesto/"), whole);
	assert_string_equal(recorded(fixture, "HEAD", "melke/mesto"), whole);
	assert_string_equal(recorded(fixture, "HEAD~0", "vedle/mesto"), whole);
	assert_string_equal(recorded(fixture, "HEAD", "hole.git"), "kpss.yaml k\nwhole\n");
	assert_string_equal(recorded(fixture, "HEAD", "hole.git/mesto"), whole);
}

static void passes_over_submodules(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write(&fixture->folder, "sub/y.yaml", "");
	git_shell(&fixture->folder, "cd sub && git init -q . && git add -A && git commit -q -m x");
	git_shell(&fixture->folder, "git -c advice.addEmbeddedRepo=false add sub 2>/dev/null");
	git_commit_all(&fixture->folder, "2024-01-10");
	assert_same_as_folder(fixture, ".");
	assert_string_equal(fixture->commit_text.ptr, "kpss.yaml \nwhole\n");
}

static void tells_what_is_missing_or_damaged(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write(&fixture->folder, "a.yaml", "a");
	folder_write(&fixture->folder, "b.yaml", "b");
	folder_write(&fixture->folder, "c/c.yaml", "c");
	git_commit_all(&fixture->folder, "2024-01-10");
	git_shell(&fixture->folder,
		"object() { echo .git/objects/$(git rev-parse $1 | sed 's,^..,&/,'); } && "
		"rm -f $(object HEAD:a.yaml) $(object HEAD:c) && chmod u+w $(object HEAD:b.yaml) "
		"&& "
		"echo nesmysl > $(object HEAD:b.yaml)");
	assert_string_equal(recorded(fixture, "HEAD", "."),
		"a.yaml ?\nb.yaml ?\nkpss.yaml \nwhole\ncannot-read a.yaml 1 1\ncannot-read b.yaml "
		"1 1\n"
		"cannot-read c/ 1 1\n");
}

static void reads_a_partial_clone_and_tells_what_it_lacks(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "puvodni/kpss.yaml", "");
	folder_write(&fixture->folder, "puvodni/a.yaml", "1");
	git_shell(&fixture->folder, "cd puvodni && git -c init.defaultBranch=main init -q . && git "
				    "config uploadpack.allowFilter true && "
				    "git add -A && git commit -q -m x && echo 2 > a.yaml && git "
				    "commit -q -a -m y && cd .. && "
				    "git clone -q --filter=blob:none file://$PWD/puvodni castecny");
	assert_string_equal(
		recorded(fixture, "HEAD", "castecny"), "a.yaml 2\n\nkpss.yaml \nwhole\n");
	assert_string_equal(recorded(fixture, "HEAD~1", "castecny"),
		"a.yaml ?\nkpss.yaml \nwhole\ncannot-read a.yaml 1 1\n");
}

/* Few bytes that say folders without end: each folder holds the one below ten times. */
static void stops_at_folders_without_end(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	git_shell(&fixture->folder,
		"tree=$(git hash-object -w -t blob --stdin </dev/null) && "
		"tree=$(printf '100644 blob %s\\tx.txt\\n' $tree | git mktree) && "
		"for depth in 1 2 3 4 5 6 7 8 9; do "
		"tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\t%s\\n' $tree $i; "
		"done | git mktree); done && "
		"blob=$(git hash-object -w kpss.yaml) && "
		"tree=$(printf '040000 tree %s\\ta\\n100644 blob %s\\tkpss.yaml\\n' $tree $blob | "
		"git mktree) && "
		"git update-ref HEAD $(git commit-tree -m x $tree)");
	const char *text = recorded(fixture, "HEAD", ".");
	assert_non_null(strstr(text, "cut\n"));
	assert_non_null(strstr(text, "limit-folders\n"));
}

/* Names that no checkout would write; what lies outside is not reached by them. */
static void reads_no_file_by_a_hostile_name(void **state)
{
	struct fixture *fixture = *state;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	folder_write(&fixture->folder, "tajne.yaml", "t");
	git_shell(&fixture->folder, "id=$(git hash-object -w kpss.yaml) && "
				    "raw=$(echo $id | sed 's/../\\\\x&/g') && "
				    "{ bash -c \"printf '100644 ../tajne.yaml\\\\0$raw'\"; "
				    "bash -c \"printf '100644 a/b.yaml\\\\0$raw'\"; bash -c "
				    "\"printf '100644 kpss.yaml\\\\0$raw'\"; } > strom && "
				    "tree=$(git hash-object -w --literally -t tree strom) && "
				    "git update-ref HEAD $(git commit-tree -m x $tree)");
	const char *text = recorded(fixture, "HEAD", ".");
	assert_null(strstr(text, "tajne.yaml t"));
	assert_non_null(strstr(text, "cannot-read a/b.yaml"));
	assert_non_null(strstr(text, "kpss.yaml \n"));
}

static void finds_the_plan_from_a_folder_upwards_as_the_commit_has_it(void **state)
{
	struct fixture *fixture = *state;
	struct store_commit commit;
	git_init(&fixture->folder);
	folder_write(&fixture->folder, "mesto/kpss.yaml", "");
	folder_write(&fixture->folder, "mesto/cile/a.yaml", "");
	git_commit_all(&fixture->folder, "2024-01-10");
	struct store *store = store_open(fixture->folder.path, &fixture->findings);
	assert_int_equal(store_commit_named(store, "main", &commit), STORE_FOUND);
	char *deep = store_find_plan(store, &commit, "mesto/cile/neni");
	char *here = store_find_plan(store, &commit, "mesto");
	assert_string_equal(deep, "mesto");
	assert_string_equal(here, "mesto");
	assert_null(store_find_plan(store, &commit, ""));
	free(deep);
	free(here);
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			has_the_files_of_the_folder_in_the_same_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			passes_over_what_a_folder_passes_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			reports_links_and_names_as_a_folder_does, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			reports_too_large_files_and_too_deep_folders, set_up, tear_down),
		cmocka_unit_test_setup_teardown(has_each_commit_as_it_was, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			reads_bare_shallow_and_linked_repositories_and_folders_that_are_gone,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(passes_over_submodules, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			tells_what_is_missing_or_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			reads_a_partial_clone_and_tells_what_it_lacks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(stops_at_folders_without_end, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reads_no_file_by_a_hostile_name, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			finds_the_plan_from_a_folder_upwards_as_the_commit_has_it, set_up,
			tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
