#include <errno.h>

#include "base/arena.h"
#include "folder.h"
#include "listed.h"
#include "repo/snapshot.h"
#include "repo/snapshot_kind.h"

enum { NOBODY = 65534 };

struct fixture {
	struct folder folder;
	struct arena *arena;
	struct findings findings;
	struct buf paths, findings_text;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.arena = arena_new()};
	folder_make(&fixture->folder);
	folder_write(&fixture->folder, "kpss.yaml", "");
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	folder_remove(&fixture->folder);
	arena_free(fixture->arena);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->paths);
	buf_clear(&fixture->findings_text);
	free(fixture);
	return 0;
}

/* The paths in the folder, each followed by a blank. */
static const char *list(struct fixture *fixture)
{
	struct snapshot_file *files;
	size_t count;
	struct snapshot *snapshot = snapshot_folder(fixture->folder.path, &fixture->findings);
	assert_non_null(snapshot);
	assert_true(snapshot_list(snapshot, fixture->arena, &fixture->findings, &files, &count));
	fixture->paths.len = 0;
	for (size_t i = 0; i < count; i++)
		buf_addf(&fixture->paths, "%s ", files[i].path.ptr);
	buf_add_char(&fixture->paths, '\0');
	snapshot_close(snapshot);
	return fixture->paths.ptr;
}

static bool read_file(struct fixture *fixture, const char *path, struct kpss_str *bytes)
{
	struct snapshot *snapshot = snapshot_folder(fixture->folder.path, &fixture->findings);
	assert_non_null(snapshot);
	bool good =
		snapshot_read(snapshot, fixture->arena, &fixture->findings, kpss_str(path), bytes);
	snapshot_close(snapshot);
	return good;
}

static const char *found(struct fixture *fixture)
{
	return listed(&fixture->findings_text, &fixture->findings);
}

static void lists_files_of_all_folders_in_the_order_of_their_bytes(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "skupiny/b.yaml", "");
	folder_write(&fixture->folder, "skupiny.yaml", "");
	folder_write(&fixture->folder, "skupiny/a.yml", "");
	folder_write(&fixture->folder, "Plán.yaml", "");
	folder_write(&fixture->folder, "skupiny/poznamky.txt", "");

	const char *paths = list(fixture);

	assert_string_equal(
		paths, "Plán.yaml kpss.yaml skupiny.yaml skupiny/a.yml skupiny/b.yaml ");
	assert_string_equal(found(fixture), "");
}

static void passes_over_folders_and_files_that_begin_with_a_dot(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, ".github/workflows/ci.yaml", "");
	folder_write(&fixture->folder, "plan/.stare/a.yaml", "");
	folder_write(&fixture->folder, ".skryte.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_string_equal(found(fixture), "");
}

static void passes_over_a_folder_with_a_root_of_its_own(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "sousedni-mesto/kpss.yaml", "");
	folder_write(&fixture->folder, "sousedni-mesto/plan.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
}

static void passes_over_a_folder_that_is_a_git_repository(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "web/.git/", NULL);
	folder_write(&fixture->folder, "web/plan.yaml", "");
	folder_write(&fixture->folder, "podmodul/.git", "gitdir: ../.git/modules/podmodul\n");
	folder_write(&fixture->folder, "podmodul/plan.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
}

static void does_not_follow_links(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/a.yaml", "");
	folder_link(&fixture->folder, "plan/a.yaml", "odkaz.yaml");
	folder_link(&fixture->folder, "plan", "slozka");
	folder_link(&fixture->folder, "/etc", "ven");
	folder_link(&fixture->folder, "/etc/passwd", "ven.yaml");
	folder_link(&fixture->folder, "nikam", "nikam.yaml");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml plan/a.yaml ");
	assert_string_equal(found(fixture), "link-not-followed nikam.yaml 1 1\n"
					    "link-not-followed odkaz.yaml 1 1\n"
					    "link-not-followed slozka 1 1\n"
					    "link-not-followed ven 1 1\n"
					    "link-not-followed ven.yaml 1 1\n");
}

static void does_not_mention_links_that_are_no_business_of_a_plan(void **state)
{
	struct fixture *fixture = *state;
	folder_link(&fixture->folder, "nikam", "nikam");
	folder_link(&fixture->folder, "/etc/passwd", "hesla.txt");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_string_equal(found(fixture), "");
}

static void ends_in_a_loop_of_links(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/a.yaml", "");
	folder_link(&fixture->folder, "..", "plan/zpet");
	folder_link(&fixture->folder, "b.yaml", "c.yaml");
	folder_link(&fixture->folder, "c.yaml", "b.yaml");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml plan/a.yaml ");
	assert_string_equal(found(fixture), "link-not-followed b.yaml 1 1\n"
					    "link-not-followed c.yaml 1 1\n"
					    "link-not-followed plan/zpet 1 1\n");
}

static void does_not_read_through_a_link_that_came_later(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/a.yaml", "tajné");
	folder_link(&fixture->folder, "plan/a.yaml", "a.yaml");
	folder_link(&fixture->folder, "plan", "b");
	struct kpss_str bytes;

	bool good = read_file(fixture, "a.yaml", &bytes) || read_file(fixture, "b/a.yaml", &bytes);

	assert_false(good);
	assert_string_equal(
		found(fixture), "link-not-followed a.yaml 1 1\ncannot-read b/a.yaml 1 1\n");
}

static void refuses_a_pipe(void **state)
{
	struct fixture *fixture = *state;
	folder_fifo(&fixture->folder, "roura.yaml");
	struct kpss_str bytes;

	const char *paths = list(fixture);
	bool good = read_file(fixture, "roura.yaml", &bytes);

	assert_string_equal(paths, "kpss.yaml ");
	assert_false(good);
	assert_string_equal(found(fixture), "special-file roura.yaml 1 1\n");
}

static void says_which_file_cannot_be_read(void **state)
{
	struct fixture *fixture = *state;
	bool is_root = geteuid() == 0;
	folder_write(&fixture->folder, "a.yaml", "");
	char *path = folder_path(&fixture->folder, "a.yaml");
	chmod(path, 0);
	chmod(fixture->folder.path, 0755);
	free(path);
	struct kpss_str bytes;

	/* Root reads everything, so for once it is somebody else. */
	if (is_root && seteuid(NOBODY) != 0)
		skip();
	bool good = read_file(fixture, "a.yaml", &bytes);
	assert_true(!is_root || seteuid(0) == 0);

	assert_false(good);
	assert_string_equal(found(fixture), "cannot-read a.yaml 1 1\n");
}

static void says_which_file_went_away(void **state)
{
	struct fixture *fixture = *state;
	struct kpss_str bytes;

	bool good = read_file(fixture, "slozka/a.yaml", &bytes);

	assert_false(good);
	assert_string_equal(found(fixture), "cannot-read slozka/a.yaml 1 1\n");
}

static void refuses_a_file_over_the_limit_unread(void **state)
{
	struct fixture *fixture = *state;
	folder_write_sparse(&fixture->folder, "velky.yaml", FILE_SIZE_MOST + 1LL);
	struct kpss_str bytes;

	bool good = read_file(fixture, "velky.yaml", &bytes);

	assert_false(good);
	assert_string_equal(found(fixture), "limit-file-size velky.yaml 1 1\n");
}

static void reads_a_file_just_at_the_limit(void **state)
{
	struct fixture *fixture = *state;
	folder_write_sparse(&fixture->folder, "velky.yaml", FILE_SIZE_MOST);
	struct kpss_str bytes;

	bool good = read_file(fixture, "velky.yaml", &bytes);

	assert_true(good);
	assert_int_equal(bytes.len, FILE_SIZE_MOST);
}

static void reads_the_bytes_as_they_are(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/a.yaml", "název: X\r\n");
	struct kpss_str bytes;

	bool good = read_file(fixture, "plan/a.yaml", &bytes);

	assert_true(good);
	assert_true(kpss_str_is(bytes, "název: X\r\n"));
}

static void shows_a_name_with_a_line_break_on_one_line(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "a\nb.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_string_equal(found(fixture), "file-name a\\u{a}b.yaml 1 1\n");
}

static void shows_a_name_that_is_not_utf8_with_its_bytes(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "pl\xE1n.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_string_equal(found(fixture), "file-name pl\\x{e1}n.yaml 1 1\n");
}

static void asks_for_a_plain_name_of_the_folders_too(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "pl\xE1n/a.yaml", "");

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_string_equal(found(fixture), "file-name pl\\x{e1}n/a.yaml 1 1\n");
}

/* `levels` folders inside one another with a file in the innermost. */
static void folders_make(const struct fixture *fixture, int levels)
{
	char name[256] = "";
	for (int i = 0; i < levels; i++)
		strcat(name, "d/");
	strcat(name, "a.yaml");
	folder_write(&fixture->folder, name, "");
}

static void goes_down_to_the_limit_of_folders(void **state)
{
	struct fixture *fixture = *state;
	folders_make(fixture, FOLDERS_DEEP_MOST);

	const char *paths = list(fixture);

	assert_non_null(strstr(paths, "d/a.yaml"));
	assert_string_equal(found(fixture), "");
}

static void says_where_folders_are_too_deep(void **state)
{
	struct fixture *fixture = *state;
	folders_make(fixture, FOLDERS_DEEP_MOST + 1);

	const char *paths = list(fixture);

	assert_string_equal(paths, "kpss.yaml ");
	assert_int_equal(fixture->findings.count, 1);
	assert_string_equal(fixture->findings.items[0].kind->code, "limit-folders");
}

static void refuses_a_path_that_is_too_long_to_be_said_again_and_again(void **state)
{
	struct fixture *fixture = *state;
	char name[PATH_LONGEST + 2] = "";
	memset(name, 'a', PATH_LONGEST + 1);
	for (size_t at = 200; at < 1000; at += 200)
		name[at] = '/';
	memcpy(name + PATH_LONGEST - 4, ".yaml", 5);
	folder_write(&fixture->folder, name, "");
	memcpy(name + PATH_LONGEST - 5, ".yaml", 6);
	folder_write(&fixture->folder, name, "");

	const char *paths = list(fixture);

	assert_non_null(strstr(paths, name));
	assert_null(strstr(paths, "a.yaml a"));
	assert_int_equal(fixture->findings.count, 1);
	assert_string_equal(fixture->findings.items[0].kind->code, "limit-folders");
}

static void does_not_even_look_into_an_ignored_folder(void **state)
{
	struct fixture *fixture = *state;
	folder_fifo(&fixture->folder, "roura.yaml");
	folder_write(&fixture->folder, "web/a.yaml", "");
	folder_link(&fixture->folder, "..", "web/zpet");
	struct kpss_str ignored[] = {kpss_str("web/"), kpss_str("roura.yaml")};
	struct snapshot *snapshot = snapshot_folder(fixture->folder.path, &fixture->findings);
	struct snapshot_file *files;
	size_t count;

	snapshot_ignore(snapshot, ignored, 2);
	bool good = snapshot_list(snapshot, fixture->arena, &fixture->findings, &files, &count);
	snapshot_close(snapshot);

	assert_true(good);
	assert_int_equal(count, 1);
	assert_string_equal(found(fixture), "");
}

static void refuses_a_folder_that_is_no_repository(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/a.yaml", "");
	char *path = folder_path(&fixture->folder, "plan");

	struct snapshot *snapshot = snapshot_folder(path, &fixture->findings);

	free(path);
	assert_null(snapshot);
	assert_string_equal(found(fixture), "no-repository\n");
}

static void refuses_a_folder_that_is_not_there(void **state)
{
	struct fixture *fixture = *state;
	char *path = folder_path(&fixture->folder, "neni");

	struct snapshot *snapshot = snapshot_folder(path, &fixture->findings);

	free(path);
	assert_null(snapshot);
	assert_string_equal(found(fixture), "cannot-read\n");
}

static void finds_the_root_above_a_folder(void **state)
{
	struct fixture *fixture = *state;
	folder_write(&fixture->folder, "plan/oblasti/a.yaml", "");
	char *start = folder_path(&fixture->folder, "plan/oblasti"),
	     *expected = realpath(fixture->folder.path, NULL);

	char *root = repository_find(start);

	assert_non_null(root);
	assert_string_equal(root, expected);
	free(root);
	free(start);
	free(expected);
}

static void finds_no_root_where_there_is_none(void **state)
{
	struct fixture *fixture = *state;
	char *path = folder_path(&fixture->folder, "kpss.yaml");
	unlink(path);
	free(path);

	assert_null(repository_find(fixture->folder.path));
	assert_null(repository_find("/neexistuje/vubec"));
}

static struct buf *walked;

static int state_add(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)type;
	(void)walk;
	buf_addf(walked, "%s %o %lld %lld.%09ld\n", path, (unsigned)status->st_mode,
		(long long)status->st_size, (long long)status->st_mtim.tv_sec,
		status->st_mtim.tv_nsec);
	return 0;
}

static void reading_writes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct buf before = {0}, after = {0};
	struct kpss_str bytes;
	folder_write(&fixture->folder, "plan/a.yaml", "osoby: []\n");
	walked = &before;
	nftw(fixture->folder.path, state_add, 16, FTW_PHYS);

	list(fixture);
	assert_true(read_file(fixture, "plan/a.yaml", &bytes));

	walked = &after;
	nftw(fixture->folder.path, state_add, 16, FTW_PHYS);
	assert_true(kpss_str_equal(buf_str(&before), buf_str(&after)));
	buf_clear(&before);
	buf_clear(&after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lists_files_of_all_folders_in_the_order_of_their_bytes),
		TEST(passes_over_folders_and_files_that_begin_with_a_dot),
		TEST(passes_over_a_folder_with_a_root_of_its_own),
		TEST(passes_over_a_folder_that_is_a_git_repository),
		TEST(does_not_follow_links),
		TEST(does_not_mention_links_that_are_no_business_of_a_plan),
		TEST(ends_in_a_loop_of_links),
		TEST(does_not_read_through_a_link_that_came_later),
		TEST(refuses_a_pipe),
		TEST(says_which_file_cannot_be_read),
		TEST(says_which_file_went_away),
		TEST(refuses_a_file_over_the_limit_unread),
		TEST(reads_a_file_just_at_the_limit),
		TEST(reads_the_bytes_as_they_are),
		TEST(shows_a_name_with_a_line_break_on_one_line),
		TEST(shows_a_name_that_is_not_utf8_with_its_bytes),
		TEST(asks_for_a_plain_name_of_the_folders_too),
		TEST(goes_down_to_the_limit_of_folders),
		TEST(says_where_folders_are_too_deep),
		TEST(refuses_a_path_that_is_too_long_to_be_said_again_and_again),
		TEST(does_not_even_look_into_an_ignored_folder),
		TEST(refuses_a_folder_that_is_no_repository),
		TEST(refuses_a_folder_that_is_not_there),
		TEST(finds_the_root_above_a_folder),
		TEST(finds_no_root_where_there_is_none),
		TEST(reading_writes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
