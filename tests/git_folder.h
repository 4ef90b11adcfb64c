/* A folder with a git repository in it, made with the git program: fixed people and days, nobody's configuration. */
#ifndef TESTS_GIT_FOLDER_H
#define TESTS_GIT_FOLDER_H

#include "folder.h"

/* Runs a shell command in the folder, where `git` is as in every other test; fails the test when it fails. */
static inline void git_shell(const struct folder *folder, const char *command)
{
	static const char before[] =
		"export HOME=/nowhere GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=test "
		"GIT_AUTHOR_EMAIL=test@example.cz GIT_COMMITTER_NAME=test "
		"GIT_COMMITTER_EMAIL=test@example.cz && cd";
	size_t size = sizeof before + strlen(folder->path) + strlen(command) + 16;
	char *line = malloc(size);
	assert_non_null(line);
	snprintf(line, size, "%s %s && %s", before, folder->path, command);
	assert_int_equal(system(line), 0);
	free(line);
}

static inline void git_init(const struct folder *folder)
{
	git_shell(folder, "git -c init.defaultBranch=main init -q .");
}

/* Records all that is in the folder on a day (YYYY-MM-DD). */
static inline void git_commit_all(const struct folder *folder, const char *day)
{
	char command[256];
	snprintf(command, sizeof command,
		"git add -A . && GIT_AUTHOR_DATE='%sT12:00:00 +0000' "
		"GIT_COMMITTER_DATE='%sT12:00:00 +0000' "
		"git commit -q --allow-empty -m %s",
		day, day, day);
	git_shell(folder, command);
}

#endif
