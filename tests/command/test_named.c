#include "command/named.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/buf.h"
#include "folder.h"

static int set_up(void **state)
{
	struct folder *folder = malloc(sizeof *folder);
	folder_make(folder);
	*state = folder;
	return 0;
}

static int tear_down(void **state)
{
	folder_remove(*state);
	free(*state);
	return 0;
}

static int replace(const struct folder *folder, const char *name, const char *text)
{
	char *path = folder_path(folder, name);
	int reason;
	enum write_result result = named_write(path, kpss_str(text), &reason);
	free(path);
	return result == WRITTEN ? 0 : reason;
}

static int reading(const struct folder *folder, const char *name)
{
	char *path = folder_path(folder, name);
	struct buf buf = {0};
	int reason = named_read(path, &buf);
	buf_clear(&buf);
	free(path);
	return reason;
}

static void assert_content(const struct folder *folder, const char *name, const char *expected)
{
	char *path = folder_path(folder, name);
	struct buf buf = {0};
	assert_int_equal(named_read(path, &buf), 0);
	assert_true(kpss_str_is(buf_str(&buf), expected));
	buf_clear(&buf);
	free(path);
}

static size_t entries(const struct folder *folder)
{
	size_t count = 0;
	DIR *stream = opendir(folder->path);
	assert_non_null(stream);
	for (const struct dirent *entry; (entry = readdir(stream));)
		count += entry->d_name[0] != '.';
	closedir(stream);
	return count;
}

static void writes_and_writes_over_and_leaves_nothing_else(void **state)
{
	assert_int_equal(replace(*state, "file", "one"), 0);
	assert_content(*state, "file", "one");
	assert_int_equal(replace(*state, "file", "two\n"), 0);
	assert_content(*state, "file", "two\n");
	assert_int_equal(entries(*state), 1);
}

static void keeps_the_mode_of_the_file(void **state)
{
	struct stat status;
	char *path = folder_path(*state, "file");
	folder_write(*state, "file", "one");
	chmod(path, 0640);

	assert_int_equal(replace(*state, "file", "two"), 0);

	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
	free(path);
}

static void writes_to_where_a_link_leads(void **state)
{
	struct stat status;
	char *path = folder_path(*state, "link");
	folder_write(*state, "file", "one");
	folder_link(*state, "file", "link");

	assert_int_equal(replace(*state, "link", "two"), 0);

	assert_content(*state, "file", "two");
	assert_int_equal(lstat(path, &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	free(path);
}

static void says_why_it_cannot(void **state)
{
	folder_fifo(*state, "fifo");
	folder_write(*state, "folder/", "");
	folder_write_sparse(*state, "large", 65LL * 1024 * 1024);
	assert_int_equal(replace(*state, "nowhere/file", "x"), ENOENT);
	assert_int_equal(replace(*state, "folder", "x"), EISDIR);
	assert_int_equal(replace(*state, "fifo", "x"), EINVAL);
	assert_int_equal(reading(*state, "nowhere"), ENOENT);
	assert_int_equal(reading(*state, "folder"), EISDIR);
	assert_int_equal(reading(*state, "fifo"), EINVAL);
	assert_int_equal(reading(*state, "large"), EFBIG);
	assert_int_equal(entries(*state), 3);
}

static void leaves_the_old_file_when_the_new_one_cannot_be_finished(void **state)
{
	struct rlimit before, small;
	folder_write(*state, "file", "old");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 2;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);

	int reason = replace(*state, "file", "new and longer");

	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(reason, EFBIG);
	assert_content(*state, "file", "old");
	assert_int_equal(entries(*state), 1);
}

static void lets_signals_through_again(void **state)
{
	sigset_t before, after;
	sigprocmask(SIG_SETMASK, NULL, &before);

	replace(*state, "file", "x");

	sigprocmask(SIG_SETMASK, NULL, &after);
	assert_int_equal(sigismember(&after, SIGINT), sigismember(&before, SIGINT));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(writes_and_writes_over_and_leaves_nothing_else),
		TEST(keeps_the_mode_of_the_file),
		TEST(writes_to_where_a_link_leads),
		TEST(says_why_it_cannot),
		TEST(leaves_the_old_file_when_the_new_one_cannot_be_finished),
		TEST(lets_signals_through_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
