/* A real folder for one test: made, filled and removed with all that is in it. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

struct folder {
	char path[64];
};

static inline void folder_make(struct folder *folder)
{
	strcpy(folder->path, "/tmp/kpss-test-XXXXXX");
	assert_non_null(mkdtemp(folder->path));
}

static inline int folder_remove_one(
	const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

static inline void folder_remove(const struct folder *folder)
{
	nftw(folder->path, folder_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* The whole path of a name in the folder, to be freed. */
static inline char *folder_path(const struct folder *folder, const char *name)
{
	char *path = malloc(strlen(folder->path) + strlen(name) + 2);
	assert_non_null(path);
	sprintf(path, "%s/%s", folder->path, name);
	return path;
}

/* Writes a file; the folders on the way are made. A name that ends in '/' makes only folders. */
static inline void folder_write(const struct folder *folder, const char *name, const char *text)
{
	char *path = folder_path(folder, name);
	for (char *slash = strchr(path + strlen(folder->path) + 1, '/'); slash;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
	if (name[strlen(name) - 1] != '/') {
		FILE *file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
		assert_int_equal(fclose(file), 0);
	}
	free(path);
}

static inline void folder_link(const struct folder *folder, const char *target, const char *name)
{
	char *path = folder_path(folder, name);
	assert_int_equal(symlink(target, path), 0);
	free(path);
}

/* A file of a size without its bytes. */
static inline void folder_write_sparse(
	const struct folder *folder, const char *name, long long size)
{
	folder_write(folder, name, "");
	char *path = folder_path(folder, name);
	assert_int_equal(truncate(path, size), 0);
	free(path);
}

static inline void folder_fifo(const struct folder *folder, const char *name)
{
	char *path = folder_path(folder, name);
	assert_int_equal(mkfifo(path, 0666), 0);
	free(path);
}

#endif
