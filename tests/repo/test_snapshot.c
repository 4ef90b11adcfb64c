#include "repo/snapshot.h"

#include <stdlib.h>

#include "base/arena.h"
#include "listed.h"
#include "repo/snapshot_kind.h"
#include "test.h"

struct fixture {
	struct arena *arena;
	struct findings findings;
	struct buf paths, findings_text;
};

static int set_up(void **state)
{
	struct fixture *fixture = memory_resize(NULL, 1, sizeof *fixture);
	*fixture = (struct fixture){.arena = arena_new()};
	findings_init(&fixture->findings);
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_free(fixture->arena);
	findings_clear(&fixture->findings);
	buf_clear(&fixture->paths);
	buf_clear(&fixture->findings_text);
	free(fixture);
	return 0;
}

/* The paths that a snapshot lists, each followed by a blank. */
static const char *list(struct fixture *fixture, struct snapshot *snapshot)
{
	struct snapshot_file *files;
	size_t count;
	assert_true(snapshot_list(snapshot, fixture->arena, &fixture->findings, &files, &count));
	fixture->paths.len = 0;
	for (size_t i = 0; i < count; i++)
		buf_addf(&fixture->paths, "%s ", files[i].path.ptr);
	buf_add_char(&fixture->paths, '\0');
	return fixture->paths.ptr;
}

static const char *list_without(struct fixture *fixture, const char *ignored)
{
	static const struct memory_file files[] = {
		{"kpss.yaml", {"", 0}},
		{"plan.yaml", {"", 0}},
		{"web/a.yaml", {"", 0}},
		{"web/b/c.yaml", {"", 0}},
		{"webova-prezentace.yaml", {"", 0}},
	};
	struct snapshot *snapshot = snapshot_memory(files, sizeof files / sizeof *files);
	struct kpss_str path = kpss_str(ignored);
	snapshot_ignore(snapshot, &path, 1);
	const char *listed_paths = list(fixture, snapshot);
	snapshot_close(snapshot);
	return listed_paths;
}

static void lists_yaml_files_in_the_order_of_their_bytes(void **state)
{
	static const struct memory_file files[] = {
		{"b.yml", {"", 0}},
		{"a/z.yaml", {"", 0}},
		{"a.yaml", {"", 0}},
		{"cti-mne.md", {"", 0}},
		{"\xC5\x99.yaml", {"", 0}},
		{"yaml", {"", 0}},
		{".yaml", {"", 0}},
	};
	struct snapshot *snapshot = snapshot_memory(files, sizeof files / sizeof *files);

	const char *paths = list(*state, snapshot);

	assert_string_equal(paths, "a.yaml a/z.yaml b.yml \xC5\x99.yaml ");
	snapshot_close(snapshot);
}

static void reads_the_bytes_of_a_file(void **state)
{
	struct fixture *fixture = *state;
	static const struct memory_file files[] = {
		{"a.yaml", {"jedna", 5}}, {"b.yaml", {"dva", 3}}};
	struct snapshot *snapshot = snapshot_memory(files, 2);
	struct kpss_str bytes;

	bool good = snapshot_read(
		snapshot, fixture->arena, &fixture->findings, kpss_str("b.yaml"), &bytes);

	assert_true(good);
	assert_true(kpss_str_is(bytes, "dva"));
	snapshot_close(snapshot);
}

static void says_that_a_file_is_not_there(void **state)
{
	struct fixture *fixture = *state;
	struct snapshot *snapshot = snapshot_memory(NULL, 0);
	struct kpss_str bytes;

	bool good = snapshot_read(
		snapshot, fixture->arena, &fixture->findings, kpss_str("a.yaml"), &bytes);

	assert_false(good);
	assert_string_equal(
		listed(&fixture->findings_text, &fixture->findings), "cannot-read a.yaml 1 1\n");
	snapshot_close(snapshot);
}

static void leaves_out_an_ignored_folder_with_all_below_it(void **state)
{
	const char *paths = list_without(*state, "web");

	assert_string_equal(paths, "kpss.yaml plan.yaml webova-prezentace.yaml ");
}

static void takes_an_ignored_folder_with_a_slash_or_a_dot_for_the_same(void **state)
{
	const char *paths = list_without(*state, "./web//");

	assert_string_equal(paths, "kpss.yaml plan.yaml webova-prezentace.yaml ");
}

static void leaves_out_an_ignored_file(void **state)
{
	const char *paths = list_without(*state, "web/a.yaml");

	assert_string_equal(paths, "kpss.yaml plan.yaml web/b/c.yaml webova-prezentace.yaml ");
}

static void ignores_nothing_for_an_empty_path(void **state)
{
	const char *paths = list_without(*state, "/");

	assert_string_equal(
		paths, "kpss.yaml plan.yaml web/a.yaml web/b/c.yaml webova-prezentace.yaml ");
}

static void stops_at_too_many_files_with_one_finding(void **state)
{
	struct fixture *fixture = *state;
	size_t count = FILES_MOST + 2;
	struct memory_file *files = arena_array(fixture->arena, count, sizeof *files);
	for (size_t i = 0; i < count; i++)
		files[i].path = arena_format(fixture->arena, "%06zu.yaml", i).ptr;
	struct snapshot *snapshot = snapshot_memory(files, count);
	struct snapshot_file *found;
	size_t found_count;

	bool good =
		snapshot_list(snapshot, fixture->arena, &fixture->findings, &found, &found_count);

	assert_false(good);
	assert_string_equal(listed(&fixture->findings_text, &fixture->findings), "limit-files\n");
	snapshot_close(snapshot);
}

static void takes_as_many_files_as_the_limit_allows(void **state)
{
	struct fixture *fixture = *state;
	size_t count = FILES_MOST, found_count;
	struct memory_file *files = arena_array(fixture->arena, count, sizeof *files);
	for (size_t i = 0; i < count; i++)
		files[i].path = arena_format(fixture->arena, "%06zu.yaml", i).ptr;
	struct snapshot *snapshot = snapshot_memory(files, count);
	struct snapshot_file *found;

	bool good =
		snapshot_list(snapshot, fixture->arena, &fixture->findings, &found, &found_count);

	assert_true(good);
	assert_int_equal(found_count, FILES_MOST);
	snapshot_close(snapshot);
}

static void closes_nothing(void **state)
{
	(void)state;

	snapshot_close(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lists_yaml_files_in_the_order_of_their_bytes),
		TEST(reads_the_bytes_of_a_file),
		TEST(says_that_a_file_is_not_there),
		TEST(leaves_out_an_ignored_folder_with_all_below_it),
		TEST(takes_an_ignored_folder_with_a_slash_or_a_dot_for_the_same),
		TEST(leaves_out_an_ignored_file),
		TEST(ignores_nothing_for_an_empty_path),
		TEST(stops_at_too_many_files_with_one_finding),
		TEST(takes_as_many_files_as_the_limit_allows),
		TEST(closes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
