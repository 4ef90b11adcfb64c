#include "test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/replace.h"

static char *folder_new(void)
{
	char *folder = strdup("/tmp/kpss-replace-XXXXXX");
	assert_non_null(folder);
	assert_non_null(mkdtemp(folder));
	return folder;
}

static void file_put(const char *folder, const char *name, const char *text)
{
	char path[256];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void assert_file(const char *folder, const char *name, const char *text)
{
	char path[256], content[256] = "";
	snprintf(path, sizeof path, "%s/%s", folder, name);
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t length = fread(content, 1, sizeof content - 1, file);
	fclose(file);
	content[length] = '\0';
	assert_string_equal(content, text);
}

static void folder_remove(char *folder)
{
	char command[300];
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	assert_int_equal(system(command), 0);
	free(folder);
}

/* Nothing is left beside the file. */
static void assert_alone(const char *folder)
{
	char command[300];
	snprintf(command, sizeof command, "test $(ls -A '%s' | wc -l) -eq 1", folder);
	assert_int_equal(system(command), 0);
}

static void writes_the_new_bytes_and_keeps_the_mode(void **state)
{
	(void)state;
	char *folder = folder_new(), path[256];
	struct stat status;
	int reason;
	file_put(folder, "a.yaml", "old\n");
	snprintf(path, sizeof path, "%s/a.yaml", folder);
	assert_int_equal(chmod(path, 0640), 0);

	assert_int_equal(file_replace(folder, kpss_str("a.yaml"), kpss_str("old\n"), kpss_str("new\n"), &reason), WRITTEN);

	assert_file(folder, "a.yaml", "new\n");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0640);
	assert_alone(folder);
	folder_remove(folder);
}

static void leaves_a_file_that_somebody_changed(void **state)
{
	(void)state;
	char *folder = folder_new();
	int reason;
	file_put(folder, "a.yaml", "theirs\n");

	assert_int_equal(
		file_replace(folder, kpss_str("a.yaml"), kpss_str("old\n"), kpss_str("new\n"), &reason), WRITE_CHANGED);

	assert_file(folder, "a.yaml", "theirs\n");
	assert_alone(folder);
	folder_remove(folder);
}

static void does_not_follow_a_link(void **state)
{
	(void)state;
	char *folder = folder_new(), *other = folder_new(), link[300], target[300];
	int reason;
	file_put(other, "a.yaml", "old\n");
	snprintf(link, sizeof link, "%s/b", folder);
	assert_int_equal(symlink(other, link), 0);

	assert_int_equal(
		file_replace(folder, kpss_str("b/a.yaml"), kpss_str("old\n"), kpss_str("new\n"), &reason), WRITE_FAILED);

	snprintf(target, sizeof target, "%s/c.yaml", folder);
	snprintf(link, sizeof link, "%s/a.yaml", other);
	assert_int_equal(symlink(link, target), 0);
	assert_int_equal(
		file_replace(folder, kpss_str("c.yaml"), kpss_str("old\n"), kpss_str("new\n"), &reason), WRITE_FAILED);
	assert_file(other, "a.yaml", "old\n");
	folder_remove(folder);
	folder_remove(other);
}

static void says_why_a_file_that_is_not_there_cannot_be_written(void **state)
{
	(void)state;
	char *folder = folder_new();
	int reason;

	assert_int_equal(
		file_replace(folder, kpss_str("a.yaml"), kpss_str("old\n"), kpss_str("new\n"), &reason), WRITE_FAILED);

	assert_int_equal(reason, ENOENT);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_the_new_bytes_and_keeps_the_mode),
		cmocka_unit_test(leaves_a_file_that_somebody_changed),
		cmocka_unit_test(does_not_follow_a_link),
		cmocka_unit_test(says_why_a_file_that_is_not_there_cannot_be_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
